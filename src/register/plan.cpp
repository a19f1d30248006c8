#include "register/plan.h"

#include "register/known.h"
#include "register/merge.h"

#include <QHash>

#include <algorithm>

namespace heed::pupils {

using model::ErrorCode;
using model::failure;
using model::Pupil;
using model::Result;

namespace {

QString inWords(const QList<qint64>& lines)
{
    QStringList numbers;
    for (const auto line : lines)
        numbers << QString::number(line);
    return numbers.join(QStringLiteral(", "));
}

QString whyLikely(const Pupil& one, const Pupil& other)
{
    return one.child.dateOfBirth == other.child.dateOfBirth
               ? QStringLiteral("Born on the same day, with the same forename or surname.")
               : QStringLiteral("The name is the same, and day and month of birth may have been turned round.");
}

/// Goes through the rows of a file, the surest matches first, so that whoever a sure row is cannot be asked about as
/// somebody else.
class Planner {
public:
    Planner(const Reading& reading, const std::vector<Pupil>& pupils, const Decisions& decisions)
        : m_reading(reading)
        , m_pupils(pupils)
        , m_decisions(decisions)
        , m_known(pupils)
        , m_taken(pupils.size(), false)
    {
        m_plan.refused = reading.refused;
        for (const auto& one : reading.pupils) {
            if (!one.pupil.child.upn.isEmpty())
                m_ofUpn[one.pupil.child.upn] << &one;
            if (const auto key = nameAndBirth(one.pupil); !key.isEmpty())
                m_ofName[key] << &one;
        }
    }

    Plan run(bool whole, const QDate& today)
    {
        Rows open;
        for (const auto& one : m_reading.pupils)
            if (!refuseTwin(one) && !decided(one) && !matchUpn(one))
                open << &one;
        Rows unknown;
        for (const auto* one : open)
            if (!matchName(*one))
                unknown << one;
        for (const auto* one : unknown)
            askOrAdd(*one);
        if (whole)
            markLeft(today);
        std::sort(m_plan.refused.begin(), m_plan.refused.end(),
                  [](const Refused& a, const Refused& b) { return a.line < b.line; });
        return std::move(m_plan);
    }

private:
    using Rows = QList<const Incoming*>;

    void match(const Incoming& one, std::size_t place)
    {
        m_taken[place] = true;
        // A second row that somebody said is the same pupil adds to what the first one changed.
        const auto earlier = m_changed.constFind(place);
        if (earlier != m_changed.constEnd()) {
            auto& planned = m_plan.changed[*earlier];
            planned.after = merged(planned.after, one.pupil);
            planned.changes = changesOf(planned.before, planned.after);
            return;
        }
        auto after = merged(m_pupils[place], one.pupil);
        auto changes = changesOf(m_pupils[place], after);
        if (changes.empty()) {
            ++m_plan.unchanged;
            return;
        }
        m_changed.insert(place, m_plan.changed.size());
        m_plan.changed.push_back({one.line, m_pupils[place], std::move(after), std::move(changes)});
    }

    void ask(const Incoming& one, const QList<std::size_t>& places, const QString& why)
    {
        Asked asked{one.line, one.pupil, {}, why, true};
        for (const auto place : places) {
            m_taken[place] = true; // nobody who may be in the file has left
            asked.candidates.push_back(m_pupils[place]);
            if (!one.pupil.child.upn.isEmpty() && m_pupils[place].child.upn == one.pupil.child.upn)
                asked.canBeNew = false;
        }
        m_plan.asked.push_back(std::move(asked));
    }

    /// Whoever they are, they have not left.
    void refuse(const Incoming& one, const QString& reason, const QList<std::size_t>& places)
    {
        m_plan.refused.push_back({one.line, reason, one.cells});
        for (const auto place : places)
            m_taken[place] = true;
    }

    bool refuseTwin(const Incoming& one)
    {
        const auto linesOf = [](const Rows& rows) {
            QList<qint64> lines;
            for (const auto* row : rows)
                lines << row->line;
            return lines;
        };
        const auto& upn = one.pupil.child.upn;
        if (const auto rows = m_ofUpn.value(upn); rows.size() > 1) {
            const auto place = m_known.byUpn(one.pupil);
            refuse(
                one,
                QStringLiteral("The UPN %1 stands on lines %2: correct one of them.").arg(upn, inWords(linesOf(rows))),
                place ? QList{*place} : QList<std::size_t>());
            return true;
        }
        auto alike = m_ofName.value(nameAndBirth(one.pupil));
        alike.removeIf([&](const Incoming* other) { return other != &one && upnsDiffer(one.pupil, other->pupil); });
        if (alike.size() < 2)
            return false;
        refuse(
            one,
            QStringLiteral("%1, with this date of birth, stands on lines %2: take one of them out, or give each their "
                           "UPN.")
                .arg(model::nameOf(one.pupil.child), inWords(linesOf(alike))),
            m_known.byName(one.pupil));
        return true;
    }

    bool decided(const Incoming& one)
    {
        const auto found = m_decisions.find(one.line);
        if (found == m_decisions.end())
            return false;
        if (!found->second.isEmpty()) {
            const auto pupil = std::find_if(m_pupils.begin(), m_pupils.end(),
                                            [&](const Pupil& other) { return other.child.id == found->second; });
            if (pupil == m_pupils.end())
                return false;
            match(one, static_cast<std::size_t>(pupil - m_pupils.begin()));
            return true;
        }
        const auto place = m_known.byUpn(one.pupil);
        if (place && m_pupils[*place].child.upn == one.pupil.child.upn)
            refuse(one,
                   QStringLiteral("%1 has the UPN %2 already, and two pupils cannot share one: correct that pupil, or "
                                  "this row.")
                       .arg(model::nameOf(m_pupils[*place].child), one.pupil.child.upn),
                   {*place});
        else
            m_plan.added.push_back({one.line, {}, one.pupil, {}});
        return true;
    }

    bool matchUpn(const Incoming& one)
    {
        const auto place = m_known.byUpn(one.pupil);
        if (!place)
            return false;
        const auto& other = m_pupils[*place];
        const bool isSameName =
            m_known.byName(one.pupil).contains(*place) || comparedName(one.pupil) == comparedName(other);
        const bool isSameBirth = !one.pupil.child.dateOfBirth || !other.child.dateOfBirth ||
                                 *one.pupil.child.dateOfBirth == *other.child.dateOfBirth;
        if (m_taken[*place])
            ask(one, {*place}, QStringLiteral("Another row of the file is this pupil already."));
        else if (!isSameName && !isSameBirth)
            ask(one, {*place}, QStringLiteral("The UPN is the same, and both the name and the date of birth differ."));
        else
            match(one, *place);
        return true;
    }

    QList<std::size_t> free(const QList<std::size_t>& places) const
    {
        QList<std::size_t> all;
        for (const auto place : places)
            if (!m_taken[place])
                all << place;
        return all;
    }

    bool matchName(const Incoming& one)
    {
        const auto places = free(m_known.byName(one.pupil));
        if (places.isEmpty())
            return false;
        if (places.size() == 1 && !upnsDiffer(one.pupil, m_pupils[places.front()]))
            match(one, places.front());
        else
            ask(one, places,
                places.size() > 1 ? QStringLiteral("More than one pupil has this name and date of birth.")
                                  : QStringLiteral("Name and date of birth are the same, and the UPN is another."));
        return true;
    }

    void askOrAdd(const Incoming& one)
    {
        auto places = free(m_known.likely(one.pupil));
        places.removeIf([&](std::size_t place) { return upnsDiffer(one.pupil, m_pupils[place]); });
        if (!places.isEmpty())
            return ask(one, places, whyLikely(one.pupil, m_pupils[places.front()]));
        // Two rows that only their UPNs tell apart may be one child with an old number: the first is taken.
        const auto namesakes = m_ofName.value(nameAndBirth(one.pupil));
        if (!namesakes.isEmpty() && namesakes.front() != &one)
            return ask(one, {},
                       QStringLiteral("Line %1 of the file has the same name and date of birth, and another UPN.")
                           .arg(namesakes.front()->line));
        m_plan.added.push_back({one.line, {}, one.pupil, {}});
    }

    void markLeft(const QDate& today)
    {
        for (std::size_t i = 0; i < m_pupils.size(); ++i) {
            if (m_taken[i] || m_pupils[i].child.onRoll == false)
                continue;
            auto after = m_pupils[i];
            after.child.onRoll = false;
            after.facts.leavingDate = today;
            m_plan.left.push_back({0, m_pupils[i], after, changesOf(m_pupils[i], after)});
        }
    }

    const Reading& m_reading;
    const std::vector<Pupil>& m_pupils;
    const Decisions& m_decisions;
    Known m_known;
    std::vector<bool> m_taken; // by pupil: a row of the file is, or may be, them
    QHash<QString, Rows> m_ofUpn;
    QHash<QString, Rows> m_ofName;
    QHash<std::size_t, std::size_t> m_changed; // pupil -> place in the plan
    Plan m_plan;
};

} // namespace

Result checkDecisions(const Reading& reading, const std::vector<Pupil>& pupils, const Decisions& decisions)
{
    for (const auto& decision : decisions) {
        const auto line = decision.first;
        const auto& who = decision.second;
        if (std::none_of(reading.pupils.begin(), reading.pupils.end(),
                         [&](const Incoming& one) { return one.line == line; }))
            return failure(
                ErrorCode::BadInput,
                QStringLiteral("Line %1 of the file names no pupil to decide about: look at it again.").arg(line));
        if (!who.isEmpty() &&
            std::none_of(pupils.begin(), pupils.end(), [&](const Pupil& one) { return one.child.id == who; }))
            return failure(ErrorCode::BadInput,
                           QStringLiteral("Line %1 cannot be \"%2\": no pupil of the register has that id.")
                               .arg(line)
                               .arg(who.left(40)));
    }
    return {};
}

Plan plan(const Reading& reading, const std::vector<Pupil>& pupils, bool whole, const Decisions& decisions,
          const QDate& today)
{
    return Planner(reading, pupils, decisions).run(whole, today);
}

} // namespace heed::pupils
