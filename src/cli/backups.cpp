#include "session/backups.h"

#include "cli/flags.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/sign_in.h"
#include "cli/verbs.h"
#include "vault/password.h"

namespace heed::cli {
namespace {

QCborMap jsonOf(const session::BackupRow& row)
{
    return {{QStringLiteral("folder"), row.folder},
            {QStringLiteral("at"), model::writeValue(row.at)},
            {QStringLiteral("madeBy"), row.madeBy},
            {QStringLiteral("entries"), row.entries},
            {QStringLiteral("bytes"), row.bytes}};
}

QCborValue jsonOf(const std::optional<session::BackupRow>& row)
{
    return row ? QCborValue(jsonOf(*row)) : QCborValue(QCborValue::Null);
}

QString textOf(const session::BackupRow& row)
{
    return QStringLiteral("%1: %2 entries, made by %3\n  %4\n")
        .arg(words(row.at))
        .arg(row.entries)
        .arg(row.madeBy, row.folder);
}

Outcome backup(const Command& command)
{
    HEED_TAKE(const auto session, signIn(command));
    HEED_TAKE(const auto row, session::backUpTo(*session, command.place("DIR"), progress()));
    return Answer::of(jsonOf(row), QStringLiteral("The backup was made and checked.\n") + textOf(row));
}

Outcome backups(const Command& command)
{
    HEED_TAKE(const auto session, signIn(command));
    if (command.has("second"))
        HEED_TRY(session::setSecondPlace(*session, command.value("second")));
    HEED_TAKE(const auto rows, session::listBackups(session->vaultPath()));
    HEED_TAKE(const auto status, session::backupStatus(*session));
    QCborArray list;
    QString text;
    for (const auto& row : rows) {
        list.append(jsonOf(row));
        text += textOf(row);
    }
    QCborArray failures;
    for (const auto& failure : status.failures) {
        failures.append(QCborMap{{QStringLiteral("at"), model::writeValue(failure.at)},
                                 {QStringLiteral("place"), failure.place},
                                 {QStringLiteral("sentence"), failure.sentence}});
        text += line(QStringLiteral("Failed at %1").arg(words(failure.at)), failure.sentence);
    }
    text += status.inVault ? line(QStringLiteral("Last good one in the vault"), words(status.inVault->at))
                           : QStringLiteral("There is no good backup in the vault yet.\n");
    if (!status.secondPlace.isEmpty())
        text += line(QStringLiteral("Last good one in %1").arg(status.secondPlace),
                     status.second ? words(status.second->at) : QStringLiteral("none that can be reached now"));
    return Answer::of({{QStringLiteral("backups"), list},
                       {QStringLiteral("inVault"), jsonOf(status.inVault)},
                       {QStringLiteral("secondPlace"), status.secondPlace},
                       {QStringLiteral("second"), jsonOf(status.second)},
                       {QStringLiteral("failures"), failures}},
                      text);
}

model::Expected<session::Restored> restored(const Command& command)
{
    if (!command.has("as") && !command.has("password-file"))
        return session::restoreBackup(command.place("DIR"), command.place("VAULT"), progress());
    if (!command.has("as") || !command.has("password-file"))
        return model::failure(model::ErrorCode::BadInput,
                              QStringLiteral("\"--as\" and \"--password-file\" go together: give both, or neither."));
    HEED_TAKE(const auto line1, readPassword(command.value("password-file")));
    const auto password = vault::passwordBytes(SecretText(line1).text());
    return session::restoreBackup(command.place("DIR"), command.place("VAULT"), command.value("as"), password.span(),
                                  progress());
}

Outcome restore(const Command& command)
{
    HEED_TAKE(const auto made, restored(command));
    auto text = QStringLiteral("%1 is the vault of %2 as it was at %3, with %4 entries. Nothing else was changed.\n")
                    .arg(made.path, made.school, words(made.at))
                    .arg(made.entries);
    for (const auto& check : made.checks)
        text += line(QStringLiteral("Checked"), check);
    for (const auto& check : made.notDone)
        text += line(QStringLiteral("Not checked"), check);
    return Answer::of({{QStringLiteral("vault"), made.path},
                       {QStringLiteral("at"), model::writeValue(made.at)},
                       {QStringLiteral("school"), made.school},
                       {QStringLiteral("entries"), made.entries},
                       {QStringLiteral("checks"), model::writeValue(made.checks)},
                       {QStringLiteral("notDone"), model::writeValue(made.notDone)}},
                      text);
}

} // namespace

std::vector<Verb> backupVerbs()
{
    return {{"backup"_s, "backup", "VAULT DIR"_s, "Make a backup in a folder, and check it"_s, {}, backup},
            {"backups"_s,
             "backups",
             "VAULT"_s,
             "List the backups, and say when the last good one was made"_s,
             {valueFlag("second", "DIR", "First make this the second place of this computer; empty: none")},
             backups},
            {"restore"_s,
             "restore",
             "DIR VAULT"_s,
             "Make a new vault folder from a backup; overwrites nothing"_s,
             {valueFlag("as", "NAME", "A member who is there to open it"),
              valueFlag("password-file", "FILE", "The first line is their password")},
             restore,
             false}};
}

} // namespace heed::cli
