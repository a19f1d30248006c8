#pragma once

#include "casebook/casebook.h"

namespace heed::upkeep {

/// One thing that was found: a code for the program, what it is about, and a sentence.
struct Finding {
    QString code;
    QString place;
    QString sentence;
    std::optional<journal::Place> entry = {}; ///< the entry that it is about, where it is about one

    bool operator==(const Finding&) const = default;
};

struct Report {
    qint64 entries = 0;
    std::vector<Finding> findings;
    /// Entries whose content is gone, where an entry that these keys do not open may say why: another reader knows.
    std::vector<journal::Place> undecided;
};

/// Walks every entry: hashes, chains, gaps, ticks, what is said to have been seen, statements that are cited, contents
/// that are missing without a `destroyed` entry; with a reader's keys, signatures and rights as well. `reading` may
/// hold no keys; `everyone` is what is read with where an entry is for everyone.
model::Expected<Report> verifyJournal(journal::Journal& journal, const casebook::Reading& reading,
                                      const casebook::Watch& watch = {}, const casebook::Reading* everyone = nullptr);

/// "entry 12 of the PC 1f3a90".
QString placeName(const journal::Place& place);

} // namespace heed::upkeep
