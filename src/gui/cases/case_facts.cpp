#include "gui/cases/case_facts.h"

#include "gui/cases/words.h"
#include "gui/log/record_view.h"
#include "report/happenings.h"
#include "report/words.h"

#include <algorithm>
#include <span>

namespace heed::gui::cases {

using namespace Qt::StringLiterals;

QString standingText(const model::Case& record, const QDateTime& now)
{
    QStringList parts;
    switch (record.state) {
    case model::State::Waiting:
        parts << u"Waiting for %1. Nobody has acknowledged it."_s.arg(durationText(record.loggedAt, now));
        break;
    case model::State::Open:
        parts << (record.acknowledgedAt
                      ? u"Open. Acknowledged by %1, %2."_s.arg(record.acknowledgedBy, moment(*record.acknowledgedAt))
                      : u"Open."_s);
        break;
    case model::State::Closed: parts << u"Closed: %1. Why: %2"_s.arg(record.outcome, record.closingReason); break;
    }
    if (!record.lead.isEmpty())
        parts << u"Lead: %1."_s.arg(record.lead);
    return parts.join(u' ');
}

int tellChronology(log::RecordView& view, const model::Case& record, int most)
{
    view.startOver();
    const QTimeZone zone("Europe/London");
    const auto all = report::happeningsOf(record, zone);
    const auto earlier = std::max<std::ptrdiff_t>(0, std::ssize(all) - most);
    for (const auto& happening : std::span(all).subspan(static_cast<std::size_t>(earlier))) {
        view.heading(happening.title);
        QString who = u"%1, %2"_s.arg(happening.author, moment(happening.writtenAt));
        if (happening.at.isValid() && happening.at != happening.writtenAt)
            who += u" (happened %1)"_s.arg(moment(happening.at));
        if (happening.contradicted)
            who += u". This time is what the author's computer said; the entries around it say otherwise."_s;
        view.remark(who);
        if (!happening.text.isEmpty())
            view.paragraph(happening.text);
        if (!happening.quotation.isEmpty())
            view.quotation(happening.quotation);
        if (!happening.more.isEmpty())
            view.paragraph(happening.more);
    }
    return static_cast<int>(earlier);
}

QString actionText(const model::ActionState& action, const QDate& today)
{
    QStringList parts{action.action.text};
    if (!action.action.who.isEmpty())
        parts << action.action.who;
    if (!action.action.agency.isEmpty())
        parts << action.action.agency;
    if (action.doneAt)
        parts << u"done by %1, %2"_s.arg(action.doneBy, moment(*action.doneAt));
    else if (action.action.due)
        parts << u"by %1"_s.arg(report::dateText(*action.action.due)) +
                     (*action.action.due < today ? u": overdue"_s : QString());
    else
        parts << u"no day set"_s;
    return parts.join(u" · "_s);
}

} // namespace heed::gui::cases
