#pragma once

#include "model/profile.h"

#include <QWidget>

class QComboBox;
class QDateTimeEdit;
class QLabel;

namespace heed::gui::settings {

/// "Who would be told if…": a route by the rules, for any day and time, with the profile as it is being edited.
class WhatIfPanel : public QWidget {
    Q_OBJECT

public:
    explicit WhatIfPanel(QWidget* parent = nullptr);

    void setProfile(const model::Profile& profile);

private:
    void answer();

    model::Profile m_profile;
    QDateTimeEdit* m_when;
    QComboBox* m_what;
    QComboBox* m_year;
    QLabel* m_who;
    QLabel* m_reasons;
};

} // namespace heed::gui::settings
