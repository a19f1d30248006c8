#pragma once

#include "model/concern.h"
#include "rules/problem.h"

namespace heed::rules {

/// What stands in a concern and does not fit into a record: a text that is longer than its field holds
/// (model::shortText, model::longText), or holds the character that ends a text in many programs. Errors, each by its
/// key; empty for almost every concern.
std::vector<Problem> unfit(const model::Concern& concern);

} // namespace heed::rules
