#include "casebook/children.h"

#include "model/name.h"

#include <algorithm>
#include <tuple>

namespace heed::casebook {
namespace {

/// One entry may describe several children: among those their ids decide.
template <class T> void inJournalOrder(std::vector<T>& items, QString T::*id)
{
    std::sort(items.begin(), items.end(), [&](const T& a, const T& b) {
        return std::tie(a.tick, a.place, a.*id) < std::tie(b.tick, b.place, b.*id);
    });
}

/// What is known so far of one child.
struct Known {
    QString id;
    QString registerId;
    QString upn;
    QString nameAndBirth;
};

QString nameAndBirth(const model::Child& child)
{
    const auto name = model::comparedName(child.forename + u' ' + child.surname);
    return name.isEmpty() || !child.dateOfBirth ? QString() : name + u'|' + child.dateOfBirth->toString(Qt::ISODate);
}

Known* matching(std::vector<Known>& children, const model::Child& child)
{
    const auto by = [&](QString Known::*field, const QString& value) -> Known* {
        if (value.isEmpty())
            return nullptr;
        const auto found =
            std::find_if(children.begin(), children.end(), [&](const Known& known) { return known.*field == value; });
        return found == children.end() ? nullptr : &*found;
    };
    if (auto* known = by(&Known::registerId, child.id))
        return known;
    if (auto* known = by(&Known::upn, child.upn))
        return known;
    auto* known = by(&Known::nameAndBirth, nameAndBirth(child));
    const bool differs =
        known && ((!known->upn.isEmpty() && !child.upn.isEmpty() && known->upn != child.upn) ||
                  (!known->registerId.isEmpty() && !child.id.isEmpty() && known->registerId != child.id));
    return differs ? nullptr : known;
}

void learn(Known& known, const model::Child& child)
{
    if (known.registerId.isEmpty())
        known.registerId = child.id;
    if (known.upn.isEmpty())
        known.upn = child.upn;
    if (known.nameAndBirth.isEmpty())
        known.nameAndBirth = nameAndBirth(child);
}

} // namespace

QStringList keysOf(const model::Child& child)
{
    QStringList keys;
    if (!child.id.isEmpty())
        keys << QStringLiteral("id:") + child.id;
    if (!child.upn.isEmpty())
        keys << QStringLiteral("upn:") + child.upn;
    if (const auto name = nameAndBirth(child); !name.isEmpty())
        keys << QStringLiteral("name:") + name;
    return keys;
}

std::map<QString, QString> assignChildren(std::vector<DescribedChild> described, std::vector<ChildLink> links)
{
    inJournalOrder(described, &DescribedChild::id);
    inJournalOrder(links, &ChildLink::from);
    std::map<QString, const ChildLink*> saidLast;
    for (const auto& link : links)
        saidLast[link.from] = &link;

    std::map<QString, QString> owner;
    std::vector<Known> children;
    for (const auto& one : described) {
        const auto said = saidLast.find(one.id);
        const bool apart = said != saidLast.end() && (!said->second->same || said->second->alone);
        auto* known = apart ? nullptr : matching(children, one.child);
        if (!known)
            known = &children.emplace_back(Known{one.id, {}, {}, {}});
        // A description that was set apart must not draw later ones to itself by the same name.
        if (!apart)
            learn(*known, one.child);
        owner[one.id] = known->id;
    }
    // A DSL's word moves a description, and with the one that a child is known by, the child.
    std::map<QString, QString> result;
    for (const auto& entry : owner) {
        auto at = entry.first;
        QStringList passed;
        for (;;) {
            const auto said = saidLast.find(at);
            const auto matched = owner.find(at);
            auto next = at;
            if (said != saidLast.end() && said->second->same && said->second->to != at)
                next = said->second->to;
            else if (matched != owner.end())
                next = matched->second;
            if (next == at)
                break;
            if (const auto again = passed.indexOf(next); again >= 0) {
                // Words that go round in a circle say that they are all one child.
                at = *std::min_element(passed.begin() + again, passed.end());
                break;
            }
            passed << next;
            at = next;
        }
        result[entry.first] = at;
    }
    return result;
}

} // namespace heed::casebook
