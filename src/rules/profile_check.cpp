#include "rules/profile_check.h"
#include "rules/circumstances.h"
#include "rules/names.h"
#include "rules/safeguarding_leads.h"
#include "rules/school_time.h"
#include "rules/services.h"
#include "rules/words.h"

#include "model/limits.h"

#include <algorithm>

namespace heed::rules {
namespace {

using model::longestAcknowledge;
using model::longestWritten;

class Check {
public:
    Check(const model::Profile& profile, QDate today)
        : m_profile(profile)
        , m_today(today)
    {
    }

    ProfileCheck run()
    {
        school();
        routes();
        hours();
        posts();
        councils();
        for (std::size_t i = 0; i < m_profile.contacts.size(); ++i)
            age(QStringLiteral("contacts[%1]").arg(i), m_profile.contacts[i]);
        age(QStringLiteral("mash"), m_profile.mash);
        absences();
        return std::move(m_found);
    }

private:
    void refuse(const QString& key, const QString& sentence)
    {
        m_found.refused.push_back({key, sentence, Severity::Error});
    }
    static void advise(std::vector<Problem>& to, const QString& key, const QString& sentence)
    {
        to.push_back({key, sentence, Severity::Advice});
    }

    void school()
    {
        const auto& school = m_profile.school;
        if (const auto email = school.email.trimmed();
            !email.isEmpty() && (!email.contains(u'@') || email.contains(u' ')))
            refuse(QStringLiteral("school.email"),
                   QStringLiteral("\"%1\" is no e-mail address. Put it right, or leave it empty.").arg(email.left(60)));
        QStringList wanting;
        for (const auto& [words, value] : {std::pair(QStringLiteral("address"), school.address),
                                           std::pair(QStringLiteral("telephone number"), school.phone),
                                           std::pair(QStringLiteral("secure e-mail address"), school.email)})
            if (value.trimmed().isEmpty())
                wanting << words;
        if (!wanting.isEmpty())
            advise(m_found.unconfirmed, QStringLiteral("school"),
                   QStringLiteral("The profile lacks the school's %1: a referral says \"Not known\" there.")
                       .arg(listed(wanting)));
    }

    void routes()
    {
        QStringList names;
        for (std::size_t i = 0; i < m_profile.dsls.size(); ++i) {
            const auto name = comparable(m_profile.dsls[i].name);
            const auto key = QStringLiteral("dsls[%1].name").arg(i);
            if (name.isEmpty())
                refuse(key, QStringLiteral(
                                "A safeguarding lead without a name cannot be told. Give the name, or take the line "
                                "out."));
            else if (names.contains(name))
                refuse(key, QStringLiteral(
                                "\"%1\" stands twice among the safeguarding leads. Heed tells people apart by their "
                                "names.")
                                .arg(m_profile.dsls[i].name.left(60)));
            names << name;
        }
        names.removeAll(QString());
        if (names.isEmpty())
            refuse(QStringLiteral("dsls"),
                   QStringLiteral("A worry about a child of this school would have nobody to go to: name "
                                  "at least one safeguarding lead."));
        if (!numberOf(m_profile.mash.phone))
            refuse(QStringLiteral("mash.phone"),
                   QStringLiteral("A worry about a child from elsewhere would have nobody to go to: "
                                  "give the number of children's social care (MASH)."));
        if (samePerson(m_profile.head.name, m_profile.chair.name))
            refuse(QStringLiteral("chair.name"),
                   QStringLiteral("A worry about the head teacher would have nobody to go to: the "
                                  "chair of governors must be somebody else."));
    }

    void hours()
    {
        const auto& day = m_profile.schoolDay;
        if (day.days.empty() || day.to <= day.from)
            refuse(QStringLiteral("schoolDay"),
                   QStringLiteral("The school day has no time in it, so nothing would ever fall due. "
                                  "Give its days, and an end after its start."));
        const auto& clocks = m_profile.clocks;
        if (clocks.acknowledgeMinutes < 1 || clocks.acknowledgeMinutes > longestAcknowledge)
            refuse(QStringLiteral("clocks.acknowledgeMinutes"),
                   QStringLiteral("The time to acknowledge a concern must be between 1 and %1 minutes.")
                       .arg(longestAcknowledge));
        if (clocks.writtenConfirmationHours < 1 || clocks.writtenConfirmationHours > longestWritten)
            refuse(QStringLiteral("clocks.writtenConfirmationHours"),
                   QStringLiteral("The time to confirm a referral in writing must be between 1 and %1 hours.")
                       .arg(longestWritten));
        for (std::size_t i = 0; i < m_profile.closures.size(); ++i)
            if (m_profile.closures[i].to < m_profile.closures[i].from)
                refuse(QStringLiteral("closures[%1]").arg(i),
                       QStringLiteral("A closure ends before it starts. Check its days."));
    }

    void posts()
    {
        const auto ask = [&](const char* key, const model::NamedPerson& person, const QString& words) {
            const auto path = QString::fromLatin1(key);
            if (comparable(person.name).isEmpty())
                advise(m_found.unconfirmed, path, QStringLiteral("The profile does not name %1.").arg(words));
            else if (!numberOf(person.phone))
                advise(m_found.unconfirmed, path, QStringLiteral("The profile has no number for %1.").arg(words));
        };
        ask("head", m_profile.head, QStringLiteral("the head teacher"));
        ask("chair", m_profile.chair, QStringLiteral("the chair of governors"));
        ask("lado", m_profile.lado, QStringLiteral("the local authority designated officer (LADO)"));
    }

    void councils()
    {
        for (std::size_t i = 0; i < m_profile.councils.size(); ++i) {
            const auto& council = m_profile.councils[i];
            const auto key = QStringLiteral("councils[%1]").arg(i);
            // The own council's line is MASH, which is asked for above.
            if (comparableCouncil(council.name) == comparableCouncil(ownCouncil(m_profile)) && !numberOf(council.phone))
                continue;
            if (!numberOf(council.phone))
                advise(m_found.unconfirmed, key,
                       QStringLiteral("The profile has no number for %1 council.").arg(council.name));
            else if (council.source.trimmed().isEmpty())
                advise(
                    m_found.unconfirmed, key,
                    QStringLiteral("The number for %1 council is not shown until the profile says where it comes from.")
                        .arg(council.name));
            age(key, council);
        }
    }

    void age(const QString& key, const model::Contact& contact)
    {
        if (!numberOf(contact.phone) || !isOld(contact.checked, m_today))
            return;
        advise(
            m_found.old, key,
            contact.checked
                ? QStringLiteral("The number for %1 was last checked on %2, more than a year ago. Check it again.")
                      .arg(contact.name, inWords(*contact.checked))
                : QStringLiteral("Nobody has noted when the number for %1 was checked. Check it.").arg(contact.name));
    }

    void absences()
    {
        for (std::size_t i = 0; i < m_profile.absences.size(); ++i) {
            const auto& absence = m_profile.absences[i];
            const auto key = QStringLiteral("absences[%1]").arg(i);
            const auto from = absence.from.time.value_or(QTime(0, 0));
            if (std::pair(absence.to.date, absence.to.time.value_or(QTime(23, 59))) <
                std::pair(absence.from.date, from)) {
                refuse(key,
                       QStringLiteral("An absence of %1 ends before it starts. Check its days.").arg(absence.name));
                continue;
            }
            const bool isKnown =
                samePerson(absence.name, m_profile.head.name) || samePerson(absence.name, m_profile.chair.name) ||
                std::any_of(m_profile.dsls.begin(), m_profile.dsls.end(),
                            [&](const model::Dsl& lead) { return samePerson(lead.name, absence.name); });
            if (!isKnown)
                advise(
                    m_found.advice, key + QStringLiteral(".name"),
                    QStringLiteral("An absence is entered for %1, whom the profile does not name. Check the spelling.")
                        .arg(absence.name));
            // Who can be told changes only when an absence begins or ends: the first minutes of absences are enough.
            if (absence.to.date < m_today)
                continue;
            const auto start = atSchoolTime(absence.from.date, from);
            const model::Concern any;
            if (leadsFor(any.child, {any, m_profile, start, {}}).reachable.empty())
                advise(m_found.advice, key,
                       QStringLiteral(
                           "From %1 every safeguarding lead is away. Name a stand-in: until then staff are told to "
                           "ring %2 themselves.")
                           .arg(inWords(start), mashInWords(m_profile)));
        }
    }

    const model::Profile& m_profile;
    QDate m_today;
    ProfileCheck m_found;
};

} // namespace

ProfileCheck checkProfile(const model::Profile& profile, QDate today)
{
    return Check(profile, today).run();
}

model::Result acceptable(const model::Profile& profile)
{
    const auto refused = Check(profile, {}).run().refused;
    if (refused.empty())
        return {};
    QStringList sentences;
    for (const auto& problem : refused)
        sentences << problem.sentence;
    return model::failure(model::ErrorCode::BadInput,
                          QStringLiteral("The profile cannot be used. ") + sentences.join(u' '));
}

} // namespace heed::rules
