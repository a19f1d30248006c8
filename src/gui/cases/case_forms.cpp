#include "gui/cases/case_forms.h"

#include "model/role.h"
#include "report/words.h"
#include "rules/assessment.h"
#include "rules/review_prompts.h"

#include <QMap>

namespace heed::gui::cases {

using namespace Qt::StringLiterals;

namespace {

const QString why = u"Say why, in a sentence."_s;

QStringList decisions()
{
    QStringList words;
    for (const auto& entry : model::Names<model::DecisionKind>::table)
        words << report::decisionText(entry.first);
    return words;
}

QStringList ways()
{
    return {u"In person"_s, u"By telephone"_s, u"By e-mail"_s, u"By letter"_s, u"In a meeting"_s};
}

/// In the order of model::Party.
QStringList parties()
{
    return {u"The parents or carers"_s, u"The child"_s, u"Somebody else"_s};
}

QStringList consentAnswers()
{
    QStringList words;
    for (const auto& entry : model::Names<model::ConsentAnswer>::table)
        words << report::consentAnswerText(entry.first);
    return words;
}

const QStringList& outcomes()
{
    static const QStringList words{u"Referred; others now lead"_s,
                                   u"Early or family help is in place"_s,
                                   u"Support in school is in place"_s,
                                   u"Looked into: no further action by the school"_s,
                                   u"Passed on to another school or service"_s,
                                   u"Logged twice: see the other record"_s,
                                   u"Another outcome, as said below"_s};
    return words;
}

/// What the rule says where an assessment does not have this.
QString missingFrom(const char* key)
{
    for (const auto& problem : rules::checkAssessment({}, {}))
        if (problem.key == QLatin1StringView(key))
            return problem.sentence;
    return {};
}

/// Of a referral: what the register may know as well, on request.
FieldSpec aboutChild(const QString& key, const QString& label, Input input = Input::Line, const QString& hint = {})
{
    FieldSpec spec{key, label, input, {}, hint, {}, {}};
    spec.group = u"More about the child and the family"_s;
    return spec;
}

/// Each prompt with its three fields, in the order of the prompts.
FormSpec reviewSpec()
{
    FormSpec spec{FormKind::Review,       u"review"_s, u"Re&view the case"_s, u"A structured review"_s,
                  u"Record the review"_s, {},          rules::reviewRemark()};
    for (const auto& prompt : rules::reviewPrompts()) {
        spec.fields.push_back({prompt.key + u".evidence"_s,
                               prompt.title,
                               Input::Text,
                               u"Write what is known and from where, or that nothing is known."_s,
                               prompt.question + u" What is known, and from where?"_s,
                               {},
                               {},
                               true});
        spec.fields.push_back({prompt.key + u".judgement"_s,
                               u"What you make of it"_s,
                               Input::Text,
                               u"Write what you make of it."_s,
                               {},
                               {},
                               {},
                               true});
        spec.fields.push_back({prompt.key + u".rationale"_s, u"Why"_s, Input::Text, why, {}, {}, {}, true});
    }
    return spec;
}

/// The desks that something can be passed to from `desk`.
QStringList otherDesks(const QString& desk)
{
    QStringList names;
    for (const auto& one : {model::safeguardingDesk, model::headDesk, model::chairDesk})
        if (one != desk)
            names << one;
    return names;
}

} // namespace

std::vector<FormSpec> formSpecs(const QStringList& colleagues, const QString& desk)
{
    QStringList desks;
    for (const auto& one : otherDesks(desk))
        desks << model::deskTitle(one);
    return {
        {FormKind::Note,
         u"note"_s,
         u"Add a &note"_s,
         u"Add a note"_s,
         u"Add the note"_s,
         {{u"text"_s, u"Note"_s, Input::Text, u"Write the note."_s, {}, {}, {}},
          {u"corrects"_s,
           u"Which entry it puts right"_s,
           Input::Choice,
           {},
           u"Only where something that stands here is wrong. Both stay, and each names the other."_s,
           {},
           {}}}},
        {FormKind::Action,
         u"action"_s,
         u"Add an &action"_s,
         u"What is to be done"_s,
         u"Add the action"_s,
         {{u"text"_s, u"What is to be done"_s, Input::Text, u"Say what is to be done."_s, {}, {}, {}},
          {u"who"_s, u"By whom"_s, Input::Line, {}, {}, {}, {}},
          {u"due"_s, u"By when"_s, Input::Day, {}, {}, {}, {}},
          {u"agency"_s, u"Agency, if not the school"_s, Input::Line, {}, {}, {}, {}}}},
        {FormKind::Contact,
         u"contact"_s,
         u"Record a con&tact"_s,
         u"Whom you spoke to"_s,
         u"Record the contact"_s,
         {{u"who"_s,
           u"Who"_s,
           Input::Line,
           u"Say whom you spoke to."_s,
           u"The family, an agency, or whoever gave advice."_s,
           {},
           {}},
          {u"agency"_s, u"Agency"_s, Input::Line, {}, {}, {}, {}},
          {u"day"_s, u"Day"_s, Input::Day, {}, {}, {}, u"today"_s},
          {u"time"_s, u"Time"_s, Input::Time, {}, {}, {}, {}},
          {u"how"_s, u"How"_s, Input::Choice, {}, {}, ways(), {}},
          {u"reference"_s, u"Their reference"_s, Input::Line, {}, {}, {}, {}},
          {u"text"_s, u"What was said"_s, Input::Text, {}, {}, {}, {}},
          {u"decision"_s,
           u"What they told you they decided"_s,
           Input::Text,
           {},
           u"Leave it empty while they have not decided."_s,
           {},
           {}}}},
        {FormKind::Decision,
         u"decision"_s,
         u"Record a &decision"_s,
         u"What was decided"_s,
         u"Record the decision"_s,
         {{u"decision"_s, u"Decision"_s, Input::Choice, u"Choose what was decided."_s, {}, decisions(), {}},
          {u"reason"_s,
           u"Why"_s,
           Input::Text,
           why,
           u"So that somebody who reads it in years to come understands why."_s,
           {},
           {}},
          {u"text"_s, u"More about it"_s, Input::Text, {}, {}, {}, {}}}},
        {FormKind::Referral,
         u"referral"_s,
         u"Record a &referral"_s,
         u"A referral"_s,
         u"Record the referral"_s,
         {{u"to"_s, u"To whom"_s, Input::Line, u"Say to whom it was referred."_s, {}, {}, {}},
          {u"reference"_s, u"Their reference"_s, Input::Line, {}, {}, {}, {}},
          {u"phoneDay"_s, u"Telephoned on"_s, Input::Day, {}, {}, {}, {}},
          {u"phoneTime"_s, u"at"_s, Input::Time, {}, {}, {}, {}},
          {u"spokenTo"_s, u"Who answered"_s, Input::Line, {}, {}, {}, {}},
          {u"threshold"_s, u"Level of need, by local thresholds"_s, Input::Line, {}, {}, {}, {}},
          {u"writtenDay"_s, u"Sent in writing on"_s, Input::Day, {}, {}, {}, {}},
          {u"writtenTime"_s, u"at"_s, Input::Time, {}, {}, {}, {}},
          {u"reason"_s, u"Why"_s, Input::Text, why, {}, {}, {}},
          {u"significantHarm"_s,
           u"Why significant harm is likely"_s,
           Input::Text,
           {},
           u"From here on, leave empty what nobody asked, and write \"not known\" where nobody knows. The summary prints it."_s,
           {},
           {}},
          {u"safetyNow"_s, u"What keeps the child safe until they act"_s, Input::Text, {}, {}, {}, {}},
          {u"askedFor"_s, u"What they are asked to do"_s, Input::Text, {}, {}, {}, {}},
          {u"whereabouts"_s, u"Where the child is now"_s, Input::Line, {}, {}, {}, {}},
          {u"keptFromFamily"_s, u"What must be kept from the family"_s, Input::Line, {}, {}, {}, {}},
          {u"childsViews"_s, u"What the child thinks and wishes"_s, Input::Text, {}, {}, {}, {}},
          {u"parentsViews"_s, u"What the parents or carers think"_s, Input::Text, {}, {}, {}, {}},
          {u"parentsInformed"_s,
           u"Were they told?"_s,
           Input::Text,
           {},
           u"By whom and when; or why not: it would put the child at risk, hinder the police, cause delay."_s,
           {},
           {}},
          {u"consent"_s,
           u"Who agreed to the referral"_s,
           Input::Text,
           {},
           u"Nobody need agree where significant harm is likely: then say why nobody was asked."_s,
           {},
           {}},
          {u"strengths"_s, u"What goes well for the family"_s, Input::Text, {}, {}, {}, {}},
          {u"risksToWorkers"_s, u"What somebody who visits should know"_s, Input::Text, {}, {}, {}, {}},
          {u"text"_s, u"More about it"_s, Input::Text, {}, {}, {}, {}},
          aboutChild(u"family"_s, u"Parents, carers and household; who has parental responsibility"_s, Input::Text,
                     u"Empty: the summary prints what stands on the pupil's page, here and below."_s),
          aboutChild(u"agencies"_s, u"Who works with the family"_s, Input::Text),
          aboutChild(u"address"_s, u"Where the child lives"_s),
          aboutChild(u"namesUsed"_s, u"Other names of the child"_s),
          aboutChild(u"sex"_s, u"Sex"_s),
          aboutChild(u"ethnicity"_s, u"Ethnicity"_s),
          aboutChild(u"religion"_s, u"Religion"_s),
          aboutChild(u"firstLanguage"_s, u"First language"_s),
          aboutChild(u"interpreter"_s, u"Interpreter"_s, Input::Line, u"Whether one is needed, and for whom."_s),
          aboutChild(u"disability"_s, u"Disability"_s),
          aboutChild(u"nhsNumber"_s, u"NHS number"_s),
          aboutChild(u"doctor"_s, u"Doctor"_s)}},
        {FormKind::Informed,
         u"informed"_s,
         u"Who was &informed"_s,
         u"Who was informed"_s,
         u"Record it"_s,
         {{u"party"_s, u"Who"_s, Input::Choice, u"Choose who it is."_s, {}, parties(), {}},
          {u"whom"_s, u"Their name"_s, Input::Line, {}, u"Or who they are to the child."_s, {}, {}},
          {u"told"_s,
           u"Do they know?"_s,
           Input::Choice,
           u"Choose one."_s,
           {},
           {u"They were told"_s, u"They were not told"_s},
           {}},
          {u"how"_s, u"How"_s, Input::Choice, {}, {}, ways(), {}},
          {u"day"_s, u"Told on"_s, Input::Day, {}, {}, {}, {}},
          {u"time"_s, u"at"_s, Input::Time, {}, {}, {}, {}},
          {u"by"_s, u"By whom, if not you"_s, Input::Line, {}, {}, {}, {}},
          {u"reason"_s,
           u"If they were not told: why"_s,
           Input::Text,
           {},
           u"It would put the child or somebody else at risk, hinder the police, or cause delay."_s,
           {},
           {}},
          {u"text"_s, u"What was said"_s, Input::Text, {}, {}, {}, {}}}},
        {FormKind::Consent,
         u"consent"_s,
         u"C&onsent"_s,
         u"Consent"_s,
         u"Record it"_s,
         {{u"to"_s,
           u"To what"_s,
           Input::Line,
           u"Say what the consent is to."_s,
           u"The referral, family help, sharing with another school."_s,
           {},
           {}},
          {u"answer"_s, u"Consent was"_s, Input::Choice, u"Choose one."_s, {}, consentAnswers(), {}},
          {u"party"_s, u"Whose"_s, Input::Choice, u"Choose whose it is."_s, {}, parties(), {}},
          {u"whom"_s, u"Their name"_s, Input::Line, {}, u"Or who they are to the child."_s, {}, {}},
          {u"day"_s, u"On"_s, Input::Day, {}, {}, {}, {}},
          {u"time"_s, u"at"_s, Input::Time, {}, {}, {}, {}},
          {u"how"_s, u"How"_s, Input::Choice, {}, {}, ways(), {}},
          {u"reason"_s,
           u"If nobody was asked, or you share without it: why"_s,
           Input::Text,
           {},
           u"Nobody need agree where significant harm is likely."_s,
           {},
           {}}}},
        {FormKind::Elsewhere,
         u"elsewhere"_s,
         u"&Mark as on CPOMS"_s,
         u"It is on CPOMS"_s,
         u"Mark it"_s,
         {{u"day"_s, u"Entered there on"_s, Input::Day, {}, {}, {}, u"today"_s},
          {u"time"_s, u"at"_s, Input::Time, {}, {}, {}, {}},
          {u"reference"_s, u"What it is called there"_s, Input::Line, {}, {}, {}, {}}},
         {},
         {u"cpoms"_s, u"How to put it on CPOMS"_s}},
        {FormKind::Level,
         u"level"_s,
         u"Set the &level"_s,
         u"Level"_s,
         u"Set the level"_s,
         {{u"level"_s,
           u"Level"_s,
           Input::Choice,
           u"Choose a level."_s,
           u"A professional judgement; Heed computes none."_s,
           {u"Low"_s, u"Medium"_s, u"High"_s},
           {}},
          {u"reason"_s, u"Why"_s, Input::Text, why, {}, {}, {}}}},
        {FormKind::Assessment,
         u"assessment"_s,
         u"Record an a&ssessment"_s,
         u"An assessment that somebody made"_s,
         u"Record the assessment"_s,
         {{u"tool"_s, u"With which tool"_s, Input::Line, missingFrom("tool"), {}, {}, {}},
          {u"level"_s, u"Which level it came to, in its words"_s, Input::Line, missingFrom("level"), {}, {}, {}},
          {u"assessor"_s, u"Who made it"_s, Input::Line, missingFrom("assessor"), {}, {}, {}},
          {u"day"_s, u"When"_s, Input::Day, missingFrom("date"), {}, {}, {}},
          {u"basis"_s,
           u"What it rests on"_s,
           Input::Text,
           missingFrom("basis"),
           u"Meetings, visits, what others said: in their words."_s,
           {},
           {}},
          {u"trend"_s,
           u"Risk, since the assessment before"_s,
           Input::Choice,
           {},
           {},
           {u"Higher"_s, u"Lower"_s, u"The same"_s},
           {}},
          {u"text"_s, u"More about it"_s, Input::Text, {}, {}, {}, {}}},
         u"Write \"not known\" where you do not know: nobody is asked to guess. Heed works out no level."_s,
         {u"phoenix-and-hubs"_s, u"About the Phoenix tool and the hubs"_s}},
        reviewSpec(),
        {FormKind::Feedback,
         u"feedback"_s,
         u"Answer the a&uthor"_s,
         u"Feedback to the author"_s,
         u"Send it to the author"_s,
         {{u"text"_s,
           u"What they may know"_s,
           Input::Text,
           u"Write what the author may know."_s,
           u"They see this and who wrote it; nothing else that stands here."_s,
           {},
           {}}}},
        {FormKind::HandOver,
         u"handOver"_s,
         u"&Hand over"_s,
         u"Hand over to a colleague"_s,
         u"Hand it over"_s,
         {{u"to"_s, u"To"_s, Input::Choice, u"Choose a colleague."_s, {}, colleagues, {}},
          {u"reason"_s, u"Why"_s, Input::Text, why, {}, {}, {}}}},
        {FormKind::Pass,
         u"pass"_s,
         u"&Pass to another desk"_s,
         u"Pass on to another desk"_s,
         u"Pass it on"_s,
         {{u"to"_s,
           u"To"_s,
           Input::Choice,
           u"Choose to whom."_s,
           u"They get what they need, as an entry of yours. This case records that you passed it on."_s,
           desks,
           {}},
          {u"reason"_s, u"Why"_s, Input::Text, why, {}, {}, {}}}},
        {FormKind::Whose,
         u"whose"_s,
         u"&Whose it is"_s,
         u"Put right whose this concern is"_s,
         u"Put it right"_s,
         {{u"child"_s,
           u"Name or unique pupil number"_s,
           Input::Line,
           {},
           u"Leave it empty where it is nobody who is known here."_s,
           {},
           {}},
          {u"reason"_s, u"How you know"_s, Input::Text, u"Say how you know whose it is."_s, {}, {}, {}}},
         u"The concern moves to that child's page. What was logged stays as it was written, and an entry says who put "
         "it right and why."_s},
        {FormKind::AskToAgree,
         u"askToAgree"_s,
         {},
         u"Ask a colleague whether this can be closed"_s,
         u"Ask them"_s,
         {{u"to"_s, u"Whom"_s, Input::Choice, u"Choose a colleague."_s, {}, colleagues, {}},
          {u"due"_s, u"By when"_s, Input::Day, {}, {}, {}, {}},
          {u"reason"_s,
           u"Why it can be closed, as you see it"_s,
           Input::Text,
           why,
           u"It becomes an action of theirs. Tell them as well: Heed sends nothing."_s,
           {},
           {}}}},
        {FormKind::Agree,
         u"agree"_s,
         {},
         u"Agree that this can be closed"_s,
         u"I agree"_s,
         {{u"reason"_s, u"Why you agree"_s, Input::Text, why, {}, {}, {}}}},
        {FormKind::Refuse,
         u"refuse"_s,
         {},
         u"Do not agree that this can be closed"_s,
         u"I do not agree"_s,
         {{u"reason"_s,
           u"What has to be done or known first"_s,
           Input::Text,
           u"Say what is still wanting."_s,
           {},
           {},
           {}}}},
        {FormKind::Close,
         u"close"_s,
         u"&Close"_s,
         u"Close this concern"_s,
         u"Close it"_s,
         {{u"outcome"_s,
           u"Outcome"_s,
           Input::Choice,
           u"Choose an outcome."_s,
           u"It can be opened again at any time."_s,
           outcomes(),
           {}},
          {u"reason"_s, u"Why it can be closed"_s, Input::Text, why, {}, {}, {}}}},
        {FormKind::Reopen,
         u"reopen"_s,
         u"R&eopen"_s,
         u"Reopen this concern"_s,
         u"Reopen it"_s,
         {{u"reason"_s, u"Why"_s, Input::Text, why, {}, {}, {}}}},
        {FormKind::ActionDone,
         u"done"_s,
         {},
         u"What came of it"_s,
         u"It is done"_s,
         {{u"text"_s, u"Result"_s, Input::Text, u"Say in a few words what came of it."_s, {}, {}, {}}}},
    };
}

std::optional<FormKind> formFor(const QString& completenessKey)
{
    static const QMap<QString, FormKind> forms{
        {u"action"_s, FormKind::Action},
        {u"discussions"_s, FormKind::Contact},
        {u"authority-decision"_s, FormKind::Contact},
        {u"referral-written"_s, FormKind::Referral},
        {u"referral-reason"_s, FormKind::Referral},
        {u"informed"_s, FormKind::Informed},
        {u"feedback"_s, FormKind::Feedback},
        {u"decision"_s, FormKind::Decision},
        {u"decision-reason"_s, FormKind::Decision},
        {u"facts"_s, FormKind::Note},
        {u"child"_s, FormKind::Note},
        {u"observedAt"_s, FormKind::Note},
        {u"childs-words"_s, FormKind::Note},
        {u"told"_s, FormKind::Note},
        {u"action-result"_s, FormKind::Note},
        {u"elsewhere"_s, FormKind::Elsewhere},
    };
    const auto found = forms.find(completenessKey);
    return found == forms.end() ? std::nullopt : std::optional(*found);
}

} // namespace heed::gui::cases
