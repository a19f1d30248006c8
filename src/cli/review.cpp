#include "cli/verbs.h"

#include "cli/attach.h"
#include "cli/flags.h"
#include "cli/input.h"
#include "cli/sign_in.h"
#include "session/review.h"

namespace heed::cli {
namespace {

constexpr auto textFlag = valueFlag("text", "TEXT", "In words");
constexpr auto neededText = neededFlag("text", "TEXT", "In words");
constexpr auto reasonFlag = valueFlag("reason", "TEXT", "Why");
constexpr auto neededReason = neededFlag("reason", "TEXT", "Why");
constexpr auto correctsFlag = valueFlag("corrects", "ENTRY", "The id of the entry that this puts right");
constexpr auto whenFlag = valueFlag("when", "TIME", "When: 2026-11-20T14:10, in school time, or with its offset");
constexpr auto theirReferenceFlag = valueFlag("reference", "TEXT", "Their reference");

/// Signs in, does it, and says that it is done.
template <class Do> Outcome record(const Command& command, const char* what, const char* sentence, Do act)
{
    HEED_TAKE(const auto session, signIn(command));
    const auto reference = command.place("REFERENCE");
    HEED_TRY(act(*session, reference));
    return Answer::of({{QStringLiteral("reference"), reference}, {QStringLiteral("recorded"), QLatin1StringView(what)}},
                      QLatin1StringView(sentence) + u'\n');
}

/// Of two flags that mean the same for a verb, the one that is given.
QString either(const Command& command, const char* flag, const char* other)
{
    return command.has(flag) ? command.value(flag) : command.value(other);
}

Outcome acknowledge(const Command& command)
{
    return record(command, "acknowledged", "Acknowledged.",
                  [&](session::Session& session, const QString& reference) -> model::Result {
                      HEED_TRY(session::acknowledge(session, reference));
                      return command.has("text") ? session::addNote(session, reference, command.value("text"))
                                                 : model::Result();
                  });
}

Outcome level(const Command& command)
{
    HEED_TAKE(const auto level, command.oneOf<model::Level>("level"));
    return record(command, "level-set", "The level is set.", [&](session::Session& session, const QString& reference) {
        return session::setLevel(session, reference, {*level, either(command, "reason", "text")});
    });
}

Outcome note(const Command& command)
{
    return record(command, "note", "Noted.", [&](session::Session& session, const QString& reference) -> model::Result {
        HEED_TAKE(const auto files, Attaching::of(session, command));
        return session::addNote(session, reference, command.value("text"), command.value("corrects"), files.form());
    });
}

Outcome action(const Command& command)
{
    if (command.has("done")) {
        for (const auto* flag : {"who", "due", "agency"})
            if (command.has(flag))
                return model::failure(model::ErrorCode::BadInput,
                                      QStringLiteral("\"--%1\" belongs to a new action, not to one that is done.")
                                          .arg(QLatin1StringView(flag)));
        return record(
            command, "action-done", "The action is done.", [&](session::Session& session, const QString& reference) {
                return session::finishAction(session, reference, command.value("done"), command.value("text"));
            });
    }
    HEED_TAKE(const auto due, command.date("due"));
    const model::ActionBody body{command.value("text"), command.value("who"), due, command.value("agency")};
    if (body.text.trimmed().isEmpty())
        return model::failure(model::ErrorCode::BadInput, QStringLiteral("Say with \"--text\" what is to be done."));
    HEED_TAKE(const auto session, signIn(command));
    HEED_TAKE(const auto id, session::addAction(*session, command.place("REFERENCE"), body));
    return Answer::of({{QStringLiteral("reference"), command.place("REFERENCE")},
                       {QStringLiteral("recorded"), QStringLiteral("action-added")},
                       {QStringLiteral("action"), id}},
                      QStringLiteral("Action %1 is on the list. Once done: heed-cli action VAULT REFERENCE --done %1\n")
                          .arg(id.left(8)));
}

Outcome contact(const Command& command)
{
    HEED_TAKE(const auto when, command.time("when"));
    const model::ContactBody body{command.value("who"),      command.value("agency"), when,
                                  command.value("how"),      command.value("text"),   command.value("decision"),
                                  command.value("reference")};
    return record(command, "contact-made", "The contact is recorded.",
                  [&](session::Session& session, const QString& reference) {
                      return session::recordContact(session, reference, body);
                  });
}

Outcome decide(const Command& command)
{
    HEED_TAKE(const auto decision, command.oneOf<model::DecisionKind>("decision"));
    return record(
        command, "decision", "The decision is recorded.", [&](session::Session& session, const QString& reference) {
            return session::decide(session, reference, {*decision, command.value("text"), command.value("reason")});
        });
}

Outcome refer(const Command& command)
{
    HEED_TAKE(const auto telephoned, command.time("when"));
    HEED_TAKE(const auto written, command.time("written"));
    model::ReferralBody body{
        command.value("to"),    telephoned, written, command.value("reference"), command.value("text"),
        command.value("reason")};
    const auto answer = [&](const char* flag, std::optional<QString>& into) {
        if (command.has(flag))
            into = command.value(flag);
    };
    answer("asked-for", body.askedFor);
    answer("whereabouts", body.whereabouts);
    answer("childs-views", body.childsViews);
    answer("parents-views", body.parentsViews);
    answer("parents-informed", body.parentsInformed);
    answer("consent", body.consent);
    answer("kept-from-family", body.keptFromFamily);
    answer("strengths", body.strengths);
    answer("risks-to-workers", body.risksToWorkers);
    answer("spoken-to", body.spokenTo);
    answer("significant-harm", body.significantHarm);
    answer("safety-now", body.safetyNow);
    answer("threshold", body.threshold);
    answer("family", body.family);
    answer("agencies", body.agencies);
    answer("address", body.address);
    answer("names-used", body.namesUsed);
    answer("sex", body.sex);
    answer("ethnicity", body.ethnicity);
    answer("religion", body.religion);
    answer("first-language", body.firstLanguage);
    answer("interpreter", body.interpreter);
    answer("disability", body.disability);
    answer("nhs-number", body.nhsNumber);
    answer("doctor", body.doctor);
    return record(
        command, "referral", "The referral is recorded.",
        [&](session::Session& session, const QString& reference) { return session::refer(session, reference, body); });
}

Outcome informed(const Command& command)
{
    HEED_TAKE(const auto party, command.oneOf<model::Party>("who"));
    HEED_TAKE(const auto when, command.time("when"));
    const model::InformedBody body{*party,
                                   command.value("name"),
                                   !command.has("not-told"),
                                   when,
                                   command.value("by"),
                                   command.value("how"),
                                   command.value("text"),
                                   command.value("reason")};
    return record(command, "informed",
                  body.told ? "That they were told is recorded." : "Why they were not told is recorded.",
                  [&](session::Session& session, const QString& reference) {
                      return session::recordInformed(session, reference, body);
                  });
}

Outcome consent(const Command& command)
{
    HEED_TAKE(const auto answer, command.oneOf<model::ConsentAnswer>("answer"));
    HEED_TAKE(const auto party, command.oneOf<model::Party>("who"));
    HEED_TAKE(const auto when, command.time("when"));
    const model::ConsentBody body{*answer,
                                  command.value("to"),
                                  party.value_or(model::Party::Parents),
                                  command.value("name"),
                                  when,
                                  command.value("how"),
                                  command.value("reason")};
    return record(command, "consent", "The consent is recorded.",
                  [&](session::Session& session, const QString& reference) {
                      return session::recordConsent(session, reference, body);
                  });
}

Outcome assess(const Command& command)
{
    const bool isDateNotKnown =
        command.value("date").trimmed().compare(QStringLiteral("not known"), Qt::CaseInsensitive) == 0;
    std::optional<QDate> date;
    if (!isDateNotKnown) {
        HEED_TAKE(date, command.date("date"));
    }
    HEED_TAKE(const auto trend, command.oneOf<model::Trend>("trend"));
    const model::AssessmentBody body{command.value("tool"),  command.value("level"), date,  command.value("assessor"),
                                     command.value("basis"), command.value("text"),  trend, isDateNotKnown};
    return record(command, "assessment", "The assessment is recorded.",
                  [&](session::Session& session, const QString& reference) -> model::Result {
                      HEED_TAKE(const auto files, Attaching::of(session, command));
                      return session::recordAssessment(session, reference, body, files.form());
                  });
}

Outcome review(const Command& command)
{
    HEED_TAKE(const auto body, readJsonFile<model::ReviewBody>(command.value("file"), QStringLiteral("The review")));
    return record(command, "review", "The review is recorded.",
                  [&](session::Session& session, const QString& reference) {
                      return session::recordReview(session, reference, body);
                  });
}

Outcome entered(const Command& command)
{
    HEED_TAKE(const auto when, command.time("when"));
    const model::ElsewhereBody body{command.has("system") ? command.value("system") : QStringLiteral("CPOMS"), when,
                                    command.value("reference")};
    return record(command, "entered-elsewhere", "Marked as entered there.",
                  [&](session::Session& session, const QString& reference) {
                      return session::markElsewhere(session, reference, body);
                  });
}

Outcome feedback(const Command& command)
{
    return record(command, "feedback", "The author can read it.",
                  [&](session::Session& session, const QString& reference) {
                      return session::giveFeedback(session, reference, command.value("text"));
                  });
}

Outcome handOver(const Command& command)
{
    return record(command, "handed-over", "Handed over.", [&](session::Session& session, const QString& reference) {
        return session::handOver(session, reference, command.value("to"), either(command, "reason", "text"));
    });
}

Outcome pass(const Command& command)
{
    return record(command, "passed", "Passed on.", [&](session::Session& session, const QString& reference) {
        return session::passTo(session, reference, command.value("to"), either(command, "reason", "text"));
    });
}

Outcome agree(const Command& command)
{
    const auto reason = either(command, "reason", "text");
    if (const auto asked = command.value("ask"); !asked.isEmpty())
        return record(command, "action-added", "It is an action of theirs. Tell them as well.",
                      [&](session::Session& session, const QString& reference) {
                          return session::askToAgree(session, reference, asked, reason);
                      });
    if (command.has("refuse"))
        return record(command, "agreed", "That you do not agree is recorded.",
                      [&](session::Session& session, const QString& reference) {
                          return session::refuse(session, reference, reason);
                      });
    return record(command, "agreed", "Your agreement is recorded.",
                  [&](session::Session& session, const QString& reference) {
                      return session::agree(session, reference, reason);
                  });
}

Outcome close(const Command& command)
{
    const model::ClosedBody body{either(command, "outcome", "text"), command.value("reason")};
    return record(command, "closed", "Closed.", [&](session::Session& session, const QString& reference) {
        return session::close(session, reference, body);
    });
}

Outcome reopen(const Command& command)
{
    return record(command, "reopened", "Open again.", [&](session::Session& session, const QString& reference) {
        return session::reopen(session, reference, either(command, "reason", "text"));
    });
}

} // namespace

std::vector<Verb> reviewVerbs()
{
    constexpr auto place = QLatin1StringView("VAULT REFERENCE");
    return {
        {"acknowledge"_s,
         "acknowledge",
         place,
         "Say that you have read a concern and take it on"_s,
         {valueFlag("text", "TEXT", "A note to go with it")},
         acknowledge},
        {"level"_s,
         "level",
         place,
         "Judge how serious it is"_s,
         {neededFlag("level", "LEVEL", "low, medium or high"), reasonFlag, textFlag},
         level},
        {"note"_s, "note", place, "Add a note"_s, {neededText, correctsFlag, attachFlag()}, note},
        {"action"_s,
         "action",
         place,
         "Put something on the list of what is to be done, or say that it is done"_s,
         {textFlag, valueFlag("who", "NAME", "Who does it"), valueFlag("due", "DATE", "By when"),
          valueFlag("agency", "TEXT", "The agency, where it is another's to do"),
          valueFlag("done", "ID", "An action that is done, by its id or the beginning of it")},
         action},
        {"contact"_s,
         "contact",
         place,
         "Record a call or a conversation with an agency, a parent or a carer"_s,
         {neededFlag("who", "NAME", "Who was spoken to"), valueFlag("agency", "TEXT", "Their agency"), whenFlag,
          valueFlag("how", "TEXT", "By telephone, in person"), textFlag,
          valueFlag("decision", "TEXT", "What they told us they decided"), theirReferenceFlag},
         contact},
        {"decide"_s,
         "decide",
         place,
         "Record a decision and its reason"_s,
         {neededFlag("decision", "KIND", "no-further-action, monitor, early-help, referral or escalation"),
          neededReason, textFlag},
         decide},
        {"refer"_s,
         "refer",
         place,
         "Record a referral"_s,
         {neededFlag("to", "TEXT", "To whom"),
          valueFlag("when", "TIME", "When they were telephoned"),
          valueFlag("written", "TIME", "When it was confirmed in writing"),
          theirReferenceFlag,
          textFlag,
          reasonFlag,
          valueFlag("asked-for", "TEXT", "What they are asked to do"),
          valueFlag("whereabouts", "TEXT", "Where the child is now"),
          valueFlag("childs-views", "TEXT", "What the child thinks and wishes"),
          valueFlag("parents-views", "TEXT", "What the parents or carers think"),
          valueFlag("parents-informed", "TEXT", "Whether, when and by whom they were told; or why not"),
          valueFlag("consent", "TEXT", "Who agreed; or why nobody was asked"),
          valueFlag("kept-from-family", "TEXT", "What must be kept from the family"),
          valueFlag("strengths", "TEXT", "What goes well for the family"),
          valueFlag("risks-to-workers", "TEXT", "What somebody who visits should know"),
          valueFlag("spoken-to", "TEXT", "Who answered the telephone"),
          valueFlag("significant-harm", "TEXT", "Why significant harm is likely"),
          valueFlag("safety-now", "TEXT", "What keeps the child safe until they act"),
          valueFlag("threshold", "TEXT", "The level of need, by local thresholds"),
          valueFlag("family", "TEXT", "Parents, carers, household; who has parental responsibility"),
          valueFlag("agencies", "TEXT", "Who works with the family"),
          valueFlag("address", "TEXT", "Where the child lives"),
          valueFlag("names-used", "TEXT", "Other names of the child"),
          valueFlag("sex", "TEXT", "The child's sex"),
          valueFlag("ethnicity", "TEXT", "The child's ethnicity"),
          valueFlag("religion", "TEXT", "The child's religion"),
          valueFlag("first-language", "TEXT", "The child's first language"),
          valueFlag("interpreter", "TEXT", "Whether one is needed, and for whom"),
          valueFlag("disability", "TEXT", "A disability of the child"),
          valueFlag("nhs-number", "TEXT", "The child's NHS number"),
          valueFlag("doctor", "TEXT", "The child's GP")},
         refer},
        {"informed"_s,
         "informed",
         place,
         "Record who was told of a concern or, if they were not, why"_s,
         {neededFlag("who", "WHO", "parents, child or other"),
          valueFlag("name", "NAME", "Their name, or who they are to the child"),
          switchFlag("not-told", "That they were not told: say why with --reason"), whenFlag,
          valueFlag("by", "NAME", "Who told them, if not you"), valueFlag("how", "TEXT", "By telephone, in person"),
          textFlag, reasonFlag},
         informed},
        {"consent"_s,
         "consent",
         place,
         "Record who agreed to what or, if nobody was asked, why"_s,
         {neededFlag("answer", "ANSWER", "given, refused, withdrawn or not-sought"),
          neededFlag("to", "TEXT", "To what: the referral, family help"),
          valueFlag("who", "WHO", "parents (if not given), child or other"),
          valueFlag("name", "NAME", "Their name, or who they are to the child"), whenFlag,
          valueFlag("how", "TEXT", "By telephone, in person, in writing"), reasonFlag},
         consent},
        {"assess"_s,
         "assess",
         place,
         "Record an assessment that somebody else made with a tool of theirs"_s,
         {neededFlag("tool", "TEXT", "The tool; this and the next four may be \"not known\""),
          neededFlag("level", "TEXT", "What it came to"), neededFlag("date", "DATE", "When"),
          neededFlag("assessor", "NAME", "Who made it"), neededFlag("basis", "TEXT", "What it rests on"),
          valueFlag("trend", "TREND", "up, down or same, against the one before"), textFlag, attachFlag()},
         assess},
        {"review"_s,
         "review",
         place,
         "Record a structured review of the case, as JSON"_s,
         {neededFlag("file", "FILE", "Each prompt with its evidence, judgement and rationale")},
         review},
        {"entered"_s,
         "entered",
         place,
         "Mark the concern as entered on another system, such as CPOMS"_s,
         {valueFlag("system", "TEXT", "Which; CPOMS if not given"), whenFlag,
          valueFlag("reference", "TEXT", "What it is called there")},
         entered},
        {"feedback"_s, "feedback", place, "Tell the concern's author what came of it"_s, {neededText}, feedback},
        {"handover"_s,
         "handover",
         place,
         "Hand the concern over to a colleague who reads this desk"_s,
         {neededFlag("to", "NAME", "To whom"), reasonFlag, textFlag},
         handOver},
        {"pass"_s,
         "pass",
         place,
         "Pass the concern on to another desk"_s,
         {neededFlag("to", "DESK", "safeguarding, head or chair"), reasonFlag, textFlag},
         pass},
        {"agree"_s,
         "agree",
         place,
         "Agree, as a second safeguarding lead, that a case can be closed"_s,
         {reasonFlag, textFlag, switchFlag("refuse", "That you do not agree, and what is wanting"),
          valueFlag("ask", "NAME", "Ask this colleague instead: it becomes an action of theirs")},
         agree},
        {"close"_s,
         "close",
         place,
         "Close the concern with an outcome and a reason"_s,
         {valueFlag("outcome", "TEXT", "What came of it"), textFlag, neededReason},
         close},
        {"reopen"_s, "reopen", place, "Open a closed concern again"_s, {reasonFlag, textFlag}, reopen},
    };
}

} // namespace heed::cli
