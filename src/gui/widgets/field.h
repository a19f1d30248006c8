#pragma once

#include <QWidget>

class QLabel;

namespace heed::gui {

/// A field with its label above, a hint below the label and, when something is wrong with it, the sentence that says
/// so. Sets the label's buddy, and the field's accessible name and description.
class Field : public QWidget {
    Q_OBJECT

public:
    /// `input` gets `objectName`; the label may hold an & for its key.
    Field(const QString& objectName, const QString& label, QWidget* input, const QString& hint = {},
          QWidget* parent = nullptr);

    void setError(const QString& sentence);
    void clearError() { setError({}); }
    QString error() const;
    void setHint(const QString& hint);
    /// What stands beside the field and belongs to it: a screen reader says it after the hint.
    void setAside(const QString& words);
    QWidget* input() const { return m_input; }

private:
    void describe();

    QLabel* m_label;
    QLabel* m_hint;
    QLabel* m_error;
    QString m_aside;
    QWidget* m_input;
};

} // namespace heed::gui
