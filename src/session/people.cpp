#include "session/people.h"

#include "model/json.h"
#include "platform/atomic_file.h"
#include "platform/clock.h"
#include "rules/profile_check.h"
#include "session/resources.h"
#include "session/state.h"
#include "vault/password.h"
#include "vault/membership.h"
#include "vault/recovery.h"

#include <QDir>

#include <algorithm>

namespace heed::session {

using model::ErrorCode;
using model::Expected;
using model::failure;
using model::Result;

namespace {

std::vector<ShareSheet> sheets(const QString& path, const QString& desk, const std::vector<vault::PrintedShare>& shares,
                               const QStringList& holders, int threshold)
{
    std::vector<ShareSheet> all;
    for (std::size_t i = 0; i < shares.size(); ++i)
        all.push_back({QDir(path).dirName(), desk, holders.value(static_cast<qsizetype>(i)), shares[i].share.index,
                       static_cast<int>(shares.size()), threshold, shares[i].set, vault::shareGroups(shares[i])});
    return all;
}

/// The view goes with its epoch's key: after a change of readers it is made anew.
Result reopenDesk(Session::State& state)
{
    state.desk.reset();
    return state.openDesk({});
}

/// Whether the desk's newest epoch is sealed to the keys that this member has now.
bool opensTo(const vault::Policy& policy, const QString& desk, const vault::Member& member)
{
    const auto* statement = policy.desk(desk);
    const auto keys = policy.keysOf(member);
    return statement && keys &&
           std::any_of(statement->readers.begin(), statement->readers.end(), [&](const vault::ReaderSlot& slot) {
               return slot.reader == QStringLiteral("member:") + member.id && slot.sealing == keys->sealing;
           });
}

Result recordAboutDesk(Session::State& state, model::Kind kind, const QString& desk, const QString& text)
{
    journal::Draft draft;
    draft.kind = kind;
    draft.desk = desk;
    draft.body = model::TextBody{text, {}, {}, {}};
    return state.write(draft, rules::Record::Own).map([](const journal::Written&) {});
}

} // namespace

Expected<SetUpAnswer> setUpVault(const SetUpRequest& request, const Progress& progress)
{
    HEED_TRY(rules::acceptable(request.profile));
    progress.say(QStringLiteral("Making keys"));
    const auto now = platform::now();
    HEED_TAKE(auto made, vault::setUp({request.path, request.profile, request.member, request.password, request.shares,
                                       request.threshold, request.holders, request.group},
                                      now, [](const vault::Folder& folder, const vault::Made& vault) {
                                          return journal::Journal::create(folder, vault.vault, vault.journalKey)
                                              .map([](const journal::Journal&) {});
                                      }));
    HEED_TAKE(const auto folder, vault::Folder::open(request.path));
    return SetUpAnswer{QString::fromLatin1(made.vault.toHex()),
                       sheets(folder.path(), model::safeguardingDesk, made.shares, made.holders, request.threshold),
                       rules::checkProfile(request.profile, platform::inSchoolTime(now).date()).unconfirmed};
}

Expected<model::Profile> readProfile(const QByteArray& json)
{
    const auto what = QStringLiteral("The profile");
    HEED_TAKE(const auto map, model::parseJson(json, what));
    HEED_TAKE(auto profile, model::fromShape<model::Profile>(map, what));
    HEED_TRY(rules::acceptable(profile));
    return profile;
}

model::Profile defaultProfile()
{
    return builtInProfile();
}

QByteArray writeProfile(const model::Profile& profile)
{
    return model::writeJson(model::toShape(profile));
}

int passwordStrength(const QString& password, const QStringList& known)
{
    return vault::passwordStrength(password, known);
}

Result checkPassword(const QString& password, model::Role role, const QStringList& known)
{
    return vault::checkPassword(password, role, known);
}

Expected<std::vector<MemberRow>> members(Session& session)
{
    auto& state = session.state();
    HEED_TRY(state.ready());
    HEED_TRY(vault::reread(state.folder, state.unlocked));
    const auto& policy = state.policy();
    std::vector<MemberRow> rows;
    for (const auto& member : policy.vault.members) {
        const auto* keys = member.currentKeys();
        const bool signedIn = keys && (!keys->starting || keys->successor || policy.successions.contains(member.id));
        const auto granter = member.roles.empty() ? QString() : member.roles.front().grantedBy;
        MemberRow row{member.id,
                      member.name,
                      member.role(),
                      signedIn,
                      policy.nameOf(granter),
                      member.enrolledAt,
                      {},
                      {},
                      member.endedAt,
                      false,
                      vault::isOnlyReader(policy, member)};
        if (keys && member.keys.size() > 1) {
            row.resetBy = policy.nameOf(keys->grantedBy);
            row.resetAt = keys->grantedAt;
        }
        const auto desk = row.role ? model::deskOf(*row.role) : QString();
        row.waitsForDesk = !desk.isEmpty() && !opensTo(policy, desk, member);
        rows.push_back(row);
    }
    return rows;
}

Expected<NewMemberAnswer> addMember(Session& session, const QString& name, model::Role role,
                                    const std::optional<QString>& ownPassword)
{
    HEED_TRY(mayChange(session));
    auto& state = session.state();
    HEED_TAKE(const auto enrolled,
              vault::enrol(state.folder, state.unlocked, {name, role, ownPassword}, platform::now()));
    return NewMemberAnswer{enrolled.member, enrolled.startingPassword};
}

Result changeRole(Session& session, const QString& name, model::Role role)
{
    HEED_TRY(mayChange(session));
    auto& state = session.state();
    HEED_TRY(vault::changeRole(state.folder, state.unlocked, name, role, state.readHeads(), platform::now()));
    return reopenDesk(state);
}

Expected<QStringList> openWorkOf(Session& session, const QString& name)
{
    auto& state = session.state();
    HEED_TAKE(auto* view, state.deskView());
    const auto* member = state.policy().memberNamed(name);
    if (!member)
        return failure(ErrorCode::BadInput,
                       QStringLiteral("There is no member called \"%1\": check the list.").arg(name.left(100)));
    return view->openWorkOf(member->name);
}

Expected<QStringList> endMember(Session& session, const QString& name)
{
    HEED_TRY(mayChange(session));
    auto& state = session.state();
    HEED_TAKE(const auto open, openWorkOf(session, name));
    HEED_TRY(vault::endMembership(state.folder, state.unlocked, name, state.readHeads(), platform::now()));
    HEED_TRY(reopenDesk(state));
    return open;
}

Expected<NewMemberAnswer> resetMember(Session& session, const QString& name)
{
    HEED_TRY(mayChange(session));
    auto& state = session.state();
    HEED_TAKE(const auto reset,
              vault::resetPassword(state.folder, state.unlocked, name, state.readHeads(), platform::now()));
    return NewMemberAnswer{reset.member, reset.startingPassword};
}

Expected<QString> recoverDesk(const QString& path, const QStringList& shares, const QString& member,
                              const QString& password, const Progress& progress)
{
    HEED_TAKE(const auto folder, vault::Folder::open(path));
    const auto headsOf = [&](const crypto::SecretBytes& key) -> Expected<std::vector<journal::Head>> {
        HEED_TAKE(const auto policy, vault::readPolicy(folder));
        HEED_TAKE(auto journal, journal::Journal::open(folder, policy.vault.vault, key, true));
        return journal.heads().map(journal::headsOnly);
    };
    HEED_TAKE(const auto desk, vault::recover(folder, shares, member, password, headsOf, platform::now()));
    HEED_TAKE(const auto session, Session::signIn(path, member, vault::passwordBytes(password).span(), progress));
    HEED_TRY(recordAboutDesk(
        session->state(), model::Kind::Recovered, desk,
        QStringLiteral("%1 became a reader by recovery, with %2 shares.").arg(member.simplified()).arg(shares.size())));
    return desk;
}

Expected<std::vector<ShareSheet>> reissueShares(Session& session, int shares, int threshold, const QStringList& holders)
{
    HEED_TRY(mayChange(session));
    auto& state = session.state();
    HEED_TRY(state.deskView());
    const auto desk = state.deskName();
    HEED_TAKE(const auto made,
              vault::reissueShares(state.folder, state.unlocked, desk, shares, threshold, holders, platform::now()));
    HEED_TRY(reopenDesk(state));
    return sheets(state.folder.path(), desk, made, state.policy().desk(desk)->recovery->holders, threshold);
}

Result drillShares(Session& session, const QStringList& shares)
{
    HEED_TRY(mayChange(session));
    auto& state = session.state();
    HEED_TRY(state.deskView());
    HEED_TAKE(const auto together, vault::putTogether(state.policy(), shares));
    return recordAboutDesk(state, model::Kind::Drill, state.deskName(),
                           QStringLiteral("The recovery shares of %1, set %2, were put together and fit.")
                               .arg(model::deskTitle(together.desk))
                               .arg(together.set));
}

Result setProfile(Session& session, const model::Profile& profile, const QString& reason)
{
    HEED_TRY(mayChange(session));
    HEED_TRY(rules::acceptable(profile));
    auto& state = session.state();
    HEED_TRY(
        vault::amendVault(state.folder, state.unlocked, platform::now(), [&](vault::VaultStatement& next) -> Result {
            next.profile = profile;
            return {};
        }));
    journal::Draft draft;
    draft.kind = model::Kind::ProfileChanged;
    draft.desk = model::safeguardingDesk;
    draft.body = model::TextBody{QString::fromUtf8(writeProfile(profile)), reason, {}, {}};
    return state.write(draft, rules::Record::Own).map([](const journal::Written&) {});
}

} // namespace heed::session
