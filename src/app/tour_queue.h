#pragma once

namespace heed::app {

class TourDriver;

/// The queue: as it is, narrowed, searched, with several chosen, and with nothing found. Leaves it as it was.
void tourQueue(TourDriver& drive);
/// The same in the look of the moment.
void tourQueueLook(TourDriver& drive);

} // namespace heed::app
