#include "register/new_year.h"

#include <algorithm>
#include <map>

namespace heed::pupils {

using model::Pupil;

namespace {

/// In the order in which a child goes through them.
QStringList years()
{
    QStringList all{QStringLiteral("N1"), QStringLiteral("N2"), QStringLiteral("R")};
    for (int year = 1; year <= 14; ++year)
        all << QString::number(year);
    return all;
}

qsizetype placeOf(const QString& year)
{
    static const auto all = years();
    return all.indexOf(year);
}

QString after(const QString& year)
{
    static const auto all = years();
    const auto place = all.indexOf(year);
    return place < 0 ? QString() : all.value(place + 1);
}

/// "9B" is "10B" in the next year, and "Oak" is "Oak".
QString classAfter(const QString& name, const QString& year, const QString& next)
{
    const auto rest = name.mid(year.size());
    const bool isOfYear = name.startsWith(year) && (rest.isEmpty() || !rest.front().isDigit());
    return isOfYear ? QString(next + rest) : name;
}

} // namespace

NewYear newYear(const std::vector<Pupil>& pupils, const QStringList& leaving, const QDate& day)
{
    NewYear change;
    for (const auto& before : pupils) {
        if (before.child.onRoll == false)
            continue;
        const auto year = before.child.yearGroup;
        Planned planned{0, before, before, {}};
        auto& changed = planned.after;
        if (leaving.contains(year)) {
            changed.child.onRoll = false;
            changed.facts.leavingDate = day;
            change.left.push_back(std::move(planned));
        } else if (const auto next = after(year); !next.isEmpty()) {
            changed.child.yearGroup = next;
            changed.className = classAfter(before.className, year, next);
            change.moved.push_back(std::move(planned));
        } else {
            ++change.stay;
        }
    }
    return change;
}

QString oldestYear(const std::vector<Pupil>& pupils)
{
    qsizetype oldest = -1;
    for (const auto& one : pupils)
        if (one.child.onRoll != false)
            oldest = std::max(oldest, placeOf(one.child.yearGroup));
    return oldest < 0 ? QString() : years().at(oldest);
}

std::vector<YearStep> stepsOf(const NewYear& change)
{
    std::map<std::pair<qsizetype, QString>, YearStep> steps;
    const auto add = [&](const Planned& one, const QString& next) {
        const auto& year = one.before.child.yearGroup;
        auto& step = steps[{-placeOf(year), year}];
        step.year = year;
        step.next = next;
        ++step.pupils;
        const auto& was = one.before.className;
        const auto& is = one.after.className;
        const auto words = was == is ? was : QString(was + QStringLiteral(" \u2192 ") + is);
        if (!words.isEmpty() && !step.classes.contains(words))
            step.classes << words;
    };
    for (const auto& one : change.moved)
        add(one, one.after.child.yearGroup);
    for (const auto& one : change.left)
        add(one, {});
    std::vector<YearStep> all;
    for (auto& step : steps) {
        step.second.classes.sort();
        all.push_back(std::move(step.second));
    }
    return all;
}

} // namespace heed::pupils
