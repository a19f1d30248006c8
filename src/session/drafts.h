#pragma once

#include "session/session.h"

namespace heed::session {

// What was typed and not yet sent, sealed so that only its author can read or make it. One draft for each form.

/// Replaces the form's draft, durably.
model::Result saveDraft(Session& session, const QString& form, const QByteArray& text);
/// Empty where there is none. A file that was planted or damaged counts as none.
model::Expected<QByteArray> loadDraft(Session& session, const QString& form);
model::Result dropDraft(Session& session, const QString& form);

/// How many drafts lie unsent, of all members, and since when: never whose or what.
struct UnsentDrafts {
    int count = 0;
    std::optional<QDateTime> oldest;
};
model::Expected<UnsentDrafts> unsentDrafts(Session& session);

} // namespace heed::session
