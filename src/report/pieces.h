#pragma once

#include "report/layout.h"
#include "report/set_text.h"

// Strips of a page that several kinds of block are made of.

namespace heed::report {

using Lines = std::vector<SetLine>;

void drawRule(QPainter& painter, qreal x1, qreal x2, qreal y, qreal thickness, const QColor& colour);
void drawBox(QPainter& painter, const QRectF& box, qreal thickness, const QColor& colour);

/// A value and the note below it, as lines of one column. A quotation stands in by its bar.
Lines setValue(const std::vector<Said>& parts, const QString& note, qreal columnWidth);
Lines setValue(const Cell& cell, qreal columnWidth);

struct SetColumn {
    qreal x;
    Lines lines;
};

struct RowLook {
    qreal above = 2.7 * style::pt;
    qreal below = 2.7 * style::pt;
    bool ruleAbove = true;
    bool ruleBelow = false;
};

/// A row of columns as strips, one for each line, so that a long row can run over pages. `first` and `later` are what a
/// page repeats that begins with its first line, or with a later one.
void addRow(std::vector<Layout::Piece>& pieces, std::vector<SetColumn> columns, const RowLook& look,
            const std::shared_ptr<const Layout::Repeat>& first, const std::shared_ptr<const Layout::Repeat>& later);

/// Lines of running text: none of them stands alone at a page's end or beginning.
void addLines(std::vector<Layout::Piece>& pieces, const Lines& lines, qreal x, qreal before);

} // namespace heed::report
