#include "model/reference.h"
#include "qt_strings.h"

#include <catch2/catch_test_macros.hpp>

#include <QRandomGenerator>

using namespace heed::model;

namespace {

QByteArray seeded(QRandomGenerator& generator, qsizetype length)
{
    QByteArray bytes;
    while (bytes.size() < length)
        bytes += static_cast<char>(generator.generate());
    return bytes;
}

} // namespace

TEST_CASE("A reference ends in a letter and survives being said")
{
    QRandomGenerator generator(7);
    for (int i = 0; i < 200; ++i) {
        const auto id = newRecordId([&](qsizetype length) { return seeded(generator, length); });
        const auto reference = referenceOf(id);
        REQUIRE(reference.size() == 13);
        CHECK(reference.back().isLetter());
        CHECK(normalReference(reference.toLower().replace(u'-', u' ')) == reference);
    }
}

TEST_CASE("A mistyped reference is noticed")
{
    QRandomGenerator generator(11);
    const auto reference = referenceOf(newRecordId([&](qsizetype length) { return seeded(generator, length); }));
    const QString symbols = QStringLiteral("23456789ABCDEFGHJKLMNPQRTUVWXYZ");
    for (qsizetype i = 0; i < reference.size(); ++i) {
        if (reference[i] == u'-')
            continue;
        for (const auto symbol : symbols) {
            auto wrong = reference;
            wrong[i] = symbol;
            CHECK((wrong == reference) == normalReference(wrong).has_value());
        }
    }
    CHECK_FALSE(normalReference(QStringLiteral("not a reference")));
    CHECK_FALSE(normalReference(QString()));
}
