#include "gui/child/timeline.h"

#include "platform/clock.h"
#include "rules/signs.h"

#include <algorithm>
#include <cstdlib>

namespace heed::gui::child {

using namespace Qt::StringLiterals;

namespace {

constexpr int fewestWeeks = 12;

TimelineRow& rowOf(std::vector<TimelineRow>& rows, const model::ConcernBody& logged, const QString& code)
{
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const TimelineRow& row) { return row.code == code; });
    if (found != rows.end())
        return *found;
    const auto* sign = logged.checklist.find(code);
    rows.push_back({code, sign ? sign->label : code, sign ? sign->meaning : model::Meaning::Both, {}});
    return rows.back();
}

} // namespace

std::optional<QDate> TimelineRow::first() const
{
    return dots.empty() ? std::nullopt : std::optional(dots.front().day);
}

std::optional<QDate> TimelineRow::last() const
{
    return dots.empty() ? std::nullopt : std::optional(dots.back().day);
}

int TimelineRow::since(const QDate& from, const QDate& today) const
{
    return static_cast<int>(
        std::count_if(dots.begin(), dots.end(), [&](const Dot& dot) { return dot.day >= from && dot.day <= today; }));
}

int Timeline::weeks() const
{
    return static_cast<int>(from.daysTo(to) / 7) + 1;
}

Timeline timelineOf(const std::vector<model::Case>& cases, const model::Checklist& checklist, const QDate& today)
{
    Timeline timeline;
    for (const auto& sign : checklist.signsListed)
        timeline.rows.push_back({sign.code, sign.label, sign.meaning, {}});
    TimelineRow other{model::otherSignCode, u"something else"_s, model::Meaning::Both, {}};

    QDate first = today.addDays(-7 * (fewestWeeks - 1));
    for (const auto& record : cases) {
        const auto loggedDay = platform::inSchoolTime(record.loggedAt).date();
        const auto add = [&](TimelineRow& row, const model::SignSeen& seen) {
            const auto day = seen.seen.value_or(loggedDay);
            row.dots.push_back({day, !seen.seen, seen.source, record.reference});
            first = std::min(first, day);
        };
        for (const auto& seen : rules::signsNoticed(record.logged.concern))
            add(seen.code == model::otherSignCode ? other : rowOf(timeline.rows, record.logged, seen.code), seen);
    }
    if (!other.dots.empty())
        timeline.rows.push_back(other);
    for (auto& row : timeline.rows)
        std::stable_sort(row.dots.begin(), row.dots.end(),
                         [](const Dot& one, const Dot& next) { return one.day < next.day; });
    timeline.from = first.addDays(1 - first.dayOfWeek());
    timeline.to = today;
    return timeline;
}

std::optional<DotPlace> newestDot(const Timeline& timeline)
{
    std::optional<DotPlace> newest;
    QDate day;
    for (std::size_t i = 0; i < timeline.rows.size(); ++i) {
        const auto& row = timeline.rows[i];
        if (const auto last = row.last(); last && (!newest || *last > day)) {
            newest = {i, row.dots.size() - 1};
            day = *last;
        }
    }
    return newest;
}

namespace {

/// The dot of a row that is nearest in time to `day`.
std::size_t nearestDot(const TimelineRow& row, const QDate& day)
{
    const auto far = [&](const Dot& dot) { return std::abs(dot.day.daysTo(day)); };
    const auto nearest = std::min_element(row.dots.begin(), row.dots.end(),
                                          [&](const Dot& one, const Dot& other) { return far(one) < far(other); });
    return static_cast<std::size_t>(nearest - row.dots.begin());
}

} // namespace

std::optional<DotPlace> nextDot(const Timeline& timeline, const DotPlace& from, Way way)
{
    const auto& row = timeline.rows[from.row];
    switch (way) {
    case Way::Earlier: return from.dot > 0 ? std::optional(DotPlace{from.row, from.dot - 1}) : std::nullopt;
    case Way::Later:
        return from.dot + 1 < row.dots.size() ? std::optional(DotPlace{from.row, from.dot + 1}) : std::nullopt;
    case Way::First: return DotPlace{from.row, 0};
    case Way::Last: return DotPlace{from.row, row.dots.size() - 1};
    case Way::Up:
    case Way::Down: break;
    }
    const auto day = row.dots[from.dot].day;
    const std::size_t step = way == Way::Up ? static_cast<std::size_t>(-1) : 1; // below 0 is beyond the last
    for (auto i = from.row + step; i < timeline.rows.size(); i += step)
        if (!timeline.rows[i].dots.empty())
            return DotPlace{i, nearestDot(timeline.rows[i], day)};
    return {};
}

QString sourceWords(const std::optional<model::Source>& source)
{
    if (!source)
        return u"source not said"_s;
    switch (*source) {
    case model::Source::Saw: return u"seen by the author"_s;
    case model::Source::Child: return u"told by the child"_s;
    case model::Source::Other: return u"told by somebody else"_s;
    case model::Source::Record: return u"from a record"_s;
    }
    return {};
}

QString sourceLetter(const std::optional<model::Source>& source)
{
    if (!source)
        return {};
    switch (*source) {
    case model::Source::Saw: return u"S"_s;
    case model::Source::Child: return u"C"_s;
    case model::Source::Other: return u"O"_s;
    case model::Source::Record: return u"R"_s;
    }
    return {};
}

QString meaningWords(model::Meaning meaning)
{
    switch (meaning) {
    case model::Meaning::Risk: return u"risk"_s;
    case model::Meaning::Harm: return u"possible harm"_s;
    case model::Meaning::Both: return u"risk or possible harm"_s;
    }
    return {};
}

} // namespace heed::gui::child
