#include "crypto/self_test.h"
#include "golden.h"
#include "qt_strings.h"

#include <catch2/catch_test_macros.hpp>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace heed;

TEST_CASE("A vault of every format that was ever released says what it said then")
{
    REQUIRE(crypto::start());
    const QDir data(QStringLiteral(HEED_GOLDEN));
    const auto names = data.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    REQUIRE_FALSE(names.isEmpty());
    for (const auto& name : names) {
        INFO(name.toStdString());
        const QTemporaryDir place;
        const auto folder = place.filePath(name);
        golden::copyFolder(data.filePath(name), folder);
        QFile expected(data.filePath(name + u'/' + golden::expectedName));
        REQUIRE(expected.open(QIODevice::ReadOnly));
        const auto wanted = QString::fromUtf8(expected.readAll()).split(u'\n', Qt::SkipEmptyParts);
        const auto told = golden::tell(folder);
        REQUIRE(wanted.size() > 20);
        for (qsizetype i = 0; i < std::max(wanted.size(), told.size()); ++i)
            CHECK(told.value(i) == wanted.value(i));
    }
}
