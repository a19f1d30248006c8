#include "report/happenings.h"

#include "model/role.h"
#include "report/record_parts.h"
#include "report/words.h"
#include "rules/body_figure.h"
#include "rules/closing.h"

#include <QSet>

#include <algorithm>

namespace heed::report {

namespace {

using model::Kind;

QString because(const QString& reason)
{
    return reason.trimmed().isEmpty() ? QString() : QStringLiteral("Reason: ") + reason;
}

/// "the note by Testa Lead, 20 November 2026, 14:10"; empty where the entry is not in this record.
QString correctedEntry(const model::Case& record, const QString& entry, const QTimeZone& zone)
{
    const auto found = std::find_if(record.events.begin(), record.events.end(),
                                    [&](const model::Event& event) { return !entry.isEmpty() && event.id == entry; });
    return found == record.events.end() ? QString() : entryText(*found, zone);
}

/// What stands above an entry that puts another right.
QString correctionTitle(const model::Case& record, const QString& corrected, const QTimeZone& zone)
{
    const auto what = correctedEntry(record, corrected, zone);
    return what.isEmpty() ? QStringLiteral("Put right") : QStringLiteral("Put right: ") + what;
}

/// Who has put an entry right since: whoever reads it must know before they rely on it.
QString correctedText(const model::Case& record, const QString& entry, const QTimeZone& zone)
{
    QStringList by;
    for (const auto& event : record.events)
        if (const auto* text = std::get_if<model::TextBody>(&event.body); text && text->corrects == entry)
            by << QStringLiteral("%1, %2").arg(event.author, momentText(event.at, zone));
    return by.isEmpty() ? QString() : QStringLiteral("Put right later, see below: ") + by.join(QStringLiteral("; "));
}

void tellConcern(Happening& happening, const model::Case& record, const QTimeZone& zone)
{
    const auto& concern = record.logged.concern;
    happening.title =
        concern.immediateDanger ? QStringLiteral("Concern logged: immediate danger") : QStringLiteral("Concern logged");
    happening.text = concern.facts;
    if (concern.observedAt)
        happening.at = *concern.observedAt;
    if (concern.observedAt && (concern.observedUntil || concern.precision))
        happening.when = observedText(concern, zone);
    if (!concern.childsWords.trimmed().isEmpty())
        happening.quotation = concern.childsWords;
    const auto signs = signsWithDays(record.logged);
    QStringList injuries;
    for (const auto& mark : concern.bodyMap)
        injuries << joined({mark.kind, rules::bodyRegion(mark)}, QStringLiteral(" on the "));
    happening.more = joined(
        {concern.opinion.trimmed().isEmpty() ? QString() : QStringLiteral("The author's opinion: ") + concern.opinion,
         concern.actionTaken.trimmed().isEmpty() ? QString() : QStringLiteral("Done at once: ") + concern.actionTaken,
         concern.childsWishes.trimmed().isEmpty()
             ? QString()
             : QStringLiteral("What the child knows and wishes: ") + concern.childsWishes,
         concern.missing ? QStringLiteral("Missing: ") + missingText(concern.missing) : QString(),
         signs.isEmpty() ? QString() : QStringLiteral("Signs: ") + signs.join(QStringLiteral("; ")),
         injuries.isEmpty() ? QString() : QStringLiteral("Injuries that can be seen: ") + listed(injuries)},
        QStringLiteral("\n\n"));
}

/// False where the event is no part of a chronology.
bool tell(Happening& happening, const model::Event& event, const model::Case& record, const QTimeZone& zone)
{
    if (event.kind == Kind::Concern) {
        tellConcern(happening, record, zone);
    } else if (const auto* told = bodyOf<model::ToldBody>(event, Kind::Told)) {
        happening.title =
            (told->reached ? QStringLiteral("Told: ") : QStringLiteral("Not reached: ")) + orNotKnown(told->whom);
        happening.text = joined({told->how, told->text}, QStringLiteral("\n"));
        if (told->when)
            happening.at = *told->when;
    } else if (const auto* added = bodyOf<model::TextBody>(event, Kind::Addition)) {
        happening.title =
            added->corrects.isEmpty() ? QStringLiteral("Added") : correctionTitle(record, added->corrects, zone);
        happening.text = joined({added->text, because(added->reason)}, QStringLiteral("\n"));
    } else if (event.kind == Kind::Acknowledged) {
        happening.title = QStringLiteral("Acknowledged");
    } else if (const auto* level = bodyOf<model::LevelBody>(event, Kind::LevelSet)) {
        happening.title = QStringLiteral("Level set: ") + levelText(level->level);
        happening.text = because(level->reason);
    } else if (const auto* note = bodyOf<model::TextBody>(event, Kind::Note)) {
        happening.title =
            note->corrects.isEmpty() ? QStringLiteral("Note") : correctionTitle(record, note->corrects, zone);
        happening.text = note->text;
    } else if (const auto* action = bodyOf<model::ActionBody>(event, Kind::ActionAdded)) {
        happening.title = QStringLiteral("Action planned");
        happening.text =
            joined({action->text, joined({joined({action->who, action->agency}, QStringLiteral(", ")),
                                          action->due ? QStringLiteral("due ") + dateText(*action->due) : QString()},
                                         QStringLiteral("; "))},
                   QStringLiteral("\n"));
    } else if (const auto* done = bodyOf<model::ActionDoneBody>(event, Kind::ActionDone)) {
        happening.title = QStringLiteral("Action done");
        for (const auto& known : record.actions)
            if (known.id == done->action)
                happening.title = QStringLiteral("Action done: ") + known.action.text;
        happening.text = done->text;
    } else if (const auto* contact = bodyOf<model::ContactBody>(event, Kind::ContactMade)) {
        happening.title =
            QStringLiteral("Spoke with ") + joined({orNotKnown(contact->who), contact->agency}, QStringLiteral(", "));
        happening.text = joined(
            {contact->how, contact->text,
             contact->decision.isEmpty() ? QString() : QStringLiteral("Their decision: ") + contact->decision,
             contact->reference.isEmpty() ? QString() : QStringLiteral("Their reference: ") + contact->reference},
            QStringLiteral("\n"));
        if (contact->when)
            happening.at = *contact->when;
    } else if (const auto* decision = bodyOf<model::DecisionBody>(event, Kind::Decision)) {
        happening.title = QStringLiteral("Decision: ") + decisionText(decision->decision);
        happening.text = joined({decision->text, because(decision->reason)}, QStringLiteral("\n"));
    } else if (const auto* referral = bodyOf<model::ReferralBody>(event, Kind::Referral)) {
        happening.title = QStringLiteral("Referred to ") + orNotKnown(referral->to);
        happening.text = joined(
            {joined(
                 {referral->telephonedAt ? QStringLiteral("By telephone: ") + momentText(*referral->telephonedAt, zone)
                                         : QString(),
                  referral->spokenTo.value_or(QString()).isEmpty() ? QString()
                                                                   : QStringLiteral("spoke to ") + *referral->spokenTo},
                 QStringLiteral("; ")),
             referral->writtenAt ? QStringLiteral("In writing: ") + momentText(*referral->writtenAt, zone) : QString(),
             referral->reference.isEmpty() ? QString() : QStringLiteral("Their reference: ") + referral->reference,
             referral->text, because(referral->reason)},
            QStringLiteral("\n"));
    } else if (const auto* assessment = bodyOf<model::AssessmentBody>(event, Kind::Assessment)) {
        happening.title = QStringLiteral("Assessment by others: ") + orNotKnown(assessment->tool);
        happening.text = joined(
            {QStringLiteral("Level, in their words: ") + orNotKnown(assessment->level),
             QStringLiteral("By: ") + orNotKnown(assessment->assessor),
             QStringLiteral("Dated: ") + dateOrNotKnown(assessment->date),
             assessment->trend ? QStringLiteral("Against the one before: ") + trendText(*assessment->trend) : QString(),
             assessment->basis.isEmpty() ? QString() : QStringLiteral("Rests on: ") + assessment->basis,
             assessment->text},
            QStringLiteral("\n"));
    } else if (const auto* review = bodyOf<model::ReviewBody>(event, Kind::Review)) {
        happening.title = QStringLiteral("Structured review");
        happening.text = reviewText(*review);
    } else if (const auto* feedback = bodyOf<model::TextBody>(event, Kind::Feedback)) {
        happening.title = QStringLiteral("Answer to the author");
        happening.text = feedback->text;
    } else if (const auto* handed = bodyOf<model::TextBody>(event, Kind::HandedOver)) {
        happening.title = QStringLiteral("Handed over to ") + orNotKnown(handed->to);
        happening.text = joined({handed->text, because(handed->reason)}, QStringLiteral("\n"));
    } else if (const auto* passed = bodyOf<model::TextBody>(event, Kind::Passed)) {
        happening.title = QStringLiteral("Passed to ") + orNotKnown(model::deskTitle(passed->to));
        happening.text = joined({passed->text, because(passed->reason)}, QStringLiteral("\n"));
    } else if (const auto* agreed = bodyOf<model::TextBody>(event, Kind::Agreed)) {
        happening.title = rules::agrees(*agreed) ? QStringLiteral("Agreed that it can be closed")
                                                 : QStringLiteral("Did not agree that it can be closed");
        happening.text = because(agreed->reason);
    } else if (const auto* closed = bodyOf<model::ClosedBody>(event, Kind::Closed)) {
        happening.title = QStringLiteral("Closed: ") + orNotKnown(closed->outcome);
        happening.text = because(closed->reason);
    } else if (const auto* reopened = bodyOf<model::TextBody>(event, Kind::Reopened)) {
        happening.title = QStringLiteral("Opened again");
        happening.text = joined({reopened->text, because(reopened->reason)}, QStringLiteral("\n"));
    } else if (event.kind == Kind::Printed || event.kind == Kind::Exported) {
        const auto* printed = std::get_if<model::PrintedBody>(&event.body);
        if (printed == nullptr)
            return false;
        happening.title = QStringLiteral("%1, copy %2, made for %3")
                              .arg(documentText(printed->document))
                              .arg(printed->copy)
                              .arg(orNotKnown(printed->recipient));
        QStringList cuts;
        for (const auto& cut : printed->cuts)
            cuts << cut.what + QStringLiteral(" (") + groundText(cut.ground) + u')';
        happening.text = joined({printed->file, because(printed->reason), printed->sent,
                                 cuts.isEmpty() ? QString() : QStringLiteral("Left out: ") + listed(cuts)},
                                QStringLiteral("\n"));
    } else if (const auto* entered = bodyOf<model::ElsewhereBody>(event, Kind::EnteredElsewhere)) {
        happening.title = QStringLiteral("Entered on ") + orNotKnown(entered->system);
        happening.text =
            entered->reference.isEmpty() ? QString() : QStringLiteral("Reference there: ") + entered->reference;
        if (entered->when)
            happening.at = *entered->when;
    } else if (const auto* informed = bodyOf<model::InformedBody>(event, Kind::Informed)) {
        happening.title = (informed->told ? QStringLiteral("Told of it: ") : QStringLiteral("Not told of it: ")) +
                          partyText(informed->party, informed->whom);
        happening.text = joined({informed->by.isEmpty() ? QString() : QStringLiteral("By ") + informed->by,
                                 informed->how, informed->text, because(informed->reason)},
                                QStringLiteral("\n"));
        if (informed->when)
            happening.at = *informed->when;
    } else if (const auto* consent = bodyOf<model::ConsentBody>(event, Kind::Consent)) {
        happening.title = QStringLiteral("Consent: %1").arg(consentAnswerText(consent->answer).toLower());
        happening.text = joined({QStringLiteral("To: ") + consent->to,
                                 QStringLiteral("Whose: ") + partyText(consent->party, consent->whom), consent->how,
                                 because(consent->reason)},
                                QStringLiteral("\n"));
        if (consent->when)
            happening.at = *consent->when;
    } else if (event.kind == Kind::Destroyed) {
        const auto* destroyed = std::get_if<model::DestroyedBody>(&event.body);
        happening.title = QStringLiteral("The content of an entry was destroyed");
        happening.text = destroyed == nullptr ? QString() : because(destroyed->reason);
    } else {
        return false;
    }
    return true;
}

} // namespace

QString entryText(const model::Event& event, const QTimeZone& zone)
{
    const auto what = [&]() -> QString {
        switch (event.kind) {
        case Kind::Concern: return QStringLiteral("what was logged");
        case Kind::Told: return QStringLiteral("who was told");
        case Kind::Addition: return QStringLiteral("the addition");
        case Kind::LevelSet: return QStringLiteral("the level");
        case Kind::Note: return QStringLiteral("the note");
        case Kind::ActionAdded: return QStringLiteral("the action");
        case Kind::ActionDone: return QStringLiteral("what came of an action");
        case Kind::ContactMade: return QStringLiteral("the contact");
        case Kind::Decision: return QStringLiteral("the decision");
        case Kind::Referral: return QStringLiteral("the referral");
        case Kind::Assessment: return QStringLiteral("the assessment");
        case Kind::Review: return QStringLiteral("the review");
        case Kind::Informed: return QStringLiteral("who knows of it");
        case Kind::Consent: return QStringLiteral("the consent");
        case Kind::Feedback: return QStringLiteral("the answer to the author");
        case Kind::Closed: return QStringLiteral("the closing");
        case Kind::Reopened: return QStringLiteral("the reopening");
        default: return {};
        }
    }();
    return what.isEmpty() ? QString()
                          : QStringLiteral("%1 by %2, %3").arg(what, event.author, momentText(event.at, zone));
}

std::vector<Happening> happeningsOf(const model::Case& record, const QTimeZone& zone)
{
    QSet<QString> corrected;
    for (const auto& event : record.events)
        if (const auto* text = std::get_if<model::TextBody>(&event.body); text && !text->corrects.isEmpty())
            corrected << text->corrects;
    std::vector<Happening> happenings;
    for (const auto& event : record.events) {
        Happening happening;
        happening.at = event.at;
        happening.author = event.author;
        happening.writtenAt = event.at;
        happening.reference = record.reference;
        happening.contradicted = event.timeContradicted;
        if (!tell(happening, event, record, zone))
            continue;
        happening.more = joined({happening.more, attachedText(event),
                                 corrected.contains(event.id) ? correctedText(record, event.id, zone) : QString()},
                                QStringLiteral("\n"));
        happenings.push_back(std::move(happening));
    }
    return happenings;
}

} // namespace heed::report
