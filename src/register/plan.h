#pragma once

#include "register/incoming.h"

#include <map>

namespace heed::pupils {

/// A field that an import would change.
struct Change {
    QString field; ///< its name in the written shape; fieldWords says it
    QString before;
    QString after;

    bool operator==(const Change&) const = default;
};

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
/// changes what the file names and leaves the rest. Two rows with one UPN are both refused. `whole`: the file names
/// everybody, so who is on roll and not in it has left, on `today`.
Plan plan(const Reading& reading, const std::vector<model::Pupil>& pupils, bool whole, const Decisions& decisions,
          const QDate& today);

/// Field by field what `after` says otherwise.
std::vector<Change> changesOf(const model::Pupil& before, const model::Pupil& after);

/// Two pupils who may be siblings, and why: one address, or one contact with one telephone. Offered, never assumed.
struct SiblingOffer {
    QString one;
    QString other;
    QString why;
};
std::vector<SiblingOffer> offerSiblings(const std::vector<model::Pupil>& pupils);

} // namespace heed::pupils
