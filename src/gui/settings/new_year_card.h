#pragma once

#include "gui/frame/context.h"
#include "gui/widgets/card.h"
#include "session/new_year.h"

#include <QTimer>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace heed::gui {
class Banner;
class Busy;
class ProgressLine;
} // namespace heed::gui

namespace heed::gui::settings {

/// A new school year for the register: who leaves is said, what would happen to each year group is read, and then it is
/// begun.
class NewYearCard : public Card {
    Q_OBJECT

public:
    explicit NewYearCard(Context& context, QWidget* parent = nullptr);

    void open();

Q_SIGNALS:
    void begun(const QString& sentence);
    void closed();

private:
    void look(const std::optional<QString>& leaving);
    void show(const session::NewYearPlan& plan);
    void begin();
    void close();

    Context& m_context;
    QTimer m_typing;
    QByteArray m_seen;
    QLineEdit* m_leaving;
    Banner* m_recently;
    QCheckBox* m_again;
    QTableWidget* m_steps;
    QLabel* m_counts;
    Banner* m_error;
    Busy* m_busy;
    ProgressLine* m_progress;
    QPushButton* m_begin;
};

} // namespace heed::gui::settings
