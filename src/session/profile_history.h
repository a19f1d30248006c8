#pragma once

#include "session/session.h"

namespace heed::session {

/// One change of the school's profile or of its own guidance.
struct ProfileChange {
    QDateTime at;
    QString author;
    QString reason;
    QString what; ///< "The profile: dsls, closures" by its keys, or which page

    bool operator==(const ProfileChange&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("at", self.at, {.required = true});
        visit("author", self.author, {.required = true});
        visit("reason", self.reason, {.longest = model::longText});
        visit("what", self.what, {.required = true});
    }
};

/// The changes, the newest first. For those who read the safeguarding desk.
model::Expected<std::vector<ProfileChange>> profileHistory(Session& session, int limit = 50);

} // namespace heed::session
