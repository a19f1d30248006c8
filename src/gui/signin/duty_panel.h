#pragma once

#include "model/profile.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace heed::gui {
class Banner;
}

namespace heed::gui::signin {

/// What anybody may know without signing in: 999, who is on duty today, whom to ring about a child from elsewhere, and
/// a blank form to print.
class DutyPanel : public QWidget {
    Q_OBJECT

public:
    explicit DutyPanel(QWidget* parent = nullptr);

    void setProfile(const model::Profile& profile);

private:
    void update();
    void printBlankForm();

    model::Profile m_profile;
    bool m_known = false;
    QLabel* m_name;
    QLabel* m_detail;
    QLabel* m_deputies;
    QLabel* m_mash;
    QLabel* m_adults;
    QTimer m_minute;
};

} // namespace heed::gui::signin
