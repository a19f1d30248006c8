#include "cli/verbs.h"

#include "cli/flags.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/sign_in.h"
#include "session/people.h"

namespace heed::cli {
namespace {

Outcome add(const Command& command)
{
    HEED_TAKE(const auto role, command.oneOf<model::Role>("role"));
    std::optional<crypto::SecretBytes> line1;
    if (command.has("new-password-file")) {
        HEED_TAKE(auto read, readPassword(command.value("new-password-file")));
        line1 = std::move(read);
    }
    HEED_TAKE(const auto session, signIn(command));
    const auto name = command.value("name").simplified();
    const auto added = [&]() -> model::Expected<session::NewMemberAnswer> {
        if (!line1)
            return session::addMember(*session, name, *role);
        const SecretText password(*line1);
        return session::addMember(*session, name, *role, password.text());
    }();
    if (!added)
        return tl::make_unexpected(added.error());
    QCborMap json{{QStringLiteral("id"), added->id},
                  {QStringLiteral("name"), name},
                  {QStringLiteral("role"), model::nameOf(*role)}};
    auto text = QStringLiteral("%1 can sign in now (%2).\n").arg(name, model::title(*role));
    if (!added->startingPassword.isEmpty()) {
        json.insert(QStringLiteral("startingPassword"), added->startingPassword);
        text += QStringLiteral("Starting password, shown once, to be changed at first sign-in: %1\n")
                    .arg(added->startingPassword);
    }
    return Answer::of(json, text);
}

Outcome list(const Command& command)
{
    HEED_TAKE(const auto session, signIn(command));
    HEED_TAKE(const auto rows, session::members(*session));
    QCborArray members;
    QString text;
    for (const auto& row : rows) {
        members.append(QCborMap{
            {QStringLiteral("id"), row.id},
            {QStringLiteral("name"), row.name},
            {QStringLiteral("role"), row.role ? QCborValue(model::nameOf(*row.role)) : QCborValue(QCborValue::Null)},
            {QStringLiteral("hasSignedIn"), row.hasSignedIn},
            {QStringLiteral("enrolledBy"), row.enrolledBy},
            {QStringLiteral("enrolledAt"), model::writeValue(row.enrolledAt)},
            {QStringLiteral("resetBy"), row.resetBy.isEmpty() ? QCborValue(QCborValue::Null) : QCborValue(row.resetBy)},
            {QStringLiteral("resetAt"), row.resetAt ? model::writeValue(*row.resetAt) : QCborValue(QCborValue::Null)},
            {QStringLiteral("leftAt"), row.leftAt ? model::writeValue(*row.leftAt) : QCborValue(QCborValue::Null)},
            {QStringLiteral("waitsForDesk"), row.waitsForDesk},
            {QStringLiteral("onlyReader"), row.isOnlyReader}});
        text += QStringLiteral("%1, %2%3%4; enrolled by %5 at %6%7\n")
                    .arg(row.name, row.role ? model::title(*row.role) : QStringLiteral("has left"),
                         row.hasSignedIn ? QString() : QStringLiteral(", has not signed in yet"),
                         row.waitsForDesk ? QStringLiteral(", waits to be let in") : QString(), row.enrolledBy,
                         words(row.enrolledAt),
                         row.resetBy.isEmpty() ? QString() : QStringLiteral("; new keys from %1").arg(row.resetBy));
    }
    return Answer::of({{QStringLiteral("members"), members}}, text);
}

Outcome passwd(const Command& command)
{
    HEED_TAKE(const auto line1, readPassword(command.value("new-password-file")));
    HEED_TAKE(const auto session, signIn(command, true));
    const SecretText password(line1);
    const bool first = session->member().mustChoosePassword;
    HEED_TRY(first ? session->chooseFirstPassword(password.text()) : session->changePassword(password.text()));
    return Answer::of({{QStringLiteral("member"), session->member().name}, {QStringLiteral("firstSignIn"), first}},
                      QStringLiteral("The new password is in force.\n"));
}

Outcome role(const Command& command)
{
    HEED_TAKE(const auto wanted, command.oneOf<model::Role>("role"));
    HEED_TAKE(const auto session, signIn(command));
    HEED_TRY(session::changeRole(*session, command.value("name"), *wanted));
    return Answer::of(
        {{QStringLiteral("name"), command.value("name")}, {QStringLiteral("role"), model::nameOf(*wanted)}},
        QStringLiteral("The role is %1 now.\n").arg(model::title(*wanted)));
}

Outcome openWork(const Command& command)
{
    HEED_TAKE(const auto session, signIn(command));
    HEED_TAKE(const auto open, session::openWorkOf(*session, command.value("name")));
    return Answer::of({{QStringLiteral("name"), command.value("name")},
                       {QStringLiteral("openWork"), QCborArray::fromStringList(open)}},
                      open.isEmpty() ? QStringLiteral("Nothing that is open was handed over to them.\n")
                                     : open.join(u'\n') + u'\n');
}

Outcome end(const Command& command)
{
    HEED_TAKE(const auto session, signIn(command));
    HEED_TAKE(const auto open, session::endMember(*session, command.value("name")));
    auto text = QStringLiteral("%1 can no longer sign in.\n").arg(command.value("name"));
    if (!open.isEmpty())
        text += QStringLiteral("These were handed over to them and are open, so somebody has to take them on: %1\n")
                    .arg(open.join(QStringLiteral(", ")));
    return Answer::of({{QStringLiteral("name"), command.value("name")},
                       {QStringLiteral("openWork"), QCborArray::fromStringList(open)}},
                      text);
}

Outcome reset(const Command& command)
{
    HEED_TAKE(const auto session, signIn(command));
    HEED_TAKE(const auto made, session::resetMember(*session, command.value("name")));
    return Answer::of(
        {{QStringLiteral("name"), command.value("name")}, {QStringLiteral("startingPassword"), made.startingPassword}},
        QStringLiteral("Starting password, shown once, to be changed at first sign-in: %1\n")
            .arg(made.startingPassword));
}

} // namespace

std::vector<Verb> memberVerbs()
{
    return {{"member add"_s,
             "member-add",
             "VAULT"_s,
             "Let somebody sign in (by a designated safeguarding lead)"_s,
             {neededFlag("name", "NAME", "Their name, as colleagues know them"),
              neededFlag("role", "ROLE", "staff, dsl, head or chair"),
              valueFlag("new-password-file", "FILE",
                        "The first line is their own password; else Heed makes one to start with")},
             add},
            {"member list"_s, "member-list", "VAULT"_s, "Who can sign in, and who enrolled them"_s, {}, list},
            {"member role"_s,
             "member-role",
             "VAULT"_s,
             "Give somebody another role (by a designated safeguarding lead)"_s,
             {neededFlag("name", "NAME", "Whose"), neededFlag("role", "ROLE", "staff, dsl, head or chair")},
             role},
            {"member open-work"_s,
             "member-open-work",
             "VAULT"_s,
             "What was handed over to somebody and is open: to be read before they leave"_s,
             {neededFlag("name", "NAME", "Who")},
             openWork},
            {"member end"_s,
             "member-end",
             "VAULT"_s,
             "Somebody has left: their keys count for nothing from now on"_s,
             {neededFlag("name", "NAME", "Who")},
             end},
            {"member reset"_s,
             "member-reset",
             "VAULT"_s,
             "Give somebody who forgot their password a starting password and new keys"_s,
             {neededFlag("name", "NAME", "Who")},
             reset},
            {"member passwd"_s,
             "member-passwd",
             "VAULT"_s,
             "Change one's own password; with a starting password this is the first sign-in"_s,
             {neededFlag("new-password-file", "FILE", "The first line is the new password")},
             passwd}};
}

} // namespace heed::cli
