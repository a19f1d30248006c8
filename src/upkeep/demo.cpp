#include "upkeep/demo.h"

#include "upkeep/demo_steps.h"
#include "upkeep/demo_words.h"

#include "rules/upn.h"

#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace heed::upkeep {
namespace {

enum Purpose { forStaff, forPupil, forConcern, forThread, forPlate };

constexpr int fewestPupils = 240;
constexpr int mostPupils = 50'000; // of a large trust
constexpr int toldWhole = 20'000;  // of a very large demo, only the newest are followed step by step
constexpr int mostThreads = 2000;
constexpr int threadLength = 5;
constexpr int threadSpacing = 8; // days between what happens to one pupil: five things in less than six weeks
constexpr int firstMinute = 8 * 60 + 45;
constexpr int lastMinute = 16 * 60;

const QTimeZone& london()
{
    static const QTimeZone zone("Europe/London");
    return zone;
}

QDateTime atMinute(QDate day, double minute)
{
    const QDateTime midday(day, QTime(12, 0), london());
    return midday.addSecs(static_cast<qint64>(std::llround((minute - 12 * 60) * 60)))
        .toOffsetFromUtc(midday.offsetFromUtc());
}

bool isSchoolDay(QDate day)
{
    const bool summer = day.month() == 8 || (day.month() == 7 && day.day() > 22);
    const bool winter = (day.month() == 12 && day.day() > 19) || (day.month() == 1 && day.day() < 5);
    return day.dayOfWeek() <= 5 && !summer && !winter;
}

/// The year in which the school year began.
int schoolYear(QDate day)
{
    return day.month() >= 9 ? day.year() : day.year() - 1;
}

QString password(Dice& dice)
{
    QStringList words;
    while (words.size() < 4)
        if (const auto word = dice.pick(passwordWords()); !words.contains(word))
            words << word;
    return words.join(u'-');
}

model::Profile profileOf(const std::vector<DemoMember>& staff)
{
    // Numbers from the range that Ofcom keeps free for plays and films.
    const auto number = [](int last) { return QStringLiteral("0161 496 0%1").arg(last, 3, 10, QLatin1Char('0')); };
    const auto source = QStringLiteral("Invented: a number kept free for plays and films");
    model::Profile profile;
    profile.school.name = QStringLiteral("Mockingbird High (made up)");
    profile.school.address = QStringLiteral("1 Invented Lane, Manchester");
    profile.school.phone = QStringLiteral("0161 496 0100");
    profile.school.email = QStringLiteral("safeguarding@mockingbird.example");
    int last = 100;
    for (const auto& member : staff) {
        if (member.role == model::Role::Dsl) {
            model::Dsl lead;
            lead.name = member.name;
            lead.role = model::title(member.role);
            lead.phone = number(++last);
            profile.dsls.push_back(lead);
        } else if (member.role == model::Role::Head) {
            profile.head = {member.name, number(++last)};
        } else if (member.role == model::Role::Chair) {
            profile.chair = {member.name, number(++last)};
        }
    }
    profile.lado = {QStringLiteral("Lada Pretend"), number(200)};
    profile.mash = {QStringLiteral("Made-up MASH"), number(201), QStringLiteral("Always"), source, QDate(2026, 11, 1)};
    profile.contacts.push_back({QStringLiteral("Emergency services"), QStringLiteral("999"), QStringLiteral("Always"),
                                QStringLiteral("www.gov.uk"), QDate(2026, 11, 1)});
    for (const auto* council : {"Manchester", "Salford", "Trafford", "Stockport"})
        profile.councils.push_back({QString::fromLatin1(council), {}, {}, {}, {}});
    return profile;
}

QString filled(const char* words, const QString& name, const QString& other, const QString& car, const QString& place)
{
    auto text = QString::fromUtf8(words)
                    .replace(QStringLiteral("{name}"), name)
                    .replace(QStringLiteral("{friend}"), other)
                    .replace(QStringLiteral("{car}"), car)
                    .replace(QStringLiteral("{place}"), place);
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

/// No car has one: 00 and 01 stand for no half year in which plates of this style were issued.
QString plateOf(quint32 seed, int number)
{
    Dice dice(seed, forPlate, number);
    const auto letters = [&](int count) {
        QString text;
        for (int i = 0; i < count; ++i)
            text += QStringLiteral("ABCDEFGHJKLMNOPRSTUVWXY").at(dice.below(23));
        return text;
    };
    const auto region = letters(2);
    return region + QStringLiteral("0%1 ").arg(dice.below(2)) + letters(3);
}

model::Concern tell(const Story& story, const model::Child& child, const QDateTime& seen, const QString& plate,
                    Dice& dice)
{
    const auto name = child.forename.isEmpty() ? QStringLiteral("the child") : child.forename;
    auto other = dice.pick(forenames());
    while (other == child.forename)
        other = dice.pick(forenames());
    const auto car = dice.pick(cars());
    const auto place = dice.pick(places());
    const auto fill = [&](const char* words) { return filled(words, name, other, car, place); };

    model::Concern concern;
    concern.child = child;
    concern.observedAt = seen;
    concern.place = fill(story.place);
    concern.facts = fill(story.facts);
    concern.childsWords = fill(story.childsWords);
    concern.opinion = fill(story.opinion);
    concern.actionTaken = fill(story.actionTaken);
    concern.immediateDanger = story.danger;
    for (const auto* code : story.signs) {
        concern.signsSeen.push_back({QString::fromLatin1(code), seen.date(), story.source, {}});
        if (concern.signsSeen.back().code == model::otherSignCode)
            concern.otherSign = QStringLiteral("See what I wrote: it is on no list, and it worries me.");
        if (concern.signsSeen.back().code == QStringLiteral("unknown-cars"))
            concern.involved.push_back(
                {model::InvolvedKind::Vehicle, plate,
                 car.left(1).toUpper() + car.mid(1) + QStringLiteral(" that waited for the child or took them away"),
                 QStringLiteral("Seen")});
    }
    return concern;
}

const Story& pick(std::span<const Story> stories, Dice& dice)
{
    return stories[static_cast<std::size_t>(dice.below(static_cast<int>(stories.size())))];
}

} // namespace

model::Child DemoSchool::pupil(int index) const
{
    Dice dice(seed, forPupil, index);
    const auto first = static_cast<int>(forenames().size());
    const auto last = static_cast<int>(surnames().size());
    // Every pupil has another name: when all pairs are used, surnames are joined.
    const auto nth = [](std::span<const char* const> words, int n) {
        return QString::fromUtf8(words[static_cast<std::size_t>(n) % words.size()]);
    };
    model::Child child;
    child.forename = nth(forenames(), index % first);
    child.surname = nth(surnames(), index / first + index % first);
    for (int rest = index / (first * last); rest > 0; rest /= last)
        child.surname += u'-' + nth(surnames(), rest % last);
    const int year = dice.between(7, 11);
    child.yearGroup = QString::number(year);
    const QDate birthday(schoolYear(now.date()) - year - 5, 9, 1);
    child.dateOfBirth = birthday.addDays(dice.below(365));
    const auto digits = QStringLiteral("999%1").arg(index, 9, 10, QLatin1Char('0'));
    child.upn = rules::upnCheckLetter(digits) + digits;
    child.onRoll = true;
    child.homeAuthority = dice.oneIn(12) ? QStringLiteral("Salford") : QStringLiteral("Manchester");
    if (dice.oneIn(10))
        child.vulnerabilities.push_back(model::Vulnerability::Sen);
    if (dice.oneIn(20))
        child.vulnerabilities.push_back(model::Vulnerability::LookedAfter);
    if (dice.oneIn(40))
        child.vulnerabilities.push_back(model::Vulnerability::PreviouslyMissing);
    return child;
}

QStringList DemoSchool::with(model::Role role) const
{
    QStringList names;
    for (const auto& member : staff)
        if (member.role == role)
            names << member.name;
    return names;
}

DemoSchool demoSchool(quint32 seed, int concerns, const QDateTime& now)
{
    DemoSchool school;
    school.seed = seed;
    school.concerns = concerns;
    school.now = now;
    school.pupilCount = std::clamp(concerns / 4 * 3, fewestPupils, mostPupils);
    const std::vector<std::pair<const char*, model::Role>> people{
        {"Testa Mockford", model::Role::Dsl},     {"Demo Fictiva", model::Role::Dsl},
        {"Anna Invented", model::Role::Staff},    {"Sam Pleasant-Sample", model::Role::Staff},
        {"Noor Makebelieve", model::Role::Staff}, {"Hedda Pretend", model::Role::Head},
        {"Govinda Madeup", model::Role::Chair}};
    Dice dice(seed, forStaff, 0);
    for (const auto& [name, role] : people)
        school.staff.push_back({QString::fromUtf8(name), role, password(dice)});
    school.profile = profileOf(school.staff);
    return school;
}

DemoConcerns::DemoConcerns(const DemoSchool& school)
    : m_school(school)
{
    const auto today = school.now.toTimeZone(london()).date();
    for (auto day = today.addDays(-364); day < today; day = day.addDays(1))
        if (isSchoolDay(day))
            m_days.push_back(day);
    planThreads();
}

QDateTime DemoConcerns::timeOf(int index) const
{
    // Denser towards the end, so that also a small demo has something from this week.
    constexpr double density = 1.8;
    const double left = 1 - (index + 0.5) / std::max(1, m_school.concerns);
    const double at = (1 - std::pow(left, density)) * static_cast<double>(m_days.size());
    const auto day = std::min(static_cast<std::size_t>(at), m_days.size() - 1);
    return atMinute(m_days[day], firstMinute + (at - static_cast<double>(day)) * (lastMinute - firstMinute));
}

void DemoConcerns::planThreads()
{
    const int wanted = m_school.concerns < 2 * threadLength ? 0 : std::clamp(m_school.concerns / 50, 1, mostThreads);
    const auto indexAt = [&](const QDateTime& time) {
        int low = 0;
        int high = m_school.concerns;
        while (low < high) {
            const int middle = low + (high - low) / 2;
            if (timeOf(middle) < time)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    };
    for (int thread = 0; thread < wanted; ++thread) {
        Dice dice(m_school.seed, forThread, thread);
        // The first one comes up to today; the others end somewhere in the year.
        const auto last = m_school.now.addDays(thread == 0 ? 0 : -dice.below(300));
        int after = m_school.concerns;
        for (int step = threadLength - 1; step >= 0; --step) {
            const auto time = last.addDays((step + 1 - threadLength) * threadSpacing - dice.below(3));
            int index = std::min(after - 1, indexAt(time));
            while (m_threads.contains(index))
                --index;
            if (index < 0)
                break;
            after = index;
            m_threads[index] = {thread, thread % static_cast<int>(threadStories().size()), step};
        }
    }
    m_threadCount = wanted;
}

std::optional<DemoConcern> DemoConcerns::next()
{
    if (m_index >= m_school.concerns)
        return {};
    const int index = m_index++;
    Dice dice(m_school.seed, forConcern, index);
    const auto staff = m_school.with(model::Role::Staff);

    DemoConcern out;
    out.at = timeOf(index);
    out.author = staff[dice.below(static_cast<int>(staff.size()))];
    const auto seen = out.at.addSecs(-60 * dice.between(4, 90));
    const auto* story = &pick(singleStories(), dice);
    model::Child child = m_school.pupil(m_threadCount + dice.below(m_school.pupilCount - m_threadCount));
    const int sort = dice.below(30);
    // A car comes back: to the same pupil, and now and then to others.
    int car = Dice(m_school.seed, forPlate, -1 - index).below(m_threadCount + m_school.concerns / 40 + 5);
    if (const auto thread = m_threads.find(index); thread != m_threads.end()) {
        const auto stories = threadStories()[static_cast<std::size_t>(thread->second.story)];
        story = &stories[static_cast<std::size_t>(thread->second.step)];
        child = m_school.pupil(thread->second.pupil);
        car = thread->second.pupil;
    } else if (sort < 4) {
        story = &pick(outsideStories(), dice);
        auto stranger = model::Child();
        stranger.onRoll = sort == 0 ? std::optional<bool>() : false;
        if (sort % 2 == 0)
            stranger.forename = child.forename;
        stranger.description = QStringLiteral("About %1, a dark coat, another school's bag").arg(dice.between(11, 15));
        child = stranger;
    } else if (sort == 4) {
        story = &pick(adultStories(), dice);
        out.concern.aboutStaff = true;
    }
    const bool aboutStaff = out.concern.aboutStaff;
    out.concern = tell(*story, child, seen, plateOf(m_school.seed, car), dice);
    out.concern.aboutStaff = aboutStaff;
    const int newest = std::clamp(m_school.concerns / 12, 1, 8);
    const auto telling = index >= m_school.concerns - newest      ? Telling::Newest
                         : index >= m_school.concerns - toldWhole ? Telling::Whole
                                                                  : Telling::Brief;
    out.steps = stepsFor(m_school, out, *story, dice, telling);
    return out;
}

} // namespace heed::upkeep
