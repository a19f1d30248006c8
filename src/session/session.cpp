#include "session/session.h"

#include "platform/clock.h"
#include "platform/log.h"
#include "platform/network_folder.h"
#include "session/held_files.h"
#include "session/state.h"
#include "vault/enrol.h"
#include "vault/password.h"

#include <chrono>

namespace heed::session {

using model::ErrorCode;
using model::Expected;
using model::failure;
using model::Result;

Session::Session(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

Session::~Session() = default;

Expected<FrontPage> Session::frontPage(const QString& path)
{
    HEED_TAKE(const auto folder, vault::Folder::open(path));
    HEED_TAKE(const auto policy, vault::readPolicy(folder));
    return FrontPage{folder.path(), policy.vault.profile.school.name, policy.vault.profile, policy.vault.guidance,
                     platform::networkFileSystem(folder.path()).value_or(QString())};
}

Expected<std::unique_ptr<Session>> Session::signIn(const QString& path, const QString& name, crypto::ByteSpan password,
                                                   const Progress& progress)
{
    const auto begun = std::chrono::steady_clock::now();
    HEED_TAKE(auto folder, vault::Folder::open(path));
    progress.say(QStringLiteral("Checking your password"));
    auto opened = vault::unlock(folder, name, password, platform::now());
    if (!opened) {
        platform::log::warning("sign-in refused", {{"code", opened.error().code}});
        return tl::make_unexpected(opened.error());
    }
    if (progress.isCancelled())
        return failure(ErrorCode::Cancelled, QStringLiteral("Signing in was stopped."));
    const auto id = opened->policy.vault.vault;
    HEED_TAKE(auto memory, platform::InstallationFile::of(id));
    HEED_TAKE(auto journal, journal::Journal::open(folder, id, opened->keyring.journalKey));
    auto state = std::make_unique<State>(State{
        std::move(folder), std::move(*opened), std::move(journal), std::move(memory), {}, {}, {}, {}, {}, {}, {}});
    HEED_TRY(state->openDesk(progress));
    if (!state->ring().starting && state->missing.isEmpty() && state->forked.isEmpty())
        if (const auto tidied = tidyHeld(*state); !tidied)
            platform::log::warning("files not tidied", {{"code", tidied.error().code}});
    using std::chrono::duration_cast;
    platform::log::event(
        "signed in", {{"vault", platform::log::Id{id}},
                      {"took", duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun)}});
    return std::unique_ptr<Session>(new Session(std::move(state)));
}

Member Session::member() const
{
    const auto& ring = m_state->ring();
    return {ring.member, ring.name, ring.role, m_state->deskName(), ring.starting};
}

model::Profile Session::profile() const
{
    return m_state->policy().vault.profile;
}

QString Session::vaultPath() const
{
    return m_state->folder.path();
}

QStringList Session::warnings() const
{
    QStringList all;
    for (const auto& sentence : m_state->forked)
        all << sentence;
    for (const auto& sentence : m_state->missing)
        all << sentence;
    return all;
}

bool Session::isReadOnly() const
{
    return !m_state->forked.isEmpty() || !m_state->missing.isEmpty();
}

Result Session::chooseFirstPassword(const QString& password)
{
    auto& state = *m_state;
    HEED_TRY(vault::checkPassword(password, state.ring().role, {state.ring().name, profile().school.name}));
    HEED_TRY(vault::firstSignIn(state.folder, state.unlocked, vault::passwordBytes(password).span(), platform::now()));
    return state.openDesk({});
}

Result Session::changePassword(const QString& password)
{
    auto& state = *m_state;
    HEED_TRY(state.ready());
    HEED_TRY(vault::checkPassword(password, state.ring().role, {state.ring().name, profile().school.name}));
    return vault::changePassword(state.folder, state.unlocked, vault::passwordBytes(password).span(), platform::now());
}

Expected<bool> Session::refresh(const Progress& progress)
{
    HEED_TRY(m_state->ready());
    HEED_TRY(vault::reread(m_state->folder, m_state->unlocked));
    HEED_TRY(m_state->takeStock());
    HEED_TAKE(const auto found, m_state->bringUpToDate(progress));
    return found > 0;
}

} // namespace heed::session
