#include "gui/guidance/reader.h"
#include "gui/frame/look.h"
#include "gui/widgets/named.h"

#include <QAbstractTextDocumentLayout>
#include <QScrollBar>
#include <QTextBlock>

namespace heed::gui::guidance {

Reader::Reader(QWidget* parent)
    : QTextBrowser(parent)
{
    named(this, QStringLiteral("guidanceReader"), tr("Guidance page"));
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
}

void Reader::setText(const QString& markdown)
{
    auto base = font();
    base.setPointSizeF(base.pointSizeF() * (1 + 0.15 * m_zoom));
    document()->setDefaultFont(base);
    document()->setMarkdown(markdown, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                                          QTextDocument::MarkdownNoHTML);
    document()->setDocumentMargin(em(1.4));
    space();
    moveCursor(QTextCursor::Start);
    verticalScrollBar()->setValue(0);
}

void Reader::space()
{
    for (auto block = document()->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        auto format = block.blockFormat();
        const bool isHeading = format.headingLevel() > 0;
        format.setTopMargin(isHeading ? em(format.headingLevel() == 1 ? 0.2 : 1.1) : em(0.15));
        const bool listGoesOn = block.textList() && block.next().textList() == block.textList();
        format.setBottomMargin(isHeading ? em(0.35) : em(listGoesOn ? 0.2 : 0.55));
        format.setLineHeight(135, QTextBlockFormat::ProportionalHeight);
        cursor.setBlockFormat(format);
    }
}

void Reader::goToHeading(int index)
{
    int seen = 0;
    for (auto block = document()->begin(); block.isValid(); block = block.next())
        if (block.blockFormat().headingLevel() > 1 && seen++ == index) {
            goTo(block);
            return;
        }
}

void Reader::goToSources()
{
    QTextBlock last;
    for (auto block = document()->begin(); block.isValid(); block = block.next())
        if (block.blockFormat().headingLevel() > 1)
            last = block;
    if (last.isValid())
        goTo(last);
}

void Reader::goTo(const QTextBlock& block)
{
    setTextCursor(QTextCursor(block));
    const auto top = document()->documentLayout()->blockBoundingRect(block).top();
    verticalScrollBar()->setValue(static_cast<int>(top));
}

int Reader::scrolled() const
{
    return verticalScrollBar()->value();
}

void Reader::scrollTo(int place)
{
    verticalScrollBar()->setValue(place);
}

double Reader::scrolledShare() const
{
    const auto* bar = verticalScrollBar();
    return bar->maximum() > 0 ? static_cast<double>(bar->value()) / bar->maximum() : 0;
}

void Reader::scrollToShare(double share)
{
    document()->documentLayout()->documentSize(); // laid out, so that the bar knows its end
    verticalScrollBar()->setValue(qRound(share * verticalScrollBar()->maximum()));
}

QVariant Reader::loadResource(int, const QUrl&)
{
    return {};
}

} // namespace heed::gui::guidance
