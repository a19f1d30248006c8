#pragma once

#include "model/profile.h"

#include <QWidget>

namespace heed::gui::settings {

class RowEditor;

/// The safeguarding leads, in the order in which they are told.
class LeadsEditor : public QWidget {
    Q_OBJECT

public:
    /// `full`: with years, sites and hours on duty.
    explicit LeadsEditor(bool full, QWidget* parent = nullptr);

    void setLeads(const std::vector<model::Dsl>& leads);
    /// What was typed; hours that cannot be read are told in place, and nothing is answered.
    std::optional<std::vector<model::Dsl>> leads();
    QStringList names() const;
    const RowEditor* rows() const { return m_rows; }

Q_SIGNALS:
    void changed();

private:
    bool m_full;
    RowEditor* m_rows;
};

} // namespace heed::gui::settings
