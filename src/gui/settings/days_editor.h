#pragma once

#include "model/profile.h"

#include <QMap>
#include <QWidget>

class QCheckBox;
class QSpinBox;

namespace heed::gui {
class Field;
namespace log {
class TimeField;
}
} // namespace heed::gui

namespace heed::gui::settings {

class RowEditor;

/// When the school is open, when it is not, and how long the clocks run.
class DaysEditor : public QWidget {
    Q_OBJECT

public:
    explicit DaysEditor(QWidget* parent = nullptr);

    void setProfile(const model::Profile& profile);
    /// False where a time cannot be read: it is told in place, and the first such field gets the focus.
    bool writeTo(model::Profile& profile);
    /// The fields by the keys of rules::checkProfile.
    QMap<QString, QWidget*> fields() const;

Q_SIGNALS:
    void changed();

private:
    QList<QCheckBox*> m_days; ///< Monday first
    log::TimeField* m_from;
    log::TimeField* m_to;
    Field* m_fromField;
    Field* m_toField;
    QSpinBox* m_acknowledge;
    QSpinBox* m_written;
    RowEditor* m_closures;
    RowEditor* m_bankHolidays;
};

} // namespace heed::gui::settings
