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
    QString code; ///< what is typed and what the QR code holds, without spaces
    QString madeBy;
    QDateTime madeAt;
};

/// One sheet, for its holder alone.
Document recoveryShare(const RecoveryShare& share);

} // namespace heed::report
