#include "session/register_history.h"

#include "session/register_entries.h"

namespace heed::session {

Session::State::Entry historyEntry(const model::ImportBody& body)
{
    journal::Draft draft;
    draft.kind = model::Kind::PupilsImported;
    draft.desk = model::safeguardingDesk;
    draft.body = body;
    return {std::move(draft), rules::Record::Own, nullptr, {}};
}

model::Expected<std::vector<RegisterChange>> registerHistory(Session& session, int limit)
{
    auto& state = session.state();
    HEED_TAKE(auto* view, registerView(state));
    HEED_TAKE(const auto events, view->newest(model::Kind::PupilsImported, state.policy(), limit));
    std::vector<RegisterChange> changes;
    for (const auto& event : events)
        if (const auto* body = std::get_if<model::ImportBody>(&event.body))
            changes.push_back(
                {event.author, event.at, body->file == newYearName && body->fingerprint.isEmpty(), *body});
    return changes;
}

} // namespace heed::session
