#include "upkeep/demo_steps.h"

namespace heed::upkeep {
namespace {

using model::Kind;
using model::Level;

constexpr qint64 minutes = 60; // seconds
constexpr qint64 hours = 60 * minutes;
constexpr qint64 days = 24 * hours;

QString text(const char* words)
{
    return QString::fromUtf8(words);
}

class Steps {
public:
    Steps(const DemoSchool& school, const DemoConcern& concern)
        : m_school(school)
        , m_from(concern.at)
    {
    }

    /// `after` in seconds, whole days being days on which people work. Not what would only happen after the school's
    /// now; nor what would follow it.
    void add(qint64 after, const QString& by, Kind kind, model::Body body = model::EmptyBody())
    {
        auto at = m_from.addSecs(after % days);
        for (auto left = after / days; left > 0; left -= at.date().dayOfWeek() <= 5 ? 1 : 0)
            at = at.addDays(1);
        m_over = m_over || at > m_school.now;
        if (!m_over)
            m_steps.push_back({at, by, kind, std::move(body)});
    }
    std::vector<DemoStep> take() { return std::move(m_steps); }

private:
    const DemoSchool& m_school;
    QDateTime m_from;
    std::vector<DemoStep> m_steps;
    bool m_over = false;
};

void high(Steps& steps, const DemoConcern& concern, const QString& lead)
{
    const auto telephoned = concern.at.addSecs(70 * minutes);
    steps.add(71 * minutes, lead, Kind::ContactMade,
              model::ContactBody{text("Duty worker"),
                                 text("Made-up MASH"),
                                 telephoned,
                                 text("Telephone"),
                                 text("Read the concern out. Asked what to tell the family, and when."),
                                 {},
                                 text("MUM-0417")});
    steps.add(75 * minutes, lead, Kind::Decision,
              model::DecisionBody{model::DecisionKind::Referral, text("Refer to children's social care today."),
                                  text("What was said points to harm that is happening now, by somebody older.")});
    steps.add(80 * minutes, lead, Kind::Referral,
              model::ReferralBody{text("Made-up MASH"),
                                  telephoned,
                                  {},
                                  text("MUM-0417"),
                                  text("Told by telephone; the written form follows today."),
                                  text("A child may be suffering significant harm.")});
    steps.add(1 * days, lead, Kind::ContactMade,
              model::ContactBody{text("Duty manager"),
                                 text("Made-up MASH"),
                                 {},
                                 text("Telephone"),
                                 text("Strategy meeting tomorrow at 10:00."),
                                 text("Strategy meeting"),
                                 text("MUM-0417")});
}

model::LevelBody levelOf(const Story& story)
{
    return {story.level, story.level == Level::High ? text("What the child said, and the age of the other person.")
                                                    : text("One thing by itself, to be seen with what else we know.")};
}

model::ClosedBody closingOf(const Story& story)
{
    return {story.level == Level::High ? text("With children's social care") : text("Support in school is in place"),
            text("What was to be done is done, and the child has an adult to go to. To be opened again if anything is "
                 "added.")};
}

} // namespace

std::vector<DemoStep> stepsFor(const DemoSchool& school, const DemoConcern& concern, const Story& story, Dice& dice,
                               Telling telling)
{
    Steps steps(school, concern);
    const bool aboutAdult = concern.concern.aboutStaff;
    const auto readers = school.with(aboutAdult ? model::Role::Head : model::Role::Dsl);
    const auto& lead = readers[dice.below(static_cast<int>(readers.size()))];
    if (telling == Telling::Brief) {
        steps.add(dice.between(12, 50) * minutes, lead, Kind::Acknowledged);
        if (dice.oneIn(2))
            steps.add(55 * minutes, lead, Kind::LevelSet, levelOf(story));
        if (!dice.oneIn(40))
            steps.add(dice.between(6, 24) * days, lead, Kind::Closed, closingOf(story));
        return steps.take();
    }
    const bool elsewhere = concern.concern.child.onRoll == false;
    const bool reached = elsewhere || !dice.oneIn(8);
    steps.add(dice.between(3, 9) * minutes, concern.author, Kind::Told,
              model::ToldBody{elsewhere ? school.profile.mash.name : readers.front(), concern.at.addSecs(2 * minutes),
                              elsewhere ? text("Telephone") : text("In person"), reached,
                              reached ? QString() : text("In a lesson; I left a note to come and find me.")});
    if (telling == Telling::Newest)
        return steps.take();
    if (!reached)
        steps.add(11 * minutes, concern.author, Kind::Told,
                  model::ToldBody{readers.front(), concern.at.addSecs(10 * minutes), text("In person"), true,
                                  text("At break.")});

    steps.add(dice.between(12, 50) * minutes, lead, Kind::Acknowledged);
    if (dice.oneIn(9))
        return steps.take(); // read, and nothing yet
    steps.add(55 * minutes, lead, Kind::LevelSet, levelOf(story));
    if (story.level == Level::High)
        high(steps, concern, lead);
    const auto due = concern.at.date().addDays(dice.between(2, 6));
    steps.add(
        1 * days + 1 * hours, lead, Kind::ActionAdded,
        model::ActionBody{text("Find a quiet moment with the child; ask how things are, and listen."), lead, due, {}});
    if (dice.oneIn(3))
        steps.add(
            1 * days + 2 * hours, lead, Kind::Note,
            model::TextBody{text("Looked at attendance and the pastoral notes for the last six weeks."), {}, {}, {}});
    if (dice.oneIn(7))
        return steps.take(); // the action is still to be done
    steps.add(3 * days, lead, Kind::ActionDone,
              model::ActionDoneBody{{}, text("Done. The child was glad to be asked, and knows whom to come to.")});
    steps.add(3 * days + 1 * hours, lead, Kind::Feedback,
              model::TextBody{
                  text("Thank you. You did the right thing in writing it down. We are acting on it."), {}, {}, {}});
    if (story.level != Level::High)
        steps.add(4 * days, lead, Kind::Decision,
                  model::DecisionBody{story.level == Level::Medium ? model::DecisionKind::EarlyHelp
                                                                   : model::DecisionKind::Monitor,
                                      text("Talked through with the form tutor."),
                                      text("No sign of harm now; what we have seen could still add up.")});
    if (!dice.oneIn(story.level == Level::Low ? 5 : 2))
        steps.add(dice.between(6, 24) * days, lead, Kind::Closed, closingOf(story));
    return steps.take();
}

} // namespace heed::upkeep
