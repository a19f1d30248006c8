#pragma once

#include "model/body_mark.h"

// The figure of the body map as plain data, so that screen and paper draw the same and both name a place alike: a plain
// outline of nobody, drawn for Heed. Its lines and zones never change for a view, since records hold positions on it.

namespace heed::rules {

struct FigurePoint {
    double x = 0;
    double y = 0;
};

/// A smooth line through its points (Catmull-Rom).
struct FigureLine {
    std::vector<FigurePoint> points;
    bool isOutline = false; ///< closed, and what is inside is the body
};

struct FigureLabel {
    QString text;
    FigurePoint centre;
};

/// One picture; its origin is the top left corner.
struct Figure {
    double width = 0;
    double height = 0;
    std::vector<FigureLine> lines;
    std::vector<FigureLabel> labels; ///< where one picture shows two sides
};

const Figure& bodyFigure(model::BodyView view);

/// "Front", "Left hand", "Head, from the left".
QString viewText(model::BodyView view);

/// Where a mark is, in words: "left forearm, front"; left and right are the child's. `x` and `y` as in
/// model::BodyMark. Beside the figure it is the nearest part.
QString bodyRegion(model::BodyView view, int x, int y);
inline QString bodyRegion(const model::BodyMark& mark)
{
    return bodyRegion(mark.view, mark.x, mark.y);
}

/// Whether a place is on the figure or so near its outline that it is meant to be: beside it there is nothing to mark.
bool isOnBody(model::BodyView view, int x, int y);

} // namespace heed::rules
