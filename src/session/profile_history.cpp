#include "session/profile_history.h"

#include "model/json.h"
#include "session/state.h"

#include <algorithm>

namespace heed::session {
namespace {

/// The keys in which two profiles differ.
QStringList changedKeys(const QCborMap& before, const QCborMap& after)
{
    QStringList keys;
    for (const auto& map : {before, after})
        for (const auto& entry : map)
            if (const auto key = entry.first.toString(); before.value(key) != after.value(key) && !keys.contains(key))
                keys << key;
    keys.sort();
    return keys;
}

} // namespace

model::Expected<std::vector<ProfileChange>> profileHistory(Session& session, int limit)
{
    auto& state = session.state();
    HEED_TAKE(auto* view, state.deskView());
    HEED_TAKE(const auto events, view->profileChanges(state.policy(), limit));
    std::vector<ProfileChange> changes;
    std::optional<QCborMap> before; // the profile that the one at hand replaced
    for (auto event = events.rbegin(); event != events.rend(); ++event) {
        const auto& body = std::get<model::TextBody>(event->body);
        ProfileChange change{event->at, event->author, body.reason, body.text.section(u'\n', 0, 0).left(200)};
        if (body.text.startsWith(u'{')) {
            const auto after = model::parseJson(body.text.toUtf8(), QStringLiteral("The profile")).value_or(QCborMap());
            change.what = QStringLiteral("The profile");
            if (before)
                change.what += QStringLiteral(": ") + changedKeys(*before, after).join(QStringLiteral(", "));
            before = after;
        }
        changes.push_back(std::move(change));
    }
    std::reverse(changes.begin(), changes.end());
    return changes;
}

} // namespace heed::session
