#include "cli/verbs.h"

#include "cli/flags.h"
#include "cli/input.h"
#include "cli/sign_in.h"
#include "model/json.h"
#include "platform/atomic_file.h"
#include "platform/clock.h"
#include "register/field_words.h"
#include "register/siblings.h"
#include "session/new_year.h"
#include "session/pupil_import.h"
#include "session/register_history.h"
#include "session/register.h"

#include <QHash>
#include <QRegularExpression>

namespace heed::cli {
namespace {

using model::ErrorCode;

QString key(const char* name)
{
    return QString::fromLatin1(name);
}

QString line(const model::Pupil& pupil)
{
    const auto& child = pupil.child;
    return QStringLiteral("%1  %2  %3  %4%5\n")
        .arg(child.id, model::nameOf(child).leftJustified(28),
             (pupil.className.isEmpty() ? child.yearGroup : pupil.className).leftJustified(6),
             child.dateOfBirth ? child.dateOfBirth->toString(Qt::ISODate) : QString(),
             child.onRoll == false ? QStringLiteral("  left") : QString());
}

QCborMap toJson(const pupils::Planned& one)
{
    QCborArray changes;
    for (const auto& change : one.changes)
        changes.append(
            QCborMap{{key("field"), change.field}, {key("before"), change.before}, {key("after"), change.after}});
    return {{key("line"), one.line},
            {key("id"), one.after.child.id},
            {key("name"), model::nameOf(one.after.child)},
            {key("forename"), one.after.child.forename},
            {key("surname"), one.after.child.surname},
            {key("changes"), changes}};
}

QCborMap toJson(const session::ImportPreview& preview)
{
    const auto& plan = preview.plan;
    const auto list = [](const std::vector<pupils::Planned>& planned) {
        QCborArray all;
        for (const auto& one : planned)
            all.append(toJson(one));
        return all;
    };
    QCborArray refused;
    for (const auto& one : plan.refused)
        refused.append(QCborMap{{key("line"), one.line}, {key("reason"), one.reason}});
    QCborArray asked;
    for (const auto& one : plan.asked) {
        QCborArray candidates;
        for (const auto& candidate : one.candidates)
            candidates.append(QCborMap{{key("id"), candidate.child.id}, {key("name"), model::nameOf(candidate.child)}});
        asked.append(QCborMap{{key("line"), one.line},
                              {key("name"), model::nameOf(one.pupil.child)},
                              {key("why"), one.why},
                              {key("candidates"), candidates}});
    }
    QCborMap json{
        {key("file"), preview.file},    {key("fingerprint"), QString::fromLatin1(preview.fingerprint.toHex())},
        {key("new"), list(plan.added)}, {key("changed"), list(plan.changed)},
        {key("left"), list(plan.left)}, {key("unchanged"), plan.unchanged},
        {key("refused"), refused},      {key("asked"), asked},
        {key("whole"), preview.whole}};
    if (preview.isCsv) {
        json.insert(key("mapping"), model::toShape(preview.mapping));
        json.insert(key("asLastTime"), preview.asLastTime);
    }
    return json;
}

QString toText(const session::ImportPreview& preview)
{
    const auto& plan = preview.plan;
    QString text;
    if (preview.asLastTime)
        text += QStringLiteral("Read as the last file with these headings was.\n");
    if (preview.whole)
        text += QStringLiteral("The file names everybody: who is not in it has left.\n");
    if (preview.isCsv && preview.mapping.partsNames())
        for (const auto& one : plan.added)
            text += QStringLiteral("New, line %1: forename %2, surname %3\n")
                        .arg(one.line)
                        .arg(one.after.child.forename, one.after.child.surname);
    for (const auto& one : plan.changed) {
        text += QStringLiteral("Changed: %1 (line %2)\n").arg(model::nameOf(one.after.child)).arg(one.line);
        for (const auto& change : one.changes)
            text +=
                QStringLiteral("    %1: %2 -> %3\n").arg(pupils::fieldWords(change.field), change.before, change.after);
    }
    for (const auto& one : plan.left)
        text += QStringLiteral("Left: %1\n").arg(model::nameOf(one.after.child));
    for (const auto& one : plan.refused)
        text += QStringLiteral("Refused, line %1: %2\n").arg(one.line).arg(one.reason);
    for (const auto& one : plan.asked) {
        QStringList candidates;
        for (const auto& candidate : one.candidates)
            candidates << QStringLiteral("%1 (%2)").arg(model::nameOf(candidate.child), candidate.child.id);
        text +=
            QStringLiteral("Asked, line %1: is %2 %3? %4\n")
                .arg(one.line)
                .arg(model::nameOf(one.pupil.child),
                     candidates.isEmpty() ? QStringLiteral("a new pupil")
                                          : QStringLiteral("the same as ") + candidates.join(QStringLiteral(" or ")),
                     one.why);
    }
    return text + QStringLiteral("%1 new, %2 changed, %3 left, %4 unchanged, %5 refused, %6 asked.\n")
                      .arg(plan.added.size())
                      .arg(plan.changed.size())
                      .arg(plan.left.size())
                      .arg(plan.unchanged)
                      .arg(plan.refused.size())
                      .arg(plan.asked.size());
}

/// "12=new", "14=1f3a…".
model::Expected<pupils::Decisions> decisions(const QStringList& words)
{
    pupils::Decisions all;
    for (const auto& word : words) {
        static const QRegularExpression form(QStringLiteral("^(\\d{1,9})=(new|[0-9a-f]{16})$"));
        const auto match = form.match(word);
        if (!match.hasMatch())
            return model::failure(ErrorCode::BadInput,
                                  QStringLiteral("\"--decide\" is a line with \"new\" or a pupil's id, such as 12=new, "
                                                 "and not \"%1\".")
                                      .arg(word.left(60)));
        all[match.captured(1).toLongLong()] =
            match.captured(2) == QStringLiteral("new") ? QString() : match.captured(2);
    }
    return all;
}

/// What the flags say of how a CSV file is written.
model::Expected<pupils::Given> given(const Command& command)
{
    pupils::Given said;
    if (command.has("encoding")) {
        said.encoding = model::valueOf<pupils::Encoding>(command.value("encoding"));
        if (!said.encoding)
            return model::failure(ErrorCode::BadInput,
                                  QStringLiteral("\"--encoding\" is utf-8, utf-16le, utf-16be or windows-1252, and not "
                                                 "\"%1\".")
                                      .arg(command.value("encoding").left(40)));
    }
    if (command.has("delimiter")) {
        const auto word = command.value("delimiter");
        said.delimiter = word == QStringLiteral("tab") ? QStringLiteral("\t") : word;
    }
    if (command.has("dates"))
        said.dateForm = command.value("dates");
    return said;
}

Outcome import(const Command& command)
{
    session::ImportRequest request;
    request.path = command.place("FILE");
    request.whole = command.has("whole");
    HEED_TAKE(request.given, given(command));
    HEED_TAKE(request.decisions, decisions(command.values("decide")));
    if (command.has("mapping")) {
        HEED_TAKE(const auto bytes, readInput(command.value("mapping"), QStringLiteral("The mapping")));
        HEED_TAKE(const auto map, model::parseJson(bytes, QStringLiteral("The mapping")));
        HEED_TAKE(request.mapping, model::fromShape<pupils::Mapping>(map, QStringLiteral("The mapping")));
    }
    HEED_TAKE(const auto session, signIn(command));
    HEED_TAKE(const auto preview, command.has("dry-run") ? session::previewImport(*session, request, progress())
                                                         : session::importPupils(*session, request, {}, progress()));
    if (command.has("refused") && !preview.refusedCsv.isEmpty())
        HEED_TRY(platform::replaceFile(command.value("refused"), preview.refusedCsv, platform::privateFile));
    auto json = toJson(preview);
    json.insert(key("dryRun"), command.has("dry-run"));
    return Answer::of(json, toText(preview) +
                                (command.has("dry-run") ? QStringLiteral("Nothing was changed.\n") : QString()));
}

Outcome list(const Command& command)
{
    HEED_TAKE(const auto limit, command.number("limit", 100'000, 1, 1'000'000));
    HEED_TAKE(const auto session, signIn(command));
    QCborArray all;
    QString text;
    const auto take = [&](const model::Pupil& pupil) {
        if (all.size() < limit) {
            all.append(model::toShape(pupil));
            text += line(pupil);
        }
    };
    if (command.has("query")) {
        HEED_TAKE(const auto found, session::findPupils(*session, command.value("query"), limit));
        HEED_TAKE(const auto known, session::pupils(*session));
        QHash<QString, const model::Pupil*> byId;
        for (const auto& one : known)
            byId.insert(one.child.id, &one);
        for (const auto& one : found)
            if (const auto* pupil = byId.value(one.id))
                take(*pupil);
    } else {
        HEED_TAKE(const auto found, session::pupils(*session));
        for (const auto& one : found)
            take(one);
    }
    text += QStringLiteral("%1 pupils.\n").arg(all.size());
    return Answer::of({{key("pupils"), all}}, text);
}

Outcome show(const Command& command)
{
    HEED_TAKE(const auto session, signIn(command));
    HEED_TAKE(const auto pupil, session::pupil(*session, command.place("PUPIL")));
    QString text;
    for (const auto& change : pupils::changesOf({}, pupil))
        text += QStringLiteral("%1: %2\n").arg(pupils::fieldWords(change.field), change.after);
    return Answer::of({{key("pupil"), model::toShape(pupil)}}, text);
}

model::Expected<model::Pupil> pupilFrom(const Command& command)
{
    HEED_TAKE(const auto bytes, readInput(command.value("file"), QStringLiteral("The pupil")));
    HEED_TAKE(const auto map, model::parseJson(bytes, QStringLiteral("The pupil")));
    return model::fromShape<model::Pupil>(map, QStringLiteral("The pupil"));
}

Outcome add(const Command& command)
{
    HEED_TAKE(const auto pupil, pupilFrom(command));
    HEED_TAKE(const auto session, signIn(command));
    HEED_TAKE(const auto id, session::registerPupil(*session, pupil, command.has("another")));
    return Answer::of({{key("id"), id}},
                      QStringLiteral("%1 is in the register: %2\n").arg(model::nameOf(pupil.child), id));
}

Outcome correct(const Command& command)
{
    HEED_TAKE(auto pupil, pupilFrom(command));
    HEED_TAKE(const auto session, signIn(command));
    HEED_TAKE(const auto before, session::pupil(*session, command.place("PUPIL")));
    if (!pupil.child.id.isEmpty() && pupil.child.id != before.child.id)
        return model::failure(
            ErrorCode::BadInput,
            QStringLiteral("The file is about another pupil: its id is not %1.").arg(before.child.id));
    pupil.child.id = before.child.id;
    HEED_TRY(session::correctPupil(*session, pupil, command.value("reason")));
    return Answer::of({{key("id"), pupil.child.id}}, QStringLiteral("Corrected.\n"));
}

Outcome leave(const Command& command)
{
    HEED_TAKE(const auto day, command.date("day"));
    HEED_TAKE(const auto session, signIn(command));
    HEED_TAKE(const auto pupil, session::pupil(*session, command.place("PUPIL")));
    HEED_TRY(
        session::markLeft(*session, {pupil.child.id}, day.value_or(platform::inSchoolTime(platform::now()).date())));
    return Answer::of({{key("id"), pupil.child.id}},
                      QStringLiteral("%1 has left, and keeps their records.\n").arg(model::nameOf(pupil.child)));
}

QString toText(const session::NewYearPlan& plan)
{
    QString text;
    for (const auto& step : plan.steps)
        text += QStringLiteral("Year %1: %2 %3%4\n")
                    .arg(step.year, QString::number(step.pupils),
                         step.next.isEmpty() ? QStringLiteral("leave") : QStringLiteral("go on to year ") + step.next,
                         step.classes.isEmpty() ? QString()
                                                : QStringLiteral(" (%1)").arg(step.classes.join(QStringLiteral(", "))));
    if (plan.stay > 0)
        text += QStringLiteral("%1 are in a year that has no next one, and stay in it.\n").arg(plan.stay);
    return text;
}

Outcome rollOver(const Command& command)
{
    HEED_TAKE(const auto day, command.date("day"));
    std::optional<QString> leaving;
    if (command.has("leaving"))
        leaving = command.value("leaving");
    const auto last = day.value_or(platform::inSchoolTime(platform::now()).date());
    HEED_TAKE(const auto session, signIn(command));
    HEED_TAKE(auto plan, session::planNewYear(*session, leaving, last));
    const bool isDry = command.has("dry-run");
    if (!isDry) {
        HEED_TAKE(plan,
                  session::beginNewYear(*session, {plan.leaving, last, plan.seen, command.has("again")}, progress()));
    }
    QCborArray steps;
    for (const auto& step : plan.steps)
        steps.append(QCborMap{{key("year"), step.year},
                              {key("next"), step.next.isEmpty() ? QCborValue(nullptr) : QCborValue(step.next)},
                              {key("pupils"), step.pupils},
                              {key("classes"), QCborArray::fromStringList(step.classes)}});
    return Answer::of({{key("moved"), plan.moved},
                       {key("left"), plan.left},
                       {key("stay"), plan.stay},
                       {key("leaving"), plan.leaving},
                       {key("years"), steps},
                       {key("dryRun"), isDry}},
                      toText(plan) +
                          (isDry ? QStringLiteral("%1 would be a year on, %2 would leave. Nothing was changed.\n")
                                 : QStringLiteral("%1 pupils are a year on, %2 have left.\n"))
                              .arg(plan.moved)
                              .arg(plan.left));
}

Outcome history(const Command& command)
{
    HEED_TAKE(const auto session, signIn(command));
    HEED_TAKE(const auto changes, session::registerHistory(*session));
    QCborArray all;
    QString text;
    for (const auto& one : changes) {
        const auto at = platform::inSchoolTime(one.at);
        all.append(QCborMap{{key("at"), at.toString(Qt::ISODate)},
                            {key("who"), one.who},
                            {key("newYear"), one.isNewYear},
                            {key("file"), one.isNewYear ? QCborValue(nullptr) : QCborValue(one.what.file)},
                            {key("fingerprint"), one.isNewYear
                                                     ? QCborValue(nullptr)
                                                     : QCborValue(QString::fromLatin1(one.what.fingerprint.toHex()))},
                            {key("new"), one.what.registered},
                            {key("changed"), one.what.changed},
                            {key("left"), one.what.left},
                            {key("unchanged"), one.what.unchanged},
                            {key("refused"), one.what.refused}});
        text += QStringLiteral("%1  %2: %3, %4 new, %5 changed, %6 left, %7 unchanged, %8 refused\n")
                    .arg(at.toString(QStringLiteral("yyyy-MM-dd HH:mm")), one.who, one.what.file)
                    .arg(one.what.registered)
                    .arg(one.what.changed)
                    .arg(one.what.left)
                    .arg(one.what.unchanged)
                    .arg(one.what.refused);
    }
    return Answer::of({{key("changes"), all}},
                      text.isEmpty() ? QStringLiteral("No file has been brought in, and no school year begun.\n")
                                     : text);
}

Outcome link(const Command& command)
{
    HEED_TAKE(const auto session, signIn(command));
    HEED_TAKE(const auto pupil, session::pupil(*session, command.place("PUPIL")));
    HEED_TRY(session::linkChild(*session, command.place("CHILD"), pupil.child.id, !command.has("not"),
                                command.value("reason")));
    return Answer::of({{key("child"), command.place("CHILD")}, {key("pupil"), pupil.child.id}},
                      command.has("not") ? QStringLiteral("They are two children.\n")
                                         : QStringLiteral("The concern is %1's.\n").arg(model::nameOf(pupil.child)));
}

Outcome siblings(const Command& command)
{
    HEED_TAKE(const auto session, signIn(command));
    HEED_TAKE(const auto all, session::pupils(*session));
    std::map<QString, QString> names;
    for (const auto& one : all)
        names[one.child.id] = model::nameOf(one.child);
    QCborArray offers;
    QString text;
    for (const auto& offer : pupils::offerSiblings(all)) {
        offers.append(QCborMap{{key("one"), offer.one}, {key("other"), offer.other}, {key("why"), offer.why}});
        text += QStringLiteral("%1 (%2) and %3 (%4): %5\n")
                    .arg(names[offer.one], offer.one, names[offer.other], offer.other, offer.why);
    }
    return Answer::of({{key("offers"), offers}},
                      text + QStringLiteral("Nothing is assumed: correct a pupil to say so.\n"));
}

} // namespace

std::vector<Verb> pupilVerbs()
{
    auto decide = valueFlag("decide", "LINE=WHO", "Who a row that was asked about is: \"new\", or a pupil's id");
    decide.repeated = true;
    constexpr auto reason = valueFlag("reason", "TEXT", "Why");
    constexpr auto dayFlag = valueFlag("day", "DATE", "Their last day; today if not given");
    return {{"pupils import"_s,
             "pupils-import",
             "VAULT FILE"_s,
             "Bring pupils in from a CTF or CSV file, all or nothing"_s,
             {switchFlag("dry-run", "Say what it would do, and change nothing"),
              switchFlag("whole", "The file names everybody: who is not in it has left"),
              valueFlag("mapping", "FILE", "How a CSV file is to be read, as JSON"),
              valueFlag("encoding", "NAME", "Of a CSV file: utf-8, utf-16le, utf-16be or windows-1252"),
              valueFlag("delimiter", "MARK", "What parts its cells: , ; | or \"tab\""),
              valueFlag("dates", "FORM", "How it writes dates, such as d/M/yyyy"), decide,
              valueFlag("refused", "FILE", "Write the refused rows there, to be corrected")},
             import},
            {"pupils list"_s,
             "pupils-list",
             "VAULT"_s,
             "The pupils of the register"_s,
             {valueFlag("query", "TEXT", "Name, class or year, as typed"), valueFlag("limit", "N", "At most so many")},
             list},
            {"pupils show"_s, "pupils-show", "VAULT PUPIL"_s, "What the register holds of a pupil"_s, {}, show},
            {"pupils add"_s,
             "pupils-add",
             "VAULT"_s,
             "Put a pupil into the register by hand"_s,
             {neededFlag("file", "FILE", "The pupil, as JSON"),
              switchFlag("another", "Although somebody in the register may be this child")},
             add},
            {"pupils correct"_s,
             "pupils-correct",
             "VAULT PUPIL"_s,
             "Correct what the register holds of a pupil"_s,
             {neededFlag("file", "FILE", "The pupil, whole, as JSON"), reason},
             correct},
            {"pupils leave"_s, "pupils-leave", "VAULT PUPIL"_s, "A pupil has left"_s, {dayFlag}, leave},
            {"pupils roll-over"_s,
             "pupils-roll-over",
             "VAULT"_s,
             "A new school year: everybody is a year on, and a year group leaves"_s,
             {switchFlag("dry-run", "Say what it would do, and change nothing"),
              valueFlag("leaving", "YEARS", "The year groups that leave; the oldest on roll if not given"), dayFlag,
              switchFlag("again", "Although one was begun within the last half year")},
             rollOver},
            {"pupils history"_s,
             "pupils-history",
             "VAULT"_s,
             "When files were brought in and school years begun, and by whom"_s,
             {},
             history},
            {"pupils siblings"_s,
             "pupils-siblings",
             "VAULT"_s,
             "Who may be siblings, by address or contact"_s,
             {},
             siblings},
            {"pupils link"_s,
             "pupils-link",
             "VAULT CHILD PUPIL"_s,
             "Say that a child described in a concern is a pupil of the register"_s,
             {switchFlag("not", "They are two children"), reason},
             link}};
}

} // namespace heed::cli
