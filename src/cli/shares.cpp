#include "cli/shares.h"

#include "cli/flags.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/sign_in.h"
#include "cli/verbs.h"
#include "platform/atomic_file.h"
#include "platform/clock.h"
#include "report/pdf.h"
#include "session/recovery.h"
#include "session/shares.h"

#include <QDir>
#include <QFileInfo>

namespace heed::cli {

using model::ErrorCode;
using model::failure;

namespace {

/// Where a share's page and text go, and that nothing is there yet.
QString sheetPath(const QString& folder, int index, int count, const char* ending)
{
    return QDir(folder).filePath(
        QStringLiteral("share-%1-of-%2.%3").arg(index).arg(count).arg(QLatin1StringView(ending)));
}

QByteArray sheetText(const session::ShareSheet& share, const report::RecoveryShare& page)
{
    const auto text =
        QStringLiteral("Heed recovery share %1 of %2, %3 needed\nSchool: %4\nVault: %5\nDesk: %6\nHolder: %7\n\n%8\n")
            .arg(share.index)
            .arg(share.count)
            .arg(share.threshold)
            .arg(page.school, share.vaultName, page.desk, share.holder, share.groups.join(u' '));
    return text.toUtf8();
}

/// Shares as files: the groups alone, or what Heed wrote, where they are the last paragraph.
model::Expected<QStringList> readShares(const Command& command)
{
    QStringList shares;
    for (const auto& path : command.values("share")) {
        HEED_TAKE(const auto bytes, readInput(path, QStringLiteral("The share"), 64 * 1024));
        const auto text = QString::fromUtf8(bytes).remove(u'\r').trimmed();
        const auto paragraphs = text.split(QStringLiteral("\n\n"), Qt::SkipEmptyParts);
        shares << paragraphs.value(paragraphs.size() - 1);
    }
    return shares;
}

Outcome recover(const Command& command)
{
    HEED_TAKE(const auto line1, readPassword(command.value("new-password-file")));
    HEED_TAKE(const auto shares, readShares(command));
    const SecretText password(line1);
    const auto member = command.value("member").simplified();
    HEED_TAKE(const auto desk,
              session::recoverDesk(command.place("VAULT"), shares, member, password.text(), progress()));
    return Answer::of({{QStringLiteral("desk"), desk}, {QStringLiteral("member"), member}},
                      QStringLiteral("%1 can sign in now and open what is written to %2. The recovery stands in the "
                                     "record.\n")
                          .arg(member, model::deskTitle(desk)));
}

Outcome reissue(const Command& command)
{
    HEED_TAKE(const int count, command.number("shares", 3, 2, 16));
    HEED_TAKE(const int threshold, command.number("threshold", 2, 2, 16));
    if (threshold > count)
        return failure(ErrorCode::BadInput,
                       QStringLiteral("\"--threshold\" is more than \"--shares\": no shares would ever be enough."));
    const auto folder = command.value("shares-out");
    HEED_TRY(makeRoomForShares(folder, count));
    HEED_TAKE(const auto session, signIn(command));
    HEED_TAKE(const auto made, session::reissueShares(*session, count, threshold, command.values("holder")));
    QStringList written;
    HEED_TAKE(const auto listed, writeShares(folder, made, session->profile(), session->member().name, written));
    QString text =
        QStringLiteral("The old shares open nothing that is written from now on; they still open all that was "
                       "written before, so collect and destroy them.\nGive each new share to its holder, on "
                       "paper, and then delete these files:\n");
    for (const auto& file : written)
        text += QStringLiteral("  %1\n").arg(file);
    return Answer::of({{QStringLiteral("shares"), listed}}, text);
}

Outcome drill(const Command& command)
{
    HEED_TAKE(const auto shares, readShares(command));
    HEED_TAKE(const auto session, signIn(command));
    HEED_TRY(session::drillShares(*session, shares));
    return Answer::of(
        {{QStringLiteral("fit"), true}},
        QStringLiteral("The shares fit together and would recover the desk. Nothing was changed; the drill "
                       "stands in the record.\n"));
}

Outcome show(const Command& command)
{
    HEED_TAKE(const auto session, signIn(command));
    HEED_TAKE(const auto state, session::recoveryState(*session));
    HEED_TAKE(const auto notices, session::recoveryNotices(*session));
    const auto moment = [](const std::optional<QDateTime>& time) {
        return time ? model::writeValue(*time) : QCborValue(QCborValue::Null);
    };
    QCborArray recoveries;
    auto text = state.hasShares
                    ? QStringLiteral("Any %1 of %2 shares of set %3 open what is written to %4 again. Holders: %5\n")
                          .arg(state.threshold)
                          .arg(state.holders.size())
                          .arg(state.set)
                          .arg(model::deskTitle(state.desk), state.holders.join(QStringLiteral(", ")))
                    : QString();
    if (state.lastDrill)
        text += QStringLiteral("Last drill: %1\n").arg(words(*state.lastDrill));
    if (state.openToOldSets > 0)
        text += QStringLiteral("Shares of an older set still open %1 entries that were written before: collect and "
                               "destroy them.\n")
                    .arg(state.openToOldSets);
    if (!state.sentence.isEmpty())
        text += state.sentence + u'\n';
    for (const auto& notice : notices) {
        recoveries.append(QCborMap{{QStringLiteral("id"), notice.id},
                                   {QStringLiteral("by"), notice.by},
                                   {QStringLiteral("at"), model::writeValue(notice.at)},
                                   {QStringLiteral("sentence"), notice.sentence}});
        text += QStringLiteral("%1, %2: %3\n").arg(notice.id, words(notice.at), notice.sentence);
    }
    return Answer::of({{QStringLiteral("desk"), state.desk},
                       {QStringLiteral("hasShares"), state.hasShares},
                       {QStringLiteral("set"), state.set},
                       {QStringLiteral("threshold"), state.threshold},
                       {QStringLiteral("holders"), QCborArray::fromStringList(state.holders)},
                       {QStringLiteral("madeAt"), moment(state.madeAt)},
                       {QStringLiteral("openToOldSets"), state.openToOldSets},
                       {QStringLiteral("lastDrill"), moment(state.lastDrill)},
                       {QStringLiteral("drillIsDue"), state.drillIsDue},
                       {QStringLiteral("recoveries"), recoveries}},
                      text);
}

Outcome seen(const Command& command)
{
    HEED_TAKE(const auto session, signIn(command));
    HEED_TRY(session::acknowledgeRecovery(*session, command.value("id")));
    return Answer::of({{QStringLiteral("id"), command.value("id")}},
                      QStringLiteral("It stands in the record that you have seen it.\n"));
}

} // namespace

model::Result makeRoomForShares(const QString& folder, int count)
{
    HEED_TRY(platform::makeFolder(folder));
    for (int index = 1; index <= count; ++index)
        for (const auto* ending : {"pdf", "txt"})
            if (const auto path = sheetPath(folder, index, count, ending); QFileInfo::exists(path))
                return failure(ErrorCode::AlreadyExists,
                               QStringLiteral("\"%1\" already exists: give another folder for the shares.").arg(path));
    if (!QFileInfo(folder).isWritable())
        return failure(
            ErrorCode::NoPermission,
            QStringLiteral("Nothing can be written to \"%1\": give another folder for the shares.").arg(folder));
    return {};
}

model::Expected<QCborArray> writeShares(const QString& folder, const std::vector<session::ShareSheet>& shares,
                                        const model::Profile& profile, const QString& madeBy, QStringList& written)
{
    QCborArray listed;
    for (const auto& share : shares) {
        const auto page = session::pageOf(share, profile.school.name, madeBy, platform::now());
        const auto pdf = sheetPath(folder, share.index, share.count, "pdf");
        const auto text = sheetPath(folder, share.index, share.count, "txt");
        written << pdf << text;
        HEED_TRY(report::writePdf(report::recoveryShare(page), pdf));
        HEED_TRY(platform::createFile(text, sheetText(share, page)));
        listed.append(QCborMap{{QStringLiteral("desk"), share.desk},
                               {QStringLiteral("holder"), share.holder},
                               {QStringLiteral("number"), share.index},
                               {QStringLiteral("of"), share.count},
                               {QStringLiteral("needed"), share.threshold},
                               {QStringLiteral("pdf"), pdf},
                               {QStringLiteral("text"), text}});
    }
    return listed;
}

std::vector<Verb> shareVerbs()
{
    const Flag share{"share"_s, "FILE"_s, "A printed share, as typed; once for each"_s, true, true};
    return {{"recover"_s,
             "recover",
             "VAULT"_s,
             "Open a desk again with its recovery shares, and make somebody its reader"_s,
             {share, neededFlag("member", "NAME", "Who becomes a reader"),
              neededFlag("new-password-file", "FILE", "The first line is their password")},
             recover,
             false},
            {"share reissue"_s,
             "share-reissue",
             "VAULT"_s,
             "Make new recovery shares for the desk that one reads"_s,
             {neededFlag("shares-out", "DIR", "Where the shares are written, each as a PDF page and as text"),
              valueFlag("shares", "N", "How many shares, 2 to 16; 3 if not given"),
              valueFlag("threshold", "K", "How many of them open the desk again; 2 if not given"),
              {"holder"_s, "NAME"_s, "Who keeps a share, in order"_s, false, true}},
             reissue,
             true,
             true},
            {"share drill"_s,
             "share-drill",
             "VAULT"_s,
             "Prove that recovery shares work, without changing anything"_s,
             {share},
             drill},
            {"share show"_s,
             "share-show",
             "VAULT"_s,
             "How the shares of the desk that one reads stand, and recoveries not acknowledged yet"_s,
             {},
             show},
            {"share seen"_s,
             "share-seen",
             "VAULT"_s,
             "Say that one has seen a recovery"_s,
             {neededFlag("id", "ID", "The recovery, as \"share show\" names it")},
             seen}};
}

} // namespace heed::cli
