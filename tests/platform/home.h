#pragma once

#include "model/error.h"

#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

namespace heed::platform {

/// A home of the test's own: what Heed remembers and logs goes there.
struct Home {
    QTemporaryDir folder;

    Home()
    {
        qputenv("XDG_STATE_HOME", QFile::encodeName(path("state")));
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(path("config")));
    }
    ~Home()
    {
        qunsetenv("XDG_STATE_HOME");
        qunsetenv("XDG_CONFIG_HOME");
    }

    QString path(const char* name) const { return folder.filePath(QString::fromLatin1(name)); }
};

template <class T> T taken(model::Expected<T> expected)
{
    if (!expected)
        FAIL(expected.error().message.toStdString());
    return std::move(*expected);
}

inline void done(const model::Result& result)
{
    if (!result)
        FAIL(result.error().message.toStdString());
}

/// The error, which is one sentence.
template <class T> model::Error errorOf(const model::Expected<T>& result)
{
    REQUIRE_FALSE(result);
    INFO(result.error().message.toStdString());
    CHECK(result.error().message.endsWith(u'.'));
    return result.error();
}

} // namespace heed::platform
