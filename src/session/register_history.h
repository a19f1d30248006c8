#pragma once

#include "model/body.h"
#include "session/session.h"

namespace heed::session {

/// What was done to many pupils at once: a file brought in, or a school year begun.
struct RegisterChange {
    QString who;
    QDateTime at;
    bool isNewYear = false;
    model::ImportBody what;
};
/// The newest first. For leads.
model::Expected<std::vector<RegisterChange>> registerHistory(Session& session, int limit = 50);

} // namespace heed::session
