#pragma once

#include <QString>

namespace heed::model {

/// A name as it is compared: without case, accents, and spaces too many ("  José  Núñez" is "jose nunez").
QString foldedName(const QString& name);

} // namespace heed::model
