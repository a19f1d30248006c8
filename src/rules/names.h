#pragma once

#include <QString>

namespace heed::rules {

/// A person's name for comparing: case, accents, the kind of apostrophe or dash, and spaces are of no account.
QString comparable(const QString& name);

/// Whether two names are the same person's; an empty name is nobody's. In: names as typed. Never part of a text.
bool samePerson(const QString& one, const QString& other);

/// A council's name for comparing: "Salford City Council", "City of Salford" and "salford" are the same.
QString comparableCouncil(const QString& name);

/// A year group for comparing: "Year 9", "Y9", "09" and "9" are the same; "R" and "N1" stay.
QString comparableYear(const QString& year);

} // namespace heed::rules
