#pragma once

#include "model/case.h"

namespace heed::gui::child {

/// A sign as one concern has it.
struct Dot {
    QDate day; ///< when it was seen, else when it was logged
    bool isLoggedDay = false;
    std::optional<model::Source> source;
    QString reference;

    bool operator==(const Dot&) const = default;
};

struct TimelineRow {
    QString code;
    QString label; ///< the words that it was logged with, else today's
    model::Meaning meaning = model::Meaning::Risk;
    std::vector<Dot> dots; ///< the oldest first

    std::optional<QDate> first() const;
    std::optional<QDate> last() const;
    /// How many dots lie in the time from `from` to `today`, both included.
    int since(const QDate& from, const QDate& today) const;

    bool operator==(const TimelineRow&) const = default;
};

/// When each sign was noticed, in the order of the checklist; signs that it does not have come after, and "something
/// else" last. Counted and dated, never scored.
struct Timeline {
    std::vector<TimelineRow> rows;
    QDate from; ///< a Monday
    QDate to;   ///< today

    int weeks() const;
    bool operator==(const Timeline&) const = default;
};

/// Where a dot stands: in which row, and the how-manieth there.
struct DotPlace {
    std::size_t row = 0;
    std::size_t dot = 0;

    bool operator==(const DotPlace&) const = default;
};

enum class Way { Earlier, Later, Up, Down, First, Last };

/// The newest dot of all; of several on one day, the one in the upmost row.
std::optional<DotPlace> newestDot(const Timeline& timeline);
/// The next dot that way: earlier and later within a row, up and down the one of the nearest row with any that is
/// nearest in time. Nothing where there is none.
std::optional<DotPlace> nextDot(const Timeline& timeline, const DotPlace& from, Way way);

/// At least twelve weeks; up to `today`.
Timeline timelineOf(const std::vector<model::Case>& cases, const model::Checklist& checklist, const QDate& today);

/// "Saw it", "Told by the child" …; "Not said".
QString sourceWords(const std::optional<model::Source>& source);
/// The letter that stands in a dot: S, C, O, R, or nothing.
QString sourceLetter(const std::optional<model::Source>& source);
QString meaningWords(model::Meaning meaning);

} // namespace heed::gui::child
