#pragma once

#include "session/session.h"

namespace heed::session {

/// One thing that verify found: in words, and which entry or file it is about.
struct Finding {
    QString code;  ///< "bad-signature", "gap", "not-allowed" …
    QString place; ///< "vault.json", or the entry's device and number
    QString sentence;
    QString entry = {}; ///< for who can open it: "the note that Anna Assistant wrote …, in 7KQM-…"; else empty
};

struct Verification {
    QStringList checks;  ///< what could be checked, in words
    QStringList notDone; ///< what could not, and why
    qint64 entries = 0;
    std::vector<Finding> findings; ///< nothing: all is well
};

/// Signed files, signatures, chains, gaps, what the installation remembers, database integrity and, for a reader, that
/// the casebook equals a fresh projection of the journal.
model::Expected<Verification> verify(Session& session, const Progress& progress = {});

/// Throws the casebook away and builds it again from the journal.
model::Result rebuildCasebook(Session& session, const Progress& progress = {});

struct DemoMember {
    QString name;
    model::Role role;
    QString password;
};
struct DemoAnswer {
    std::vector<DemoMember> members;
    qint64 concerns = 0;
};
/// A vault of invented pupils, staff and concerns; the same seed gives the same people and words.
model::Expected<DemoAnswer> makeDemo(const QString& path, int concerns, quint32 seed, const Progress& progress = {});

} // namespace heed::session
