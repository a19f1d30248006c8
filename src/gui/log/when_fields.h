#pragma once

#include "model/concern.h"
#include "rules/problem.h"

#include <QMap>
#include <QWidget>

class QComboBox;

namespace heed::gui {
class Field;
}

namespace heed::gui::log {

class DayField;
class TextBox;
class TimeField;

/// When and where it was: a moment, a day, a range, roughly, or not known.
class WhenFields : public QWidget {
    Q_OBJECT

public:
    explicit WhenFields(QWidget* parent = nullptr);

    /// Sets observedAt, observedUntil, precision, place and delayReason.
    void fill(model::Concern& concern) const;
    /// Whether it is asked why it was written down so late.
    void askWhyLate(bool asked);
    void clearAll();
    std::vector<rules::Problem> unreadable() const;
    /// By key: "observedUntil".
    QMap<QString, Field*> fields() const { return m_fields; }

Q_SIGNALS:
    void changed();

private:
    DayField* m_day;
    TimeField* m_time;
    DayField* m_untilDay;
    TimeField* m_untilTime;
    QComboBox* m_sure;
    TextBox* m_place;
    TextBox* m_delay;
    QMap<QString, Field*> m_fields;
};

} // namespace heed::gui::log
