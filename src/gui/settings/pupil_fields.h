#pragma once

#include "model/pupil.h"

#include <QMap>
#include <QWidget>

class QCheckBox;
class QComboBox;

namespace heed::gui {
class Field;
}

namespace heed::gui::settings {

/// What the register holds of a pupil themselves, in two cards: what everybody sees, and what is for the safeguarding
/// leads alone. Object names begin with "pupil.".
class PupilFields : public QWidget {
    Q_OBJECT

public:
    explicit PupilFields(QWidget* parent = nullptr);

    void take(const model::Pupil& pupil);
    /// As it stands here; a day that cannot be read is left as it was.
    void writeTo(model::Pupil& pupil) const;
    /// Marks each day that cannot be read; answers the first such field.
    QWidget* checkDays();
    QWidget* firstField() const;
    /// Fields by the keys of rules::checkPupil.
    QMap<QString, QWidget*> fields() const;

Q_SIGNALS:
    void changed();

private:
    Field* line(const QString& key, const QString& label, const QString& hint = {});
    Field* day(const QString& key, const QString& label, const QString& hint = {});

    QMap<QString, Field*> m_lines;
    QMap<QString, Field*> m_days;
    QMap<int, QCheckBox*> m_flags; ///< by model::Vulnerability
    QComboBox* m_onRoll;
    QComboBox* m_lookedAfter;
};

} // namespace heed::gui::settings
