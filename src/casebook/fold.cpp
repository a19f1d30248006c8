#include "casebook/fold.h"

#include "journal/entry.h"
#include "model/reference.h"
#include "rules/closing.h"
#include "rules/permission.h"

#include <algorithm>

namespace heed::casebook {

using model::Kind;
using model::State;

namespace {

/// Clocks of PCs in one room differ by this much without anybody's doing.
constexpr qint64 toleratedSeconds = 300;

void begin(model::Case& record, const FoldItem& item)
{
    const auto& event = item.event;
    record.id = event.id;
    record.reference = model::referenceOf(QByteArray::fromHex(event.id.toLatin1()));
    record.logged = std::get<model::ConcernBody>(event.body);
    record.author = event.author;
    record.authorId = event.authorId;
    record.loggedAt = event.at;
    record.fingerprint = journal::fingerprint(item.hash);
}

void finishAction(model::Case& record, const model::Event& event)
{
    const auto& done = std::get<model::ActionDoneBody>(event.body);
    for (auto& action : record.actions) {
        if (action.id == done.action && !action.doneAt) {
            action.doneAt = event.at;
            action.doneBy = event.author;
            action.result = done.text;
        }
    }
}

void close(model::Case& record, const model::ClosedBody& closing)
{
    record.state = State::Closed;
    record.outcome = closing.outcome;
    record.closingReason = closing.reason;
}

void reopen(model::Case& record)
{
    record.state = State::Open;
    record.outcome.clear();
    record.closingReason.clear();
}

void apply(model::Case& record, const model::Event& event, Viewer viewer)
{
    switch (event.kind) {
    case Kind::Acknowledged:
        if (!record.acknowledgedAt) {
            record.acknowledgedBy = event.author;
            record.acknowledgedAt = event.at;
        }
        if (record.state == State::Waiting)
            record.state = State::Open;
        break;
    case Kind::LevelSet: record.level = std::get<model::LevelBody>(event.body).level; break;
    case Kind::ActionAdded:
        record.actions.push_back(
            {event.id, std::get<model::ActionBody>(event.body), event.author, event.at, {}, {}, {}});
        break;
    case Kind::ActionDone: finishAction(record, event); break;
    case Kind::EnteredElsewhere: {
        const auto& entered = std::get<model::ElsewhereBody>(event.body);
        record.elsewhere = {entered.system, event.author, entered.when.value_or(event.at), entered.reference};
        break;
    }
    case Kind::HandedOver: record.lead = std::get<model::TextBody>(event.body).to; break;
    case Kind::Closed: close(record, std::get<model::ClosedBody>(event.body)); break;
    case Kind::Reopened: reopen(record); break;
    case Kind::Status:
        // For the author, who does not see the closing itself. The desk does, and goes by nothing else.
        if (viewer == Viewer::Desk)
            break;
        if (const auto& word = std::get<model::TextBody>(event.body).text; word == model::nameOf(State::Closed))
            record.state = State::Closed;
        else if (record.state == State::Closed && record.outcome.isEmpty())
            record.state = State::Open;
        break;
    default: break;
    }
}

/// Whether the author of an entry might write it into the record as it stood.
rules::Answer mayWrite(const FoldItem& item, const model::Case& record)
{
    const auto whose = item.event.authorId == record.authorId ? rules::Record::Own : rules::Record::Others;
    auto answer = rules::may(item.role, item.event.kind, item.desk, whose);
    if (answer && item.event.kind == Kind::Closed)
        return rules::mayClose(record, item.event.authorId, item.isAgreementAsked);
    return answer;
}

} // namespace

Folded fold(const std::vector<FoldItem>& items, Viewer viewer)
{
    Folded folded;
    const auto first =
        std::find_if(items.begin(), items.end(), [](const FoldItem& item) { return item.event.kind == Kind::Concern; });
    if (first == items.end())
        return folded;
    model::Case record;
    begin(record, *first);
    QDateTime latest;
    for (const auto& item : items) {
        if (&item != &*first) {
            const auto answer = mayWrite(item, record);
            const bool isOlder = &item < &*first; // than the concern, which its author must have seen
            if (!answer || isOlder || item.event.kind == Kind::Concern || item.desk != first->desk) {
                folded.refused.push_back(
                    {item.event.id, answer ? QStringLiteral("It does not belong to this record.") : answer.reason});
                continue;
            }
            apply(record, item.event, viewer);
        }
        auto event = item.event;
        event.timeContradicted = latest.isValid() && event.at.secsTo(latest) > toleratedSeconds;
        if (!latest.isValid() || event.at > latest)
            latest = event.at;
        record.events.push_back(std::move(event));
    }
    folded.record = std::move(record);
    return folded;
}

std::optional<QDate> nextActionDue(const model::Case& record)
{
    std::optional<QDate> next;
    for (const auto& action : record.actions)
        if (!action.doneAt && action.action.due && (!next || *action.action.due < *next))
            next = action.action.due;
    return next;
}

} // namespace heed::casebook
