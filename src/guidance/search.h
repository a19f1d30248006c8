#pragma once

#include "guidance/card.h"

// Search over the whole library: every word counts, a title more than a heading, a heading more than the text.

namespace heed::guidance {

enum class EntryKind { Page, Card };

/// Where a word was found: characters of the text beside which it stands.
struct Range {
    int start = 0;
    int length = 0;

    bool operator==(const Range&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("start", self.start, {.required = true});
        visit("length", self.length, {.required = true});
    }
};

} // namespace heed::guidance

namespace heed::model {

template <> struct Names<guidance::EntryKind> {
    static constexpr std::array<std::pair<guidance::EntryKind, const char*>, 2> table{
        {{guidance::EntryKind::Page, "page"}, {guidance::EntryKind::Card, "card"}}};
};

} // namespace heed::model

namespace heed::guidance {

struct Hit {
    EntryKind kind = EntryKind::Page;
    QString id;
    QString title;
    std::vector<Range> titleMatches;
    QString heading; ///< of the part in which the snippet stands; empty above the first
    QString anchor;
    QString snippet;
    std::vector<Range> snippetMatches;
    int score = 0;

    bool operator==(const Hit&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("kind", self.kind, {.required = true});
        visit("id", self.id, {.required = true});
        visit("title", self.title, {.required = true});
        visit("titleMatches", self.titleMatches);
        visit("heading", self.heading);
        visit("anchor", self.anchor);
        visit("snippet", self.snippet, {.required = true});
        visit("snippetMatches", self.snippetMatches);
        visit("score", self.score, {.required = true});
    }
};

/// Best first. Entries that have every word of the query; if none has, those that have any. `filling`: what stands in
/// the pages' slots, so that it is found and shown.
std::vector<Hit> searchIn(const std::vector<Page>& pages, const std::vector<Card>& cards, const QString& query,
                          std::size_t limit, const Filling& filling = {});

} // namespace heed::guidance
