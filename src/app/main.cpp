#include "app/arguments.h"
#include "app/tour.h"
#include "crypto/self_test.h"
#include "gui/frame/look.h"
#include "gui/frame/main_window.h"
#include "platform/log.h"
#include "platform/process.h"
#include "sql/connection.h"

#include <QApplication>
#include <QMessageBox>
#include <QTextStream>

#include <cstdio>

namespace {

using namespace heed;

void say(std::FILE* to, const QString& text)
{
    QTextStream(to) << text << Qt::endl;
}

/// Before anything else of Heed is touched.
model::Result prepare()
{
    HEED_TRY(platform::harden());
    HEED_TRY(crypto::start());
    HEED_TRY(sql::checkLibrary());
    return {};
}

int runWindow(const app::Arguments& arguments)
{
    const auto settings = platform::loadSettings();
    gui::applyLook(settings);
    gui::MainWindow window(settings);
    window.start(arguments.vault);
    window.show();
    platform::log::event("window-shown");
    return QApplication::exec();
}

/// No display is needed for the tour, for --help or for --version.
bool isWindowless(int count, char** words)
{
    for (int i = 1; i < count; ++i)
        if (const QByteArrayView word(words[i]);
            word == "--tour" || word == "--help" || word == "-h" || word == "--version")
            return true;
    return false;
}

} // namespace

int main(int argc, char* argv[])
{
    if (isWindowless(argc, argv))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const auto prepared = prepare();
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("heed"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HEED_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Heed"));
    QGuiApplication::setDesktopFileName(QStringLiteral("heed"));

    const auto arguments = app::readArguments(QCoreApplication::arguments().mid(1));
    if (!arguments) {
        say(stderr, arguments.error().message);
        return model::exitCode(arguments.error().code);
    }
    if (arguments->help || arguments->version) {
        say(stdout, arguments->help ? app::helpText().trimmed() : QStringLiteral("Heed " HEED_VERSION));
        return 0;
    }
    if (!prepared) {
        say(stderr, prepared.error().message);
        if (arguments->tour.isEmpty())
            QMessageBox::critical(nullptr, QStringLiteral("Heed"), prepared.error().message);
        return model::exitCode(prepared.error().code);
    }
    if (!arguments->tour.isEmpty())
        return app::runTour(*arguments);
    if (const auto started = platform::log::start(); !started)
        say(stderr, started.error().message);
    const int answer = runWindow(*arguments);
    platform::log::stop();
    return answer;
}
