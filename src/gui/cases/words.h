#pragma once

#include "model/case.h"

namespace heed::gui::cases {

// How a line of the queue is said.

/// "Unknown cars": a sign in two or three words; a code that Heed does not know, as it is.
QString shortSign(const QString& code);
/// The signs of a concern in short words; empty where none was ticked or written.
QString signsText(const model::Concern& concern);
/// "4th in six weeks", of a concern with three before it; empty for a first one.
QString ordinalText(int earlierConcerns);
QString stateText(model::State state);
/// "Not set" without one.
QString levelText(const std::optional<model::Level>& level);
/// "2 hours 10 minutes", "3 days".
QString durationText(const QDateTime& from, const QDateTime& to);
/// "20 November 2026, 14:10", by the school's clocks.
QString moment(const QDateTime& at);

} // namespace heed::gui::cases
