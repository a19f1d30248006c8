#pragma once

#include "rules/problem.h"

#include "model/case.h"

namespace heed::rules {

/// The body of a Kind::Agreed: that a case can be closed, or that it cannot yet.
model::TextBody agreementBody(bool agrees, const QString& reason);
bool agrees(const model::TextBody& agreement);

/// Whether the member `closer` may close this record. Where the school asks for a second agreement, another lead who
/// neither closes it nor logged it has agreed since it was last opened again, and nothing was added after that by
/// anybody else, nor did a lead refuse. Source: the school's own decision; KCSIE 2026 asks for decisions with their
/// reasons and names no second.
Answer mayClose(const model::Case& record, const QString& closer, bool isAgreementAsked);

} // namespace heed::rules
