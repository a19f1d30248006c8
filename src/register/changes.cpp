#include "register/changes.h"

#include "model/shape.h"
#include "register/field_words.h"

namespace heed::pupils {

namespace {

QString shown(const QCborValue& value)
{
    if (value.isUndefined() || value.isNull())
        return {};
    if (value.isBool())
        return value.toBool() ? QStringLiteral("yes") : QStringLiteral("no");
    if (value.isArray()) {
        QStringList parts;
        for (const auto& item : value.toArray())
            parts << shown(item);
        return parts.join(QStringLiteral("; "));
    }
    if (value.isMap()) {
        QStringList parts;
        for (const auto& entry : value.toMap())
            if (entry.second.isTrue())
                parts << fieldWords(entry.first.toString()).toLower();
            else if (const auto text = shown(entry.second); !text.isEmpty() && !entry.second.isFalse())
                parts << text;
        return parts.join(QStringLiteral(", "));
    }
    return value.isInteger() ? QString::number(value.toInteger()) : value.toString();
}

void compare(const QCborMap& before, const QCborMap& after, std::vector<Change>& changes)
{
    QStringList keys;
    for (const auto& map : {before, after})
        for (const auto& entry : map)
            if (!keys.contains(entry.first.toString()))
                keys << entry.first.toString();
    for (const auto& key : keys) {
        const auto one = before.value(key);
        const auto other = after.value(key);
        if (one == other)
            continue;
        if (one.isMap() || other.isMap())
            compare(one.toMap(), other.toMap(), changes);
        else
            changes.push_back({key, shown(one), shown(other)});
    }
}

} // namespace

std::vector<Change> changesOf(const model::Pupil& before, const model::Pupil& after)
{
    std::vector<Change> changes;
    compare(model::toShape(before), model::toShape(after), changes);
    return changes;
}

} // namespace heed::pupils
