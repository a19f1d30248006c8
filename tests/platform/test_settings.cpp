#include "home.h"
#include "platform/atomic_file.h"
#include "platform/settings.h"
#include "qt_strings.h"

using namespace heed::platform;

TEST_CASE("Settings come back, and the vault used last comes first")
{
    const Home home;
    CHECK(loadSettings() == Settings());
    Settings settings;
    for (int i = 0; i < 12; ++i)
        settings.used(QStringLiteral("/v/%1").arg(i));
    settings.used(QStringLiteral("/v/5"));
    CHECK(settings.vaults.size() == 10);
    CHECK(settings.lastVault() == QStringLiteral("/v/5"));
    settings.idleMinutes = 12;
    settings.textPercent = 150;
    settings.theme = Theme::HighContrast;
    settings.secondBackup = QStringLiteral("/media/stick");
    done(saveSettings(settings));
    CHECK(loadSettings() == settings);
    settings.secondBackup.clear();
    settings.vaults.clear();
    done(saveSettings(settings));
    CHECK(loadSettings() == settings);
}

TEST_CASE("Settings never keep anybody out: what is wrong becomes its default, what is unknown is kept")
{
    const Home home;
    const auto path = home.path("config/heed/settings.json");
    done(makeFolder(home.path("config/heed")));
    done(createFile(path, R"({"idleMinutes": 900, "textPercent": "large", "theme": "dark", "later": {"a": 1}})"));
    auto settings = loadSettings();
    CHECK(settings.idleMinutes == 60);
    CHECK(settings.textPercent == 100);
    CHECK(settings.theme == Theme::Dark);
    done(saveSettings(settings));
    CHECK(taken(readFile(path, 10'000)).contains("later"));
    done(replaceFile(path, "not JSON"));
    CHECK(loadSettings() == Settings());
    done(saveSettings(settings));
    CHECK(loadSettings() == settings);
}
