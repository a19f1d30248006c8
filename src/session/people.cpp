#include "session/people.h"

#include "model/json.h"
#include "platform/atomic_file.h"
#include "platform/clock.h"
#include "rules/profile_check.h"
#include "session/resources.h"
#include "session/state.h"
#include "vault/password.h"
#include "vault/set_up.h"

#include <QDir>

namespace heed::session {

using model::ErrorCode;
using model::Expected;
using model::failure;
using model::Result;

namespace {

std::vector<ShareSheet> sheets(const QString& path, const vault::Made& made, int threshold)
{
    std::vector<ShareSheet> all;
    for (std::size_t i = 0; i < made.shares.size(); ++i)
        all.push_back({QDir(path).dirName(), model::safeguardingDesk, made.holders.value(static_cast<qsizetype>(i)),
                       made.shares[i].share.index, static_cast<int>(made.shares.size()), threshold,
                       vault::shareGroups(made.shares[i])});
    return all;
}

} // namespace

Expected<SetUpAnswer> setUpVault(const SetUpRequest& request, const Progress& progress)
{
    HEED_TRY(rules::acceptable(request.profile));
    progress.say(QStringLiteral("Making keys"));
    const auto now = platform::now();
    HEED_TAKE(auto made, vault::setUp({request.path, request.profile, request.member, request.password, request.shares,
                                       request.threshold, request.holders, request.group},
                                      now));
    HEED_TAKE(const auto folder, vault::Folder::open(request.path));
    if (auto journal = journal::Journal::create(folder, made.vault, made.journalKey); !journal) {
        QDir(request.path).removeRecursively();
        return tl::make_unexpected(journal.error());
    }
    return SetUpAnswer{QString::fromLatin1(made.vault.toHex()), sheets(folder.path(), made, request.threshold),
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
        rows.push_back({member.id, member.name, member.role(), signedIn, policy.nameOf(granter), member.enrolledAt});
    }
    return rows;
}

Expected<NewMemberAnswer> addMember(Session& session, const QString& name, model::Role role,
                                    const std::optional<QString>& ownPassword)
{
    auto& state = session.state();
    HEED_TRY(state.ready());
    if (session.isReadOnly())
        return failure(ErrorCode::Behind, QStringLiteral("This vault can only be read: see the warning at sign-in."));
    HEED_TAKE(const auto enrolled,
              vault::enrol(state.folder, state.unlocked, {name, role, ownPassword}, platform::now()));
    return NewMemberAnswer{enrolled.member, enrolled.startingPassword};
}

Result setProfile(Session& session, const model::Profile& profile, const QString& reason)
{
    auto& state = session.state();
    HEED_TRY(state.ready());
    HEED_TRY(rules::acceptable(profile));
    if (session.isReadOnly())
        return failure(ErrorCode::Behind, QStringLiteral("This vault can only be read: see the warning at sign-in."));
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
