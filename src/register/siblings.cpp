#include "register/siblings.h"

#include "model/name.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <tuple>

namespace heed::pupils {

using model::Pupil;

std::vector<SiblingOffer> offerSiblings(const std::vector<Pupil>& pupils)
{
    constexpr qsizetype mostInOneHome = 12; // more is a children's home or a mistake
    std::vector<SiblingOffer> offers;
    QSet<QString> offered;
    const auto offer = [&](const QHash<QString, QList<std::size_t>>& groups, const QString& why) {
        for (const auto& group : groups) {
            if (group.size() > mostInOneHome)
                continue;
            for (qsizetype a = 0; a < group.size(); ++a)
                for (qsizetype b = a + 1; b < group.size(); ++b) {
                    const auto& one = pupils[group[a]];
                    const auto& other = pupils[group[b]];
                    const auto pair = QString(one.child.id + u' ' + other.child.id);
                    if (one.facts.siblings.contains(other.child.id) || other.facts.siblings.contains(one.child.id) ||
                        offered.contains(pair))
                        continue;
                    offered << pair;
                    offers.push_back({one.child.id, other.child.id, why});
                }
        }
    };
    QHash<QString, QList<std::size_t>> homes;
    QHash<QString, QList<std::size_t>> contacts;
    for (std::size_t i = 0; i < pupils.size(); ++i) {
        const auto& facts = pupils[i].facts;
        if (pupils[i].child.onRoll == false)
            continue;
        if (!facts.address.isEmpty())
            homes[model::foldedName(facts.address + u' ' + QString(facts.postcode).remove(u' '))] << i;
        for (const auto& contact : facts.contacts) {
            QString digits;
            for (const auto symbol : contact.phone)
                if (symbol.isDigit())
                    digits += symbol;
            if (digits.size() >= 6) {
                auto& group = contacts[model::comparedName(contact.name) + u'|' + digits];
                if (!group.contains(i))
                    group << i;
            }
        }
    }
    offer(homes, QStringLiteral("One address"));
    offer(contacts, QStringLiteral("One contact with one telephone number"));
    std::sort(offers.begin(), offers.end(), [](const SiblingOffer& a, const SiblingOffer& b) {
        return std::tie(a.one, a.other) < std::tie(b.one, b.other);
    });
    return offers;
}

} // namespace heed::pupils
