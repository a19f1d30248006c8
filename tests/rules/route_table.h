#pragma once

#include "model/concern.h"
#include "model/profile.h"
#include "model/route.h"

#include <QByteArray>
#include <QDateTime>

// What the tables of cases are made of: JSON on top of a plain concern and of the school's own profile.

namespace heed::tests {

/// The profile of resources/profiles/default.json with the top-level keys of `changes` put in their places.
model::Profile profileWith(const QByteArray& changes = "{}");

/// {"facts": "x", "child": {"onRoll": true}} with the keys of `changes` put in their places.
model::Concern concernWith(const QByteArray& changes = "{}");

/// "2026-11-20T10:00" as British clocks show it, or an instant with its offset.
QDateTime at(const QByteArray& time);

/// A route in one line: "dsl DW > AC DH + MM ! " with people by their initials, "+" who stands beside, "!" for danger
/// first. Names that are not of the default profile stand in full.
QString summary(const model::Route& route);

} // namespace heed::tests
