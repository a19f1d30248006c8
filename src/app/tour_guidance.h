#pragma once

namespace heed::app {

class TourDriver;

/// In doubt at the form, with the sign of unknown cars ticked: its page, and back.
void tourDoubt(TourDriver& drive);
/// The guidance of a lead: today's route, a search, a sign, the cards for one kind of reader, the call sheet, the
/// refresher.
void tourGuidance(TourDriver& drive);
/// On the open case: an outside assessment.
void tourAssessment(TourDriver& drive);
/// In its menu: a review, and another beside the first.
void tourReview(TourDriver& drive);

} // namespace heed::app
