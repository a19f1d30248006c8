#pragma once

#include "report/layout.h"

#include <QFont>
#include <QTextLayout>

// The look of a sheet: A4 in black and two greys, one family of type.

namespace heed::report::style {

constexpr qreal pt = unitsPerPoint;
constexpr qreal mm = unitsPerInch / 25.4;

constexpr qreal paperWidth = 210 * mm;
constexpr qreal paperHeight = 297 * mm;
constexpr qreal left = 18 * mm;
constexpr qreal right = paperWidth - 18 * mm;
constexpr qreal width = right - left;
constexpr qreal top = 27 * mm;
constexpr qreal bottom = paperHeight - 20 * mm;
constexpr qreal labelWidth = 40 * mm;
constexpr qreal gutter = 4 * mm;

struct Type {
    QFont font;
    qreal pitch;    ///< from one line to the next
    qreal baseline; ///< from a line's top
    QColor colour = Qt::black;
};

const Type& body();
const Type& strong();
const Type& label();
const Type& small();
const Type& muted();
const Type& title();
const Type& heading();
const Type& subheading();
const Type& code();
const Type& largeCode();

QColor rule();     ///< a light line between rows
QColor darkRule(); ///< under a heading

} // namespace heed::report::style
