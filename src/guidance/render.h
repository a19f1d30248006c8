#pragma once

#include "guidance/page.h"

#include <QMap>

// From a page as written to a page as read: slots filled, markers numbered, old figures marked.

namespace heed::model {
struct Profile;
}

namespace heed::guidance {

struct Slot {
    QString name;
    QString meaning;
};

/// Every slot that a page may have. Those that begin with "route." depend on the day and the hour: the screen asks the
/// rules for today's route and fills them; the rest follow from the profile.
const std::vector<Slot>& knownSlots();
bool isKnownSlot(const QString& name);

/// The slots that follow from the profile alone.
Filling fillingFrom(const model::Profile& profile);

/// A source as it stands in the list below a page.
struct CitedSource {
    int number = 0; ///< as the page's markers give it
    QString text;
    QString link;
    int year = 0;
    bool undated = false; ///< `year` is then the one in which it was read
    bool old = false;     ///< more than ten years before the day of reading

    bool operator==(const CitedSource&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("number", self.number, {.required = true});
        visit("text", self.text, {.required = true});
        visit("link", self.link);
        visit("year", self.year, {.required = true});
        visit("undated", self.undated);
        visit("old", self.old, {.required = true});
    }
};

struct Rendered {
    QString markdown; ///< markers are links to heed:source/1, figures that are too old say so
    std::vector<CitedSource> sources;
    std::vector<Heading> contents;
    QStringList unfilled; ///< slots that had nothing to fill them; the text says so too
};

Rendered render(const Page& page, QDate today, const Filling& filling = {});

/// A source as one line: its text, its year, and whether it is old.
QString sourceLine(const CitedSource& source);

/// Markdown without its marks, for a terminal and for searching: links keep their words, markers and slots are dropped.
QString plainText(const QString& markdown);

/// Markdown for a terminal: as plainText, but a link out of Heed keeps its address.
QString terminalText(const QString& markdown);

} // namespace heed::guidance
