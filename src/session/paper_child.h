#pragma once

#include "model/pupil.h"
#include "report/summary.h"

namespace heed::session {

/// What the school's register knows of a child, for a document that leaves the school.
struct RegisteredChild {
    model::Pupil pupil;
    std::vector<model::Pupil> siblings; ///< as a lead has confirmed them
};

/// Fills in what the concern leaves open, and never writes over what its author wrote.
void describe(model::Child& child, const RegisteredChild& from);
/// What the register does not hold stays "not asked".
void describe(report::ChildFacts& facts, const model::Child& child, const RegisteredChild& from);
/// Contacts, household and brothers and sisters, nobody twice; and who works with the family.
void describe(report::FamilyFacts& family, const RegisteredChild& from);

} // namespace heed::session
