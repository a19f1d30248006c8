#pragma once

#include "gui/settings/row_editor.h"

#include <QDate>
#include <QMap>

#include <optional>

class QCheckBox;
class QLineEdit;

namespace heed::gui {
class Field;
}

namespace heed::gui::settings {

/// What is asked of somebody beside a child.
struct PersonField {
    enum class Kind { Line, Day, Tick };
    QString key; ///< of the object name
    QString label;
    QString text; ///< as it is now; of a Tick, anything for yes
    Kind kind = Kind::Line;
    QStringList suggestions;
};

/// Somebody beside a child: a contact, one of the household, a professional.
class PersonRow : public EditorRow {
    Q_OBJECT

public:
    /// Object names are `prefix` and the row's number, a dot, and the key; `says` is read out before each label.
    PersonRow(const QString& prefix, const QString& says, const std::vector<PersonField>& fields,
              QWidget* parent = nullptr);

    QWidget* firstField() override;
    void setNumber(int number) override;

    QString text(const char* key) const; ///< without spaces around it
    bool isTicked(const char* key) const;
    std::optional<QDate> day(const char* key) const;
    /// Marks each day that cannot be read; answers the first such field.
    QWidget* checkDays();

private:
    QString m_prefix;
    QString m_says;
    QString m_first;
    QMap<QString, QString> m_labels;
    QMap<QString, Field*> m_fields;
    QMap<QString, QCheckBox*> m_ticks;
};

} // namespace heed::gui::settings
