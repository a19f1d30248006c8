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

/// Since when a child is or was missing, when they came back, and whether the police know.
class MissingFields : public QWidget {
    Q_OBJECT

public:
    explicit MissingFields(QWidget* parent = nullptr);

    /// Nothing where nothing is filled in.
    std::optional<model::MissingFacts> facts() const;
    void clearAll();
    std::vector<rules::Problem> unreadable() const;
    /// By key: "missing.since".
    QMap<QString, Field*> fields() const { return m_fields; }

Q_SIGNALS:
    void changed();

private:
    DayField* m_sinceDay;
    TimeField* m_sinceTime;
    DayField* m_backDay;
    TimeField* m_backTime;
    QComboBox* m_told;
    TextBox* m_police;
    QMap<QString, Field*> m_fields;
};

} // namespace heed::gui::log
