#pragma once

#include "model/shape.h"

#include <QMap>

// A page of guidance: Markdown below a small header. Nothing in a page loads anything: pictures and HTML are refused.
//
//     ---
//     title: What child sexual exploitation is
//     summary: One sentence for the list.
//     audience: staff, parents
//     section: basics
//     order: 1
//     sign: missing                          (only where the page explains a sign of a checklist)
//     reviewed: 2026-11-15
//     source: dfe-2017 | 2017 | Department for Education, Child sexual exploitation | https://example.org
//     source: ceop | read 2026 | CEOP Education, Reporting to CEOP | https://example.org
//     ---
//     A sentence that states a fact.[^dfe-2017] A slot that the screen fills: {{mash.phone}}.
//     A link within Heed: [the signs](heed:page/signs), heed:card/childline, heed:log/missing.

namespace heed::guidance {

enum class Audience { Staff, Parents, Businesses, Dsls };

/// The part of the library that a page stands in; also the order in which parts are listed.
enum class Section { Basics, Signs, Act, Tools, Learn, School };

/// Where a fact comes from. A source without a date of its own carries the year in which it was read.
struct Source {
    QString id;
    int year = 0;
    bool undated = false;
    QString text;
    QString link; ///< may be empty: a printed source

    bool operator==(const Source&) const = default;

    /// Whether its figures are more than ten years old on that day. Never true of an undated source.
    bool isOldOn(QDate day) const { return !undated && year + 10 < day.year(); }
};

/// A line of the table of contents. `anchor` is unique within the page.
struct Heading {
    int level = 2;
    QString text;
    QString anchor;

    bool operator==(const Heading&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("level", self.level, {.required = true});
        visit("text", self.text, {.required = true});
        visit("anchor", self.anchor, {.required = true});
    }
};

struct Page {
    QString id; ///< the file's name without ".md"; a school's own begins with "own/"
    QString title;
    QString summary;
    std::vector<Audience> audience;
    Section section = Section::Basics;
    int order = 0;
    QString sign; ///< the code of the sign that this page explains
    QDate reviewed;
    std::vector<Source> sources;
    QString body; ///< Markdown, with markers and slots as written
    bool own = false;

    bool operator==(const Page&) const = default;

    const Source* source(QStringView sourceId) const;
    bool isFor(Audience reader) const;
};

/// Reads a page. `file` is its name, "what-is-cse.md"; the sentence of an error names it and the key.
model::Expected<Page> parsePage(const QString& file, const QByteArray& text);

std::vector<Heading> contentsOf(const Page& page);

/// The names of the slots that a page leaves to the screen, each once, in order.
QStringList slotNames(const Page& page);

/// What fills the slots, by name.
using Filling = QMap<QString, QString>;

/// A page's text with its slots filled; "…" for one that nothing fills.
QString withSlots(const QString& text, const Filling& filling);

/// What is wrong with an address, or nothing. Allowed: http, https and mailto, and heed: for places within Heed.
std::optional<QString> problemOfAddress(const QString& address);

/// The addresses that the links of a Markdown text lead to.
QStringList addressesIn(const QString& markdown);

} // namespace heed::guidance

namespace heed::model {

template <> struct Names<guidance::Audience> {
    static constexpr std::array<std::pair<guidance::Audience, const char*>, 4> table{
        {{guidance::Audience::Staff, "staff"},
         {guidance::Audience::Parents, "parents"},
         {guidance::Audience::Businesses, "businesses"},
         {guidance::Audience::Dsls, "dsls"}}};
};

template <> struct Names<guidance::Section> {
    static constexpr std::array<std::pair<guidance::Section, const char*>, 6> table{
        {{guidance::Section::Basics, "basics"},
         {guidance::Section::Signs, "signs"},
         {guidance::Section::Act, "act"},
         {guidance::Section::Tools, "tools"},
         {guidance::Section::Learn, "learn"},
         {guidance::Section::School, "school"}}};
};

} // namespace heed::model
