#pragma once

#include "register/incoming.h"

class QIODevice;

#include <functional>

namespace heed::pupils {

/// Reads a Common Transfer File, of any version (FIELD.md 4.1), piece by piece: `Gender` and `Sex`, `Pupils` and
/// `CTFpupilData`, year and ethnicity in either place; everything else is passed over. A document type, an entity of
/// its own, elements nested more than 32 deep, a text of more than 64 KiB and a file that ends early are BadInput for
/// the whole file: nothing of it is taken. A pupil who cannot be is refused by line. "Full" in its header speaks of how
/// much it tells of each pupil, so it never means that the file names everybody.
model::Expected<Reading> readCtf(QIODevice& file, const QDate& today, const std::function<bool()>& cancelled = {});

} // namespace heed::pupils
