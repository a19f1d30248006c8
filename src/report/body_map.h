#pragma once

#include "model/body_mark.h"
#include "report/layout.h"

#include <QPainterPath>

// The body map as it is drawn, on paper and on screen alike.

namespace heed::report {

/// The pictures that have marks, in black and white, with the marks' numbers; side by side as far as they fit.
std::vector<Layout::Piece> piecesOf(const BodyMap& block);

/// The outline and the finer lines of a picture, within `target`, which should have its shape.
struct FigurePaths {
    QPainterPath outline;
    QPainterPath details;
};
FigurePaths figurePaths(model::BodyView view, const QRectF& target);

/// Width divided by height.
double figureShape(model::BodyView view);

} // namespace heed::report
