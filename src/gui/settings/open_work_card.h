#pragma once

#include "gui/frame/context.h"
#include "gui/widgets/card.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace heed::gui {
class Banner;
class Busy;
} // namespace heed::gui

namespace heed::gui::settings {

/// What somebody who left had been given to do: one line for each open concern, to be handed to a colleague.
class OpenWorkCard : public Card {
    Q_OBJECT

public:
    explicit OpenWorkCard(Context& context, QWidget* parent = nullptr);

    /// `colleagues`: who reads this desk now.
    void tell(const QString& leaver, const QStringList& references, const QStringList& colleagues);

private:
    void handOver();
    void done(const QString& reference, const model::Result& result);

    Context& m_context;
    QString m_leaver;
    QLabel* m_what;
    Banner* m_answer;
    QWidget* m_lines = nullptr;
    std::vector<std::pair<QString, QComboBox*>> m_to;
    QPushButton* m_go;
    Busy* m_busy;
    int m_running = 0;
};

} // namespace heed::gui::settings
