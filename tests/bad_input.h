#pragma once

#include "fields.h"

#include <catch2/catch_test_macros.hpp>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <functional>

namespace heed::tests {

/// A document as a careless or hostile writer may make it, and the names of which the refusal must tell one.
struct BadInput {
    QString what;
    QByteArray document;
    QStringList anyOf;
};

namespace detail {

using Change = std::function<QJsonValue(const QJsonValue&)>;

inline QJsonValue changed(const QJsonValue& value, const QStringList& path, const Change& change)
{
    if (path.isEmpty())
        return change(value);
    const auto& key = path.front();
    if (value.isArray()) {
        auto array = value.toArray();
        array[key.toInt()] = changed(array[key.toInt()], path.mid(1), change);
        return array;
    }
    auto object = value.toObject();
    const auto inner = changed(object.value(key), path.mid(1), change);
    if (inner.isUndefined())
        object.remove(key);
    else
        object[key] = inner;
    return object;
}

} // namespace detail

/// Every field of the document that is there: missing, null, of another type, too short, too long, out of range, not
/// one of its names, doubled; and a key that nobody knows in every object. `anyValue` are fields ("guidance.content")
/// that no length or number makes wrong.
inline std::vector<BadInput> badInputs(const QByteArray& document, const std::vector<KnownField>& fields,
                                       const QStringList& anyValue = {})
{
    const auto parsed = QJsonDocument::fromJson(document);
    const QJsonValue root = parsed.object();
    std::vector<BadInput> cases;
    const auto add = [&](const char* what, const QStringList& path, const detail::Change& change,
                         const QStringList& names) {
        cases.push_back({QString::fromLatin1(what) + u' ' + path.join(u'.'),
                         QJsonDocument(detail::changed(root, path, change).toObject()).toJson(), names});
    };
    constexpr qint64 sentinel = 1234567890123;
    QSet<QString> keys;
    const auto unknown = QStringLiteral("colour");
    add("unknown key in", {unknown}, [](auto&&) { return QJsonValue(true); }, {unknown});
    for (const auto& one : fields) {
        if (!one.isThere)
            continue;
        const auto& path = one.path;
        const auto typePath = one.type.split(u'.');
        QStringList names{typePath.last()};
        if (typePath.size() > 1)
            names << typePath[typePath.size() - 2];
        const bool isKey = !path.last().at(0).isDigit();
        const bool isFree = anyValue.contains(one.type);
        if (isKey)
            keys << path.last();
        if (isKey && one.field.required) {
            add(
                "missing", path, [](auto&&) { return QJsonValue(QJsonValue::Undefined); }, names);
            add(
                "null", path, [](auto&&) { return QJsonValue(QJsonValue::Null); }, names);
        }
        add(
            "another type", path,
            [](const QJsonValue& old) { return old.isString() ? QJsonValue(7) : QJsonValue(QStringLiteral("*x*")); },
            names);
        switch (one.kind) {
        case FieldKind::Text:
            add(
                "too long", path, [&](auto&&) { return QJsonValue(QString(one.field.longest + 1, u'x')); }, names);
            break;
        case FieldKind::Bytes:
            add(
                "not bytes", path, [](auto&&) { return QJsonValue(QStringLiteral("&&&&")); }, names);
            if (!isFree)
                add(
                    "too short", path, [](auto&&) { return QJsonValue(QStringLiteral("AAAA")); }, names);
            break;
        case FieldKind::Number:
            add(
                "negative", path, [](auto&&) { return QJsonValue(-1); }, names);
            if (!isFree)
                add(
                    "64 Gi", path, [](auto&&) { return QJsonValue(qint64(65536)); }, names);
            add(
                "2^62", path, [](auto&&) { return QJsonValue(qint64(1) << 62); }, names);
            add("2^63", path, [](auto&&) { return QJsonValue(sentinel); }, {QStringLiteral("too large")});
            cases.back().document.replace("1234567890123", "9223372036854775808");
            add(
                "half a", path, [](auto&&) { return QJsonValue(1.5); }, names);
            break;
        case FieldKind::Time:
        case FieldKind::Name:
            add(
                "no such", path, [](auto&&) { return QJsonValue(QStringLiteral("yesterday")); }, names);
            break;
        case FieldKind::Map:
            add("unknown key in", path + QStringList{unknown}, [](auto&&) { return QJsonValue(true); }, {unknown});
            break;
        case FieldKind::List:
        case FieldKind::Flag: break;
        }
    }
    for (const auto& key : keys) {
        auto twice = document;
        const auto quoted = '"' + key.toUtf8() + "\": ";
        const auto at = twice.indexOf(quoted);
        REQUIRE(at >= 0);
        twice.insert(at, quoted + "0, ");
        cases.push_back({QStringLiteral("twice ") + key, twice, {key}});
    }
    return cases;
}

/// The fields of `all` that are in none of the documents that `seen` was collected from.
inline QStringList neverThere(const std::vector<KnownField>& all, const QSet<QString>& seen)
{
    QStringList missing;
    for (const auto& one : all)
        if (!seen.contains(one.type) && !missing.contains(one.type))
            missing << one.type;
    return missing;
}

} // namespace heed::tests
