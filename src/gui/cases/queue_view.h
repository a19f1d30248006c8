#pragma once

#include "gui/frame/context.h"
#include "model/case_filter.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QTableView;

namespace heed::gui {
class Banner;
}

namespace heed::gui::cases {

class ChosenBar;
class FilterBar;
class QueueModel;

/// What waits, with the oldest unacknowledged on top; above it what it is narrowed to, below it what can be done with
/// several at once.
class QueueView : public QWidget {
    Q_OBJECT

public:
    explicit QueueView(Context& context, QWidget* parent = nullptr);

    void reload();
    /// Something is new: rows come anew unless several are chosen, which would be lost.
    void refresh();
    /// Narrows the queue to this.
    void show(const model::CaseFilter& filter);
    QWidget* firstFocus() const;

Q_SIGNALS:
    void wanted(const QString& reference);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeTable();
    QWidget* makeEmpty();
    void narrow();
    void showRows();
    void askCounts();
    void askClocks(int first, int last);
    void fitColumns();
    void openCurrent();
    void choose();

    Context& m_context;
    QueueModel* m_model;
    FilterBar* m_filters;
    QTableView* m_table;
    ChosenBar* m_chosen;
    QLabel* m_counts;
    QLabel* m_narrowed;
    QLabel* m_empty;
    QWidget* m_nothing;
    Banner* m_error;
    QTimer m_clockTimer;
    QString m_current;        ///< the reference to stay at when the rows come anew
    bool m_goToTable = false; ///< once the rows are there: Enter was pressed in the search
};

} // namespace heed::gui::cases
