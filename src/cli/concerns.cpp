#include "cli/verbs.h"

#include "cli/attach.h"
#include "cli/flags.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/showing.h"
#include "cli/sign_in.h"
#include "model/reference.h"
#include "session/logging.h"

#include <algorithm>

namespace heed::cli {
namespace {

using model::ErrorCode;
using model::failure;

Outcome log(const Command& command)
{
    HEED_TAKE(const auto concern, readJsonFile<model::Concern>(command.value("file"), QStringLiteral("The concern")));
    HEED_TAKE(const auto session, signIn(command));
    if (command.has("dry-run")) {
        HEED_TAKE(const auto look, session::lookAtConcern(*session, concern));
        return Answer::of({{QStringLiteral("route"), model::toShape(look.route)},
                           {QStringLiteral("advice"), toJson(look.advice)},
                           {QStringLiteral("dryRun"), true}},
                          toText(look.route) + toText(look.advice) + QStringLiteral("Nothing was recorded.\n"));
    }
    HEED_TAKE(const auto files, Attaching::of(*session, command));
    HEED_TAKE(const auto logged, session::logConcern(*session, concern, files.form()));
    auto text = line(QStringLiteral("Reference"), logged.reference);
    text += line(QStringLiteral("Fingerprint"), logged.fingerprint);
    text += toText(files.files());
    text += u'\n' + toText(logged.route) + toText(logged.advice);
    return Answer::of({{QStringLiteral("id"), logged.id},
                       {QStringLiteral("files"), toJson(files.files())},
                       {QStringLiteral("reference"), logged.reference},
                       {QStringLiteral("fingerprint"), logged.fingerprint},
                       {QStringLiteral("child"), logged.child},
                       {QStringLiteral("loggedAt"), model::writeValue(logged.loggedAt)},
                       {QStringLiteral("route"), model::toShape(logged.route)},
                       {QStringLiteral("advice"), toJson(logged.advice)},
                       {QStringLiteral("dryRun"), false}},
                      text);
}

Outcome mine(const Command& command)
{
    HEED_TAKE(const auto session, signIn(command));
    HEED_TAKE(const auto own, session::myConcerns(*session));
    QCborArray concerns;
    QStringList texts;
    for (const auto& one : own) {
        auto json = toJson(one.record);
        json.insert(QStringLiteral("toldAnswered"), one.toldAnswered);
        concerns.append(json);
        texts << toText(one.record);
    }
    return Answer::of({{QStringLiteral("concerns"), concerns}},
                      texts.isEmpty() ? QStringLiteral("You have logged no concern yet.\n")
                                      : texts.join(QStringLiteral("\n---\n\n")));
}

/// Whom the route of one's own concern named.
model::Expected<QString> namedBy(session::Session& session, const QString& reference)
{
    HEED_TAKE(const auto own, session::myConcerns(session));
    const auto normal = model::normalReference(reference);
    const auto found =
        std::find_if(own.begin(), own.end(), [&](const auto& one) { return one.record.reference == normal; });
    if (found == own.end())
        return failure(ErrorCode::NotFound,
                       QStringLiteral("You have no concern \"%1\": check the reference.").arg(reference.left(60)));
    return found->record.logged.route.contact.name;
}

Outcome told(const Command& command)
{
    HEED_TAKE(const auto when, command.time("when"));
    model::ToldBody body{command.value("whom"), when, command.value("how"), !command.has("not-reached"),
                         command.value("text")};
    HEED_TAKE(const auto session, signIn(command));
    const auto reference = command.place("REFERENCE");
    if (body.whom.isEmpty()) {
        HEED_TAKE(body.whom, namedBy(*session, reference));
    }
    HEED_TRY(session::recordTold(*session, reference, body));
    return Answer::of({{QStringLiteral("reference"), reference},
                       {QStringLiteral("recorded"), QStringLiteral("told")},
                       {QStringLiteral("whom"), body.whom},
                       {QStringLiteral("reached"), body.reached}},
                      body.reached ? QStringLiteral("Recorded: %1 was told.\n").arg(body.whom)
                                   : QStringLiteral("Recorded: %1 was not reached.\n").arg(body.whom));
}

Outcome amend(const Command& command)
{
    HEED_TAKE(const auto session, signIn(command));
    const auto reference = command.place("REFERENCE");
    HEED_TAKE(const auto files, Attaching::of(*session, command));
    HEED_TRY(session::addTo(*session, reference, command.value("text"), command.value("corrects"), files.form()));
    return Answer::of(
        {{QStringLiteral("reference"), reference}, {QStringLiteral("recorded"), QStringLiteral("addition")}},
        QStringLiteral("Added.\n"));
}

} // namespace

std::vector<Verb> concernVerbs()
{
    return {{"log"_s,
             "log",
             "VAULT"_s,
             "Write a concern down; the answer says who must be told"_s,
             {neededFlag("file", "FILE", "The concern, as JSON"), attachFlag(),
              switchFlag("dry-run", "Say who must be told and what could be better, and record nothing")},
             log},
            {"mine"_s, "mine", "VAULT"_s, "One's own concerns, and what came back"_s, {}, mine},
            {"told"_s,
             "told",
             "VAULT REFERENCE"_s,
             "Say whom you have told of your concern, or could not reach"_s,
             {valueFlag("whom", "NAME", "Whom; if not given, the one whom the route names"),
              valueFlag("how", "TEXT", "How: in person, by telephone"), valueFlag("when", "TIME", "When"),
              switchFlag("not-reached", "They could not be reached"),
              valueFlag("text", "TEXT", "What else there is to say")},
             told},
            {"amend"_s,
             "amend",
             "VAULT REFERENCE"_s,
             "Add to your own concern; what was written stays as it is"_s,
             {neededFlag("text", "TEXT", "What is added"),
              valueFlag("corrects", "ENTRY", "The entry that this puts right"), attachFlag()},
             amend}};
}

} // namespace heed::cli
