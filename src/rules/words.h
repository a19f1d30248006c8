#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

// How the rules say times, dates and lists to a member of staff: British English whatever the machine's language.

namespace heed::rules {

/// "15:30 on Friday 20 November 2026", as British clocks show it.
QString inWords(const QDateTime& instant);

/// "20 November 2026"
QString inWords(QDate day);

/// "A", "A and B", "A, B and C"
QString listed(const QStringList& items);

} // namespace heed::rules
