#pragma once

#include "report/summary.h"

namespace heed::report {

struct CallSheet {
    model::Case record;
    model::Recipient toRing; ///< the service: name and number
    QString elsewhere = {};  ///< where the child lives under another council: whom to ring there
    Referrer caller;
    ChildFacts child;
    Answer askedFor;
    Printing printing;
    Cuts cuts = {}; ///< what redact() left out
};

/// What to say on the telephone, and room to write down what was answered.
Document callSheet(const CallSheet& values);

/// The same without a concern: room to write what is known of the child, by whoever rings before anything is logged.
/// Its `record`, `child` and `askedFor` are not looked at.
Document blankCallSheet(const CallSheet& values);

} // namespace heed::report
