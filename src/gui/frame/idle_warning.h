#pragma once

#include <QFrame>

class QLabel;

namespace heed::gui {

/// Floats above the window and any dialog of it, and says how soon Heed locks. Any key or move of the mouse stops it.
class IdleWarning : public QFrame {
    Q_OBJECT

public:
    explicit IdleWarning(QWidget* window);

    void showFor(int secondsLeft);

private:
    QWidget* m_over;
    QLabel* m_title;
    QLabel* m_text;
};

} // namespace heed::gui
