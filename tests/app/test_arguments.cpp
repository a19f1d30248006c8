#include "app/arguments.h"

#include <catch2/catch_test_macros.hpp>

using namespace heed;
using platform::Theme;

TEST_CASE("What follows the program's name is a vault, a tour or a question")
{
    CHECK(app::readArguments({})->vault.isEmpty());
    CHECK(app::readArguments({QStringLiteral("School.heed")})->vault == QStringLiteral("School.heed"));
    CHECK(app::readArguments({QStringLiteral("--help")})->help);
    CHECK(app::readArguments({QStringLiteral("--version")})->version);
    const auto tour =
        app::readArguments({QStringLiteral("--text"), QStringLiteral("200"), QStringLiteral("--tour"),
                            QStringLiteral("pictures"), QStringLiteral("--theme"), QStringLiteral("high-contrast")});
    REQUIRE(tour);
    CHECK(tour->tour == QStringLiteral("pictures"));
    CHECK(tour->theme == Theme::HighContrast);
    CHECK(tour->textPercent == 200);
    const auto plain = app::readArguments({QStringLiteral("--tour"), QStringLiteral("pictures")});
    REQUIRE(plain);
    CHECK(plain->theme == Theme::Light);
    CHECK(plain->textPercent == 100);
}

TEST_CASE("What the program cannot do is refused in one sentence that names it")
{
    const struct {
        QStringList words;
        const char* names;
    } table[]{
        {{QStringLiteral("--tour")}, "--tour"},
        {{QStringLiteral("--what")}, "--what"},
        {{QStringLiteral("One.heed"), QStringLiteral("Two.heed")}, "Two.heed"},
        {{QStringLiteral("--tour"), QStringLiteral("d"), QStringLiteral("--theme")}, "--theme"},
        {{QStringLiteral("--tour"), QStringLiteral("d"), QStringLiteral("--theme"), QStringLiteral("pink")}, "--theme"},
        {{QStringLiteral("--tour"), QStringLiteral("d"), QStringLiteral("--text"), QStringLiteral("79")}, "--text"},
        {{QStringLiteral("--tour"), QStringLiteral("d"), QStringLiteral("--text"), QStringLiteral("301")}, "--text"},
        {{QStringLiteral("--tour"), QStringLiteral("d"), QStringLiteral("--text"), QStringLiteral("large")}, "--text"},
        // They are a tour's: a person sets them in Settings.
        {{QStringLiteral("--theme"), QStringLiteral("dark")}, "--tour"},
        {{QStringLiteral("School.heed"), QStringLiteral("--text"), QStringLiteral("200")}, "--tour"},
    };
    for (const auto& [words, names] : table) {
        INFO(words.join(u' ').toStdString());
        const auto arguments = app::readArguments(words);
        REQUIRE_FALSE(arguments);
        CHECK(arguments.error().code == model::ErrorCode::BadInput);
        CHECK(arguments.error().message.contains(QLatin1StringView(names)));
    }
}
