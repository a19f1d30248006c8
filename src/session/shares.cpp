#include "session/shares.h"

#include "vault/share_look.h"

#include <algorithm>

namespace heed::session {

bool SharesLook::isEnough() const
{
    const auto count = [this](ShareLook::State state) {
        return std::count_if(shares.begin(), shares.end(),
                             [state](const ShareLook& share) { return share.state == state; });
    };
    return needed > 0 && count(ShareLook::State::Fits) >= needed && count(ShareLook::State::Wrong) == 0 &&
           count(ShareLook::State::Unfinished) == 0;
}

model::Expected<SharesLook> lookAtShares(const QString& vault, const QStringList& typed)
{
    HEED_TAKE(const auto folder, vault::Folder::open(vault));
    HEED_TAKE(const auto policy, vault::readPolicy(folder));
    SharesLook all;
    for (const auto& look : vault::lookAtShares(policy, typed)) {
        using Seen = vault::ShareLook::State;
        auto state = ShareLook::State::Wrong;
        if (look.state == Seen::Empty)
            state = ShareLook::State::Empty;
        else if (look.state == Seen::Unfinished)
            state = ShareLook::State::Unfinished;
        else if (look.state == Seen::Fits)
            state = ShareLook::State::Fits;
        all.shares.push_back({state, look.sentence});
        if (all.desk.isEmpty() && !look.desk.isEmpty()) {
            const auto& set = *policy.desk(look.desk)->recovery;
            all.desk = look.desk;
            all.needed = set.threshold;
            all.holders = set.holders;
        }
    }
    return all;
}

model::Expected<int> sharesNeeded(const QString& vault)
{
    HEED_TAKE(const auto folder, vault::Folder::open(vault));
    HEED_TAKE(const auto policy, vault::readPolicy(folder));
    for (const auto& desk : {model::safeguardingDesk, model::headDesk, model::chairDesk})
        if (const auto* statement = policy.desk(desk); statement && statement->recovery)
            return statement->recovery->threshold;
    return 0;
}

report::RecoveryShare pageOf(const ShareSheet& sheet, const QString& school, const QString& madeBy,
                             const QDateTime& madeAt)
{
    return {model::deskTitle(sheet.desk),
            sheet.holder,
            school,
            sheet.vaultName,
            sheet.index,
            sheet.count,
            sheet.threshold,
            sheet.set,
            sheet.groups,
            madeBy,
            madeAt};
}

} // namespace heed::session
