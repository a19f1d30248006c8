#include "casebook/search_words.h"

#include "casebook/fold.h"

#include "model/name.h"
#include "platform/clock.h"
#include "rules/alike.h"
#include "rules/signs.h"

#include <QSet>

#include <algorithm>
#include <limits>

namespace heed::casebook {

namespace {

constexpr int mostTyped = 500; // characters of a search that are looked at
constexpr int mostWords = 20;
constexpr int longestWord = 40; // that is found by a part of it
constexpr int shortestPart = 3;
constexpr QChar between(0x1E);  // two texts of a record: "record separator"
constexpr int pieceBefore = 50; // characters shown before the first found word, and in all
constexpr int pieceLength = 170;

/// A text in the form in which it is compared, and where each of its characters stood.
struct FoldedText {
    QString text;
    std::vector<int> at;
};

FoldedText folded(QStringView text)
{
    FoldedText result;
    result.text.reserve(text.size());
    result.at.reserve(static_cast<std::size_t>(text.size()));
    const auto put = [&](QChar symbol, qsizetype at) {
        result.text += symbol;
        result.at.push_back(static_cast<int>(at));
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto symbol = text[i];
        if (symbol.unicode() < 128) {
            put(symbol.toLower(), i);
            continue;
        }
        const auto whole =
            symbol.isHighSurrogate() && i + 1 < text.size() ? text.mid(i, 2).toString() : QString(symbol);
        for (const auto part : whole.normalized(QString::NormalizationForm_KD).toCaseFolded())
            if (!part.isMark())
                put(part, i);
        i += whole.size() - 1;
    }
    return result;
}

template <class Take> void eachWord(const QString& foldedText, Take take)
{
    qsizetype from = -1;
    const auto finish = [&](qsizetype to) {
        if (from >= 0)
            take(foldedText.mid(from, to - from));
        from = -1;
    };
    for (qsizetype i = 0; i < foldedText.size(); ++i) {
        const auto symbol = foldedText[i];
        bool isWord = symbol.isLetterOrNumber();
        if (symbol.isHighSurrogate() && i + 1 < foldedText.size())
            isWord = QChar::isLetterOrNumber(QChar::surrogateToUcs4(symbol, foldedText[i + 1]));
        else if (symbol.isLowSurrogate())
            isWord = from >= 0;
        if (isWord && from < 0)
            from = i;
        if (!isWord)
            finish(i);
    }
    finish(foldedText.size());
}

/// What stands under these keys is for the program, not for people.
bool isForPeople(const QString& key)
{
    static const QSet<QString> forTheProgram{QStringLiteral("id"), QStringLiteral("action"), QStringLiteral("corrects"),
                                             QStringLiteral("fingerprint")};
    return !forTheProgram.contains(key);
}

void addTexts(QStringList& texts, const QCborValue& value)
{
    if (value.isString())
        texts << value.toString();
    if (value.isMap())
        for (const auto& entry : value.toMap())
            if (isForPeople(entry.first.toString()))
                addTexts(texts, entry.second);
    if (value.isArray())
        for (const auto& item : value.toArray())
            addTexts(texts, item);
}

/// What somebody wrote into the record, the concern first.
QStringList textsOf(const model::Case& record)
{
    QStringList texts;
    const auto& concern = record.logged.concern;
    texts << concern.facts << concern.childsWords << model::nameOf(concern.child);
    for (const auto& event : record.events) {
        if (const auto* logged = std::get_if<model::ConcernBody>(&event.body))
            addTexts(texts, model::toShape(logged->concern));
        else
            addTexts(texts, model::writeBody(event.body));
        for (const auto& file : event.files)
            texts << file.name;
    }
    texts << record.author << record.reference;
    return texts;
}

bool isRun(const QString& one, const QString& next)
{
    return rules::joinsUp(one + next);
}

} // namespace

QStringList wordsIn(const QString& text)
{
    QStringList words;
    eachWord(folded(text).text, [&](const QString& word) { words << word; });
    return words;
}

QString facet(const QString& name, const QString& value)
{
    return name + u'=' + wordsIn(value).join(u'-');
}

QString monthOf(const QDate& day)
{
    return day.toString(QStringLiteral("yyyy-MM"));
}

std::pair<qint64, qint64> boundsOf(model::Wait wait)
{
    using Limits = std::numeric_limits<qint64>;
    constexpr qint64 hour = 3600;
    switch (wait) {
    case model::Wait::Hour: return {Limits::min(), hour};
    case model::Wait::Day: return {hour, 24 * hour};
    case model::Wait::Week: return {24 * hour, 7 * 24 * hour};
    case model::Wait::Longer: return {7 * 24 * hour, Limits::max()};
    case model::Wait::Never: break;
    }
    return {};
}

model::Wait waitOf(const std::optional<qint64>& seconds)
{
    if (!seconds)
        return model::Wait::Never;
    for (const auto wait : {model::Wait::Hour, model::Wait::Day, model::Wait::Week})
        if (*seconds <= boundsOf(wait).second)
            return wait;
    return model::Wait::Longer;
}

QStringList flagsOf(const model::Concern& concern)
{
    QStringList flags;
    for (const auto flag : concern.child.vulnerabilities)
        flags << model::nameOf(flag);
    if (concern.immediateDanger)
        flags << QStringLiteral("immediate-danger");
    if (concern.missingNow)
        flags << QStringLiteral("missing-now");
    return flags;
}

IndexedWords indexedWords(const model::Case& record, const QString& dsl)
{
    const auto& concern = record.logged.concern;
    IndexedWords indexed;
    QSet<QString> words;
    for (const auto& text : textsOf(record)) {
        indexed.texts += text.simplified() + between;
        if (text == record.reference)
            continue;
        eachWord(folded(text).text, [&](const QString& word) { words << word; });
        for (const auto& mention : rules::mentionsIn(text))
            words << mention.value;
    }
    for (const auto& one : concern.involved)
        if (one.kind == model::InvolvedKind::Username || one.kind == model::InvolvedKind::Vehicle ||
            one.kind == model::InvolvedKind::Phone)
            words << wordsIn(rules::comparable(one.kind, one.name)).join(QString());
    words.remove(QString());

    for (const auto& word : words)
        if (word.size() >= shortestPart && word.size() <= longestWord)
            indexed.learn << word;
    // The reference is every record's own: it is found by its beginning, and would fill the list of words.
    indexed.text = words.values().join(u' ') + u' ' + wordsIn(record.reference).join(u' ') + u' ' +
                   wordsIn(record.reference).join(QString());

    const auto day = platform::inSchoolTime(record.loggedAt).date();
    QStringList facets{
        facet(QStringLiteral("state"), model::nameOf(record.state)),
        facet(QStringLiteral("level"), record.level ? model::nameOf(*record.level) : QStringLiteral("none")),
        facet(QStringLiteral("logged"), day.toString(QStringLiteral("yyyy"))),
        facet(QStringLiteral("month"), monthOf(day)), facet(QStringLiteral("day"), day.toString(Qt::ISODate))};
    if (record.state != model::State::Closed && nextActionDue(record))
        facets << facet(QStringLiteral("due"), QStringLiteral("yes"));
    if (!dsl.isEmpty())
        facets << facet(QStringLiteral("dsl"), dsl);
    if (!concern.child.yearGroup.isEmpty())
        facets << facet(QStringLiteral("year"), concern.child.yearGroup);
    for (const auto& sign : rules::signsNoticed(concern))
        facets << facet(QStringLiteral("sign"), sign.code);
    for (const auto& flag : flagsOf(concern))
        facets << facet(QStringLiteral("flag"), flag);
    const auto waited =
        record.acknowledgedAt ? std::optional(record.loggedAt.secsTo(*record.acknowledgedAt)) : std::nullopt;
    facets << facet(QStringLiteral("wait"), model::nameOf(waitOf(waited)));
    indexed.facets = facets.join(u' ');
    return indexed;
}

std::vector<TypedRun> typedRuns(const QString& typed)
{
    std::vector<TypedRun> runs;
    int count = 0;
    const auto looked = typed.left(mostTyped).trimmed();
    // "7K3M-9QX": the beginning of a reference.
    const bool isOnePiece = looked.contains(u'-') && std::all_of(looked.begin(), looked.end(), [](QChar symbol) {
                                return symbol.isLetterOrNumber() || symbol == u'-';
                            });
    for (const auto& word : wordsIn(looked)) {
        if (++count > mostWords)
            break;
        if (!runs.empty() && (isOnePiece || isRun(runs.back().words.join(QString()), word))) {
            runs.back().words << word;
            runs.back().joined = runs.back().words.join(QString());
        } else {
            runs.push_back({{word}, {}});
        }
    }
    for (auto& run : runs)
        if (run.joined.startsWith(QStringLiteral("44")) && run.joined.size() > 10)
            run.joined = u'0' + run.joined.mid(2);
    return runs;
}

std::optional<model::Found> foundIn(const QString& texts, const std::vector<TypedRun>& runs)
{
    QStringList wanted;
    for (const auto& run : runs)
        for (const auto& word : run.words)
            if (word.size() > 1 || run.words.size() == 1)
                wanted << word;
    for (const auto plain : QStringView(texts).tokenize(between)) {
        const auto compared = folded(plain);
        qsizetype first = -1;
        for (const auto& word : wanted)
            if (const auto at = compared.text.indexOf(word); at >= 0 && (first < 0 || at < first))
                first = at;
        if (first < 0)
            continue;
        const auto start = compared.at[static_cast<std::size_t>(first)];
        auto from = std::max(0, start - pieceBefore);
        if (from > 0)
            if (const auto space = plain.indexOf(u' ', from); space >= 0 && space < start)
                from = static_cast<int>(space) + 1;
        model::Found found;
        const QString before = from > 0 ? QStringLiteral("… ") : QString();
        const auto piece = plain.mid(from, pieceLength);
        found.text =
            before + piece.toString() + (from + piece.size() < plain.size() ? QStringLiteral(" …") : QString());
        for (const auto& word : wanted) {
            for (auto at = compared.text.indexOf(word); at >= 0; at = compared.text.indexOf(word, at + word.size())) {
                const auto begin = compared.at[static_cast<std::size_t>(at)];
                const auto end = compared.at[static_cast<std::size_t>(at + word.size() - 1)] + 1;
                if (begin >= from && end <= from + piece.size())
                    found.marks.push_back({begin - from + static_cast<int>(before.size()), end - begin});
            }
        }
        std::sort(found.marks.begin(), found.marks.end(),
                  [](const auto& one, const auto& other) { return one.at < other.at; });
        return found;
    }
    return std::nullopt;
}

} // namespace heed::casebook
