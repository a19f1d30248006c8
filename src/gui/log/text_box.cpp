#include "gui/log/text_box.h"

#include <QMimeData>
#include <QAbstractTextDocumentLayout>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace heed::gui::log {

namespace {

constexpr int mostLines = 18;

} // namespace

TextBox::TextBox(int lines, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_lines(lines)
{
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, [this] { fit(); });
    fit();
}

void TextBox::insertFromMimeData(const QMimeData* source)
{
    if (source->hasText())
        insertPlainText(source->text());
}

void TextBox::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    fit();
}

void TextBox::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

void TextBox::wheelEvent(QWheelEvent* event)
{
    // What has nothing to scroll lets the page scroll.
    if (verticalScrollBar()->minimum() == verticalScrollBar()->maximum())
        event->ignore();
    else
        QPlainTextEdit::wheelEvent(event);
}

void TextBox::fit()
{
    // A plain text document counts its height in lines.
    const int written = static_cast<int>(document()->size().height());
    const int lines = std::clamp(written, m_lines, mostLines);
    const int height = lines * fontMetrics().lineSpacing() + static_cast<int>(2 * document()->documentMargin()) +
                       2 * frameWidth() + 12;
    if (height != minimumHeight())
        setFixedHeight(height);
}

} // namespace heed::gui::log
