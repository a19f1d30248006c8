#pragma once

#include "model/shape.h"

namespace heed::model {

/// A flag of a child that staff may know and set; the register's own flags are for the safeguarding desk.
enum class Vulnerability { LookedAfter, CareLeaver, Disability, Sen, PreviouslyMissing };

template <> struct Names<Vulnerability> {
    static constexpr std::array<std::pair<Vulnerability, const char*>, 5> table{{
        {Vulnerability::LookedAfter, "looked-after"},
        {Vulnerability::CareLeaver, "care-leaver"},
        {Vulnerability::Disability, "disability"},
        {Vulnerability::Sen, "sen"},
        {Vulnerability::PreviouslyMissing, "previously-missing"},
    }};
};

/// A child as somebody who noticed something describes them: nothing here needs to be known.
struct Child {
    QString id; ///< set where the child was picked from the register
    QString forename;
    QString surname;
    std::optional<QDate> dateOfBirth;
    QString upn;
    QString yearGroup; ///< "9", "R", "N1"
    QString site;
    std::optional<bool> onRoll; ///< nothing: not sure
    QString homeAuthority;
    std::vector<Vulnerability> vulnerabilities;
    QString description; ///< of a child whose name is not known
    QString part;        ///< of a further child: how this child is part of the concern

    bool operator==(const Child&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("id", self.id);
        visit("forename", self.forename);
        visit("surname", self.surname);
        visit("dateOfBirth", self.dateOfBirth);
        visit("upn", self.upn);
        visit("yearGroup", self.yearGroup);
        visit("site", self.site);
        visit("onRoll", self.onRoll);
        visit("homeAuthority", self.homeAuthority);
        visit("vulnerabilities", self.vulnerabilities);
        visit("description", self.description, {.longest = longText});
        visit("part", self.part, {.longest = longText});
    }
};

/// "Forename Surname" as far as known, or a plain phrase for a child without a name.
QString nameOf(const Child& child);

} // namespace heed::model
