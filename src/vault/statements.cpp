#include "vault/statements.h"

#include <algorithm>

namespace heed::vault {

bool VaultStatement::asksAgreementAt(qint64 counter) const
{
    return std::any_of(agreementAsked.begin(), agreementAsked.end(), [&](const AgreementAsked& asked) {
        return counter >= asked.from && (!asked.until || counter < *asked.until);
    });
}

void VaultStatement::noteAgreement()
{
    const bool isAsked = !agreementAsked.empty() && !agreementAsked.back().until;
    if (profile.secondAgreement && !isAsked)
        agreementAsked.push_back({lineage.counter, {}});
    if (!profile.secondAgreement && isAsked)
        agreementAsked.back().until = lineage.counter;
}

std::optional<model::Role> Member::roleAt(qint64 counter) const
{
    for (const auto& held : roles)
        if (held.from <= counter && (!held.until || counter < *held.until))
            return held.role;
    return {};
}

std::optional<model::Role> Member::role() const
{
    for (const auto& held : roles)
        if (!held.until)
            return held.role;
    return {};
}

const MemberKeys* Member::currentKeys() const
{
    const auto found = std::find_if(keys.begin(), keys.end(), [](const MemberKeys& some) { return !some.until; });
    return found == keys.end() ? nullptr : &*found;
}

namespace {

/// The newest entry of `device` when the last ending up to `counter` was noted.
const model::Head* headAt(const std::vector<Ending>& endings, qint64 counter, const QByteArray& device)
{
    for (auto ending = endings.rbegin(); ending != endings.rend(); ++ending) {
        if (ending->counter > counter)
            continue;
        for (const auto& head : ending->heads)
            if (head.device == device)
                return &head;
    }
    return nullptr;
}

} // namespace

bool VaultStatement::reached(qint64 counter, const QByteArray& device, qint64 number) const
{
    if (std::none_of(endings.begin(), endings.end(), [&](const Ending& ending) { return ending.counter == counter; }))
        return true;
    const auto* head = headAt(endings, counter, device);
    return head && number <= head->number;
}

void VaultStatement::noteEnding(const std::vector<model::Head>& heads)
{
    Ending ending{lineage.counter, {}};
    for (const auto& head : heads)
        if (const auto* known = headAt(endings, lineage.counter, head.device); !known || *known != head)
            ending.heads.push_back(head);
    endings.push_back(std::move(ending));
}

Lineage Lineage::next(const QByteArray& hash, const QDateTime& now, const QString& member) const
{
    auto following = *this;
    following.counter += 1;
    following.history.push_back(hash);
    following.at = now;
    following.by = member;
    return following;
}

const Epoch* DeskStatement::epoch(qint64 number) const
{
    return number >= 1 && number <= static_cast<qint64>(epochs.size()) ? &epochs[static_cast<std::size_t>(number - 1)]
                                                                       : nullptr;
}

bool DeskStatement::isReader(const QString& reader) const
{
    return std::any_of(readers.begin(), readers.end(), [&](const ReaderSlot& slot) { return slot.reader == reader; });
}

} // namespace heed::vault
