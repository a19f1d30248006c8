#include "register/rebase.h"

#include "model/shape.h"
#include "register/changes.h"
#include "register/field_words.h"

#include <algorithm>

namespace heed::pupils {

using model::Pupil;

namespace {

/// Lays what differs between `opened` and `typed` on `now`; a map goes key by key.
void lay(const QCborMap& opened, const QCborMap& typed, QCborMap& now, QStringList& both)
{
    QStringList keys;
    for (const auto& map : {opened, typed})
        for (const auto& entry : map)
            if (const auto key = entry.first.toString(); !keys.contains(key))
                keys << key;
    for (const auto& key : keys) {
        const auto was = opened.value(key);
        const auto wanted = typed.value(key);
        const auto is = now.value(key);
        if (was == wanted || wanted == is)
            continue;
        if (was.isMap() && wanted.isMap() && is.isMap()) {
            auto inner = is.toMap();
            lay(was.toMap(), wanted.toMap(), inner, both);
            now.insert(key, inner);
        } else if (was != is) {
            both << key;
        } else if (wanted.isUndefined()) {
            now.remove(key);
        } else {
            now.insert(key, wanted);
        }
    }
}

} // namespace

model::Expected<Pupil> rebase(const Pupil& opened, const Pupil& typed, const Pupil& now)
{
    auto shape = model::toShape(now);
    QStringList both;
    lay(model::toShape(opened), model::toShape(typed), shape, both);
    if (both.isEmpty())
        return model::fromShape<Pupil>(shape, QStringLiteral("The pupil"));
    QStringList words;
    for (const auto& change : changesOf({}, now))
        if (both.removeOne(change.field))
            words << QStringLiteral("%1 is \"%2\"").arg(fieldWords(change.field), change.after);
    for (const auto& field : both)
        words << QStringLiteral("%1 is empty").arg(fieldWords(field));
    return model::failure(
        model::ErrorCode::BadInput,
        QStringLiteral("Somebody else has changed this pupil since you opened them, and %1 by now: write the "
                       "same, or go back and open them again.")
            .arg(words.join(QStringLiteral(", "))));
}

} // namespace heed::pupils
