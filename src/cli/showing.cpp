#include "cli/showing.h"

#include "cli/output.h"
#include "report/words.h"
#include "rules/attachments.h"
#include "rules/signs.h"
#include "rules/words.h"

#include <QTimeZone>

namespace heed::cli {
namespace {

const QTimeZone schoolZone("Europe/London");

using model::writeValue;

void put(QCborMap& map, const char* key, const QCborValue& value)
{
    map.insert(QLatin1StringView(key), value);
}

void putKnown(QCborMap& map, const char* key, const QString& value)
{
    if (!value.isEmpty())
        put(map, key, value);
}

template <class T> void putKnown(QCborMap& map, const char* key, const std::optional<T>& value)
{
    if (value)
        put(map, key, writeValue(*value));
}

QCborMap toJson(const model::Event& event)
{
    QCborMap map;
    put(map, "id", event.id);
    put(map, "kind", writeValue(event.kind));
    put(map, "author", event.author);
    put(map, "at", writeValue(event.at));
    if (event.timeContradicted)
        put(map, "timeContradicted", true);
    // The logging entry's body stands in the record itself.
    if (event.kind != model::Kind::Concern)
        put(map, "body", model::writeBody(event.body));
    if (!event.files.empty())
        put(map, "files", cli::toJson(event.files));
    return map;
}

QCborMap toJson(const model::ActionState& action)
{
    auto map = model::toShape(action.action);
    put(map, "id", action.id);
    put(map, "addedBy", action.addedBy);
    put(map, "addedAt", writeValue(action.addedAt));
    putKnown(map, "doneAt", action.doneAt);
    putKnown(map, "doneBy", action.doneBy);
    putKnown(map, "result", action.result);
    return map;
}

QString asked(const std::optional<bool>& value)
{
    return !value ? QStringLiteral("Not sure") : *value ? QStringLiteral("Yes") : QStringLiteral("No");
}

QString childText(const QString& label, const model::Child& child)
{
    QStringList more;
    if (child.dateOfBirth)
        more << QStringLiteral("born ") + rules::inWords(*child.dateOfBirth);
    if (!child.yearGroup.isEmpty())
        more << QStringLiteral("year ") + child.yearGroup;
    if (!child.upn.isEmpty())
        more << QStringLiteral("UPN ") + child.upn;
    const auto known = more.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(more.join(QStringLiteral(", ")));
    QString text = line(label, model::nameOf(child) + known);
    text += line(QStringLiteral("  On roll here"), asked(child.onRoll));
    text += line(QStringLiteral("  Site"), child.site);
    text += line(QStringLiteral("  Lives in the area of"), child.homeAuthority);
    QStringList flags;
    for (const auto flag : child.vulnerabilities)
        flags << model::nameOf(flag);
    text += line(QStringLiteral("  Flags"), flags.join(QStringLiteral(", ")));
    text += line(QStringLiteral("  Description"), child.description);
    text += line(QStringLiteral("  Part in it"), child.part);
    return text;
}

QString signText(const model::ConcernBody& logged, const model::SignSeen& seen)
{
    const auto* sign = logged.checklist.find(seen.code);
    auto text = sign ? sign->label : seen.code;
    if (seen.code == model::otherSignCode)
        text = logged.concern.otherSign.isEmpty() ? QStringLiteral("something else") : logged.concern.otherSign;
    if (seen.seen)
        text += QStringLiteral(", ") + rules::inWords(*seen.seen);
    if (seen.source)
        text += QStringLiteral(", source: ") + model::nameOf(*seen.source);
    if (!seen.note.isEmpty())
        text += QStringLiteral(": ") + seen.note;
    return text;
}

QString markText(const model::BodyMark& mark)
{
    QStringList parts{report::regionText(mark), report::looksText(mark)};
    if (mark.brokenSkin)
        parts << QStringLiteral("skin broken: ") + report::brokenSkinText(mark.brokenSkin).toLower();
    if (mark.firstNoticed)
        parts << QStringLiteral("first noticed ") + rules::inWords(*mark.firstNoticed);
    if (!mark.childsAccount.isEmpty())
        parts << QStringLiteral("the child: ") + report::quoted(mark.childsAccount);
    return report::joined(parts << mark.note, QStringLiteral("; "));
}

QString concernText(const model::ConcernBody& logged)
{
    const auto& concern = logged.concern;
    QString text = childText(QStringLiteral("Child"), concern.child);
    for (const auto& child : concern.children)
        text += childText(QStringLiteral("Another child"), child);
    if (concern.immediateDanger)
        text += QStringLiteral("IMMEDIATE DANGER\n");
    if (concern.missingNow)
        text += QStringLiteral("MISSING when this was written\n");
    if (concern.aboutHead || concern.aboutStaff)
        text +=
            line(QStringLiteral("About"), concern.aboutHead ? QStringLiteral("the head")
                                                            : QStringLiteral("an adult who works or volunteers here"));
    text += line(QStringLiteral("Seen"), report::observedText(concern, schoolZone));
    if (!concern.writtenBy.isEmpty())
        text += line(QStringLiteral("Written on paper by"), concern.writtenBy);
    if (concern.writtenAt)
        text += line(QStringLiteral("Written on paper"), words(*concern.writtenAt));
    text += line(QStringLiteral("Written later because"), concern.delayReason);
    text += line(QStringLiteral("Where"), concern.place);
    text += line(QStringLiteral("What was seen or heard"), concern.facts);
    text += line(QStringLiteral("The child's words"), concern.childsWords);
    text += line(QStringLiteral("The author's opinion"), concern.opinion);
    text += line(QStringLiteral("Done at once"), concern.actionTaken);
    text += line(QStringLiteral("The child knows and wishes"), concern.childsWishes);
    text += line(QStringLiteral("Missing"), report::missingText(concern.missing));
    for (std::size_t i = 0; i < concern.bodyMap.size(); ++i)
        text += line(QStringLiteral("Mark %1").arg(i + 1), markText(concern.bodyMap[i]));
    for (const auto& sign : rules::signsNoticed(concern))
        text += line(QStringLiteral("Sign"), signText(logged, sign));
    for (const auto& one : concern.involved) {
        QStringList parts{one.name, one.what, one.reliability};
        parts.removeAll(QString());
        text += line(QStringLiteral("Involved, ") + model::nameOf(one.kind), parts.join(QStringLiteral("; ")));
    }
    return text;
}

/// The values of a body, as its written shape has them.
QString bodyText(const model::Body& body)
{
    QString text;
    for (const auto& entry : model::writeBody(body)) {
        const auto key = entry.first.toString();
        if (!entry.second.isMap())
            text += QStringLiteral("    ") + line(key, entry.second.toVariant().toString());
        for (const auto& part : entry.second.toMap())
            text += QStringLiteral("    ") +
                    line(key + QStringLiteral(", ") + part.first.toString(), part.second.toString());
    }
    return text;
}

QString actionText(const model::ActionState& action)
{
    QStringList parts{action.action.text, action.action.who, action.action.agency};
    if (action.action.due)
        parts << QStringLiteral("by ") + rules::inWords(*action.action.due);
    parts << (action.doneAt ? QString(QStringLiteral("done by ") + action.doneBy) : QStringLiteral("not done yet"))
          << action.result;
    parts.removeAll(QString());
    return line(QStringLiteral("Action ") + action.id.left(8), parts.join(QStringLiteral("; ")));
}

QString fileText(const model::AttachedFile& file)
{
    return line(
        QStringLiteral("File ") + file.file.left(8),
        QStringLiteral("%1 (%2, %3)").arg(file.name, rules::mediaTitle(file.media), rules::sizeText(file.size)));
}

} // namespace

QCborMap toJson(const model::AttachedFile& file)
{
    QCborMap map;
    put(map, "id", file.file);
    put(map, "name", file.name);
    putKnown(map, "media", file.media);
    put(map, "size", file.size);
    put(map, "fingerprint", QString::fromLatin1(file.hash.toHex()));
    return map;
}

QCborArray toJson(const std::vector<model::AttachedFile>& files)
{
    QCborArray array;
    for (const auto& file : files)
        array.append(toJson(file));
    return array;
}

QString toText(const std::vector<model::AttachedFile>& files)
{
    QString text;
    for (const auto& file : files)
        text += fileText(file);
    return text;
}

QCborMap toJson(const model::Case& record)
{
    QCborMap map;
    put(map, "id", record.id);
    put(map, "reference", record.reference);
    put(map, "state", writeValue(record.state));
    put(map, "author", record.author);
    put(map, "loggedAt", writeValue(record.loggedAt));
    put(map, "fingerprint", record.fingerprint);
    put(map, "child", record.logged.children.value(0));
    put(map, "children", writeValue(record.logged.children));
    put(map, "concern", model::toShape(record.logged.concern));
    put(map, "route", model::toShape(record.logged.route));
    put(map, "checklist", model::toShape(record.logged.checklist));
    putKnown(map, "level", record.level);
    putKnown(map, "acknowledgedBy", record.acknowledgedBy);
    putKnown(map, "acknowledgedAt", record.acknowledgedAt);
    putKnown(map, "lead", record.lead);
    putKnown(map, "outcome", record.outcome);
    putKnown(map, "closingReason", record.closingReason);
    if (record.elsewhere) {
        QCborMap elsewhere;
        put(elsewhere, "system", record.elsewhere->system);
        put(elsewhere, "by", record.elsewhere->by);
        put(elsewhere, "at", writeValue(record.elsewhere->at));
        putKnown(elsewhere, "reference", record.elsewhere->reference);
        put(map, "elsewhere", elsewhere);
    }
    QCborArray actions;
    for (const auto& action : record.actions)
        actions.append(toJson(action));
    put(map, "actions", actions);
    QCborArray events;
    for (const auto& event : record.events)
        events.append(toJson(event));
    put(map, "events", events);
    return map;
}

QCborMap toJson(const model::CaseRow& row)
{
    QCborMap map;
    put(map, "id", row.id);
    put(map, "reference", row.reference);
    put(map, "child", row.child);
    put(map, "childId", row.childId);
    putKnown(map, "yearGroup", row.yearGroup);
    put(map, "loggedAt", writeValue(row.loggedAt));
    put(map, "author", row.author);
    put(map, "state", writeValue(row.state));
    putKnown(map, "level", row.level);
    put(map, "immediateDanger", row.immediateDanger);
    put(map, "routedTo", writeValue(row.routedTo));
    put(map, "signs", writeValue(row.signCodes));
    putKnown(map, "lead", row.lead);
    putKnown(map, "nextDue", row.nextDue);
    put(map, "earlierConcerns", row.earlierConcerns);
    put(map, "files", row.files);
    put(map, "elsewhere", row.elsewhere);
    if (row.found) {
        QCborArray marks;
        for (const auto& mark : row.found->marks)
            marks.append(QCborArray{mark.at, mark.length});
        put(map, "found", QCborMap{{QStringLiteral("text"), row.found->text}, {QStringLiteral("marks"), marks}});
    }
    return map;
}

QCborValue toJson(const std::vector<rules::Problem>& problems)
{
    QCborArray array;
    for (const auto& problem : problems)
        array.append(QCborMap{{QStringLiteral("key"), problem.key}, {QStringLiteral("sentence"), problem.sentence}});
    return array;
}

QCborMap toJson(const rules::ClockReading& clock)
{
    QCborMap map;
    put(map, "name", clock.name);
    put(map, "state", writeValue(clock.state));
    put(map, "started", writeValue(clock.started));
    put(map, "due", writeValue(clock.due));
    putKnown(map, "metAt", clock.metAt);
    putKnown(map, "about", clock.about);
    put(map, "counts", clock.counts);
    put(map, "sentence", clock.sentence);
    return map;
}

QCborValue toJson(const std::vector<rules::ClockReading>& clocks)
{
    QCborArray array;
    for (const auto& clock : clocks)
        array.append(toJson(clock));
    return array;
}

QString toText(const rules::ClockReading& clock)
{
    return line(
        rules::titleOfClock(clock.name),
        QStringLiteral("%1; due %2. %3").arg(rules::inWords(clock.state), rules::inWords(clock.due), clock.sentence));
}

QString toText(const model::Case& record)
{
    QString text = line(QStringLiteral("Reference"), record.reference);
    text += line(QStringLiteral("State"), model::nameOf(record.state));
    if (record.level)
        text += line(QStringLiteral("Level"), model::nameOf(*record.level));
    text += line(QStringLiteral("Lead"), record.lead);
    text += line(QStringLiteral("Logged"), words(record.loggedAt) + QStringLiteral(" by ") + record.author);
    text += line(QStringLiteral("Fingerprint"), record.fingerprint);
    if (record.acknowledgedAt)
        text += line(QStringLiteral("Acknowledged"),
                     words(*record.acknowledgedAt) + QStringLiteral(" by ") + record.acknowledgedBy);
    if (record.elsewhere)
        text += line(QStringLiteral("Entered on ") + record.elsewhere->system,
                     words(record.elsewhere->at) + QStringLiteral(" by ") + record.elsewhere->by);
    text += line(QStringLiteral("Outcome"), record.outcome);
    text += line(QStringLiteral("Closed because"), record.closingReason);
    text += u'\n' + concernText(record.logged) + u'\n' + toText(record.logged.route);
    if (!record.actions.empty())
        text += u'\n';
    for (const auto& action : record.actions)
        text += actionText(action);
    text += QStringLiteral("\nWhat happened\n");
    for (const auto& event : record.events) {
        text += QStringLiteral("  %1, %2, %3 (%4)%5\n")
                    .arg(words(event.at), event.author, model::nameOf(event.kind), event.id.left(8),
                         event.timeContradicted ? QStringLiteral(", the entries around it contradict this time")
                                                : QString());
        if (event.kind != model::Kind::Concern)
            text += bodyText(event.body);
        for (const auto& file : event.files)
            text += QStringLiteral("    ") + fileText(file);
    }
    return text;
}

QString toText(const model::CaseRow& row)
{
    QStringList parts{row.reference, model::nameOf(row.state)};
    if (row.immediateDanger)
        parts << QStringLiteral("DANGER");
    if (row.level)
        parts << model::nameOf(*row.level);
    parts << row.child;
    if (!row.yearGroup.isEmpty())
        parts << QStringLiteral("year ") + row.yearGroup;
    parts << words(row.loggedAt) << row.author;
    if (!row.signCodes.isEmpty())
        parts << row.signCodes.join(u' ');
    if (row.nextDue)
        parts << QStringLiteral("due ") + rules::inWords(*row.nextDue);
    if (row.earlierConcerns > 0)
        parts << QStringLiteral("%1 earlier in six weeks").arg(row.earlierConcerns);
    if (row.files > 0)
        parts << (row.files == 1 ? QStringLiteral("1 file") : QStringLiteral("%1 files").arg(row.files));
    if (row.found)
        parts << QStringLiteral("\"%1\"").arg(row.found->text);
    return parts.join(QStringLiteral("  ")) + u'\n';
}

QString toText(const model::Route& route)
{
    const auto recipient = [](const model::Recipient& to) {
        return to.phone ? QString(to.name + QStringLiteral(", ") + *to.phone) : to.name;
    };
    QString text;
    if (route.emergencyFirst)
        text += QStringLiteral("Ring 999 now.\n");
    text += route.kind == model::RouteKind::Mash ? line(QStringLiteral("Ring"), recipient(route.contact))
                                                 : line(QStringLiteral("Tell"), recipient(route.contact));
    text += line(QStringLiteral("If you cannot reach them"), route.deputies.join(QStringLiteral(", then ")));
    for (const auto& also : route.also)
        text += line(QStringLiteral("Also"), recipient(also));
    for (const auto& reason : route.reasons)
        text += line(QStringLiteral("Why"), reason.sentence);
    for (const auto& clock : route.clocks)
        text += line(QStringLiteral("Due (%1)").arg(clock.name), words(clock.due));
    return text;
}

QCborArray toJson(const std::vector<rules::Advice>& advice)
{
    QCborArray all;
    for (const auto& one : advice) {
        QCborMap json{{QStringLiteral("key"), one.key}, {QStringLiteral("sentence"), one.sentence}};
        putKnown(json, "phrase", one.phrase);
        putKnown(json, "alternative", one.alternative);
        all.append(json);
    }
    return all;
}

QString toText(const std::vector<rules::Advice>& advice)
{
    if (advice.empty())
        return {};
    auto text = QStringLiteral("\nYou might look at this again; it is only advice:\n");
    for (const auto& one : advice) {
        text += QStringLiteral("  ") + line(one.key, one.phrase.isEmpty()
                                                         ? one.sentence
                                                         : QStringLiteral("\"%1\": %2").arg(one.phrase, one.sentence));
        if (!one.alternative.isEmpty())
            text += QStringLiteral("    ") + line(QStringLiteral("Perhaps"), one.alternative);
    }
    return text;
}

QString toText(const std::vector<rules::Problem>& problems)
{
    QString text;
    for (const auto& problem : problems)
        text += QStringLiteral("  ") + line(problem.key, problem.sentence);
    return text;
}

} // namespace heed::cli
