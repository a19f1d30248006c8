#pragma once

#include "report/document.h"

namespace heed::report {

/// One recovery share of a desk.
struct RecoveryShare {
    QString desk; ///< as people say it: "the safeguarding leads"
    QString holder;
    QString school;
    QString vault;
    int number = 1;
    int of = 3;
    int needed = 2;
    int set = 1;        ///< which set of shares of this desk; a newer set replaces it
    QStringList groups; ///< what is typed; the QR code holds the same, with spaces between
    QString madeBy;
    QDateTime madeAt;
};

/// One sheet, for its holder alone.
Document recoveryShare(const RecoveryShare& share);

} // namespace heed::report
