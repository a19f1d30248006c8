#pragma once

#include "report/document.h"

namespace heed::report {

/// A year in figures for those who oversee the school and may not know of whom they are: no name, no day, nothing that
/// is rare enough to be somebody.
struct Governors {
    struct Count {
        QString words;
        qint64 count = 0;
    };
    QDate from; ///< the first day that is counted
    qint64 logged = 0;
    std::vector<Count> standing;
    std::vector<Count> signsSeen;
    std::vector<Count> waits; ///< until somebody acknowledged it
    Printing printing;
};

/// Every number as rules::smallNumber gives it.
Document governors(const Governors& values);

} // namespace heed::report
