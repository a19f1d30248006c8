#include "gui/log/form_state.h"

#include "gui/log/row_list.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace heed::gui::log {
namespace {

/// Whether a list of rows stands between `field` and `root`.
bool isInRow(const QWidget* field, const QWidget* root)
{
    for (const auto* above = field->parentWidget(); above && above != root; above = above->parentWidget())
        if (qobject_cast<const RowList*>(above))
            return true;
    return false;
}

/// Whether somebody fills it in: not what is only shown, and nothing of a window that the form has opened.
bool isFilledIn(const QWidget* field, const QWidget* root)
{
    const auto* box = qobject_cast<const QPlainTextEdit*>(field);
    return !(box && box->isReadOnly()) && field->window() == root->window();
}

template <class Visit> void visitFields(const QWidget* root, const QString& prefix, Visit visit)
{
    for (auto* field : root->findChildren<QWidget*>())
        if (!field->objectName().isEmpty() && field->objectName().startsWith(prefix) && !isInRow(field, root) &&
            isFilledIn(field, root))
            visit(field, field->objectName().mid(prefix.size()));
}

} // namespace

QCborMap stateOf(const QWidget* root, const QString& prefix)
{
    QCborMap state;
    visitFields(root, prefix, [&](const QWidget* field, const QString& name) {
        if (const auto* line = qobject_cast<const QLineEdit*>(field)) {
            if (!line->text().isEmpty())
                state.insert(name, line->text());
        } else if (const auto* box = qobject_cast<const QPlainTextEdit*>(field)) {
            if (!box->document()->isEmpty())
                state.insert(name, box->toPlainText());
        } else if (const auto* combo = qobject_cast<const QComboBox*>(field)) {
            if (combo->isEditable() ? !combo->currentText().isEmpty() : combo->currentIndex() > 0)
                state.insert(name, combo->currentText());
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(field)) {
            if (button->isCheckable() && button->isChecked())
                state.insert(name, true);
        }
    });
    return state;
}

void setState(QWidget* root, const QString& prefix, const QCborMap& state)
{
    visitFields(root, prefix, [&](QWidget* field, const QString& name) {
        const auto value = state.value(name);
        if (value.isUndefined())
            return;
        if (auto* line = qobject_cast<QLineEdit*>(field))
            line->setText(value.toString());
        else if (auto* box = qobject_cast<QPlainTextEdit*>(field))
            box->setPlainText(value.toString());
        else if (auto* combo = qobject_cast<QComboBox*>(field); combo && combo->isEditable())
            combo->setCurrentText(value.toString());
        else if (combo)
            combo->setCurrentIndex(qMax(0, combo->findText(value.toString())));
        else if (auto* button = qobject_cast<QAbstractButton*>(field); button && button->isCheckable())
            button->setChecked(value.toBool());
    });
}

} // namespace heed::gui::log
