#pragma once

#include "model/checklist.h"
#include "model/profile.h"
#include "report/document.h"

namespace heed::report {

/// For the day the computers are down.
struct ContinuityPack {
    model::Profile profile;
    model::Checklist checklist;
    struct Duty {
        QString when;      ///< "Monday, school day", or a date
        QStringList names; ///< in the order in which they are told
    };
    std::vector<Duty> duty;
    int forms = 4;     ///< blank concern forms, each numbered
    QString code = {}; ///< of this pack, before each form's number, so that no two forms of a school are alike
    Printing printing;
};

/// What to do, whom to tell and ring, who is on duty, and blank concern forms.
Document continuityPack(const ContinuityPack& values);

} // namespace heed::report
