#include "cli/arguments.h"
#include "cli/output.h"
#include "cli/sign_in.h"
#include "crypto/self_test.h"
#include "platform/process.h"
#include "sql/connection.h"

#include <QGuiApplication>

#include <chrono>
#include <clocale>
#include <cstdlib>
#include <cstring>

#include <langinfo.h>

namespace {

using namespace heed;

/// Qt would switch by itself, but not without a word on standard error.
void speakUtf8()
{
    std::setlocale(LC_ALL, "");
    if (std::strcmp(::nl_langinfo(CODESET), "UTF-8") != 0)
        ::setenv("LC_ALL", "C.UTF-8", 1);
}

/// Standard error is for Heed's own sentences; what Qt says of fonts and folders is not one of them.
void keepQtQuiet(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        cli::say(message);
}

std::unique_ptr<QCoreApplication> application(bool draws, int& count, char** words)
{
    if (!draws)
        return std::make_unique<QCoreApplication>(count, words);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(count, words);
}

cli::Outcome run(const cli::Command& command)
{
    HEED_TRY(platform::harden());
    HEED_TRY(crypto::start());
    HEED_TRY(sql::checkLibrary());
    // What needs no vault works where nothing can be written; and without its log Heed is none the worse.
    (void)platform::log::start();
    const auto started = std::chrono::steady_clock::now();
    auto outcome = command.verb->run(command);
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - started);
    if (outcome)
        platform::log::event("command", {{"verb", command.verb->word}, {"took", took}});
    else
        platform::log::event("command",
                             {{"verb", command.verb->word}, {"took", took}, {"error", outcome.error().code}});
    return outcome;
}

} // namespace

int main(int argc, char* argv[])
{
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words << QString::fromUtf8(argv[i]);
    const auto command = cli::parse(words);
    if (!command)
        return cli::print(tl::make_unexpected(command.error()), words.contains(QStringLiteral("--json")));
    if (command->wantsVersion)
        return cli::print(cli::Answer::of({{QStringLiteral("version"), QStringLiteral(HEED_VERSION)}},
                                          QStringLiteral("heed-cli " HEED_VERSION)),
                          command->wantsJson);
    if (command->wantsUsage)
        return cli::print(
            cli::Answer::of({{QStringLiteral("usage"), cli::usage(command->topic)}}, cli::usage(command->topic)),
            command->wantsJson);

    speakUtf8();
    qInstallMessageHandler(keepQtQuiet);
    const auto app = application(command->verb->draws, argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("heed-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HEED_VERSION));
    const int exit = cli::print(run(*command), command->wantsJson);
    cli::endSessions();
    platform::log::stop();
    return exit;
}
