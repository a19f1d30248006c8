#pragma once

#include "rules/circumstances.h"
#include "rules/route_draft.h"

namespace heed::rules {

/// Whether a concern is about an adult who works or volunteers here (supply, contractors, governors, hirers of the
/// premises, a safeguarding lead too), by its fields: aboutStaff, aboutHead, somebody involved of the kind `staff`.
struct AdultHere {
    bool staff = false;
    bool head = false; ///< about the head: said so, or the head's name among the staff involved

    bool any() const { return staff || head; }
};
AdultHere adultHere(const Circumstances& c);

/// Staff: the head, or the head's stand-in; where the head is the author, involved, or away without a stand-in: the
/// chair of governors. About the head: the chair. Where neither is neutral: the LADO. The LADO is always named beside,
/// and no safeguarding lead is, unless one of them is the head. Source: KCSIE 2026, part four.
void adultWhoWorksHere(RouteDraft& draft, const Circumstances& c, const AdultHere& subject);

} // namespace heed::rules
