#include "report/words.h"

#include "rules/body_figure.h"
#include "rules/review_prompts.h"
#include "rules/signs.h"

#include <QLocale>

namespace heed::report {

namespace {

const QLocale& english()
{
    static const QLocale locale(QLocale::English, QLocale::UnitedKingdom);
    return locale;
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace

QString dateText(const QDate& date)
{
    return date.isValid() ? english().toString(date, QStringLiteral("d MMMM yyyy")) : notKnown;
}

QString momentText(const QDateTime& moment, const QTimeZone& zone)
{
    if (!moment.isValid())
        return notKnown;
    const auto local = zone.isValid() ? moment.toTimeZone(zone) : moment;
    return dateText(local.date()) + QStringLiteral(", ") + local.time().toString(QStringLiteral("HH:mm"));
}

QString dateOrNotKnown(const std::optional<QDate>& date)
{
    return date ? dateText(*date) : notKnown;
}

QString birthText(const std::optional<QDate>& born, const QDate& today)
{
    if (!born || !born->isValid())
        return notKnown;
    int years = today.year() - born->year();
    if (born->addYears(years) > today)
        --years;
    if (!today.isValid() || years < 0)
        return dateText(*born);
    return dateText(*born) + QStringLiteral(" (%1 old)")
                                 .arg(years == 1 ? QStringLiteral("1 year") : QStringLiteral("%1 years").arg(years));
}

QString observedText(const model::Concern& concern, const QTimeZone& zone)
{
    const auto precision = concern.precision.value_or(model::Precision::Time);
    if (!concern.observedAt)
        return precision == model::Precision::NotKnown ? QStringLiteral("The author is not sure when") : QString();
    const auto at = concern.observedAt->toTimeZone(zone);
    const bool isDay = precision == model::Precision::Day;
    const QString roughly = precision == model::Precision::About      ? QStringLiteral(" (roughly)")
                            : precision == model::Precision::NotKnown ? QStringLiteral(" (the author is not sure)")
                                                                      : QString();
    const auto said = [&](const QDateTime& moment) {
        return isDay ? dateText(moment.date()) : momentText(moment, zone);
    };
    if (concern.observedUntil)
        return QStringLiteral("Between %1 and %2").arg(said(at), said(concern.observedUntil->toTimeZone(zone))) +
               roughly;
    return said(at) + (isDay ? QStringLiteral(", time not known") : roughly);
}

QString momentText(const model::Moment& moment)
{
    return joined({dateText(moment.date), moment.time ? moment.time->toString(QStringLiteral("HH:mm")) : QString()},
                  QStringLiteral(", "));
}

QString missingText(const std::optional<model::MissingFacts>& missing)
{
    if (!missing)
        return {};
    return joined({missing->since ? QStringLiteral("Since ") + momentText(*missing->since)
                                  : QStringLiteral("Since when is not known"),
                   missing->back ? QStringLiteral("came back ") + momentText(*missing->back) : QString(),
                   !missing->toldPolice   ? QStringLiteral("not known whether the police were told")
                   : *missing->toldPolice ? QStringLiteral("the police were told")
                                          : QStringLiteral("the police were not told"),
                   missing->police},
                  QStringLiteral("; "));
}

QString regionText(const model::BodyMark& mark)
{
    return capitalised(rules::bodyRegion(mark));
}

QString looksText(const model::BodyMark& mark)
{
    const auto labelled = [](const char* label, const QString& value) {
        return value.trimmed().isEmpty() ? QString() : QLatin1StringView(label) + value;
    };
    return joined(
        {mark.kind, labelled("size: ", mark.size), labelled("shape: ", mark.shape), labelled("colour: ", mark.colour)},
        QStringLiteral("; "));
}

QString brokenSkinText(const std::optional<bool>& broken)
{
    return !broken ? notKnown : *broken ? QStringLiteral("Yes") : QStringLiteral("No");
}

QString orNotKnown(const QString& value)
{
    return value.trimmed().isEmpty() ? notKnown : value;
}

QString sourceText(const std::optional<model::Source>& source)
{
    if (!source)
        return notKnown;
    switch (*source) {
    case model::Source::Saw: return QStringLiteral("Seen by the author");
    case model::Source::Child: return QStringLiteral("Told by the child");
    case model::Source::Other: return QStringLiteral("Told by somebody else");
    case model::Source::Record: return QStringLiteral("From a record");
    }
    return notKnown;
}

QString kindText(model::InvolvedKind kind)
{
    switch (kind) {
    case model::InvolvedKind::Adult: return QStringLiteral("Adult");
    case model::InvolvedKind::Child: return QStringLiteral("Child");
    case model::InvolvedKind::Staff: return QStringLiteral("Member of staff");
    case model::InvolvedKind::Vehicle: return QStringLiteral("Vehicle");
    case model::InvolvedKind::Place: return QStringLiteral("Place");
    case model::InvolvedKind::Phone: return QStringLiteral("Telephone number");
    case model::InvolvedKind::Username: return QStringLiteral("User name");
    }
    return notKnown;
}

QString levelText(model::Level level)
{
    switch (level) {
    case model::Level::Low: return QStringLiteral("Low");
    case model::Level::Medium: return QStringLiteral("Medium");
    case model::Level::High: return QStringLiteral("High");
    }
    return notKnown;
}

QString trendText(model::Trend trend)
{
    switch (trend) {
    case model::Trend::Up: return QStringLiteral("risk is higher");
    case model::Trend::Down: return QStringLiteral("risk is lower");
    case model::Trend::Same: return QStringLiteral("risk is the same");
    }
    return {};
}

QString consentAnswerText(model::ConsentAnswer answer)
{
    switch (answer) {
    case model::ConsentAnswer::Given: return QStringLiteral("Given");
    case model::ConsentAnswer::Refused: return QStringLiteral("Refused");
    case model::ConsentAnswer::Withdrawn: return QStringLiteral("Taken back");
    case model::ConsentAnswer::NotSought: return QStringLiteral("Nobody was asked");
    }
    return {};
}

QString partyText(model::Party party, const QString& whom)
{
    const auto name = whom.trimmed();
    switch (party) {
    case model::Party::Parents:
        return name.isEmpty() ? QStringLiteral("The parents or carers")
                              : QStringLiteral("%1 (a parent or carer)").arg(name);
    case model::Party::Child: return QStringLiteral("The child");
    case model::Party::Other: break;
    }
    return orNotKnown(name);
}

QString informedText(const model::InformedBody& body, const QString& by, const QTimeZone& zone)
{
    const auto who = partyText(body.party, body.whom);
    if (!body.told)
        return QStringLiteral("Not told: %1. Reason: %2").arg(who, orNotKnown(body.reason));
    auto words = QStringLiteral("Told: %1, by %2").arg(who, body.by.trimmed().isEmpty() ? by : body.by);
    words =
        joined({words, body.when ? momentText(*body.when, zone) : QString(), body.how.toLower()}, QStringLiteral(", "));
    return body.text.trimmed().isEmpty() ? words : QStringLiteral("%1: %2").arg(words, body.text);
}

QString consentText(const model::ConsentBody& body, const QTimeZone& zone)
{
    const auto words = joined({QStringLiteral("%1 (to: %2)").arg(consentAnswerText(body.answer), body.to),
                               body.answer == model::ConsentAnswer::NotSought && body.whom.trimmed().isEmpty()
                                   ? QString()
                                   : partyText(body.party, body.whom),
                               body.when ? momentText(*body.when, zone) : QString(), body.how.toLower()},
                              QStringLiteral(", "));
    return body.reason.trimmed().isEmpty() ? words : QStringLiteral("%1. Reason: %2").arg(words, body.reason);
}

QString reviewText(const model::ReviewBody& review)
{
    QStringList lines{rules::reviewRemark()};
    for (const auto& prompt : rules::reviewPrompts()) {
        const auto& part = review.*prompt.part;
        lines << QString() << prompt.title << QStringLiteral("Evidence: ") + orNotKnown(part.evidence)
              << QStringLiteral("Judgement: ") + orNotKnown(part.judgement)
              << QStringLiteral("Why: ") + orNotKnown(part.rationale);
    }
    return lines.join(u'\n');
}

QString decisionText(model::DecisionKind decision)
{
    switch (decision) {
    case model::DecisionKind::NoFurtherAction: return QStringLiteral("No further action");
    case model::DecisionKind::Monitor: return QStringLiteral("Keep under review");
    case model::DecisionKind::EarlyHelp: return QStringLiteral("Early or family help");
    case model::DecisionKind::Referral: return QStringLiteral("Refer");
    case model::DecisionKind::Escalation: return QStringLiteral("Escalate");
    }
    return notKnown;
}

QString vulnerabilityText(model::Vulnerability flag)
{
    switch (flag) {
    case model::Vulnerability::LookedAfter: return QStringLiteral("Looked after by a local authority");
    case model::Vulnerability::CareLeaver: return QStringLiteral("Care leaver");
    case model::Vulnerability::Disability: return QStringLiteral("Disability");
    case model::Vulnerability::Sen: return QStringLiteral("Special educational needs");
    case model::Vulnerability::PreviouslyMissing: return QStringLiteral("Has been missing before");
    }
    return notKnown;
}

QString stateText(model::State state)
{
    switch (state) {
    case model::State::Waiting: return QStringLiteral("Not yet acknowledged");
    case model::State::Open: return QStringLiteral("Open");
    case model::State::Closed: return QStringLiteral("Closed");
    }
    return notKnown;
}

QString documentText(const QString& document)
{
    if (document == QLatin1StringView("summary"))
        return QStringLiteral("Referral summary");
    if (document == QLatin1StringView("chronology"))
        return QStringLiteral("Chronology");
    if (document == QLatin1StringView("call-sheet"))
        return QStringLiteral("Call sheet");
    if (document == QLatin1StringView("cpoms"))
        return QStringLiteral("CPOMS entry");
    if (document == QLatin1StringView("file"))
        return QStringLiteral("Attached file");
    return orNotKnown(document);
}

QString yearText(const QString& yearGroup)
{
    if (yearGroup.trimmed().isEmpty())
        return notKnown;
    if (yearGroup == QLatin1StringView("R"))
        return QStringLiteral("Reception");
    if (yearGroup.startsWith(u'N'))
        return QStringLiteral("Nursery ") + yearGroup.mid(1);
    return QStringLiteral("Year ") + yearGroup;
}

QString signText(const model::ConcernBody& logged, const QString& code)
{
    if (const auto* sign = logged.checklist.find(code))
        return capitalised(sign->label);
    if (code == model::otherSignCode)
        return QStringLiteral("Another sign, in the author's words");
    return code;
}

QString noticedText(const model::ConcernBody& logged, const QString& code)
{
    const auto own = code == model::otherSignCode ? logged.concern.otherSign.trimmed() : QString();
    return own.isEmpty() ? signText(logged, code) : own;
}

QStringList signsWithDays(const model::ConcernBody& logged)
{
    QStringList signs;
    for (const auto& sign : rules::signsNoticed(logged.concern))
        signs << noticedText(logged, sign.code) +
                     (sign.seen ? QStringLiteral(" (") + dateText(*sign.seen) + u')' : QString());
    return signs;
}

model::Meaning meaningOf(const model::ConcernBody& logged, const QString& code)
{
    const auto* sign = logged.checklist.find(code);
    return sign ? sign->meaning : model::Meaning::Both;
}

QString inSentence(QString label)
{
    if (label.size() > 1 && label[1].isLower())
        label[0] = label[0].toLower();
    return label;
}

QString joined(const QStringList& parts, const QString& between)
{
    QStringList kept;
    for (const auto& part : parts)
        if (!part.trimmed().isEmpty())
            kept << part;
    return kept.join(between);
}

QString listed(const QStringList& items)
{
    if (items.size() < 2)
        return items.join(QString());
    return items.mid(0, items.size() - 1).join(QStringLiteral(", ")) + QStringLiteral(" and ") + items.last();
}

QString quoted(const QString& words)
{
    auto text = words.trimmed();
    static const QString opening = QStringLiteral("\"'\u201c\u2018");
    static const QString closing = QStringLiteral("\"'\u201d\u2019");
    if (text.size() < 2 || (opening.contains(text.front()) && closing.contains(text.back())))
        return text;
    return u'\u201c' + text + u'\u201d';
}

QString unbroken(const QString& phone)
{
    return phone.trimmed().replace(u' ', QChar(QChar::Nbsp));
}

QString grouped(const QString& code)
{
    if (code.contains(u' ') || code.contains(u'-'))
        return code;
    QStringList groups;
    for (qsizetype i = 0; i < code.size(); i += 4)
        groups << code.mid(i, 4);
    return groups.join(u' ');
}

Fact fact(const QString& label, const QString& value)
{
    if (value.trimmed().isEmpty() || value == notKnown)
        return {label, notKnown, Voice::Nothing, {}};
    return {label, value, Voice::Plain, {}};
}

Fact stated(const QString& label, const Answer& value)
{
    if (!value || value->trimmed().isEmpty())
        return {label, notStated, Voice::Nothing, {}};
    return fact(label, *value);
}

Fact answer(const QString& label, const Answer& value)
{
    return value ? fact(label, *value) : Fact{label, notAsked, Voice::Nothing, {}};
}

Cell cell(const QString& text, const QString& note)
{
    if (text.trimmed().isEmpty() || text == notKnown)
        return {notKnown, note, Voice::Nothing};
    return {text, note, Voice::Plain};
}

void Answers::add(const QString& label, const Answer& value)
{
    if (!value)
        m_notAsked << inSentence(label);
    else if (value->trimmed().isEmpty() || *value == notKnown)
        m_notKnown << inSentence(label);
    else
        m_facts.rows.push_back(
            {label, *value, Voice::Plain, {}, value->size() <= 32 && label.size() <= 18 && !value->contains(u'\n')});
}

void Answers::finish()
{
    if (!m_notKnown.isEmpty())
        m_facts.rows.push_back({notKnown, m_notKnown.join(QStringLiteral("; ")), Voice::Plain, {}});
    if (!m_notAsked.isEmpty())
        m_facts.rows.push_back({notAsked, m_notAsked.join(QStringLiteral("; ")), Voice::Plain, {}});
}

} // namespace heed::report
