#pragma once

#include "guidance/page.h"

// A card: one service or one resource, where it is, who says so, and when that was last checked.

namespace heed::guidance {

enum class CardKind { Contact, Resource };

/// A link, and the address it used to have where it is known to have moved: both are shown.
struct CardLink {
    QString label;
    QString address;
    QString was;

    bool operator==(const CardLink&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("label", self.label, {.required = true});
        visit("address", self.address, {.required = true, .longest = 2000});
        visit("was", self.was, {.longest = 2000});
    }
};

struct Card;

} // namespace heed::guidance

namespace heed::model {

template <> struct Names<guidance::CardKind> {
    static constexpr std::array<std::pair<guidance::CardKind, const char*>, 2> table{
        {{guidance::CardKind::Contact, "contact"}, {guidance::CardKind::Resource, "resource"}}};
};

} // namespace heed::model

namespace heed::guidance {

struct Card {
    QString id; ///< the file's name without ".json"; a school's own begins with "own/"
    CardKind kind = CardKind::Resource;
    QString name;
    QString what; ///< what it is, in a sentence or two
    std::vector<Audience> audience;
    int order = 0;
    QString phone;
    QString email;
    QString hours;
    QString note; ///< what to know before relying on it
    std::vector<CardLink> links;
    QString source; ///< where the number, the address and the description were read
    QDate checked;  ///< the day that was
    bool own = false;

    bool operator==(const Card&) const = default;
    static constexpr bool isDescribed = true;
    /// The file's keys. `id` and `own` come from where the file stands.
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("kind", self.kind, {.required = true});
        visit("name", self.name, {.required = true});
        visit("what", self.what, {.required = true, .longest = 2000});
        visit("audience", self.audience, {.required = true});
        visit("order", self.order);
        visit("phone", self.phone);
        visit("email", self.email);
        visit("hours", self.hours);
        visit("note", self.note, {.longest = 2000});
        visit("links", self.links);
        visit("source", self.source, {.required = true, .longest = 2000});
        visit("checked", self.checked, {.required = true});
    }

    bool isFor(Audience reader) const;
    /// Whether it was last checked more than twelve months before that day.
    bool needsCheckingOn(QDate day) const { return checked.addMonths(12) < day; }
};

/// Reads a card. `file` is its name, "childline.json"; the sentence of an error names it and the key.
model::Expected<Card> parseCard(const QString& file, const QByteArray& text);

} // namespace heed::guidance
