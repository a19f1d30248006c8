#pragma once

#include "rules/circumstances.h"

#include <vector>

namespace heed::rules {

/// The safeguarding leads who can be told about a child, the first to be told first, and why they stand so.
struct Leads {
    std::vector<model::Recipient> reachable;
    std::vector<model::Reason> reasons;
};

/// Order (issue 6): the one for the child's year or site; the one on duty now by rota; the profile's order. Whoever is
/// away gives their place to their stand-in; the author and whoever is entered as involved are passed over. A lead for
/// other years or sites, and one whose rota says off duty during school time, come after the rest, but are never left
/// out: KCSIE 2026, paragraph 59, wants a lead always available.
Leads leadsFor(const model::Child& child, const Circumstances& c);

} // namespace heed::rules
