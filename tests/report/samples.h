#pragma once

#include "report/call_sheet.h"
#include "report/chronology.h"
#include "report/continuity.h"
#include "report/cpoms.h"
#include "report/share.h"
#include "report/slip.h"
#include "report/summary.h"
#include "report/third_parties.h"

// Invented people whose names show it.

namespace heed::report::samples {

QDateTime at(const char* iso);
Printing printing();
model::Checklist checklist();
model::Case earlierCase();
model::Case laterCase();
/// A case with everything that can follow a concern.
model::Case fullCase();
/// Only the facts are known.
model::Case bareCase();
/// Whoever and whatever fullCase() names in fields of their own.
std::vector<Hidden> thirdParties();
Referrer referrer();
ChildFacts childFacts();
FamilyFacts familyFacts();
Summary summary();
Chronology chronology();
CallSheet callSheet();
CpomsEntry cpoms();
ContinuityPack continuity();
RecoveryShare share();
Slip slip();

} // namespace heed::report::samples
