#pragma once

#include "report/style.h"

namespace heed::report {

/// A line of set text, ready to be drawn on a grid of its type's pitch.
struct SetLine {
    std::shared_ptr<const QTextLayout> layout;
    int index = 0;
    qreal gap = 0; ///< space above, between paragraphs
    const style::Type* type = nullptr;
    bool quotation = false;

    qreal height() const { return gap + type->pitch; }
    void draw(QPainter& painter, qreal x, qreal top) const;
};

/// Characters that have no place on paper made harmless: controls dropped, every line end a "\n".
QString clean(const QString& text);

/// Sets text into lines: a paragraph for each line of the text, each in its own direction, blank lines as a small gap.
std::vector<SetLine> setText(const QString& text, const style::Type& type, qreal width,
                             Qt::Alignment alignment = Qt::AlignLeft);

qreal heightOf(const std::vector<SetLine>& lines);
void drawLines(QPainter& painter, const std::vector<SetLine>& lines, qreal x, qreal top);

/// One line, cut in the middle with an ellipsis if it is too long.
SetLine setOneLine(const QString& text, const style::Type& type, qreal width, Qt::Alignment alignment = Qt::AlignLeft);

} // namespace heed::report
