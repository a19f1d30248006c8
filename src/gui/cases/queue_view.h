#pragma once

#include "gui/frame/context.h"
#include "model/case_filter.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;

namespace heed::gui {
class Banner;
}

namespace heed::gui::cases {

class QueueModel;

/// What waits, with the oldest unacknowledged on top; search and state above it.
class QueueView : public QWidget {
    Q_OBJECT

public:
    explicit QueueView(Context& context, QWidget* parent = nullptr);

    void reload();
    /// Narrows the queue to this.
    void show(const model::CaseFilter& filter);
    QWidget* firstFocus() const;

Q_SIGNALS:
    void wanted(const QString& reference);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void applyFilter();
    void askCounts();
    void askClocks(int first, int last);
    void fitColumns();
    void openCurrent();

    Context& m_context;
    QueueModel* m_model;
    QTableView* m_table;
    QLineEdit* m_search;
    QComboBox* m_state;
    QLabel* m_counts;
    QLabel* m_empty;
    Banner* m_error;
    QTimer m_searchTimer;
    QTimer m_clockTimer;
    QString m_current; ///< the reference to stay at when the rows come anew
};

} // namespace heed::gui::cases
