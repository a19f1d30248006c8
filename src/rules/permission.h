#pragma once

#include "rules/problem.h"

#include "model/body.h"
#include "model/role.h"

namespace heed::rules {

/// Whose record an entry belongs to, as seen by the entry's author.
enum class Record {
    Own,    ///< the author logged that concern (or is logging it, or the entry belongs to no concern)
    Others, ///< somebody else did
};

/// Whether somebody with `role` may write an entry of `kind` addressed to `desk`. Asked before writing and again by the
/// projection, for the role in force under the policy that the entry cites.
///
/// - Every member: a concern, to any desk but *everyone*; told and added to, for their own concern.
/// - A reader of the desk (dsl safeguarding, head head, chair chair): everything else about its concerns, with drills,
///   recoveries and destructions of that desk.
/// - A DSL alone: the pupil register, the profile, accepting a restored vault; addressed to *everyone* or safeguarding.
/// Source: DESIGN.md, Desks and Roles.
Answer may(model::Role role, model::Kind kind, const QString& desk, Record record = Record::Others);

/// Whether what is said of a pupil may be addressed to `desk`: to *everyone* no more than model::publicPart.
Answer mayTell(const QString& desk, const model::ChildBody& body);

/// Whether `role` reads `desk`.
bool reads(model::Role role, const QString& desk);

} // namespace heed::rules
