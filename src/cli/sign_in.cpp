#include "cli/sign_in.h"

#include "cli/input.h"
#include "cli/output.h"
#include "vault/password.h"

#include <unistd.h>

namespace heed::cli {

model::Expected<std::unique_ptr<session::Session>> signIn(const Command& command, bool changesPassword)
{
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
    return session;
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
