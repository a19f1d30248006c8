#include "rules/concern_check.h"
#include "rules/age.h"
#include "rules/school_time.h"
#include "rules/text_limits.h"
#include "rules/upn.h"
#include "rules/words.h"

#include <algorithm>

namespace heed::rules {
namespace {

constexpr int oldestPupil = 25;       // years
constexpr int youngestPupil = 2;      // years
constexpr qint64 longDelay = 24 * 60; // minutes between seeing and writing
constexpr int longAgo = 30;           // years before which nothing was seen of a child of today

/// Nothing that anybody could see.
bool isBlank(const QString& text)
{
    const auto symbols = text.toUcs4();
    return std::none_of(symbols.begin(), symbols.end(), [](auto symbol) {
        return !QChar::isSpace(symbol) && QChar::isPrint(symbol) && QChar::category(symbol) != QChar::Other_Format;
    });
}

class Check {
public:
    Check(const model::Concern& concern, const model::Checklist& checklist, const QDateTime& now)
        : m_concern(concern)
        , m_checklist(checklist)
        , m_now(now)
        , m_today(toSchoolTime(now).date())
    {
    }

    std::vector<Problem> run()
    {
        if (isBlank(m_concern.facts))
            error(QStringLiteral("facts"),
                  QStringLiteral("Write what you saw or heard. A few words are enough to begin with."));
        for (auto& problem : unfit(m_concern))
            m_found.push_back(std::move(problem));
        when();
        missing();
        for (std::size_t i = 0; i < m_concern.bodyMap.size(); ++i)
            mark(QStringLiteral("bodyMap[%1]").arg(i), i + 1, m_concern.bodyMap[i]);
        child(QStringLiteral("child"), m_concern.child);
        if (isNobody(m_concern.child))
            advise(QStringLiteral("child"),
                   QStringLiteral("Say who the child is: a name as far as you know it, or what they "
                                  "look like."));
        for (std::size_t i = 0; i < m_concern.children.size(); ++i)
            child(QStringLiteral("children[%1]").arg(i), m_concern.children[i]);
        signs();
        for (std::size_t i = 0; i < m_concern.involved.size(); ++i)
            involved(QStringLiteral("involved[%1]").arg(i), m_concern.involved[i]);
        std::stable_sort(m_found.begin(), m_found.end(),
                         [](const Problem& one, const Problem& other) { return one.severity < other.severity; });
        return std::move(m_found);
    }

private:
    static bool isNobody(const model::Child& child)
    {
        return child.id.isEmpty() && isBlank(child.forename) && isBlank(child.surname) && isBlank(child.upn) &&
               isBlank(child.description);
    }

    void error(const QString& key, const QString& sentence) { m_found.push_back({key, sentence, Severity::Error}); }
    void advise(const QString& key, const QString& sentence) { m_found.push_back({key, sentence, Severity::Advice}); }

    void when()
    {
        if (m_concern.writtenAt && *m_concern.writtenAt > m_now.addSecs(60))
            error(QStringLiteral("writtenAt"),
                  QStringLiteral("You wrote that it was put on paper at %1, which has not come yet. Check the day and "
                                 "the time.")
                      .arg(inWords(*m_concern.writtenAt)));
        const auto key = QStringLiteral("observedAt");
        if (!m_concern.observedAt) {
            if (m_concern.observedUntil)
                error(key, QStringLiteral("You wrote until when this was, and not from when. Write the first day, or "
                                          "leave both empty."));
            return;
        }
        if (const auto& until = m_concern.observedUntil) {
            const auto untilKey = QStringLiteral("observedUntil");
            if (*until < *m_concern.observedAt)
                error(untilKey, QStringLiteral("You wrote that this was between %1 and %2, which is before that. Check "
                                               "both.")
                                    .arg(inWords(*m_concern.observedAt), inWords(*until)));
            else if (*until > m_now.addSecs(60))
                error(untilKey, QStringLiteral("You wrote that this was until %1, which has not come yet. Check the "
                                               "day and the time.")
                                    .arg(inWords(*until)));
        }
        const auto& seen = *m_concern.observedAt;
        if (seen > m_now.addSecs(60)) {
            error(key, QStringLiteral(
                           "You wrote that you saw this at %1, which has not come yet. Check the day and the time.")
                           .arg(inWords(seen)));
        } else if (toSchoolTime(seen).date() < m_today.addYears(-longAgo)) {
            error(key, QStringLiteral("You wrote that you saw this on %1. Check the year.").arg(inWords(seen.date())));
        } else if (isLate(m_concern, m_now) && isBlank(m_concern.delayReason)) {
            advise(QStringLiteral("delayReason"),
                   QStringLiteral("This was seen at %1. Say in a few words why it is written down only now.")
                       .arg(inWords(seen)));
        }
    }

    void missing()
    {
        if (!m_concern.missing)
            return;
        const auto& facts = *m_concern.missing;
        const auto instant = [](const model::Moment& moment) {
            return atSchoolTime(moment.date, moment.time.value_or(QTime(0, 0)));
        };
        const auto check = [&](const char* key, const std::optional<model::Moment>& moment) {
            if (moment && instant(*moment) > m_now.addSecs(60))
                error(QLatin1StringView(key),
                      QStringLiteral("You wrote %1, which has not come yet. Check the day and the time.")
                          .arg(moment->time ? inWords(instant(*moment)) : inWords(moment->date)));
        };
        check("missing.since", facts.since);
        check("missing.back", facts.back);
        const bool isBackFirst =
            facts.since && facts.back &&
            (facts.back->date < facts.since->date ||
             (facts.since->time && facts.back->time && instant(*facts.back) < instant(*facts.since)));
        if (isBackFirst)
            error(QStringLiteral("missing.back"),
                  QStringLiteral("You wrote that the child came back before they went missing. Check both."));
        if (m_concern.missingNow && facts.back)
            advise(QStringLiteral("missing.back"), QStringLiteral("You wrote that the child is missing now, and when "
                                                                  "they came back. Take away the one that is wrong."));
        if (m_concern.missingNow && facts.toldPolice == false)
            advise(QStringLiteral("missing.toldPolice"),
                   QStringLiteral("The child is missing and the police do not know. Ring them now: 101, or 999 if the "
                                  "child is in danger."));
    }

    void mark(const QString& key, std::size_t number, const model::BodyMark& mark)
    {
        if (mark.x < 0 || mark.x > model::bodyEdge || mark.y < 0 || mark.y > model::bodyEdge)
            error(key, QStringLiteral("A mark lies outside its picture: x and y go from 0 to 1000."));
        if (mark.firstNoticed && *mark.firstNoticed > m_today)
            error(
                key + QStringLiteral(".firstNoticed"),
                QStringLiteral("You wrote that a mark was first noticed on %1, which has not come yet. Check the day.")
                    .arg(inWords(*mark.firstNoticed)));
        if (isBlank(mark.kind) && isBlank(mark.note))
            advise(key + QStringLiteral(".kind"),
                   QStringLiteral("Say what mark %1 on the body map is, such as a bruise or a cut, or take it away.")
                       .arg(number));
    }

    void child(const QString& key, const model::Child& child)
    {
        if (const auto upn = readUpn(child.upn); upn.kind == UpnKind::Wrong)
            error(key + QStringLiteral(".upn"), upn.problem);
        if (!child.dateOfBirth)
            return;
        const auto where = QString(key + QStringLiteral(".dateOfBirth"));
        const auto age = ageOn(*child.dateOfBirth, m_today);
        if (*child.dateOfBirth > m_today)
            error(where, QStringLiteral("This date of birth has not come yet. Check it, or leave it empty."));
        else if (age > oldestPupil)
            error(where, QStringLiteral(
                             "By this date of birth the child is %1 years old. Check it, or leave it empty. An adult "
                             "belongs under the others involved.")
                             .arg(age));
        else if (age < youngestPupil || age > 19)
            advise(where, QStringLiteral("By this date of birth the child is %1. Check that it is right.")
                              .arg(age == 1 ? QStringLiteral("1 year old") : QStringLiteral("%1 years old").arg(age)));
    }

    void signs()
    {
        QStringList ticked;
        for (std::size_t i = 0; i < m_concern.signsSeen.size(); ++i) {
            const auto& sign = m_concern.signsSeen[i];
            const auto key = QStringLiteral("signs[%1]").arg(i);
            if (sign.code != model::otherSignCode && !m_checklist.find(sign.code))
                error(
                    key + QStringLiteral(".code"),
                    QStringLiteral("\"%1\" is not a sign of the checklist \"%2\". Use one of its codes, or \"other\".")
                        .arg(sign.code.left(60), m_checklist.title));
            if (sign.seen && *sign.seen > m_today)
                error(key + QStringLiteral(".seen"),
                      QStringLiteral("You wrote that a sign was seen on %1, which has not come yet. Check the day.")
                          .arg(inWords(*sign.seen)));
            else if (sign.seen && m_concern.child.dateOfBirth && *sign.seen < *m_concern.child.dateOfBirth)
                advise(key + QStringLiteral(".seen"),
                       QStringLiteral("You wrote that a sign was seen before the child was born. Check the day."));
            if (ticked.contains(sign.code))
                advise(key + QStringLiteral(".code"),
                       QStringLiteral("This sign is entered twice. If it was seen on two days, "
                                      "that is right."));
            ticked << sign.code;
        }
        if (ticked.contains(model::otherSignCode) && isBlank(m_concern.otherSign))
            advise(QStringLiteral("otherSign"), QStringLiteral("Say in a few words what the other sign is."));
    }

    void involved(const QString& key, const model::Involved& one)
    {
        if (isBlank(one.name) && isBlank(one.what))
            advise(key + QStringLiteral(".name"),
                   QStringLiteral("Say what is known of this person or thing, or leave it out."));
        if (one.kind == model::InvolvedKind::Child)
            advise(key, QStringLiteral(
                            "Another child is entered as involved. If you worry about that child too, also because of "
                            "harm they may have done, enter them among the children."));
    }

    const model::Concern& m_concern;
    const model::Checklist& m_checklist;
    QDateTime m_now;
    QDate m_today;
    std::vector<Problem> m_found;
};

} // namespace

std::vector<Problem> check(const model::Concern& concern, const model::Checklist& checklist, const QDateTime& now)
{
    return Check(concern, checklist, now).run();
}

bool isLate(const model::Concern& concern, const QDateTime& now)
{
    return concern.observedAt && concern.observedAt->secsTo(concern.writtenAt.value_or(now)) > longDelay * 60;
}

std::vector<Problem> check(const model::ToldBody& told, const QDateTime& now)
{
    std::vector<Problem> problems;
    if (isBlank(told.whom))
        problems.push_back(
            {QStringLiteral("whom"), QStringLiteral("Say whom you told, or tried to tell."), Severity::Error});
    if (told.when && *told.when > now.addSecs(60))
        problems.push_back(
            {QStringLiteral("when"),
             QStringLiteral("You wrote that you told them at %1, which has not come yet. Check the day and "
                            "the time.")
                 .arg(inWords(*told.when)),
             Severity::Error});
    return problems;
}

bool anyError(const std::vector<Problem>& problems)
{
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem& problem) { return problem.severity == Severity::Error; });
}

} // namespace heed::rules
