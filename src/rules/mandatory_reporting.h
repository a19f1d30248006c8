#pragma once

#include "model/concern.h"
#include "model/profile.h"

namespace heed::rules {

/// Whether the law would ask the author to report a suspected sexual offence against a child to the police or the
/// council: a sexual sign that they saw, that the child told them of, or whose source they left open. Hearing it from
/// somebody else or reading it in a record is no trigger.
/// Source: Crime and Policing Bill, clause 77 (memorandum of 13 February 2026). Off in the profile until it commences.
bool isReportRequired(const model::Concern& concern, const model::Profile& profile);

} // namespace heed::rules
