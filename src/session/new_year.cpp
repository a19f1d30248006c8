#include "session/new_year.h"

#include "platform/clock.h"
#include "register/incoming.h"
#include "rules/words.h"
#include "session/register_entries.h"
#include "session/register_history.h"

#include <algorithm>

namespace heed::session {

using model::ErrorCode;
using model::Expected;
using model::failure;

namespace {

constexpr int halfYear = 182; // days

QStringList yearsIn(const QString& typed)
{
    QStringList years;
    for (const auto& part : typed.split(u','))
        if (const auto year = pupils::yearGroupOf(part); !part.trimmed().isEmpty() && !years.contains(year))
            years << year;
    return years;
}

Expected<std::optional<LastNewYear>> lastBegun(Session& session)
{
    HEED_TAKE(const auto history, registerHistory(session));
    for (const auto& one : history)
        if (one.isNewYear)
            return one.at.daysTo(platform::now()) < halfYear ? std::optional(LastNewYear{one.who, one.at})
                                                             : std::nullopt;
    return std::nullopt;
}

struct Planned {
    NewYearPlan plan;
    pupils::NewYear change;
};

Expected<Planned> planned(Session& session, const std::optional<QString>& leaving, const QDate& day)
{
    HEED_TAKE(auto* view, registerView(session.state()));
    HEED_TAKE(const auto all, view->pupils());
    Planned answer;
    auto& plan = answer.plan;
    plan.leaving = leaving.value_or(pupils::oldestYear(all));
    answer.change = pupils::newYear(all, yearsIn(plan.leaving), day);
    plan.steps = pupils::stepsOf(answer.change);
    plan.moved = static_cast<int>(answer.change.moved.size());
    plan.left = static_cast<int>(answer.change.left.size());
    plan.stay = answer.change.stay;
    HEED_TAKE(plan.seen, view->registerState());
    HEED_TAKE(plan.recently, lastBegun(session));
    return answer;
}

} // namespace

Expected<NewYearPlan> planNewYear(Session& session, const std::optional<QString>& leaving, const QDate& day)
{
    return planned(session, leaving, day).map([](Planned&& one) { return std::move(one.plan); });
}

Expected<NewYearPlan> beginNewYear(Session& session, const NewYearRequest& request, const Progress& progress)
{
    Planned answer;
    const auto work = [&](casebook::Casebook&) -> Expected<std::vector<Session::State::Entry>> {
        HEED_TAKE(answer, planned(session, request.leaving, request.day));
        const auto& plan = answer.plan;
        if (!request.seen.isEmpty() && request.seen != plan.seen)
            return failure(ErrorCode::BadInput,
                           QStringLiteral("Somebody else has changed the register since you looked: look again at what "
                                          "would happen."));
        if (plan.recently && !request.again)
            return failure(
                ErrorCode::BadInput,
                QStringLiteral("%1 began a school year on %2: a second one would move everybody twice, so say that "
                               "it is meant.")
                    .arg(plan.recently->who, rules::inWords(platform::inSchoolTime(plan.recently->at).date())));
        std::vector<Session::State::Entry> entries;
        for (const auto* part : {&answer.change.moved, &answer.change.left})
            for (const auto& one : *part)
                for (auto& entry : pupilEntries(one.after, &one.before, QStringLiteral("A new school year")))
                    entries.push_back(std::move(entry));
        if (!entries.empty())
            entries.push_back(historyEntry({newYearName, {}, 0, plan.moved, plan.left, plan.stay, 0}));
        return entries;
    };
    HEED_TRY(writeRegister(session.state(), work, progress));
    return std::move(answer.plan);
}

} // namespace heed::session
