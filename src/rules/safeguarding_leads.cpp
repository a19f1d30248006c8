#include "rules/safeguarding_leads.h"
#include "rules/names.h"
#include "rules/school_time.h"

#include <algorithm>

namespace heed::rules {
namespace {

enum class Fit { Yes, General, No };

Fit fit(const QStringList& theirs, const QString& childs, QString (*form)(const QString&))
{
    if (theirs.isEmpty() || form(childs).isEmpty())
        return Fit::General;
    return std::any_of(theirs.begin(), theirs.end(), [&](const QString& one) { return form(one) == form(childs); })
               ? Fit::Yes
               : Fit::No;
}

/// 0 for exactly this year or site, 1 for one of the two, 2 for every child, 3 for other children.
int fitRank(const model::Dsl& lead, const model::Child& child)
{
    const auto year = fit(lead.years, child.yearGroup, comparableYear);
    const auto site = fit(lead.sites, child.site, comparable);
    const bool fits = year == Fit::Yes || site == Fit::Yes;
    const bool misses = year == Fit::No || site == Fit::No;
    if (fits)
        return misses ? 1 : 0;
    return misses ? 3 : 2;
}

/// 0 on duty by rota; 1 without a rota, which is on duty in school time; 2 not on duty. Outside school time 1 and 2 are
/// alike.
int dutyRank(const model::Dsl& lead, const QDateTime& at, bool schoolTime)
{
    if (std::any_of(lead.rota.begin(), lead.rota.end(), [&](const model::Hours& hours) { return holds(hours, at); }))
        return 0;
    return lead.rota.empty() || !schoolTime ? 1 : 2;
}

struct Ranked {
    const model::Dsl* lead;
    int fit;
    int duty;
};

model::Reason whyFirst(const Ranked& first)
{
    const auto& name = first.lead->name;
    if (first.fit < 2)
        return {QStringLiteral("year-or-site"),
                QStringLiteral("%1 is the safeguarding lead for this child's year or site.").arg(name)};
    if (first.duty == 0)
        return {QStringLiteral("on-duty"), QStringLiteral("%1 is on duty now.").arg(name)};
    return {QStringLiteral("in-order"),
            QStringLiteral("%1 comes first in the school's order of safeguarding leads.").arg(name)};
}

} // namespace

Leads leadsFor(const model::Child& child, const Circumstances& c)
{
    const bool schoolTime = isSchoolTime(c.at, c.profile);
    std::vector<Ranked> ranked;
    for (const auto& lead : c.profile.dsls)
        if (!comparable(lead.name).isEmpty())
            ranked.push_back({&lead, fitRank(lead, child), dutyRank(lead, c.at, schoolTime)});
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& one, const Ranked& other) {
        return std::pair(one.fit, one.duty) < std::pair(other.fit, other.duty);
    });

    Leads found;
    QStringList taken;
    const auto add = [&](const QString& name, const QString& role) {
        if (taken.contains(comparable(name)))
            return;
        taken << comparable(name);
        const auto known = std::find_if(c.profile.dsls.begin(), c.profile.dsls.end(),
                                        [&](const model::Dsl& lead) { return samePerson(lead.name, name); });
        const auto phone = known == c.profile.dsls.end() ? std::nullopt : numberOf(known->phone);
        found.reachable.push_back({name, phone, role});
    };
    for (const auto& one : ranked) {
        const auto name = one.lead->name.simplified();
        const auto role =
            one.lead->role.isEmpty() ? QStringLiteral("Designated safeguarding lead") : QString(one.lead->role);
        const auto obstacle = obstacleOf(name, c);
        const bool first = found.reachable.empty();
        if (obstacle == Obstacle::None) {
            add(name, role);
            if (first) {
                found.reasons.push_back(whyFirst(one));
                if (one.duty == 2)
                    found.reasons.push_back(
                        {QStringLiteral("off-duty"),
                         QStringLiteral(
                             "%1 is not on duty now by the rota. If you do not reach %1 at once, tell the next "
                             "person on the list.")
                             .arg(name)});
            }
            continue;
        }
        found.reasons.push_back(passedOver(name, obstacle, c));
        if (obstacle == Obstacle::Absent)
            if (const auto other = standInFor(name, c); !other.isEmpty())
                add(other, QStringLiteral("Standing in for ") + name);
    }
    return found;
}

} // namespace heed::rules
