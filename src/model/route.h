#pragma once

#include "model/shape.h"

namespace heed::model {

enum class RouteKind { Dsl, Mash, Head, Chair };

template <> struct Names<RouteKind> {
    static constexpr std::array<std::pair<RouteKind, const char*>, 4> table{
        {{RouteKind::Dsl, "dsl"}, {RouteKind::Mash, "mash"}, {RouteKind::Head, "head"}, {RouteKind::Chair, "chair"}}};
};

/// Whom to tell: a person or a service. A number that the school has not confirmed is not given.
struct Recipient {
    QString name;
    std::optional<QString> phone;
    QString role; ///< what they are, in words: "Designated safeguarding lead"

    bool operator==(const Recipient&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("name", self.name, {.required = true});
        visit("phone", self.phone, {.required = true});
        visit("role", self.role);
    }
};

/// Why a route is as it is: a code for the program, a sentence for the person who reads it.
struct Reason {
    QString code;
    QString sentence;

    bool operator==(const Reason&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("code", self.code, {.required = true});
        visit("sentence", self.sentence, {.required = true, .longest = 2000});
    }
};

/// When something must have happened.
struct Clock {
    QString name; ///< "acknowledge", "written-confirmation", "authority-decision"
    QDateTime due;

    bool operator==(const Clock&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("name", self.name, {.required = true});
        visit("due", self.due, {.required = true});
    }
};

/// Who must be told of a concern, and how. Part of the entry: a later change of the profile does not rewrite it.
struct Route {
    RouteKind kind = RouteKind::Dsl;
    Recipient contact;
    QStringList deputies;
    std::vector<Recipient> also;
    bool emergencyFirst = false;
    std::vector<Reason> reasons;
    std::vector<Clock> clocks;

    bool operator==(const Route&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("kind", self.kind, {.required = true});
        visit("contact", self.contact, {.required = true});
        visit("deputies", self.deputies, {.required = true});
        visit("also", self.also, {.required = true});
        visit("emergencyFirst", self.emergencyFirst, {.required = true});
        visit("reasons", self.reasons, {.required = true});
        visit("clocks", self.clocks, {.required = true});
    }
};

} // namespace heed::model
