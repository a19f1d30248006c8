#pragma once

#include "model/attachment.h"
#include "model/body.h"

namespace heed::model {

enum class State { Waiting, Open, Closed };

template <> struct Names<State> {
    static constexpr std::array<std::pair<State, const char*>, 3> table{
        {{State::Waiting, "waiting"}, {State::Open, "open"}, {State::Closed, "closed"}}};
};

/// One entry of a record, as somebody who may read it sees it.
struct Event {
    QString id; ///< of the entry, hexadecimal
    Kind kind = Kind::Note;
    QString author; ///< the member's name
    QString authorId;
    QDateTime at;                  ///< as the author's machine claimed
    bool timeContradicted = false; ///< the entries around it say otherwise
    Body body;
    std::vector<AttachedFile> files = {}; ///< that it carries

    bool operator==(const Event&) const = default;
};

/// Something to be done, and whether it was.
struct ActionState {
    QString id; ///< of the entry that added it
    ActionBody action;
    QString addedBy;
    QDateTime addedAt;
    std::optional<QDateTime> doneAt;
    QString doneBy;
    QString result;

    bool operator==(const ActionState&) const = default;
};

/// That a concern was put on another system as well: by whom, when.
struct Elsewhere {
    QString system;
    QString by;
    QDateTime at;
    QString reference;

    bool operator==(const Elsewhere&) const = default;
};

/// A concern and everything that followed, as its desk sees it. Folded from its events alone.
struct Case {
    QString id;
    QString reference;
    ConcernBody logged;
    QString author;
    QString authorId;
    QDateTime loggedAt;
    QString fingerprint; ///< of the logging entry, as it stands on the author's slip
    State state = State::Waiting;
    std::optional<Level> level;
    QString acknowledgedBy;
    std::optional<QDateTime> acknowledgedAt;
    QString lead; ///< to whom it was handed over
    QString outcome;
    QString closingReason;
    std::optional<Elsewhere> elsewhere; ///< the newest such mark
    std::vector<ActionState> actions;
    std::vector<Event> events; ///< in the order of the journal, the logging entry first

    bool operator==(const Case&) const = default;
};

/// A piece of a record with the words in it that were searched for.
struct Found {
    struct Mark {
        int at = 0; ///< in characters
        int length = 0;

        bool operator==(const Mark&) const = default;
    };
    QString text;
    std::vector<Mark> marks;

    bool operator==(const Found&) const = default;
};

/// One line of the queue.
struct CaseRow {
    QString id;
    QString reference;
    QString child; ///< the name, or a plain phrase
    QString childId;
    QString yearGroup;
    QDateTime loggedAt;
    QString author;
    State state = State::Waiting;
    std::optional<Level> level;
    bool immediateDanger = false;
    RouteKind routedTo = RouteKind::Dsl;
    QStringList signCodes;
    QString lead; ///< to whom it was handed over, else who acknowledged it
    std::optional<QDate> nextDue;
    int earlierConcerns = 0; ///< about the same child, in the six weeks before this one
    int files = 0;           ///< attached to it, by whomever
    bool elsewhere = false;  ///< marked as being on another system as well
    std::optional<Found> found;

    bool operator==(const CaseRow&) const = default;
};

} // namespace heed::model
