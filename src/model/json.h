#pragma once

#include "model/error.h"

#include <QByteArray>
#include <QCborMap>

namespace heed::model {

constexpr qsizetype largestJson = 4 * 1024 * 1024;

/// The object that `text` spells. Refused with a sentence: what is not UTF-8 or not JSON, anything but one object, a
/// key that stands twice, more than 32 levels, more than `largest` bytes. `what` names the document: "The concern".
Expected<QCborMap> parseJson(const QByteArray& text, const QString& what, qsizetype largest = largestJson);

/// `map` as indented JSON with its keys in order and a newline at the end. Bytes become base64url.
QByteArray writeJson(const QCborMap& map);

} // namespace heed::model
