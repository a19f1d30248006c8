#include "gui/cases/found_delegate.h"

#include "gui/cases/queue_model.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace heed::gui::cases {

using namespace Qt::StringLiterals;

namespace {

constexpr int linesShown = 2;
constexpr int wordsBefore = 12; // characters left before a found word that would not be seen otherwise

/// A piece of text laid out in as many lines as there is room for.
struct Lines {
    QTextLayout layout;
    double height = 0;
    int end = 0; ///< the first character that has no room

    Lines(const model::Found& found, const QFont& font, int width)
        : layout(found.text, font)
    {
        QTextOption wrapping;
        wrapping.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(wrapping);
        QList<QTextLayout::FormatRange> formats;
        for (const auto& mark : found.marks) {
            QTextLayout::FormatRange range;
            range.start = mark.at;
            range.length = mark.length;
            range.format.setFontWeight(QFont::Bold);
            range.format.setFontUnderline(true);
            formats << range;
        }
        layout.setFormats(formats);
        layout.beginLayout();
        for (int i = 0; i < linesShown; ++i) {
            auto line = layout.createLine();
            if (!line.isValid())
                break;
            line.setLineWidth(width);
            line.setPosition({0, height});
            height += line.height();
            end = line.textStart() + line.textLength();
        }
        layout.endLayout();
    }
};

/// Without what stands too long before the first found word.
model::Found cutBefore(const model::Found& found)
{
    const int wanted = found.marks.front().at - wordsBefore;
    const auto space = found.text.indexOf(u' ', std::max(0, wanted));
    const int from =
        space >= 0 && space < found.marks.front().at ? static_cast<int>(space) + 1 : found.marks.front().at;
    const auto before = u"… "_s;
    model::Found cut{before + found.text.mid(from), found.marks};
    for (auto& mark : cut.marks)
        mark.at += static_cast<int>(before.size()) - from;
    return cut;
}

} // namespace

void FoundDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto value = index.data(QueueModel::FoundRole);
    if (!value.canConvert<model::Found>()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    auto found = value.value<model::Found>();
    auto around = option;
    initStyleOption(&around, index);
    around.text.clear();
    const auto* style = around.widget ? around.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &around, painter, around.widget);

    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, around.widget) + 2;
    const auto place = around.rect.adjusted(margin, 0, -margin, 0);
    if (!found.marks.empty() &&
        found.marks.front().at + found.marks.front().length > Lines(found, around.font, place.width()).end)
        found = cutBefore(found);
    const Lines lines(found, around.font, place.width());
    const auto role = around.state.testFlag(QStyle::State_Selected) ? QPalette::HighlightedText : QPalette::Text;
    painter->save();
    painter->setClipRect(around.rect);
    painter->setPen(around.palette.color(role));
    lines.layout.draw(painter, {static_cast<double>(place.left()), place.top() + (place.height() - lines.height) / 2});
    painter->restore();
}

} // namespace heed::gui::cases
