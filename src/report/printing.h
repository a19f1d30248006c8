#pragma once

#include <QDateTime>
#include <QString>
#include <QTimeZone>

namespace heed::report {

/// What a sheet says of its own printing: the same that the journal's Printed entry records.
struct Printing {
    QString school;
    QString recipient; ///< for whom; empty is printed as "Not stated"
    QString reason;    ///< why it was printed
    QString sent = {}; ///< how it goes there: "By secure e-mail"; empty if nobody said
    int copy = 1;
    QString printedBy;
    QDateTime printedAt;
    QString fingerprint; ///< of the journal, as it stood; empty where the document rests on no record
    QString vault;       ///< the vault's name, said beside the fingerprint
    QTimeZone zone = QTimeZone("Europe/London"); ///< in which every time of the document is told
};

} // namespace heed::report
