#include "gui/frame/focus_mark.h"

#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

namespace heed::gui {

FocusMark markOf(const QWidget* field)
{
    // A field within a field has the toolkit's name, which many bear.
    while (field && (field->objectName().isEmpty() || field->objectName().startsWith(QStringLiteral("qt_"))))
        field = field->parentWidget();
    FocusMark mark;
    if (!field)
        return mark;
    mark.field = field->objectName();
    if (const auto* line = qobject_cast<const QLineEdit*>(field)) {
        mark.position = line->cursorPosition();
        mark.anchor = mark.position;
        if (line->hasSelectedText())
            mark.anchor = line->selectionStart() == mark.position ? line->selectionEnd() : line->selectionStart();
    } else if (const auto* box = qobject_cast<const QPlainTextEdit*>(field)) {
        mark.position = box->textCursor().position();
        mark.anchor = box->textCursor().anchor();
    }
    return mark;
}

bool returnTo(const FocusMark& mark, QWidget* root)
{
    const auto fields = root->findChildren<QWidget*>(mark.field);
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [](const QWidget* each) { return each->isVisible() && each->isEnabled(); });
    if (mark.field.isEmpty() || found == fields.end())
        return false;
    (*found)->setFocus(Qt::OtherFocusReason);
    if (auto* line = qobject_cast<QLineEdit*>(*found)) {
        if (mark.anchor == mark.position)
            line->setCursorPosition(mark.position);
        else
            line->setSelection(mark.anchor, mark.position - mark.anchor);
    } else if (auto* box = qobject_cast<QPlainTextEdit*>(*found)) {
        const int last = box->document()->characterCount() - 1;
        auto cursor = box->textCursor();
        cursor.setPosition(std::clamp(mark.anchor, 0, last));
        cursor.setPosition(std::clamp(mark.position, 0, last), QTextCursor::KeepAnchor);
        box->setTextCursor(cursor);
    }
    return true;
}

} // namespace heed::gui
