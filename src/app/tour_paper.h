#pragma once

#include <QString>

namespace heed::app {

class TourDriver;

/// From a case that is open: shows a document of this kind, leaves a picture of the view and of each page, saves the
/// PDF as "FILE.pdf", and goes back. `isCut`: with something left out.
void printPaper(TourDriver& drive, const QString& kind, const QString& file, bool isCut = false);

} // namespace heed::app
