#pragma once

#include "journal/entry.h"

namespace heed::casebook {

/// What an entry is worth that opens and is signed. Nothing is believed because it is signed.
struct Judgement {
    enum class Verdict {
        Applied,
        Refused, ///< kept, reported by verify, and not applied
        NotYet,  ///< it cites a statement that this vault does not have: asked again when it does
    };
    Verdict verdict = Verdict::Refused;
    model::Role role = model::Role::Staff; ///< of the author, in force under the policy that the entry cites
    qint64 policy = 0;                     ///< the counter of that
    std::optional<model::Kind> kind;
    std::optional<model::Body> body;
    QString sentence; ///< why not
};

/// Judges an entry opened with the keys of `desk` (empty: with a member's own, whatever its desk) by author, kind and
/// the roles under the policy that it cites, and by whether they had ended before it came. Whether it may touch its
/// record is asked when the record is folded.
Judgement judge(const journal::Header& header, const journal::Content& content, const QString& desk,
                const vault::Policy& policy);

} // namespace heed::casebook
