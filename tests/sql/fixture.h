#pragma once

#include "sql/connection.h"
#include "sql/transaction.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <array>

#include <catch2/catch_test_macros.hpp>

namespace heed::sql {

using Key = std::array<unsigned char, keyBytes>;

inline Key keyOf(unsigned char fill)
{
    Key key;
    key.fill(fill);
    return key;
}

/// A folder that is gone after the test, and a database in it. In memory where there is such a place: these tests sync
/// often, and a disk takes its time.
struct Place {
    QTemporaryDir folder{QFileInfo::exists(QStringLiteral("/dev/shm"))
                             ? QStringLiteral("/dev/shm/heed-XXXXXX")
                             : QDir::tempPath() + QStringLiteral("/heed-XXXXXX")};
    Key key = keyOf(7);
    QString path = folder.filePath(QStringLiteral("journal.db"));

    model::Expected<Connection> open(Options options = {}) const { return Connection::open(path, key, options); }
    Connection create(Options options = {}) const
    {
        options.mode = Mode::Create;
        auto made = open(options);
        if (!made)
            FAIL(made.error().message.toStdString());
        return std::move(*made);
    }
};

/// Fails the test with the error's sentence.
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

inline QByteArray contents(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace heed::sql
