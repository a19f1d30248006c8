#include "model/cbor.h"

#include <QCborArray>
#include <QCborStreamWriter>

#include <algorithm>
#include <vector>

namespace heed::model {
namespace {

void append(QCborStreamWriter& writer, const QCborValue& value);

QByteArray encoded(const QCborValue& value)
{
    QByteArray bytes;
    QCborStreamWriter writer(&bytes);
    append(writer, value);
    return bytes;
}

void appendMap(QCborStreamWriter& writer, const QCborMap& map)
{
    std::vector<std::pair<QByteArray, QCborMap::ConstIterator>> entries;
    for (auto it = map.begin(); it != map.end(); ++it)
        entries.emplace_back(encoded(it.key()), it);
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    writer.startMap(static_cast<quint64>(entries.size()));
    for (const auto& entry : entries) {
        append(writer, entry.second.key());
        append(writer, entry.second.value());
    }
    writer.endMap();
}

void append(QCborStreamWriter& writer, const QCborValue& value)
{
    if (value.isMap()) {
        appendMap(writer, value.toMap());
    } else if (value.isArray()) {
        const auto array = value.toArray();
        writer.startArray(static_cast<quint64>(array.size()));
        for (const auto item : array)
            append(writer, item);
        writer.endArray();
    } else {
        value.toCbor(writer);
    }
}

/// Nothing of ours has a key that is not text, and a map as the key of a map as the key of a map … would take for ever
/// to be put in order.
bool hasOnlyTextKeys(const QCborValue& value)
{
    if (value.isArray()) {
        const auto array = value.toArray();
        return std::all_of(array.begin(), array.end(), [](const QCborValue& item) { return hasOnlyTextKeys(item); });
    }
    const auto map = value.toMap();
    return std::all_of(map.begin(), map.end(),
                       [](const auto& entry) { return entry.first.isString() && hasOnlyTextKeys(entry.second); });
}

/// Qt's parser keeps both of two equal keys.
bool hasTwins(const QCborValue& value)
{
    if (value.isArray()) {
        const auto array = value.toArray();
        return std::any_of(array.begin(), array.end(), [](const QCborValue& item) { return hasTwins(item); });
    }
    if (!value.isMap())
        return false;
    const auto map = value.toMap();
    // Called only once the keys are known to be in order, so twins stand side by side.
    QCborValue before;
    for (const auto& entry : map) {
        if (entry.first == before || hasTwins(entry.second))
            return true;
        before = entry.first;
    }
    return false;
}

} // namespace

QByteArray writeCbor(const QCborValue& value)
{
    return encoded(value);
}

Expected<QCborMap> parseCbor(const QByteArray& bytes, const QString& what)
{
    QCborParserError error;
    const auto value = QCborValue::fromCbor(bytes, &error);
    if (error.error != QCborError::NoError || !value.isMap() || !hasOnlyTextKeys(value) || writeCbor(value) != bytes ||
        hasTwins(value))
        return failure(ErrorCode::Damaged, what + QStringLiteral(" is damaged: it is not well-formed CBOR."));
    return value.toMap();
}

} // namespace heed::model
