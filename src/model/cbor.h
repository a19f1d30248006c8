#pragma once

#include "model/error.h"

#include <QByteArray>
#include <QCborMap>

namespace heed::model {

/// Deterministic CBOR (RFC 8949, 4.2.1): shortest forms, definite lengths, map keys in the order of their bytes.
QByteArray writeCbor(const QCborValue& value);

/// The map that `bytes` spell, only if they are exactly what writeCbor would write: a key that stands twice or is
/// not text, a longer form or a byte too many is Damaged. `what` names the document: "The entry".
Expected<QCborMap> parseCbor(const QByteArray& bytes, const QString& what);

} // namespace heed::model
