#pragma once

#include <QString>

namespace heed::pupils {

/// A field of a pupil in words, by its name in the written shape ("legalForename"), for a preview or a page. A field
/// without words answers its name.
QString fieldWords(const QString& field);

} // namespace heed::pupils
