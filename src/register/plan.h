#pragma once

#include "register/changes.h"
#include "register/incoming.h"

#include <map>

namespace heed::pupils {

struct Planned {
    qint64 line = 0;     ///< of the file; 0 for one who is not in it
    model::Pupil before; ///< empty for a new one
    model::Pupil after;
    std::vector<Change> changes;
};

/// A row that may be somebody of the register, and may be somebody else: a person decides.
struct Asked {
    qint64 line = 0;
    model::Pupil pupil;
    std::vector<model::Pupil> candidates;
    QString why;
    bool canBeNew = true; ///< false where a candidate has the UPN of the row
};

/// What an import would do. Nobody is deleted or merged.
struct Plan {
    std::vector<Planned> added;
    std::vector<Planned> changed;
    std::vector<Planned> left;
    int unchanged = 0;
    std::vector<Refused> refused;
    std::vector<Asked> asked; ///< not yet decided: they stay as they are
};

/// A person's word on rows that were asked about: line -> the id of the pupil of the register it is, or empty for a new
/// one.
using Decisions = std::map<qint64, QString>;

/// Matches by UPN, also a former one, then by name and date of birth; what is likely and not sure is asked. A match
/// changes what the file names and leaves the rest. Two rows with one UPN, or with one name and date of birth that no
/// UPN tells apart, are both refused; so is a "new" pupil with the UPN of another. `whole`: the file names everybody,
/// so who is on roll and not in it has left, on `today`.
Plan plan(const Reading& reading, const std::vector<model::Pupil>& pupils, bool whole, const Decisions& decisions,
          const QDate& today);

/// BadInput for a decision about a line that names no pupil, or about nobody of the register.
model::Result checkDecisions(const Reading& reading, const std::vector<model::Pupil>& pupils,
                             const Decisions& decisions);

} // namespace heed::pupils
