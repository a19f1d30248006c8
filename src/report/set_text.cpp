#include "report/set_text.h"

#include <QFontMetricsF>

namespace heed::report {

namespace {

std::shared_ptr<const QTextLayout> layOut(const QString& text, const style::Type& type, qreal width,
                                          Qt::Alignment alignment, QTextOption::WrapMode wrap)
{
    auto layout = std::make_shared<QTextLayout>(text, type.font);
    QTextOption option;
    option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment(alignment | Qt::AlignAbsolute);
    option.setWrapMode(wrap);
    layout->setTextOption(option);
    layout->beginLayout();
    for (auto line = layout->createLine(); line.isValid(); line = layout->createLine())
        line.setLineWidth(width);
    layout->endLayout();
    return layout;
}

} // namespace

QString clean(const QString& text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto character = text[i];
        if (character == u'\r') {
            if (i + 1 >= text.size() || text[i + 1] != u'\n')
                result += u'\n';
        } else if (character == u'\t') {
            result += QStringLiteral("    ");
        } else if (character == QChar::LineSeparator || character == QChar::ParagraphSeparator || character == u'\v' ||
                   character == u'\f') {
            result += u'\n';
        } else if (character == u'\n' || character.category() != QChar::Other_Control) {
            result += character;
        }
    }
    return result;
}

void SetLine::draw(QPainter& painter, qreal x, qreal top) const
{
    const auto line = layout->lineAt(index);
    painter.setPen(type->colour);
    line.draw(&painter, QPointF(x, top + gap + type->baseline - line.ascent() - line.y()));
}

std::vector<SetLine> setText(const QString& text, const style::Type& type, qreal width, Qt::Alignment alignment)
{
    std::vector<SetLine> lines;
    qreal gap = 0;
    const auto paragraphs = clean(text).split(u'\n');
    for (const auto& paragraph : paragraphs) {
        if (paragraph.trimmed().isEmpty()) {
            if (!lines.empty())
                gap = type.pitch * 0.45;
            continue;
        }
        const auto side = alignment == Qt::AlignLeft && paragraph.isRightToLeft() ? Qt::AlignRight : alignment;
        const auto layout = layOut(paragraph, type, width, side, QTextOption::WrapAtWordBoundaryOrAnywhere);
        for (int i = 0; i < layout->lineCount(); ++i)
            lines.push_back({layout, i, i == 0 ? gap : 0, &type, false});
        gap = 0;
    }
    return lines;
}

qreal heightOf(const std::vector<SetLine>& lines)
{
    qreal height = 0;
    for (const auto& line : lines)
        height += line.height();
    return height;
}

void drawLines(QPainter& painter, const std::vector<SetLine>& lines, qreal x, qreal top)
{
    for (const auto& line : lines) {
        line.draw(painter, x, top);
        top += line.height();
    }
}

SetLine setOneLine(const QString& text, const style::Type& type, qreal width, Qt::Alignment alignment)
{
    const auto cut = QFontMetricsF(type.font).elidedText(clean(text).simplified(), Qt::ElideMiddle, width);
    return {layOut(cut, type, width, alignment, QTextOption::NoWrap), 0, 0, &type, false};
}

} // namespace heed::report
