#include "gui/child/timeline.h"

#include "platform/clock.h"
#include "rules/signs.h"

#include <algorithm>

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
