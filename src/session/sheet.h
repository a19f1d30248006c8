#pragma once

#include "session/upkeep.h"

namespace heed::session {

/// What a printed sheet and this vault say of each other.
enum class SheetVerdict {
    Grown,   ///< all that stood in the journal when it was printed is there, unchanged
    Differs, ///< printed from this vault, and what it rested on is no longer as it was
    Unknown, ///< this vault never stood as the sheet says
};

struct SheetAnswer {
    SheetVerdict verdict = SheetVerdict::Unknown;
    QString sentence;
    qint64 entriesSince = 0; ///< in the whole journal

    /// What the sheet is, for who can open its record.
    struct Copy {
        QString reference;
        model::PrintedBody printed;
        QString printedBy;
        QDateTime at;
        qint64 entriesSince = 0; ///< in its record, readings and copies not counted
    };
    std::optional<Copy> copy;
};

struct SheetCheck {
    SheetAnswer answer;
    Verification verification;
};

/// Verifies the vault and holds a sheet's fingerprint, as printed, typed or scanned, against it. BadInput where it is
/// no whole fingerprint, or differs in a group or two from one that is known: then it was mistyped.
model::Expected<SheetCheck> checkSheet(Session& session, const QString& typed, const Progress& progress = {});

} // namespace heed::session

namespace heed::model {

template <> struct Names<session::SheetVerdict> {
    static constexpr std::array<std::pair<session::SheetVerdict, const char*>, 3> table{
        {{session::SheetVerdict::Grown, "grown"},
         {session::SheetVerdict::Differs, "differs"},
         {session::SheetVerdict::Unknown, "unknown"}}};
};

} // namespace heed::model
