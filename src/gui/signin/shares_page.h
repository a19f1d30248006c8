#pragma once

#include "session/people.h"

#include <QWidget>

class QPushButton;

namespace heed::gui {
class Banner;
}

namespace heed::gui::signin {

/// After set-up: the recovery sheets, which must be printed or saved before one goes on. They cannot be shown again.
class SharesPage : public QWidget {
    Q_OBJECT

public:
    SharesPage(const session::SetUpAnswer& answer, const session::SetUpRequest& request, QWidget* parent = nullptr);

Q_SIGNALS:
    void finished();

private:
    void openPaper();
    void done();

    session::SetUpAnswer m_answer;
    QString m_school;
    QString m_madeBy;
    Banner* m_state;
    QPushButton* m_finish;
};

} // namespace heed::gui::signin
