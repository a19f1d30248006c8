#include "session/session.h"

#include "platform/clock.h"
#include "platform/log.h"
#include "platform/network_folder.h"
#include "rules/sign_in_pace.h"
#include "session/held_files.h"
#include "session/state.h"
#include "vault/enrol.h"
#include "vault/password.h"

#include <algorithm>
#include <chrono>

namespace heed::session {

using model::ErrorCode;
using model::Expected;
using model::failure;
using model::Result;

namespace {

/// NotAllowed while the wait after refused sign-ins lasts, in whatever program they were tried.
Result waitIsOver(const platform::InstallationFile& file)
{
    HEED_TAKE(const auto memory, file.load());
    if (!memory.refusedAt)
        return {};
    const auto wait = rules::waitAfter(memory.refusals);
    // A clock that was put back must not make it longer.
    const auto left = std::min<qint64>(wait, platform::now().secsTo(memory.refusedAt->addSecs(wait)));
    if (left <= 0)
        return {};
    return failure(ErrorCode::NotAllowed,
                   QStringLiteral("Signing in was refused %1 times here: wait %2 seconds, then try again.")
                       .arg(memory.refusals)
                       .arg(left));
}

Result noteSignIn(const platform::InstallationFile& file, bool isRefused)
{
    HEED_TAKE(const auto lock, file.lock());
    HEED_TAKE(auto memory, file.load());
    if (!isRefused && memory.refusals == 0)
        return {};
    memory.refusals = isRefused ? std::min(memory.refusals + 1, 1000) : 0;
    memory.refusedAt = isRefused ? std::optional(platform::now()) : std::nullopt;
    return file.save(memory);
}

} // namespace

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
    HEED_TAKE(const auto policy, vault::readPolicy(folder));
    const auto id = policy.vault.vault;
    HEED_TAKE(auto memory, platform::InstallationFile::of(id));
    HEED_TRY(waitIsOver(memory));
    progress.say(QStringLiteral("Checking your password"));
    auto opened = vault::unlock(folder, name, password, platform::now());
    if (!opened) {
        platform::log::warning("sign-in refused", {{"code", opened.error().code}});
        if (opened.error().code == ErrorCode::WrongPassword || opened.error().code == ErrorCode::UnknownMember)
            HEED_TRY(noteSignIn(memory, true));
        return tl::make_unexpected(opened.error());
    }
    HEED_TRY(noteSignIn(memory, false));
    if (progress.isCancelled())
        return failure(ErrorCode::Cancelled, QStringLiteral("Signing in was stopped."));
    HEED_TAKE(auto journal, journal::Journal::open(folder, id, opened->keyring.journalKey));
    auto state = std::make_unique<State>(State{
        std::move(folder), std::move(*opened), std::move(journal), std::move(memory), {}, {}, {}, {}, 0, {}, {}, {}});
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
