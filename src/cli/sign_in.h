#pragma once

#include "cli/arguments.h"
#include "session/session.h"

namespace heed::cli {

/// A session for as long as a verb runs. Then it waits for endSessions.
class SignedIn {
public:
    explicit SignedIn(std::unique_ptr<session::Session> session);
    ~SignedIn();
    SignedIn(SignedIn&&) noexcept;
    SignedIn& operator=(SignedIn&&) noexcept;

    session::Session& operator*() const { return *m_session; }
    session::Session* operator->() const { return m_session.get(); }

private:
    std::unique_ptr<session::Session> m_session;
};

/// Signs in as --as with --password-file. What every reader must see comes on standard error. NotAllowed while a
/// starting password stands, unless it is about to be changed.
model::Expected<SignedIn> signIn(const Command& command, bool changesPassword = false);

/// What is done once the answer is out, so that nobody waits for it: the backup of the day, where none was made yet.
/// That it failed is said on standard error and does not change what the verb answered.
void endSessions();

/// On standard error, where `path` is on a network folder: what can go wrong there.
void warnOfNetwork(const QString& path);

/// Tells of long work on standard error where a person is looking.
session::Progress progress();

} // namespace heed::cli
