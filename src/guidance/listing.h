#pragma once

#include "guidance/library.h"
#include "guidance/render.h"

// The library as the command line shows it: plain values, each with its written shape, and the same as text.

namespace heed::guidance {

struct Line {
    EntryKind kind = EntryKind::Page;
    QString id;
    QString title;
    QString summary;
    std::vector<Audience> audience;
    std::optional<Section> section; ///< of a page
    std::optional<CardKind> card;   ///< of a card
    QString sign;
    QString phone;
    QDate reviewed; ///< a page's last review, a card's last check
    bool own = false;

    bool operator==(const Line&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("kind", self.kind, {.required = true});
        visit("id", self.id, {.required = true});
        visit("title", self.title, {.required = true});
        visit("summary", self.summary, {.longest = 2000});
        visit("audience", self.audience, {.required = true});
        visit("section", self.section);
        visit("card", self.card);
        visit("sign", self.sign);
        visit("phone", self.phone);
        visit("reviewed", self.reviewed, {.required = true});
        visit("own", self.own);
    }
};

struct Listing {
    std::vector<Line> entries;

    bool operator==(const Listing&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("entries", self.entries, {.required = true, .most = model::anyNumber});
    }
};

/// A page or a card in full.
struct Shown {
    Line line;
    QString text;     ///< for a terminal, wrapped nowhere; its sources at the end
    QString markdown; ///< of a page, rendered
    std::vector<Heading> contents;
    std::vector<CitedSource> sources;
    QStringList unfilled;
    std::optional<Card> card;
    bool needsChecking = false; ///< a card last checked more than twelve months ago

    bool operator==(const Shown&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("entry", self.line, {.required = true});
        visit("text", self.text, {.required = true, .longest = model::longText});
        visit("markdown", self.markdown, {.longest = model::longText});
        visit("contents", self.contents);
        visit("sources", self.sources);
        visit("unfilled", self.unfilled);
        visit("card", self.card);
        visit("needsChecking", self.needsChecking);
    }
};

struct Found {
    QString query;
    std::vector<Hit> hits;

    bool operator==(const Found&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("query", self.query, {.required = true, .longest = 500});
        visit("hits", self.hits, {.required = true, .most = model::anyNumber});
    }
};

/// Pages, then cards, in the library's order; for one reader or for all.
Listing list(const Library& library, std::optional<Audience> reader = {});

/// By id, or by the code of a sign. An id that does not exist is refused with those that come nearest.
model::Expected<Shown> show(const Library& library, const QString& id, QDate today, const Filling& filling = {});

Found search(const Library& library, const QString& query, std::size_t limit = 20, const Filling& filling = {});

} // namespace heed::guidance
