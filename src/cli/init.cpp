#include "cli/verbs.h"

#include "cli/flags.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/shares.h"
#include "cli/showing.h"
#include "cli/sign_in.h"
#include "platform/atomic_file.h"
#include "session/people.h"

#include <QDir>
#include <QFileInfo>

namespace heed::cli {
namespace {

using model::ErrorCode;
using model::failure;

Outcome init(const Command& command)
{
    HEED_TAKE(const int count, command.number("shares", 3, 2, 16));
    HEED_TAKE(const int threshold, command.number("threshold", 2, 2, 16));
    if (threshold > count)
        return failure(ErrorCode::BadInput,
                       QStringLiteral("\"--threshold\" is more than \"--shares\": no shares would ever be enough."));
    HEED_TAKE(const auto json, readInput(command.value("profile"), QStringLiteral("The profile")));
    HEED_TAKE(const auto profile, session::readProfile(json));
    HEED_TAKE(const auto line1, readPassword(command.value("new-password-file")));
    const SecretText password(line1);

    session::SetUpRequest request;
    request.path = command.place("VAULT");
    request.profile = profile;
    request.member = command.value("member");
    request.password = password.text();
    request.shares = count;
    request.threshold = threshold;
    request.holders = command.values("holder");
    request.group = command.value("group");
    if (request.holders.size() > count)
        return failure(ErrorCode::BadInput, QStringLiteral("There are more holders than shares."));
    const auto folder = command.value("shares-out");
    const bool folderWasThere = QFileInfo::exists(folder);
    const bool vaultWasThere = QFileInfo::exists(request.path);
    HEED_TRY(makeRoomForShares(folder, count));
    const auto undo = [&](const QStringList& files) {
        for (const auto& file : files)
            (void)platform::removeFile(file);
        if (!folderWasThere)
            QDir().rmdir(folder);
    };
    warnOfNetwork(request.path);
    const auto made = session::setUpVault(request, progress());
    crypto::wipe(request.password.data(), static_cast<std::size_t>(request.password.size()) * sizeof(QChar));
    if (!made) {
        undo({});
        return tl::make_unexpected(made.error());
    }
    QStringList written;
    const auto shares = writeShares(command.value("shares-out"), made->shares, profile, request.member, written);
    if (!shares) {
        // The shares cannot be shown again: a vault without them must not stay. It was made a moment ago, by this.
        undo(written);
        QDir(request.path).removeRecursively();
        if (vaultWasThere)
            (void)platform::makeFolder(request.path);
        return tl::make_unexpected(shares.error());
    }

    QString text = QStringLiteral("The vault is ready: %1\n%2 is its first designated safeguarding lead.\n\nGive each "
                                  "recovery share to its holder, on paper, and then delete these files:\n")
                       .arg(request.path, request.member);
    for (const auto& file : written)
        text += QStringLiteral("  %1\n").arg(file);
    if (!made->unconfirmed.empty())
        text += QStringLiteral("\nThe profile does not say yet:\n") + toText(made->unconfirmed);
    return Answer::of({{QStringLiteral("vault"), request.path},
                       {QStringLiteral("id"), made->vault},
                       {QStringLiteral("member"), request.member},
                       {QStringLiteral("shares"), *shares},
                       {QStringLiteral("unconfirmed"), toJson(made->unconfirmed)}},
                      text);
}

} // namespace

std::vector<Verb> setUpVerbs()
{
    return {{"init"_s,
             "init",
             "VAULT"_s,
             "Set a vault up for a school, with its first designated safeguarding lead and printed recovery shares"_s,
             {neededFlag("profile", "FILE", "The school's profile, as JSON"),
              neededFlag("member", "NAME", "The first designated safeguarding lead"),
              neededFlag("new-password-file", "FILE", "The first line is their password"),
              neededFlag("shares-out", "DIR", "Where the shares are written, each as a PDF page and as text"),
              valueFlag("shares", "N", "How many shares, 2 to 16; 3 if not given"),
              valueFlag("threshold", "K", "How many of them open the desk again; 2 if not given"),
              {"holder"_s, "NAME"_s, "Who keeps a share, in order"_s, false, true},
              valueFlag("group", "GROUP", "A group of system accounts that shares the files")},
             init,
             false,
             true}};
}

} // namespace heed::cli
