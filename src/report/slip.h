#pragma once

#include "report/document.h"

namespace heed::report {

/// What the author of a concern keeps: a witness that it was logged. It says nothing of the child.
struct Slip {
    QString reference;
    QString fingerprint; ///< of the logging entry
    QString author;
    QDateTime loggedAt;
    QString school;
    QTimeZone zone = QTimeZone("Europe/London");
};

Document slip(const Slip& values);

} // namespace heed::report
