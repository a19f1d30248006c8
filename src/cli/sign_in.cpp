#include "cli/sign_in.h"

#include "cli/input.h"
#include "cli/output.h"
#include "platform/network_folder.h"
#include "session/backups.h"
#include "vault/password.h"

#include <utility>
#include <vector>

#include <unistd.h>

namespace heed::cli {
namespace {

/// Sessions whose verb is over.
std::vector<std::unique_ptr<session::Session>>& ended()
{
    static std::vector<std::unique_ptr<session::Session>> sessions;
    return sessions;
}

} // namespace

SignedIn::SignedIn(std::unique_ptr<session::Session> session)
    : m_session(std::move(session))
{
}

SignedIn::~SignedIn()
{
    if (m_session)
        ended().push_back(std::move(m_session));
}

SignedIn::SignedIn(SignedIn&&) noexcept = default;

SignedIn& SignedIn::operator=(SignedIn&& other) noexcept
{
    std::swap(m_session, other.m_session);
    return *this;
}

model::Expected<SignedIn> signIn(const Command& command, bool changesPassword)
{
    warnOfNetwork(command.place("VAULT"));
    crypto::SecretBytes password;
    {
        HEED_TAKE(const auto line, readPassword(command.value("password-file")));
        password = vault::passwordBytes(SecretText(line).text());
    }
    HEED_TAKE(auto session,
              session::Session::signIn(command.place("VAULT"), command.value("as"), password.span(), progress()));
    for (const auto& warning : session->warnings())
        say(QStringLiteral("Warning: ") + warning);
    if (session->member().mustChoosePassword && !changesPassword)
        return model::failure(
            model::ErrorCode::NotAllowed,
            QStringLiteral("This is a starting password: choose your own first, with \"heed-cli member "
                           "passwd\"."));
    return SignedIn(std::move(session));
}

void endSessions()
{
    for (const auto& session : ended())
        if (const auto made = session::backUpIfDue(*session, progress()); !made)
            say(QStringLiteral("Warning: Today's backup was not made. ") + made.error().message);
    ended().clear();
}

void warnOfNetwork(const QString& path)
{
    if (const auto kind = platform::networkFileSystem(path))
        say(QStringLiteral("Warning: %1 is on a network folder (%2). Two computers that write at once, or a connection "
                           "that breaks, can damage the record there: keep it on a disk of this computer, and keep "
                           "backups.")
                .arg(path, *kind));
}

session::Progress progress()
{
    if (::isatty(STDERR_FILENO) == 0)
        return {};
    return {[last = QString()](const QString& what, qint64 done, qint64 total) mutable {
                auto line = total > 0 ? QStringLiteral("%1 %2 %").arg(what).arg(100 * done / total) : what;
                if (line != last)
                    say(line);
                last = std::move(line);
            },
            {}};
}

} // namespace heed::cli
