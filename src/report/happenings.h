#pragma once

#include "model/case.h"
#include "report/document.h"

namespace heed::report {

/// One line of a chronology: when it happened, what, who wrote it.
struct Happening {
    QDateTime at; ///< when it happened, as far as known; else when it was written
    QString when; ///< in words, where `at` alone would say more than is known
    QString title;
    QString text;
    QString quotation; ///< the child's own words
    QString more;      ///< what comes after the quotation
    QString author;
    QDateTime writtenAt;
    QString reference;
    bool contradicted = false; ///< the entries around it contradict the time it was written
};

/// What an entry is called where another puts it right: "the note by Testa Lead, 20 November 2026, 14:10". Empty for
/// one that nobody puts right, such as a reading.
QString entryText(const model::Event& event, const QTimeZone& zone);

/// What happened in a record, in the order of its entries. Reading it is not part of what happened.
std::vector<Happening> happeningsOf(const model::Case& record, const QTimeZone& zone);

} // namespace heed::report
