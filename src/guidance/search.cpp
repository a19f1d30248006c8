#include "guidance/search.h"

#include "guidance/fold.h"
#include "guidance/render.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace heed::guidance {

namespace {

constexpr int titleWeight = 24;
constexpr int headingWeight = 8;
constexpr int summaryWeight = 6;
constexpr int textWeight = 2;
constexpr int mostCounted = 5; // a word repeated a hundred times says no more than one repeated five
constexpr int snippetLength = 180;

/// A stretch of text under one heading.
struct Part {
    QString heading;
    QString anchor;
    QString text;
};

struct Document {
    EntryKind kind = EntryKind::Page;
    QString id;
    QString title;
    QString summary;
    QString hidden; ///< found but never shown, such as a number without its spaces
    std::vector<Part> parts;
};

Document documentOf(const Page& page, const Filling& filling)
{
    Document document{EntryKind::Page, page.id, page.title, page.summary, page.sign, {{}}};
    const auto contents = contentsOf(page);
    std::size_t next = 0;
    for (const auto& line : page.body.split(u'\n')) {
        if (line.startsWith(u'#') && next < contents.size()) {
            document.parts.push_back({contents[next].text, contents[next].anchor, {}});
            ++next;
        } else {
            static const QRegularExpression item(QStringLiteral("^(- |\\d+\\. )"));
            document.parts.back().text +=
                plainText(withSlots(QString(line).replace(item, QStringLiteral("\u2022 ")), filling)) + u' ';
        }
    }
    return document;
}

Document documentOf(const Card& card)
{
    Document document{EntryKind::Card, card.id, card.name, card.what, {}, {{}}};
    auto& text = document.parts.back().text;
    text = card.what;
    for (const auto& piece : {card.phone, card.email, card.hours, card.note})
        if (!piece.isEmpty())
            text += u' ' + piece;
    for (const auto& link : card.links)
        text += u' ' + link.label + u' ' + link.address;
    document.hidden = QString(card.phone).remove(u' ');
    return document;
}

QStringList wordsAsked(const QString& query)
{
    static const QSet<QString> common{
        QStringLiteral("a"),   QStringLiteral("an"), QStringLiteral("and"), QStringLiteral("do"),  QStringLiteral("i"),
        QStringLiteral("if"),  QStringLiteral("in"), QStringLiteral("is"),  QStringLiteral("of"),  QStringLiteral("or"),
        QStringLiteral("the"), QStringLiteral("to"), QStringLiteral("my"),  QStringLiteral("what")};
    QStringList all;
    QStringList telling;
    for (const auto& word : foldedWords(query.left(500))) {
        if (word.text != u"i" && word.text != u"my" && word.text != u"a")
            all << word.text;
        if (!common.contains(word.text))
            telling << word.text;
    }
    auto asked = telling.isEmpty() ? all : telling;
    asked.removeDuplicates();
    // "signs" should find "sign": a plural is asked for by its stem, and found as the beginning of a word.
    for (auto& word : asked)
        if (word.size() > 3 && word.endsWith(u's') && !word.endsWith(u"ss"))
            word.chop(1);
    return asked;
}

bool matches(const Word& word, const QString& asked)
{
    return asked.size() < 3 ? word.text == asked : word.text.startsWith(asked);
}

std::vector<Range> rangesOf(const QString& text, const QStringList& asked)
{
    std::vector<Range> ranges;
    for (const auto& word : foldedWords(text))
        if (std::any_of(asked.begin(), asked.end(), [&](const QString& one) { return matches(word, one); }))
            ranges.push_back({word.start, word.length});
    return ranges;
}

int countOf(const std::vector<Word>& words, const QString& asked)
{
    const auto count =
        std::count_if(words.begin(), words.end(), [&](const Word& word) { return matches(word, asked); });
    return static_cast<int>(std::min<std::ptrdiff_t>(count, mostCounted));
}

struct Weighed {
    std::vector<Word> words;
    int weight;
};

/// The part of a text around its densest run of matches, cut at words.
void cutSnippet(const QString& whole, const QStringList& asked, Hit& hit)
{
    const auto text = whole.simplified();
    const auto ranges = rangesOf(text, asked);
    int best = 0;
    std::size_t most = 0;
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        std::size_t within = i;
        while (within < ranges.size() && ranges[within].start - ranges[i].start < snippetLength / 2)
            ++within;
        if (within - i > most) {
            most = within - i;
            best = ranges[i].start;
        }
    }
    qsizetype from = std::max(0, best - snippetLength / 3);
    if (from > 0)
        from = text.indexOf(u' ', from) + 1;
    auto end = std::min<qsizetype>(text.size(), from + snippetLength);
    if (end < text.size())
        end = std::max(text.lastIndexOf(u' ', end), from);
    hit.snippet = (from > 0 ? QStringLiteral("… ") : QString()) + text.mid(from, end - from) +
                  (end < text.size() ? QStringLiteral(" …") : QString());
    hit.snippetMatches = rangesOf(hit.snippet, asked);
}

std::size_t wordsFound(const Document& document, const QStringList& asked, Hit& hit)
{
    std::vector<Weighed> fields;
    fields.push_back({foldedWords(document.title), titleWeight});
    fields.push_back({foldedWords(document.summary), summaryWeight});
    fields.push_back({foldedWords(document.hidden), textWeight});
    for (const auto& part : document.parts) {
        fields.push_back({foldedWords(part.heading), headingWeight});
        fields.push_back({foldedWords(part.text), textWeight});
    }
    std::size_t found = 0;
    for (const auto& word : asked) {
        int score = 0;
        for (const auto& field : fields)
            score += countOf(field.words, word) * field.weight;
        hit.score += score;
        found += score > 0;
    }
    return found;
}

void describeHit(const Document& document, const QStringList& asked, Hit& hit)
{
    hit.kind = document.kind;
    hit.id = document.id;
    hit.title = document.title;
    hit.titleMatches = rangesOf(document.title, asked);
    const Part* best = nullptr;
    int most = 0;
    for (const auto& part : document.parts) {
        const auto inHeading = foldedWords(part.heading);
        const auto inText = foldedWords(part.text);
        int score = 0;
        for (const auto& word : asked)
            score += countOf(inHeading, word) * headingWeight + countOf(inText, word) * textWeight;
        if (score > most) {
            most = score;
            best = &part;
        }
    }
    if (best) {
        hit.heading = best->heading;
        hit.anchor = best->anchor;
    }
    cutSnippet(best ? best->text : document.summary, asked, hit);
}

} // namespace

std::vector<Hit> searchIn(const std::vector<Page>& pages, const std::vector<Card>& cards, const QString& query,
                          std::size_t limit, const Filling& filling)
{
    const auto asked = wordsAsked(query);
    if (asked.isEmpty())
        return {};
    struct Candidate {
        Hit hit;
        std::size_t found;
    };
    std::vector<Candidate> candidates;
    std::size_t most = 0;
    const auto consider = [&](const Document& document) {
        Candidate candidate{};
        candidate.found = wordsFound(document, asked, candidate.hit);
        if (candidate.found == 0)
            return;
        describeHit(document, asked, candidate.hit);
        most = std::max(most, candidate.found);
        candidates.push_back(std::move(candidate));
    };
    for (const auto& page : pages)
        consider(documentOf(page, filling));
    for (const auto& card : cards)
        consider(documentOf(card));

    const bool allWords = most == static_cast<std::size_t>(asked.size());
    if (allWords)
        std::erase_if(candidates, [&](const Candidate& candidate) { return candidate.found < most; });
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        return std::pair(a.found, a.hit.score) > std::pair(b.found, b.hit.score);
    });
    std::vector<Hit> hits;
    for (auto& candidate : candidates) {
        if (hits.size() == limit)
            break;
        hits.push_back(std::move(candidate.hit));
    }
    return hits;
}

} // namespace heed::guidance
