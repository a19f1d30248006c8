#include "report/third_parties.h"

#include "report/name_pattern.h"
#include "report/words.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace heed::report {

namespace {

using model::InvolvedKind;

constexpr qsizetype shortestVariant = 3; // letters: a shorter part of a name stands in too many other words

bool isPerson(InvolvedKind kind)
{
    return kind == InvolvedKind::Adult || kind == InvolvedKind::Child || kind == InvolvedKind::Staff;
}

/// Words that begin with a capital and are no name: what begins a sentence, titles, days, months.
bool isOrdinary(const QString& word)
{
    static const QSet<QString> ordinary = [] {
        QSet<QString> words;
        const auto list = QStringLiteral(
            "a about after again all also an and another as ask asked at because before boy but by call "
            "called came can child children dad did do does don't dr during each every father first for from "
            "girl go grandad grandma had has have he her him his how i if in is it its just last later let "
            "look lots man many me miss mother mr mrs ms mum my nan new no not nothing now of on once one "
            "other our out parent perhaps police prof pupil ring said saw says school see she since sir so "
            "social some somebody someone sometimes still teacher tell that the their then there these they "
            "this those today told tomorrow tonight took two until us was we went were what when where which "
            "while who why will with woman year yes yesterday you your "
            "monday tuesday wednesday thursday friday saturday sunday january february march april may june "
            "july august september october november december christmas easter "
            "english mash cpoms instagram snapchat tiktok whatsapp facebook google");
        for (const auto& one : list.split(u' '))
            words << one;
        return words;
    }();
    return ordinary.contains(word.toLower());
}

/// What somebody wrote, field by field, through the one written shape of the values.
class Words {
public:
    const QStringList& texts() const { return m_texts; }

    void read(const QString& text) { m_texts << text; }
    template <class T> void read(const std::optional<T>& value)
    {
        if (value)
            read(*value);
    }
    template <class T> void read(const std::vector<T>& values)
    {
        for (const auto& value : values)
            read(value);
    }
    template <model::Described T> void read(const T& value) { T::describe(value, *this); }
    void read(const model::Route&) {}
    void read(const model::Checklist&) {}
    void read(const model::PrintedBody&) {}
    template <class T> void read(const T&) {}
    template <class T> void operator()(const char* key, T& value, const model::Field& = {})
    {
        static const QByteArrayList otherwise{"id",     "upn",    "code",          "fingerprint", "corrects",
                                              "action", "agency", "homeAuthority", "site",        "system"};
        if (!otherwise.contains(QByteArray(key)))
            read(value);
    }

private:
    QStringList m_texts;
};

/// What looks like a name, in the order in which it is met.
QStringList namesIn(const QString& text)
{
    static const QRegularExpression capitals(
        QStringLiteral(
            "(?<![\\p{L}\\p{N}])\\p{Lu}[\\p{L}'\u2019-]*\\p{Ll}(?:[ \\t]+\\p{Lu}[\\p{L}'\u2019-]*\\p{Ll}){0,3}"),
        QRegularExpression::UseUnicodePropertiesOption);
    QStringList names;
    for (auto found = capitals.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        auto words = match.captured().simplified().split(u' ');
        for (auto& word : words)
            if (word.endsWith(QStringLiteral("'s")) || word.endsWith(QStringLiteral("\u2019s")))
                word.chop(2);
        // A capital that only begins a sentence tells nothing.
        const auto before = QStringView(text).left(match.capturedStart()).trimmed();
        const bool beginsSentence = before.isEmpty() || QStringLiteral(".!?:\n\"\u201c-").contains(before.back());
        while (!words.isEmpty() && isOrdinary(words.front()))
            words.removeFirst();
        while (!words.isEmpty() && isOrdinary(words.back()))
            words.removeLast();
        const bool wasCut = words.size() < match.captured().simplified().split(u' ').size();
        if (words.isEmpty() || (words.size() == 1 && beginsSentence && !wasCut))
            continue;
        names << words.join(u' ');
    }
    return names;
}

class Finder {
public:
    Finder(const std::vector<model::Case>& records, const std::vector<model::Involved>& others)
        : m_records(records)
        , m_others(others)
    {
        for (const auto& record : records) {
            const auto& child = record.logged.concern.child;
            known(QString(child.forename + u' ' + child.surname));
            const auto& route = record.logged.route;
            known(route.contact.name);
            for (const auto& name : route.deputies)
                known(name);
            for (const auto& also : route.also)
                known(also.name);
            known(record.author);
            for (const auto& event : record.events)
                known(event.author);
        }
    }

    std::vector<ThirdParty> run()
    {
        for (const auto& record : m_records) {
            for (const auto& child : record.logged.concern.children)
                add(InvolvedKind::Child, QString(child.forename + u' ' + child.surname).simplified(), false);
            for (const auto& one : record.logged.concern.involved)
                add(one.kind, one.name, false);
        }
        for (const auto& one : m_others)
            add(one.kind, one.name, false);
        Words words;
        for (const auto& record : m_records)
            for (const auto& event : record.events)
                std::visit([&](const auto& body) { words.read(body); }, event.body);
        for (const auto& text : words.texts())
            for (const auto& name : namesIn(text))
                add(InvolvedKind::Adult, name, true);
        return std::move(m_found);
    }

private:
    void known(const QString& name)
    {
        m_known << nameKey(name);
        for (const auto& word : name.simplified().split(u' '))
            m_known << nameKey(word);
    }

    /// Whole, or each of its words.
    bool isKnown(const QString& name) const
    {
        const auto words = name.simplified().split(u' ');
        return m_known.contains(nameKey(name)) ||
               std::all_of(words.begin(), words.end(), [&](const QString& w) { return m_known.contains(nameKey(w)); });
    }

    void add(InvolvedKind kind, const QString& name, bool inText)
    {
        if (name.trimmed().isEmpty() || isKnown(name))
            return;
        Hidden who{kind, {}, Ground::AnotherPerson, {}};
        for (const auto& variant : variantsOf(kind, name))
            if (!m_known.contains(nameKey(variant)))
                who.names << variant;
        if (who.names.isEmpty())
            return;
        for (const auto& variant : who.names)
            m_known << nameKey(variant);
        m_found.push_back({std::move(who), inText});
    }

    const std::vector<model::Case>& m_records;
    const std::vector<model::Involved>& m_others;
    QSet<QString> m_known; ///< not to be offered: the child, who wrote, and what was offered already
    std::vector<ThirdParty> m_found;
};

} // namespace

QStringList variantsOf(InvolvedKind kind, const QString& name)
{
    QStringList names{name.simplified()};
    if (!isPerson(kind))
        return names;
    // "Called "Dez"": what stands in quotation marks is a name of its own.
    static const QRegularExpression inQuotes(QStringLiteral("[\"\u201c\u2018']([^\"\u201d\u2019']+)[\"\u201d\u2019']"));
    if (const auto match = inQuotes.match(name); match.hasMatch())
        names << match.captured(1).simplified();
    else
        for (const auto& word : name.simplified().split(u' '))
            if (word.size() >= shortestVariant && word.front().isUpper() && !isOrdinary(word))
                names << word;
    names.removeDuplicates();
    return names;
}

std::vector<ThirdParty> thirdPartiesOf(const std::vector<model::Case>& records,
                                       const std::vector<model::Involved>& others)
{
    return Finder(records, others).run();
}

} // namespace heed::report
