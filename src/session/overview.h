#pragma once

#include "model/case_filter.h"
#include "report/document.h"
#include "session/session.h"

namespace heed::session {

/// A number and the list that stands behind it.
struct Figure {
    QString words; ///< "Waiting"
    qint64 count = 0;
    model::CaseFilter filter;
};

struct FigureRow {
    QString code; ///< of a sign; else empty
    QString words;
    std::vector<Figure> figures;
};

/// What a safeguarding lead asks on a Monday morning; all of it from the casebook.
struct Overview {
    std::vector<Figure> now;          ///< waiting, overdue, open, closed
    std::vector<FigureRow> byAge;     ///< two rows, waiting and open, each by how long since it was logged
    std::vector<FigureRow> signsSeen; ///< of the checklist and others that were ticked, by month
    std::vector<FigureRow> waits;     ///< how long until it was acknowledged, by month of logging
    std::vector<Figure> months;       ///< how many were logged; the titles of the months
};

/// The figures of this member's desk, with so many months, this one included.
model::Expected<Overview> overview(Session& session, int months = 6);

/// A child about whom several things were logged in the last six weeks.
struct Gathering {
    QString id;
    QString name;
    QString yearGroup;
    qint64 concerns = 0;
    QDateTime last; ///< when the newest was logged
};
/// Those of this member's desk, the most and then the newest first; at most twenty. No entry is made of it, as none is
/// of a line of the queue.
model::Expected<std::vector<Gathering>> gathering(Session& session);

/// The same without names for the governors: every number rounded, small ones not told.
model::Expected<report::Document> governorsSheet(Session& session);
/// Writes it as PDF. It rests on no one record, so no entry is made of it.
model::Expected<report::Document> saveGovernorsSheet(Session& session, const QString& path);

} // namespace heed::session
