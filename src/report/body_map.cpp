#include "report/body_map.h"

#include "report/set_text.h"
#include "rules/body_figure.h"

#include <algorithm>

namespace heed::report {
namespace {

using namespace style;

constexpr qreal gap = 6 * mm;
constexpr qreal markRadius = 5.2 * pt;

QPainterPath pathOf(const rules::FigureLine& line, const rules::Figure& figure, const QRectF& target)
{
    const auto count = line.points.size();
    const auto at = [&](std::size_t i) {
        const auto& point = line.points[i];
        return QPointF(target.x() + target.width() * point.x / figure.width,
                       target.y() + target.height() * point.y / figure.height);
    };
    QPainterPath path(at(0));
    const std::size_t last = line.isOutline ? count : count - 1;
    for (std::size_t i = 0; i < last; ++i) {
        const auto before = line.isOutline ? at((i + count - 1) % count) : at(i == 0 ? 0 : i - 1);
        const auto from = at(i);
        const auto to = at((i + 1) % count);
        const auto after = line.isOutline ? at((i + 2) % count) : at(std::min(i + 2, count - 1));
        path.cubicTo(from + (to - before) / 6, to - (after - from) / 6, to);
    }
    if (line.isOutline)
        path.closeSubpath();
    return path;
}

qreal heightOfPicture(model::BodyView view)
{
    return view == model::BodyView::Front || view == model::BodyView::Back ? 78 * mm : 44 * mm;
}

struct Picture {
    QRectF box; ///< from the row's top left corner
    SetLine title;
    FigurePaths paths;
    std::vector<std::pair<QPointF, SetLine>> marks;
    std::vector<std::pair<QPointF, SetLine>> labels;
};

constexpr qreal labelWidthOnPicture = 30 * mm;

Picture pictureOf(const BodyMap::Picture& block, qreal x)
{
    const qreal height = heightOfPicture(block.view);
    Picture picture;
    picture.box = {x, small().pitch + 2 * pt, height * figureShape(block.view), height};
    picture.title = setOneLine(rules::viewText(block.view), small(), std::max(picture.box.width(), 30 * mm));
    picture.paths = figurePaths(block.view, picture.box);
    const auto& figure = rules::bodyFigure(block.view);
    for (const auto& one : figure.labels)
        picture.labels.emplace_back(
            QPointF(x + picture.box.width() * one.centre.x / figure.width - labelWidthOnPicture / 2,
                    picture.box.top() + height * one.centre.y / figure.height - small().pitch / 2),
            setOneLine(one.text, small(), labelWidthOnPicture, Qt::AlignHCenter));
    for (const auto& mark : block.marks)
        picture.marks.emplace_back(QPointF(x + picture.box.width() * mark.x / model::bodyEdge,
                                           picture.box.top() + height * mark.y / model::bodyEdge),
                                   setOneLine(QString::number(mark.number), small(), 4 * markRadius, Qt::AlignHCenter));
    return picture;
}

void paint(QPainter& painter, const Picture& picture)
{
    picture.title.draw(painter, picture.box.x(), 0);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::black, 0.8 * pt, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(picture.paths.outline);
    painter.setPen(QPen(darkRule(), 0.5 * pt, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(picture.paths.details);
    for (const auto& [at, line] : picture.labels)
        line.draw(painter, at.x(), at.y());
    for (const auto& [at, line] : picture.marks) {
        painter.setBrush(Qt::white);
        painter.setPen(QPen(Qt::black, 1 * pt));
        painter.drawEllipse(at, markRadius, markRadius);
        line.draw(painter, at.x() - 2 * markRadius, at.y() - small().pitch / 2);
    }
}

} // namespace

double figureShape(model::BodyView view)
{
    const auto& figure = rules::bodyFigure(view);
    return figure.width / figure.height;
}

FigurePaths figurePaths(model::BodyView view, const QRectF& target)
{
    const auto& figure = rules::bodyFigure(view);
    FigurePaths paths;
    for (const auto& line : figure.lines)
        (line.isOutline ? paths.outline : paths.details).addPath(pathOf(line, figure, target));
    return paths;
}

std::vector<Layout::Piece> piecesOf(const BodyMap& block)
{
    std::vector<Layout::Piece> pieces;
    std::vector<Picture> row;
    qreal x = left;
    const auto finish = [&] {
        if (row.empty())
            return;
        Layout::Piece piece;
        piece.before = 5 * pt;
        for (const auto& picture : row)
            piece.height = std::max(piece.height, picture.box.bottom() + 3 * pt);
        piece.paint = [row](QPainter& painter, qreal y) {
            painter.save();
            painter.translate(0, y);
            for (const auto& picture : row)
                paint(painter, picture);
            painter.restore();
        };
        pieces.push_back(std::move(piece));
        row.clear();
        x = left;
    };
    for (const auto& one : block.pictures) {
        const qreal width = heightOfPicture(one.view) * figureShape(one.view);
        if (x + width > right)
            finish();
        row.push_back(pictureOf(one, x));
        x += std::max(width, 30 * mm) + gap;
    }
    finish();
    if (!pieces.empty())
        pieces.back().keep = true; // with the words that it is explained in
    return pieces;
}

} // namespace heed::report
