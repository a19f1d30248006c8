#include "crypto/self_test.h"
#include "gui/frame/look.h"

#include <catch2/catch_session.hpp>

#include <QApplication>
#include <QTemporaryDir>

int main(int argc, char* argv[])
{
    // Nothing of the user's own is read or written.
    const QTemporaryDir home;
    for (const auto* name : {"HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"})
        qputenv(name, home.path().toLocal8Bit());
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("TZ", "Europe/London");
    QApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("heed"));
    if (!heed::crypto::start())
        return 1;
    heed::platform::Settings settings;
    settings.theme = heed::platform::Theme::Light;
    heed::gui::applyLook(settings);
    return Catch::Session().run(argc, argv);
}
