#pragma once

#include "rules/problem.h"

#include "model/case.h"

#include <vector>

// Whether the family knows, and whether anybody agreed: what such an entry must say. Source: FIELD.md 2.3 (Shropshire's
// and Kirklees' referral forms: parents are told unless that puts the child or another at risk, obstructs the police or
// causes delay; consent is not needed at significant harm; the reason for not telling is recorded) and 4 ("parents
// informed Y/N and reasons").

namespace heed::rules {

/// What is wrong with it at `now`; the key is the field's. Whoever was not told needs a reason.
std::vector<Problem> checkInformed(const model::InformedBody& body, const QDateTime& now);

/// What is wrong with it at `now`; the key is the field's. Where nobody was asked there must be a reason.
std::vector<Problem> checkConsent(const model::ConsentBody& body, const QDateTime& now);

/// Whether the record says if the parents or carers know.
bool saysWhetherParentsKnow(const model::Event& event);

} // namespace heed::rules
