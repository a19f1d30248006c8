#include "upkeep/demo.h"

#include "upkeep/demo_words.h"

#include <algorithm>
#include <array>

// What the register of the made-up school holds of each pupil, for the safeguarding leads: most of it known, some of it
// not, as in a school.

namespace heed::upkeep {
namespace {

constexpr int forFacts = 4; // beside the purposes in demo.cpp

constexpr std::array ethnicities{"WBRI", "WBRI", "WBRI", "WOTH", "APKN", "BAFR", "MOTH", "AIND", "BCRB", "OOTH"};
constexpr std::array languages{"ENG", "ENG", "ENG", "Urdu", "Polish", "Somali", "Arabic"};
constexpr std::array streets{"Invented Lane", "Made-up Street", "Pretend Close", "Fiction Road"};

} // namespace

model::ChildFacts DemoSchool::facts(int index) const
{
    Dice dice(seed, forFacts, index);
    const auto child = pupil(index);
    const auto has = [&](model::Vulnerability flag) {
        return std::find(child.vulnerabilities.begin(), child.vulnerabilities.end(), flag) !=
               child.vulnerabilities.end();
    };
    const auto number = [&] { return QStringLiteral("0161 496 0%1").arg(dice.between(300, 999)); };
    const bool isLookedAfter = has(model::Vulnerability::LookedAfter);
    model::ChildFacts facts;
    facts.ethnicity = dice.pick(ethnicities);
    facts.language = dice.pick(languages);
    facts.sen = has(model::Vulnerability::Sen) ? QStringLiteral("K") : QStringLiteral("N");
    facts.lookedAfter = isLookedAfter;
    if (isLookedAfter)
        facts.caringAuthority = child.homeAuthority;
    facts.address = QStringLiteral("%1 %2, %3").arg(dice.between(1, 99)).arg(dice.pick(streets), child.homeAuthority);
    const auto adult = [&] { return QString(dice.pick(forenames()) + u' ' + child.surname); };
    model::ContactPerson first;
    first.name = isLookedAfter ? QString(dice.pick(forenames()) + QStringLiteral(" Pretend-Carer")) : adult();
    first.relationship = isLookedAfter ? QStringLiteral("foster carer") : QStringLiteral("parent");
    first.parentalResponsibility = !isLookedAfter;
    first.phone = number();
    facts.contacts.push_back(first);
    facts.household.push_back({first.name, first.relationship, {}, {}});
    if (!isLookedAfter && !dice.oneIn(3)) {
        model::ContactPerson second;
        second.name = adult();
        second.relationship = QStringLiteral("parent");
        second.parentalResponsibility = true;
        second.phone = number();
        const bool livesElsewhere = dice.oneIn(3);
        if (livesElsewhere)
            second.address = QStringLiteral("%1 %2").arg(dice.between(1, 99)).arg(dice.pick(streets));
        else
            facts.household.push_back({second.name, second.relationship, {}, {}});
        facts.contacts.push_back(second);
    }
    if (dice.oneIn(2) && child.dateOfBirth)
        facts.household.push_back({QString(dice.pick(forenames()) + u' ' + child.surname),
                                   QStringLiteral("brother or sister"),
                                   child.dateOfBirth->addDays(dice.between(500, 2500)),
                                   {}});
    if (isLookedAfter)
        facts.professionals.push_back(
            {QStringLiteral("social worker"), QStringLiteral("Sal Invented"), child.homeAuthority, number(), {}, {}});
    return facts;
}

} // namespace heed::upkeep
