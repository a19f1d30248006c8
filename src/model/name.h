#pragma once

#include <QString>

namespace heed::model {

/// A name as it is compared: without case, accents, and spaces too many ("  José  Núñez" is "jose nunez").
QString foldedName(const QString& name);

/// A child's name as it is looked for among others: folded, and however its apostrophes, hyphens and full stops are
/// written ("O’Brien" and "O'Brien" are "obrien", "Smith–Jones" and "Smith Jones" are "smith jones", "Łukasz" is
/// "lukasz"). It is no name to show.
QString comparedName(const QString& name);

} // namespace heed::model
