#pragma once

#include "rules/problem.h"

#include <QDateTime>
#include <QMap>
#include <QWidget>

class QLineEdit;

namespace heed::gui {
class Field;
}

namespace heed::gui::log {

class DayField;
class TimeField;

/// Who wrote a concern on paper, and when, where another types it in.
class PaperFields : public QWidget {
    Q_OBJECT

public:
    explicit PaperFields(QWidget* parent = nullptr);

    QString writtenBy() const;
    /// Noon where no time stands on the form.
    std::optional<QDateTime> writtenAt() const;
    void clear();
    /// What was typed and cannot be read as what it should be.
    std::vector<rules::Problem> unreadable() const;
    const QMap<QString, Field*>& fields() const { return m_fields; }

Q_SIGNALS:
    void changed();

private:
    QLineEdit* m_by;
    DayField* m_day;
    TimeField* m_time;
    QMap<QString, Field*> m_fields; ///< by the key of their problems
};

} // namespace heed::gui::log
