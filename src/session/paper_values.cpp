#include "session/paper_values.h"

#include "model/reference.h"
#include "platform/clock.h"
#include "rules/services.h"
#include "session/paper_child.h"
#include "session/register.h"
#include "report/words.h"
#include "session/state.h"

#include <QDir>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace heed::session {

using model::Expected;

namespace {

report::Referrer referrer(const Session::State& state)
{
    report::Referrer who;
    who.name = state.ring().name;
    who.role = model::title(state.ring().role);
    const auto& profile = state.policy().vault.profile;
    who.email = profile.school.email;
    who.address = profile.school.address;
    who.schoolPhone = profile.school.phone;
    const auto& dsls = profile.dsls;
    const auto found =
        std::find_if(dsls.begin(), dsls.end(), [&](const model::Dsl& dsl) { return dsl.name == who.name; });
    if (found != dsls.end()) {
        who.phone = found->phone.value_or(QString());
        if (!found->role.isEmpty())
            who.role = found->role;
    }
    for (const auto& post : {profile.head, profile.chair})
        if (who.phone.isEmpty() && post.name == who.name)
            who.phone = post.phone.value_or(QString());
    return who;
}

/// A further line of an answer.
void addTo(report::Answer& answer, const QString& line)
{
    answer = report::joined({answer.value_or(QString()), line}, QStringLiteral("\n"));
}

/// What the referrals of a record answer, of each the newest answer; and behind it what was recorded since, of who was
/// told and who agreed.
struct Answers : model::ReferralBody {
    report::Answer othersInformed;
};

Answers answersOf(const model::Case& record)
{
    using Body = model::ReferralBody;
    constexpr std::array asked{&Body::askedFor,
                               &Body::whereabouts,
                               &Body::childsViews,
                               &Body::parentsViews,
                               &Body::parentsInformed,
                               &Body::consent,
                               &Body::keptFromFamily,
                               &Body::strengths,
                               &Body::risksToWorkers,
                               &Body::significantHarm,
                               &Body::safetyNow,
                               &Body::threshold,
                               &Body::family,
                               &Body::agencies,
                               &Body::address,
                               &Body::namesUsed,
                               &Body::sex,
                               &Body::ethnicity,
                               &Body::religion,
                               &Body::firstLanguage,
                               &Body::interpreter,
                               &Body::disability,
                               &Body::nhsNumber,
                               &Body::doctor};
    Answers answers;
    const QTimeZone zone("Europe/London");
    for (const auto& event : record.events) {
        if (const auto* informed = std::get_if<model::InformedBody>(&event.body))
            addTo(informed->party == model::Party::Parents ? answers.parentsInformed : answers.othersInformed,
                  report::informedText(*informed, event.author, zone));
        if (const auto* consent = std::get_if<model::ConsentBody>(&event.body))
            addTo(answers.consent, report::consentText(*consent, zone));
        if (const auto* referral = std::get_if<Body>(&event.body))
            for (const auto answer : asked)
                if (referral->*answer)
                    answers.*answer = referral->*answer;
    }
    return answers;
}

report::ChildFacts childFactsOf(const model::ReferralBody& answers)
{
    report::ChildFacts facts;
    facts.namesUsed = answers.namesUsed;
    facts.sex = answers.sex;
    facts.ethnicity = answers.ethnicity;
    facts.religion = answers.religion;
    facts.firstLanguage = answers.firstLanguage;
    facts.interpreter = answers.interpreter;
    facts.disability = answers.disability;
    facts.nhsNumber = answers.nhsNumber;
    facts.doctor = answers.doctor;
    facts.address = answers.address;
    facts.whereabouts = answers.whereabouts;
    return facts;
}

report::Summary summaryOf(const Session::State& state, const model::Case& record, const std::vector<model::Case>& all)
{
    report::Summary values;
    values.record = record;
    std::copy_if(all.begin(), all.end(), std::back_inserter(values.others),
                 [&](const model::Case& other) { return other.id != record.id; });
    values.referrer = referrer(state);
    const auto answers = answersOf(record);
    values.askedFor = answers.askedFor;
    values.significantHarm = answers.significantHarm;
    values.safetyNow = answers.safetyNow;
    values.threshold = answers.threshold;
    values.child = childFactsOf(answers);
    values.family.household = answers.family;
    values.family.agencies = answers.agencies;
    values.family.childsViews = answers.childsViews;
    values.family.parentsViews = answers.parentsViews;
    values.family.parentsInformed = answers.parentsInformed;
    values.family.othersInformed = answers.othersInformed;
    values.family.consent = answers.consent;
    values.family.keptFromFamily = answers.keptFromFamily;
    values.family.strengths = answers.strengths;
    values.family.risksToWorkers = answers.risksToWorkers;
    return values;
}

/// A worry about an adult at the school goes to the designated officer, and every other to children's social care.
model::Recipient toRing(const Session::State& state, const model::Case& record)
{
    const auto& profile = state.policy().vault.profile;
    const auto& concern = record.logged.concern;
    return concern.aboutStaff || concern.aboutHead ? rules::lado(profile) : rules::mash(profile);
}

/// Whom to ring where the child lives under another council.
QString elsewhere(const Session::State& state, const model::Concern& concern)
{
    if (concern.aboutStaff || concern.aboutHead)
        return {};
    const auto other = rules::otherCouncil(concern.child.homeAuthority,
                                           {concern, state.policy().vault.profile, platform::now(), state.ring().name});
    if (!other)
        return {};
    return report::joined({other->council.phone ? other->council.name + QStringLiteral(": ") +
                                                      report::unbroken(*other->council.phone) + u'.'
                                                : QString(),
                           other->reason.sentence},
                          QStringLiteral(" "));
}

report::CallSheet callSheetOf(const Session::State& state, const model::Case& record)
{
    report::CallSheet values;
    values.record = record;
    values.toRing = toRing(state, record);
    values.caller = referrer(state);
    const auto answers = answersOf(record);
    values.askedFor = answers.askedFor;
    values.child = childFactsOf(answers);
    return values;
}

/// What the register knows of the record's child, for who may read it.
Expected<std::optional<RegisteredChild>> registered(Session& session, const model::Case& record)
{
    const auto described = record.logged.children.value(0);
    if (described.isEmpty() || session.state().deskName() != model::safeguardingDesk)
        return std::nullopt;
    HEED_TAKE(auto pupil, childFacts(session, described));
    if (!pupil)
        return std::nullopt;
    RegisteredChild known{std::move(*pupil), {}};
    for (const auto& id : known.pupil.facts.siblings) {
        HEED_TAKE(auto sibling, childFacts(session, id));
        if (sibling)
            known.siblings.push_back(std::move(*sibling));
    }
    return std::optional(std::move(known));
}

} // namespace

Expected<PaperValues> gatherPaper(Session& session, PaperKind kind, const QString& reference)
{
    auto& state = session.state();
    HEED_TAKE(const auto facts, state.find(reference));
    HEED_TRY(state.verifyAgain(facts.id));
    HEED_TAKE(const auto record, state.desk->record(model::referenceOf(facts.id), state.policy()));
    if (!record)
        return noSuchConcern(reference);
    std::vector<model::Case> all;
    if (kind == PaperKind::Summary || kind == PaperKind::Chronology) {
        HEED_TAKE(const auto ofChild, state.desk->findChildren(record->logged.children.value(0)));
        if (!ofChild.empty()) {
            HEED_TAKE(all, state.desk->recordsOfChild(ofChild.front().id, state.policy()));
        }
        for (const auto& other : all)
            if (other.id != record->id)
                HEED_TRY(state.verifyAgain(QByteArray::fromHex(other.id.toLatin1())));
    }
    PaperValues values;
    values.record = facts.id;
    values.desk = facts.desk;
    switch (kind) {
    case PaperKind::Summary: values.document = summaryOf(state, *record, all); break;
    case PaperKind::Chronology:
        values.document =
            report::Chronology{model::referenceOf(facts.id), record->logged.concern.child, all, {}, {}, {}, {}};
        break;
    case PaperKind::CallSheet: values.document = callSheetOf(state, *record); break;
    case PaperKind::Cpoms: values.document = report::CpomsEntry{*record, {}, {}, {}}; break;
    }
    HEED_TAKE(const auto known, registered(session, *record));
    if (auto* summary = std::get_if<report::Summary>(&values.document); summary && known) {
        auto& child = summary->record.logged.concern.child;
        describe(summary->child, child, *known);
        describe(child, *known);
        describe(summary->family, *known);
    }
    if (auto* sheet = std::get_if<report::CallSheet>(&values.document); sheet && known) {
        auto& child = sheet->record.logged.concern.child;
        describe(sheet->child, child, *known);
        describe(child, *known);
    }
    if (auto* sheet = std::get_if<report::CallSheet>(&values.document))
        sheet->elsewhere = elsewhere(state, sheet->record.logged.concern);

    auto& printing = values.printing;
    printing.school = session.profile().school.name;
    HEED_TAKE(const auto copies, state.desk->copies(facts.id));
    printing.copy = copies + 1;
    printing.printedBy = state.ring().name;
    printing.printedAt = platform::now();
    HEED_TAKE(const auto heads, state.journal.heads());
    printing.fingerprint = journal::fingerprint(journal::stateHash(heads), 16);
    printing.vault = QDir(state.folder.path()).dirName();
    return values;
}

std::vector<model::Involved> familyOf(const PaperValues& values)
{
    std::vector<model::Involved> family;
    const auto* summary = std::get_if<report::Summary>(&values.document);
    if (!summary)
        return family;
    const auto today = values.printing.printedAt.date();
    for (const auto& member : summary->family.members) {
        const bool isChild = member.dateOfBirth && member.dateOfBirth->addYears(18) > today;
        family.push_back({isChild ? model::InvolvedKind::Child : model::InvolvedKind::Adult, member.name, {}, {}});
    }
    return family;
}

std::vector<model::Case> recordsOf(const PaperValues& values)
{
    struct Visitor {
        std::vector<model::Case> operator()(const report::Summary& one) const
        {
            auto records = one.others;
            records.insert(records.begin(), one.record);
            return records;
        }
        std::vector<model::Case> operator()(const report::Chronology& one) const { return one.records; }
        std::vector<model::Case> operator()(const report::CallSheet& one) const { return {one.record}; }
        std::vector<model::Case> operator()(const report::CpomsEntry& one) const { return {one.record}; }
    };
    return std::visit(Visitor{}, values.document);
}

} // namespace heed::session
