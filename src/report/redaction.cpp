#include "report/redaction.h"

#include "report/call_sheet.h"
#include "report/chronology.h"
#include "report/cpoms.h"
#include "report/name_pattern.h"
#include "report/summary.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace heed::report {

namespace {

using model::Kind;

QStringList namesOfChild(const model::Child& child)
{
    QStringList names;
    for (const auto& name : {QString(child.forename + u' ' + child.surname).simplified(), child.forename.simplified(),
                             child.surname.simplified()})
        if (!name.isEmpty() && !names.contains(name))
            names << name;
    return names;
}

/// Replaces names in every text that somebody wrote, through the one written shape of the values.
class Replacer {
public:
    Replacer(const std::vector<Hidden>& hidden, const std::vector<model::Child>& subjects)
    {
        QStringList kept;
        for (const auto& subject : subjects)
            for (const auto& name : namesOfChild(subject))
                kept << nameKey(name);
        QHash<QString, int> counts;
        std::vector<std::pair<QString, QString>> patterns; // name, as a pattern
        for (const auto& one : hidden) {
            const auto standIn = nextStandIn(one.kind, counts);
            m_standIns << standIn;
            for (const auto& name : one.names) {
                const auto key = nameKey(name);
                if (key.isEmpty() || kept.contains(key) || m_standInOf.contains(key))
                    continue;
                m_standInOf.insert(key, standIn);
                patterns.emplace_back(key, namePattern(name));
            }
        }
        std::stable_sort(patterns.begin(), patterns.end(),
                         [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
        QStringList all;
        for (const auto& pattern : patterns)
            all << pattern.second;
        if (!all.isEmpty())
            m_pattern = QRegularExpression(all.join(u'|'), QRegularExpression::CaseInsensitiveOption |
                                                               QRegularExpression::UseUnicodePropertiesOption);
    }

    const QStringList& standIns() const { return m_standIns; }
    int times(const QString& standIn) const { return m_times.value(standIn); }

    void replace(QString& text)
    {
        if (m_standInOf.isEmpty() || text.isEmpty())
            return;
        const auto decomposed = text.normalized(QString::NormalizationForm_D);
        QString result;
        qsizetype from = 0;
        for (auto found = m_pattern.globalMatch(decomposed); found.hasNext();) {
            const auto match = found.next();
            const auto standIn = m_standInOf.value(nameKey(match.captured()));
            if (standIn.isEmpty())
                continue;
            result += decomposed.mid(from, match.capturedStart() - from) + standIn;
            from = match.capturedEnd();
            count(standIn);
        }
        if (from > 0)
            text = (result + decomposed.mid(from)).normalized(QString::NormalizationForm_C);
    }

    void replace(QStringList& texts)
    {
        for (auto& text : texts)
            replace(text);
    }
    template <class T> void replace(std::optional<T>& value)
    {
        if (value)
            replace(*value);
    }
    template <class T> void replace(std::vector<T>& values)
    {
        for (auto& value : values)
            replace(value);
    }
    template <model::Described T> void replace(T& value) { T::describe(value, *this); }
    void replace(model::Child& child)
    {
        // A hidden child's whole name becomes the stand-in, and what else would tell who it is goes.
        const auto whole = nameKey(QString(child.forename + u' ' + child.surname));
        const auto standIn = m_standInOf.value(whole, m_standInOf.value(nameKey(child.forename)));
        if (!standIn.isEmpty()) {
            count(standIn);
            auto part = child.part;
            child = model::Child{};
            child.forename = standIn;
            child.part = part;
        }
        model::Child::describe(child, *this);
    }
    /// Numbers, days, codes and whatever else no name can stand in.
    template <class T> void replace(T&) {}

    /// What describe() calls: for each field.
    template <class T> void operator()(const char* key, T& value, const model::Field& = {})
    {
        static const QByteArrayList untouched{"id", "upn", "code", "fingerprint", "corrects", "action", "version"};
        if (!untouched.contains(QByteArray(key)))
            replace(value);
    }

    void replace(model::Case& record)
    {
        replace(record.logged);
        for (auto* text :
             {&record.author, &record.acknowledgedBy, &record.lead, &record.outcome, &record.closingReason})
            replace(*text);
        for (auto& action : record.actions) {
            replace(action.action);
            for (auto* text : {&action.addedBy, &action.doneBy, &action.result})
                replace(*text);
        }
        for (auto& event : record.events) {
            // What the logging entry says was counted above, in record.logged.
            m_counts = event.kind != Kind::Concern;
            replace(event.author);
            std::visit([this](auto& body) { replace(body); }, event.body);
            m_counts = true;
            for (auto& file : event.files)
                replace(file.name);
        }
    }

private:
    void count(const QString& standIn) { m_times[standIn] += m_counts ? 1 : 0; }

    static QString nextStandIn(model::InvolvedKind kind, QHash<QString, int>& counts)
    {
        QString word;
        switch (kind) {
        case model::InvolvedKind::Child: {
            // The record's own child is A.
            int number = ++counts[QStringLiteral("Child")];
            QString letters;
            for (; number >= 0; number = number / 26 - 1)
                letters.prepend(QChar(static_cast<char16_t>(u'A' + number % 26)));
            return QStringLiteral("Child ") + letters;
        }
        case model::InvolvedKind::Adult: word = QStringLiteral("Adult"); break;
        case model::InvolvedKind::Staff: word = QStringLiteral("Member of staff"); break;
        case model::InvolvedKind::Vehicle: word = QStringLiteral("Vehicle"); break;
        case model::InvolvedKind::Place: word = QStringLiteral("Place"); break;
        case model::InvolvedKind::Phone: word = QStringLiteral("Telephone number"); break;
        case model::InvolvedKind::Username: word = QStringLiteral("User name"); break;
        }
        return word + u' ' + QString::number(++counts[word]);
    }

    QHash<QString, QString> m_standInOf; ///< by nameKey
    QHash<QString, int> m_times;
    QStringList m_standIns;
    QRegularExpression m_pattern;
    bool m_counts = true;
};

void leaveOut(model::ConcernBody& body, const Cuts& cuts)
{
    auto& concern = body.concern;
    if (cuts.has(Section::ChildsWords)) {
        concern.childsWords.clear();
        concern.childsWishes.clear();
        for (auto& mark : concern.bodyMap)
            mark.childsAccount.clear();
    }
    if (cuts.has(Section::BodyMap))
        concern.bodyMap.clear();
    if (cuts.has(Section::Opinion))
        concern.opinion.clear();
    if (cuts.has(Section::Signs)) {
        concern.signsSeen.clear();
        concern.otherSign.clear();
        body.checklist.signsListed.clear();
    }
    if (cuts.has(Section::Involved)) {
        concern.involved.clear();
        concern.children.clear();
        body.children = body.children.mid(0, 1);
    }
}

bool isLeftOut(Kind kind, const Cuts& cuts)
{
    switch (kind) {
    case Kind::Told: return cuts.has(Section::Told);
    case Kind::ContactMade:
    case Kind::Referral: return cuts.has(Section::Contacts);
    case Kind::Informed:
    case Kind::Consent: return cuts.has(Section::Family);
    case Kind::ActionAdded:
    case Kind::ActionDone: return cuts.has(Section::Actions);
    case Kind::Note:
    case Kind::Feedback:
    case Kind::HandedOver:
    case Kind::Passed: return cuts.has(Section::Notes);
    case Kind::LevelSet:
    case Kind::Decision:
    case Kind::Assessment:
    case Kind::Review:
    case Kind::Agreed:
    case Kind::Closed:
    case Kind::Reopened: return cuts.has(Section::Judgement);
    default: return false;
    }
}

void leaveOut(model::Case& record, const Cuts& cuts)
{
    leaveOut(record.logged, cuts);
    std::erase_if(record.events, [&](const model::Event& event) { return isLeftOut(event.kind, cuts); });
    for (auto& event : record.events)
        if (auto* logged = std::get_if<model::ConcernBody>(&event.body))
            leaveOut(*logged, cuts);
    if (cuts.has(Section::Actions))
        record.actions.clear();
    if (cuts.has(Section::Judgement)) {
        record.level.reset();
        record.outcome.clear();
        record.closingReason.clear();
    }
}

Cuts beginCuts(const Redaction& redaction)
{
    Cuts cuts;
    for (const auto& one : redaction.sections)
        if (cuts.sections.insert(one.section).second)
            cuts.list.push_back({sectionText(one.section), one.ground, one.reason, 1});
    return cuts;
}

void finishCuts(Cuts& cuts, const Redaction& redaction, const Replacer& replacer)
{
    cuts.standIns = replacer.standIns();
    for (std::size_t i = 0; i < redaction.hidden.size(); ++i) {
        const auto& standIn = cuts.standIns[static_cast<qsizetype>(i)];
        if (replacer.times(standIn) > 0)
            cuts.list.push_back(
                {standIn, redaction.hidden[i].ground, redaction.hidden[i].reason, replacer.times(standIn)});
    }
}

void replaceIn(ChildFacts& facts, Replacer& replacer)
{
    for (auto* answer :
         {&facts.namesUsed, &facts.sex, &facts.ethnicity, &facts.religion, &facts.firstLanguage, &facts.interpreter,
          &facts.disability, &facts.nhsNumber, &facts.doctor, &facts.address, &facts.whereabouts, &facts.lookedAfter})
        replacer.replace(*answer);
}

} // namespace

std::optional<QString> hiddenNameIn(const QStringList& texts, const Redaction& redaction)
{
    for (const auto& one : redaction.hidden)
        for (const auto& name : one.names) {
            const auto pattern = namePattern(name);
            if (pattern.isEmpty())
                continue;
            const QRegularExpression finds(pattern, QRegularExpression::CaseInsensitiveOption |
                                                        QRegularExpression::UseUnicodePropertiesOption);
            for (const auto& text : texts)
                if (finds.match(text.normalized(QString::NormalizationForm_D)).hasMatch())
                    return name;
        }
    return std::nullopt;
}

Summary redact(Summary values, const Redaction& redaction)
{
    auto cuts = beginCuts(redaction);
    Replacer replacer(redaction.hidden, {values.record.logged.concern.child});
    leaveOut(values.record, cuts);
    replacer.replace(values.record);
    if (cuts.has(Section::Earlier))
        values.others.clear();
    for (auto& record : values.others) {
        leaveOut(record, cuts);
        replacer.replace(record);
    }
    if (cuts.has(Section::Family))
        values.family = {};
    replaceIn(values.child, replacer);
    auto& family = values.family;
    for (auto& member : family.members) {
        const auto name = member.name;
        replacer.replace(member.name);
        replacer.replace(member.contact);
        if (member.name != name) {
            member.dateOfBirth.reset();
            member.contact.clear();
        }
    }
    for (auto* answer :
         {&family.household, &family.parentsInformed, &family.othersInformed, &family.consent, &family.childsViews,
          &family.parentsViews, &family.keptFromFamily, &family.agencies, &family.strengths, &family.risksToWorkers,
          &values.askedFor, &values.significantHarm, &values.safetyNow, &values.threshold})
        replacer.replace(*answer);
    finishCuts(cuts, redaction, replacer);
    values.cuts = std::move(cuts);
    return values;
}

Chronology redact(Chronology values, const Redaction& redaction)
{
    auto cuts = beginCuts(redaction);
    Replacer replacer(redaction.hidden, {values.child});
    for (auto& record : values.records) {
        leaveOut(record, cuts);
        replacer.replace(record);
    }
    finishCuts(cuts, redaction, replacer);
    values.cuts = std::move(cuts);
    return values;
}

CallSheet redact(CallSheet values, const Redaction& redaction)
{
    auto cuts = beginCuts(redaction);
    Replacer replacer(redaction.hidden, {values.record.logged.concern.child});
    leaveOut(values.record, cuts);
    replacer.replace(values.record);
    replaceIn(values.child, replacer);
    replacer.replace(values.askedFor);
    finishCuts(cuts, redaction, replacer);
    values.cuts = std::move(cuts);
    return values;
}

CpomsEntry redact(CpomsEntry values, const Redaction& redaction)
{
    auto cuts = beginCuts(redaction);
    Replacer replacer(redaction.hidden, {values.record.logged.concern.child});
    leaveOut(values.record, cuts);
    replacer.replace(values.record);
    finishCuts(cuts, redaction, replacer);
    values.cuts = std::move(cuts);
    return values;
}

QString sectionText(Section section)
{
    switch (section) {
    case Section::ChildsWords: return QStringLiteral("The child's own words");
    case Section::Opinion: return QStringLiteral("The author's opinion");
    case Section::Signs: return QStringLiteral("Warning signs");
    case Section::BodyMap: return QStringLiteral("Injuries that can be seen");
    case Section::Involved: return QStringLiteral("People, vehicles and places");
    case Section::Family: return QStringLiteral("Family, consent and views");
    case Section::Judgement: return QStringLiteral("Judgement and decisions");
    case Section::Told: return QStringLiteral("Who was told");
    case Section::Contacts: return QStringLiteral("Referrals, calls and other contacts");
    case Section::Actions: return QStringLiteral("Actions");
    case Section::Notes: return QStringLiteral("Notes");
    case Section::Earlier: return QStringLiteral("Other concerns about this child");
    }
    return {};
}

QString groundText(Ground ground)
{
    switch (ground) {
    case Ground::AnotherPerson: return QStringLiteral("It is about another person");
    case Ground::SeriousHarm: return QStringLiteral("It would be likely to cause serious harm");
    case Ground::ChildAbuseData: return QStringLiteral("Child abuse data, and not in the child's interest to give");
    case Ground::NotNeeded: return QStringLiteral("Not needed for this purpose");
    }
    return {};
}

} // namespace heed::report
