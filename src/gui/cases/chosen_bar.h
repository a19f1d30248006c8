#pragma once

#include "gui/frame/context.h"
#include "session/review.h"

#include <QStringList>
#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace heed::gui {
class Banner;
} // namespace heed::gui

namespace heed::gui::cases {

class InlineForm;

/// What can be done with several concerns at once. What it comes to stays on the page until it is dismissed.
class ChosenBar : public QWidget {
    Q_OBJECT

public:
    explicit ChosenBar(Context& context, QWidget* parent = nullptr);

    /// The concerns that are chosen; with fewer than two there is nothing to do here. `outOfSight`: so many more are
    /// chosen whose rows are not at hand.
    void choose(const QStringList& references, int outOfSight);

    bool isChoosing() const;

Q_SIGNALS:
    void done(); ///< something was written

private:
    void ask(InlineForm* form);
    void closeForm();
    void acknowledge();
    void handOver();
    void run(const std::function<model::Expected<session::BulkAnswer>(session::Session&)>& work, const QString& did);

    Context& m_context;
    QStringList m_references;
    QStringList m_colleagues;
    QWidget* m_choice;
    QLabel* m_count;
    QPushButton* m_acknowledge;
    QPushButton* m_handOver;
    InlineForm* m_form = nullptr;
    Banner* m_result;
    QVBoxLayout* m_column;
};

} // namespace heed::gui::cases
