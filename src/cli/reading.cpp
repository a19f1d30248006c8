#include "cli/verbs.h"

#include "cli/flags.h"
#include "cli/output.h"
#include "cli/showing.h"
#include "cli/sign_in.h"
#include "session/review.h"
#include "session/saved_filters.h"

#include <algorithm>
#include <iterator>

namespace heed::cli {
namespace {

constexpr int mostClocks = 500; // whoever asks for more of the queue at once wants it quickly

/// The filter that the flags make.
model::Expected<model::CaseFilter> filterOf(const Command& command)
{
    model::CaseFilter filter;
    HEED_TAKE(filter.state, command.oneOf<model::State>("status"));
    HEED_TAKE(filter.level, command.oneOf<model::Level>("level"));
    HEED_TAKE(filter.since, command.date("since"));
    HEED_TAKE(filter.until, command.date("until"));
    HEED_TAKE(filter.acknowledged, command.oneOf<model::Wait>("acknowledged"));
    HEED_TAKE(const auto order, command.oneOf<model::CaseOrder>("sort"));
    filter.order = order.value_or(filter.order);
    filter.dsl = command.value("dsl");
    filter.yearGroup = command.value("year");
    filter.sign = command.value("sign");
    filter.flag = command.value("flag");
    filter.overdue = command.has("overdue");
    filter.text = command.value("query");
    return filter;
}

Outcome list(const Command& command)
{
    HEED_TAKE(auto filter, filterOf(command));
    HEED_TAKE(const int limit, command.number("limit", 200, 1, 1'000'000));
    HEED_TAKE(const int offset, command.number("offset", 0, 0, 1'000'000));
    HEED_TAKE(const auto session, signIn(command));
    if (command.has("kept")) {
        HEED_TAKE(const auto kept, session::savedFilters(*session));
        const auto one = std::find_if(kept.begin(), kept.end(),
                                      [&](const auto& saved) { return saved.name == command.value("kept"); });
        if (one == kept.end())
            return model::failure(model::ErrorCode::NotFound,
                                  QStringLiteral("You have kept no filter \"%1\": \"filters\" lists them.")
                                      .arg(command.value("kept").left(100)));
        filter = one->filter;
    }
    if (command.has("keep-as"))
        HEED_TRY(session::saveFilter(*session, {command.value("keep-as"), filter}));
    if (command.has("forget"))
        HEED_TRY(session::dropFilter(*session, command.value("forget")));
    HEED_TAKE(auto page, session::queue(*session, filter, {}, limit + offset));
    auto& rows = page.rows;
    rows.erase(rows.begin(), rows.begin() + std::min<std::ptrdiff_t>(offset, std::ssize(rows)));
    HEED_TAKE(const auto counts, session::counts(*session));
    QStringList open;
    for (const auto& row : rows)
        if (row.state != model::State::Closed)
            open << row.reference;
    HEED_TAKE(const auto clocks, session::nextClocks(*session, open.mid(0, mostClocks)));
    QCborArray concerns;
    QString text;
    for (const auto& row : rows) {
        auto concern = toJson(row);
        text += toText(row);
        if (const auto clock = clocks.constFind(row.reference); clock != clocks.constEnd()) {
            concern.insert(QStringLiteral("clock"), toJson(*clock));
            if (clock->isMissed())
                text += QStringLiteral("    ") + toText(*clock);
        }
        concerns.append(concern);
    }
    text += QStringLiteral("%1 shown. In all: %2 waiting, %3 open, %4 closed; %5 actions overdue.\n")
                .arg(rows.size())
                .arg(counts.waiting)
                .arg(counts.open)
                .arg(counts.closed)
                .arg(counts.overdueActions);
    const QCborMap totals{{QStringLiteral("waiting"), counts.waiting},
                          {QStringLiteral("open"), counts.open},
                          {QStringLiteral("closed"), counts.closed},
                          {QStringLiteral("overdueActions"), counts.overdueActions}};
    return Answer::of({{QStringLiteral("concerns"), concerns}, {QStringLiteral("counts"), totals}}, text);
}

Outcome show(const Command& command)
{
    HEED_TAKE(const auto session, signIn(command));
    HEED_TAKE(const auto record, session::openCase(*session, command.place("REFERENCE")));
    const auto missing = session::missingFrom(record, session->profile());
    auto json = toJson(record);
    json.insert(QStringLiteral("missing"), toJson(missing));
    const auto clocks = session::clocksOf(*session, record);
    json.insert(QStringLiteral("clocks"), toJson(clocks));
    auto text = toText(record);
    if (!clocks.empty())
        text += QStringLiteral("\nClocks\n");
    for (const auto& clock : clocks)
        text += QStringLiteral("  ") + toText(clock);
    if (!missing.empty())
        text += QStringLiteral("\nNot yet in the record\n") + toText(missing);
    return Answer::of(json, text);
}

Outcome child(const Command& command)
{
    HEED_TAKE(const auto session, signIn(command));
    HEED_TAKE(const auto found, session::openChild(*session, command.place("CHILD")));
    QCborArray concerns;
    auto text =
        QStringLiteral("%1 (%2), %3 concerns\n").arg(model::nameOf(found.child), found.id).arg(found.cases.size());
    for (const auto& record : found.cases) {
        concerns.append(toJson(record));
        text += QStringLiteral("\n---\n\n") + toText(record);
    }
    return Answer::of({{QStringLiteral("id"), found.id},
                       {QStringLiteral("name"), model::nameOf(found.child)},
                       {QStringLiteral("child"), model::toShape(found.child)},
                       {QStringLiteral("concerns"), concerns}},
                      text);
}

} // namespace

std::vector<Verb> readingVerbs()
{
    return {{"list"_s,
             "list",
             "VAULT"_s,
             "What waits, what is open and what is closed"_s,
             {valueFlag("status", "S", "waiting, open or closed"),
              valueFlag("query", "TEXT", "Words or parts of words that stand anywhere in the record; newest first"),
              valueFlag("level", "LEVEL", "low, medium or high"),
              valueFlag("dsl", "NAME", "Whose it is: to whom it was handed over, else who acknowledged it"),
              valueFlag("year", "YEAR", "The child's year group, as logged"),
              valueFlag("sign", "CODE", "A sign that was ticked"),
              valueFlag("flag", "FLAG", "A vulnerability of the child, immediate-danger or missing-now"),
              valueFlag("since", "DATE", "Logged on this day or later"),
              valueFlag("until", "DATE", "Logged on this day or earlier"),
              valueFlag("acknowledged", "WAIT", "Acknowledged within an hour, a day, a week, longer, or never"),
              switchFlag("overdue", "Only those with an action that is overdue"),
              valueFlag("kept", "NAME", "The filter that you keep under this name, instead of what is given here"),
              valueFlag("keep-as", "NAME", "Keep this filter under a name"),
              valueFlag("forget", "NAME", "Drop a filter that you keep"),
              valueFlag("sort", "ORDER", "urgency (if not given), newest, oldest, due or child"),
              valueFlag("limit", "N", "At most so many; 200 if not given"),
              valueFlag("offset", "N", "Leave out the first N")},
             list},
            {"show"_s, "show", "VAULT REFERENCE"_s, "A concern and everything that followed"_s, {}, show},
            {"child"_s,
             "child",
             "VAULT CHILD"_s,
             "Every concern about a child: by id, UPN or unambiguous name"_s,
             {},
             child}};
}

} // namespace heed::cli
