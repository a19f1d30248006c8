#include "cli/verbs.h"

#include "cli/flags.h"
#include "cli/output.h"
#include "cli/showing.h"
#include "cli/sign_in.h"
#include "session/review.h"

namespace heed::cli {
namespace {

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
    QCborArray concerns;
    QString text;
    for (const auto& row : rows) {
        concerns.append(toJson(row));
        text += toText(row);
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
    auto text = toText(record);
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
