#include "vault/share_look.h"

#include "vault/share_text.h"

#include <algorithm>

namespace heed::vault {
namespace {

constexpr std::size_t mostNamed = 5; // more wrong groups than that are another text, or one that slipped

ShareLook unreadable(const QString& text, const QString& problem)
{
    const auto groups = readGroups(text);
    if (groups.wrong.empty() && groups.typed == 0)
        return {};
    if (groups.wrong.empty() && groups.typed < groups.of)
        return {ShareLook::State::Unfinished,
                QStringLiteral("%1 of %2 groups so far, each of them right.").arg(groups.typed).arg(groups.of),
                {}};
    if (groups.wrong.size() == 1)
        return {ShareLook::State::Mistyped,
                QStringLiteral("Group %1 (\"%2\") is mistyped: check it against the paper.")
                    .arg(groups.wrong.front().first)
                    .arg(groups.wrong.front().second),
                {}};
    if (groups.wrong.size() > 1 && groups.wrong.size() <= mostNamed) {
        QStringList places;
        for (const auto& [place, words] : groups.wrong)
            places << QString::number(place);
        return {ShareLook::State::Mistyped,
                QStringLiteral("Groups %1 are mistyped: check them against the paper.")
                    .arg(places.join(QStringLiteral(", "))),
                {}};
    }
    return {ShareLook::State::Mistyped, problem, {}};
}

} // namespace

std::vector<ShareLook> lookAtShares(const Policy& policy, const QStringList& typed)
{
    std::vector<ShareLook> looks;
    std::vector<int> before; // the places in their set
    QByteArray deskTag;
    const auto told = [](ShareLook::State state, const QString& sentence, const QString& desk = {}) {
        return ShareLook{state, sentence, desk};
    };
    for (const auto& text : typed) {
        const auto share = parseShare(text);
        if (!share) {
            looks.push_back(unreadable(text, share.error().message));
            continue;
        }
        if (share->vaultTag != vaultTagOf(policy.vault.vault)) {
            looks.push_back(told(ShareLook::State::OtherVault, QStringLiteral("it belongs to another vault.")));
            continue;
        }
        if (deskTag.isEmpty())
            deskTag = share->deskTag;
        const auto desk = std::find_if(policy.desks.begin(), policy.desks.end(),
                                       [&](const auto& entry) { return deskTagOf(entry.first) == share->deskTag; });
        if (share->deskTag != deskTag) {
            looks.push_back(
                told(ShareLook::State::OtherDesk, QStringLiteral("it belongs to another desk than the first one.")));
            continue;
        }
        if (desk == policy.desks.end() || !desk->second.statement.recovery) {
            looks.push_back(
                told(ShareLook::State::OtherDesk, QStringLiteral("no desk of this vault has such shares.")));
            continue;
        }
        const auto& name = desk->first;
        if (std::find(before.begin(), before.end(), share->share.index) != before.end()) {
            looks.push_back(told(ShareLook::State::Doubled, QStringLiteral("it has been given already."), name));
            continue;
        }
        before.push_back(share->share.index);
        const auto set = desk->second.statement.recovery->number;
        if (share->set != set)
            looks.push_back(told(ShareLook::State::Outdated,
                                 QStringLiteral("it is of set %1, and set %2 has replaced it: find the newer sheet.")
                                     .arg(share->set)
                                     .arg(set),
                                 name));
        else
            looks.push_back(told(ShareLook::State::Fits,
                                 QStringLiteral("sheet %1 of set %2, for %3: read without a mistake.")
                                     .arg(share->share.index)
                                     .arg(set)
                                     .arg(model::deskTitle(name)),
                                 name));
    }
    return looks;
}

} // namespace heed::vault
