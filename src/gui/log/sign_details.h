#pragma once

#include "model/concern.h"

#include <QWidget>

class QComboBox;
class QGridLayout;

namespace heed::gui {
class Field;
}

namespace heed::gui::log {

class DayField;
class TextBox;

/// When a sign was seen, how that is known and, where it is not itself in the author's words, a note.
class SignDetails : public QWidget {
    Q_OBJECT

public:
    /// Fields are named after `prefix`; `about` is the sign, as it is spoken after each label.
    SignDetails(const QString& prefix, const QString& about, bool withNote, QWidget* parent = nullptr);

    bool isEmpty() const;
    model::SignSeen seen(const QString& code) const;
    void setSeen(const model::SignSeen& seen);
    /// More to say, below all else; takes it.
    void add(QWidget* more);
    DayField* when() const { return m_when; }
    Field* whenField() const { return m_whenField; }

Q_SIGNALS:
    void changed();

private:
    QGridLayout* m_grid;
    DayField* m_when;
    Field* m_whenField;
    QComboBox* m_source;
    TextBox* m_note = nullptr;
};

} // namespace heed::gui::log
