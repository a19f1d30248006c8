#include "cli/verbs.h"

#include "cli/flags.h"
#include "cli/output.h"
#include "cli/showing.h"
#include "cli/sign_in.h"
#include "session/review.h"

namespace heed::cli {
namespace {

constexpr int mostClocks = 500; // whoever asks for more of the queue at once wants it quickly

Outcome list(const Command& command)
{
    session::QueueFilter filter;
    HEED_TAKE(filter.state, command.oneOf<model::State>("status"));
    filter.text = command.value("query");
    HEED_TAKE(filter.limit, command.number("limit", filter.limit, 1, 1'000'000));
    HEED_TAKE(filter.offset, command.number("offset", 0, 0, 1'000'000'000));
    HEED_TAKE(const auto session, signIn(command));
    HEED_TAKE(const auto rows, session::queue(*session, filter));
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
    const auto missing = session::missingFrom(record);
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
              valueFlag("query", "TEXT", "Words that stand anywhere in the record"),
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
