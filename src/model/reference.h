#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace heed::model {

// A concern's reference: ten symbols from its random id and a check letter, in groups that can be said over the
// telephone
// ("7K3M-9QX2-TPR"). No I, O, S, 0 or 1, and nothing of the child. One mistyped symbol, or two that changed places, is
// noticed.

constexpr qsizetype idLength = 16; // bytes

/// An id whose reference ends in a letter. `random` fills the bytes it is given; about three in four draws will do.
QByteArray newRecordId(const std::function<QByteArray(qsizetype)>& random);

QString referenceOf(const QByteArray& id);

/// A reference as somebody typed or said it (any case, spaces or dashes, O for 0 is refused), in its one written form.
/// Nothing where it cannot be a reference or its check letter is wrong.
std::optional<QString> normalReference(const QString& typed);

} // namespace heed::model
