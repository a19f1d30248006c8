#include "gui/cases/case_forms.h"

#include "gui/cases/words.h"
#include "model/role.h"
#include "report/happenings.h"
#include "rules/review_prompts.h"
#include "session/links.h"

#include <QTimeZone>

// What a filled-in form records, and what such a form recorded before.

namespace heed::gui::cases {

using namespace Qt::StringLiterals;

namespace {

template <class E> E nth(int index)
{
    return model::Names<E>::table[static_cast<std::size_t>(index)].first;
}

} // namespace

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
                                           answer(u"risksToWorkers"_s),
                                           answer(u"spokenTo"_s),
                                           answer(u"significantHarm"_s),
                                           answer(u"safetyNow"_s),
                                           answer(u"threshold"_s),
                                           answer(u"family"_s),
                                           answer(u"agencies"_s),
                                           answer(u"address"_s),
                                           answer(u"namesUsed"_s),
                                           answer(u"sex"_s),
                                           answer(u"ethnicity"_s),
                                           answer(u"religion"_s),
                                           answer(u"firstLanguage"_s),
                                           answer(u"interpreter"_s),
                                           answer(u"disability"_s),
                                           answer(u"nhsNumber"_s),
                                           answer(u"doctor"_s)};
        return [=](Session& session) { return session::refer(session, reference, referral); };
    }
    case FormKind::Informed: {
        const model::InformedBody body{nth<model::Party>(form.choice(u"party"_s)),
                                       form.text(u"whom"_s),
                                       form.choice(u"told"_s) == 0,
                                       form.when(u"day"_s, u"time"_s),
                                       form.text(u"by"_s),
                                       form.text(u"how"_s),
                                       text,
                                       reason};
        return [=](Session& session) { return session::recordInformed(session, reference, body); };
    }
    case FormKind::Consent: {
        const model::ConsentBody body{nth<model::ConsentAnswer>(form.choice(u"answer"_s)),
                                      form.text(u"to"_s),
                                      nth<model::Party>(form.choice(u"party"_s)),
                                      form.text(u"whom"_s),
                                      form.when(u"day"_s, u"time"_s),
                                      form.text(u"how"_s),
                                      reason};
        return [=](Session& session) { return session::recordConsent(session, reference, body); };
    }
    case FormKind::Assessment: {
        model::AssessmentBody assessment{form.text(u"tool"_s),
                                         form.text(u"level"_s),
                                         form.day(u"day"_s),
                                         form.text(u"assessor"_s),
                                         form.text(u"basis"_s),
                                         text,
                                         {},
                                         !form.text(u"day"_s).isEmpty() && !form.day(u"day"_s)};
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
    if (const auto* review = std::get_if<model::ReviewBody>(&last->body)) {
        Before before{u"Beside each prompt: the review before, by %1, %2"_s.arg(last->author, moment(last->at)),
                      {},
                      u"Then, "_s + moment(last->at),
                      {}};
        for (const auto& prompt : rules::reviewPrompts()) {
            const auto& part = review->*prompt.part;
            before.byField.insert(prompt.key + u".evidence"_s, part.evidence);
            before.byField.insert(prompt.key + u".judgement"_s, part.judgement);
            before.byField.insert(prompt.key + u".rationale"_s, part.rationale);
        }
        return before;
    }
    auto only = record;
    only.events = {*last};
    const auto told = report::happeningsOf(only, QTimeZone("Europe/London"));
    if (told.empty())
        return {};
    return Before{u"The assessment before, recorded by %1, %2"_s.arg(last->author, moment(last->at)),
                  told.front().title + u'\n' + told.front().text};
}

} // namespace heed::gui::cases
