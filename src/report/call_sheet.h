#pragma once

#include "report/summary.h"

namespace heed::report {

struct CallSheet {
    model::Case record;
    model::Recipient toRing; ///< the service: name and number
    Referrer caller;
    ChildFacts child;
    Answer askedFor;
    Printing printing;
    Cuts cuts = {}; ///< what redact() left out
};

/// What to say on the telephone, and room to write down what was answered.
Document callSheet(const CallSheet& values);

} // namespace heed::report
