#include "gui/cases/case_forms.h"

#include "gui/cases/words.h"
#include "model/role.h"
#include "report/happenings.h"
#include "report/words.h"
#include "rules/review_prompts.h"
#include "session/links.h"

#include <QMap>
#include <QTimeZone>

#include <utility>

namespace heed::gui::cases {

using namespace Qt::StringLiterals;

namespace {

const QString why = u"Say why, in a sentence."_s;

template <class E> E nth(int index)
{
    return model::Names<E>::table[static_cast<std::size_t>(index)].first;
}

QStringList decisions()
{
    QStringList words;
    for (const auto& entry : model::Names<model::DecisionKind>::table)
        words << report::decisionText(entry.first);
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
                               {}});
        spec.fields.push_back({prompt.key + u".judgement"_s,
                               u"What you make of it"_s,
                               Input::Text,
                               u"Write what you make of it."_s,
                               {},
                               {},
                               {}});
        spec.fields.push_back({prompt.key + u".rationale"_s, u"Why"_s, Input::Text, why, {}, {}, {}});
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
          {u"how"_s,
           u"How"_s,
           Input::Choice,
           {},
           {},
           {u"In person"_s, u"By telephone"_s, u"By e-mail"_s, u"By letter"_s, u"In a meeting"_s},
           {}},
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
          {u"writtenDay"_s, u"Sent in writing on"_s, Input::Day, {}, {}, {}, {}},
          {u"writtenTime"_s, u"at"_s, Input::Time, {}, {}, {}, {}},
          {u"reason"_s, u"Why"_s, Input::Text, why, {}, {}, {}},
          {u"askedFor"_s,
           u"What they are asked to do"_s,
           Input::Text,
           {},
           u"From here on, leave empty what nobody asked, and write \"not known\" where nobody knows. The summary prints it."_s,
           {},
           {}},
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
          {u"text"_s, u"More about it"_s, Input::Text, {}, {}, {}, {}}}},
        {FormKind::Elsewhere,
         u"elsewhere"_s,
         u"&Mark as on CPOMS"_s,
         u"It is on CPOMS"_s,
         u"Mark it"_s,
         {{u"day"_s, u"Entered there on"_s, Input::Day, {}, {}, {}, u"today"_s},
          {u"time"_s, u"at"_s, Input::Time, {}, {}, {}, {}},
          {u"reference"_s, u"What it is called there"_s, Input::Line, {}, {}, {}, {}}}},
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
         {{u"tool"_s, u"With which tool"_s, Input::Line, u"Say which tool was used."_s, {}, {}, {}},
          {u"level"_s, u"Which level it came to, in its words"_s, Input::Line, {}, {}, {}, {}},
          {u"assessor"_s, u"Who made it"_s, Input::Line, {}, {}, {}, {}},
          {u"day"_s, u"When"_s, Input::Day, {}, {}, {}, {}},
          {u"basis"_s,
           u"What it rests on"_s,
           Input::Text,
           {},
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
          {u"text"_s, u"More about it"_s, Input::Text, {}, {}, {}, {}}}},
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

std::vector<std::pair<QString, QString>> correctable(const model::Case& record)
{
    std::vector<std::pair<QString, QString>> entries;
    const QTimeZone zone("Europe/London");
    for (const auto& event : record.events) {
        auto words = report::entryText(event, zone);
        if (words.isEmpty())
            continue;
        words[0] = words[0].toUpper();
        entries.emplace_back(event.id, words);
    }
    return entries;
}

Work workOf(FormKind kind, const InlineForm& form, const model::Case& record, const QString& action,
            const QString& filesOf)
{
    using session::Session;
    const auto reference = record.reference;
    const auto text = form.text(u"text"_s);
    const auto reason = form.text(u"reason"_s);
    switch (kind) {
    case FormKind::Level: {
        const model::LevelBody level{nth<model::Level>(form.choice(u"level"_s)), reason};
        return [=](Session& session) { return session::setLevel(session, reference, level); };
    }
    case FormKind::Note: {
        // By its words: entries of other PCs may have come between since the form was made.
        QString corrects;
        for (const auto& [id, words] : correctable(record))
            if (words == form.text(u"corrects"_s))
                corrects = id;
        return [=](Session& session) { return session::addNote(session, reference, text, corrects, filesOf); };
    }
    case FormKind::Action: {
        const model::ActionBody body{text, form.text(u"who"_s), form.day(u"due"_s), form.text(u"agency"_s)};
        return [=](Session& session) -> model::Result {
            HEED_TRY(session::addAction(session, reference, body));
            return {};
        };
    }
    case FormKind::ActionDone:
        return [=](Session& session) { return session::finishAction(session, reference, action, text); };
    case FormKind::Contact: {
        const model::ContactBody contact{form.text(u"who"_s),
                                         form.text(u"agency"_s),
                                         form.when(u"day"_s, u"time"_s),
                                         form.text(u"how"_s),
                                         text,
                                         form.text(u"decision"_s),
                                         form.text(u"reference"_s)};
        return [=](Session& session) { return session::recordContact(session, reference, contact); };
    }
    case FormKind::Decision: {
        const model::DecisionBody decision{nth<model::DecisionKind>(form.choice(u"decision"_s)), text, reason};
        return [=](Session& session) { return session::decide(session, reference, decision); };
    }
    case FormKind::Referral: {
        const auto answer = [&](const QString& key) {
            const auto words = form.text(key);
            return words.isEmpty() ? std::nullopt : std::optional(words);
        };
        const model::ReferralBody referral{form.text(u"to"_s),
                                           form.when(u"phoneDay"_s, u"phoneTime"_s),
                                           form.when(u"writtenDay"_s, u"writtenTime"_s),
                                           form.text(u"reference"_s),
                                           text,
                                           reason,
                                           answer(u"askedFor"_s),
                                           answer(u"whereabouts"_s),
                                           answer(u"childsViews"_s),
                                           answer(u"parentsViews"_s),
                                           answer(u"parentsInformed"_s),
                                           answer(u"consent"_s),
                                           answer(u"keptFromFamily"_s),
                                           answer(u"strengths"_s),
                                           answer(u"risksToWorkers"_s)};
        return [=](Session& session) { return session::refer(session, reference, referral); };
    }
    case FormKind::Assessment: {
        model::AssessmentBody assessment{form.text(u"tool"_s),
                                         form.text(u"level"_s),
                                         form.day(u"day"_s),
                                         form.text(u"assessor"_s),
                                         form.text(u"basis"_s),
                                         text,
                                         {}};
        if (const int trend = form.choice(u"trend"_s); trend >= 0)
            assessment.trend = nth<model::Trend>(trend);
        return [=](Session& session) { return session::recordAssessment(session, reference, assessment, filesOf); };
    }
    case FormKind::Review: {
        model::ReviewBody review;
        for (const auto& prompt : rules::reviewPrompts())
            review.*prompt.part = {form.text(prompt.key + u".evidence"_s), form.text(prompt.key + u".judgement"_s),
                                   form.text(prompt.key + u".rationale"_s)};
        return [=](Session& session) { return session::recordReview(session, reference, review); };
    }
    case FormKind::Elsewhere: {
        const model::ElsewhereBody mark{u"CPOMS"_s, form.when(u"day"_s, u"time"_s), form.text(u"reference"_s)};
        return [=](Session& session) { return session::markElsewhere(session, reference, mark); };
    }
    case FormKind::Feedback: return [=](Session& session) { return session::giveFeedback(session, reference, text); };
    case FormKind::HandOver: {
        const auto to = form.text(u"to"_s);
        return [=](Session& session) { return session::handOver(session, reference, to, reason); };
    }
    case FormKind::Pass: {
        const auto to = form.text(u"to"_s);
        return [=](Session& session) -> model::Result {
            for (const auto& desk : {model::safeguardingDesk, model::headDesk, model::chairDesk})
                if (model::deskTitle(desk) == to)
                    return session::passTo(session, reference, desk, reason);
            return model::failure(model::ErrorCode::BadInput, u"Choose to whom."_s);
        };
    }
    case FormKind::Whose: {
        const auto child = form.text(u"child"_s);
        return [=](Session& session) { return session::correctChild(session, reference, child, reason); };
    }
    case FormKind::AskToAgree: {
        const auto to = form.text(u"to"_s);
        const auto due = form.day(u"due"_s);
        return [=](Session& session) { return session::askToAgree(session, reference, to, reason, due); };
    }
    case FormKind::Agree: return [=](Session& session) { return session::agree(session, reference, reason); };
    case FormKind::Refuse: return [=](Session& session) { return session::refuse(session, reference, reason); };
    case FormKind::Close: {
        const model::ClosedBody closing{form.text(u"outcome"_s), reason};
        return [=](Session& session) { return session::close(session, reference, closing); };
    }
    case FormKind::Reopen: return [=](Session& session) { return session::reopen(session, reference, reason); };
    }
    return {};
}

std::optional<Before> beforeOf(FormKind kind, const model::Case& record)
{
    const auto wanted = kind == FormKind::Review       ? std::optional(model::Kind::Review)
                        : kind == FormKind::Assessment ? std::optional(model::Kind::Assessment)
                                                       : std::nullopt;
    if (!wanted)
        return {};
    const model::Event* last = nullptr;
    for (const auto& event : record.events)
        if (event.kind == *wanted)
            last = &event;
    if (!last)
        return {};
    auto only = record;
    only.events = {*last};
    const auto told = report::happeningsOf(only, QTimeZone("Europe/London"));
    if (told.empty())
        return {};
    const auto words =
        kind == FormKind::Review ? u"The review before, by %1, %2"_s : u"The assessment before, recorded by %1, %2"_s;
    return Before{words.arg(last->author, moment(last->at)),
                  kind == FormKind::Review ? told.front().text : told.front().title + u'\n' + told.front().text};
}

std::optional<FormKind> formFor(const QString& completenessKey)
{
    static const QMap<QString, FormKind> forms{
        {u"action"_s, FormKind::Action},
        {u"discussions"_s, FormKind::Contact},
        {u"authority-decision"_s, FormKind::Contact},
        {u"referral-written"_s, FormKind::Referral},
        {u"referral-reason"_s, FormKind::Referral},
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
