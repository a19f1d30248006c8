#pragma once

#include "gui/frame/context.h"
#include "model/case_filter.h"
#include "session/saved_filters.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace heed::gui {
class Banner;
class Field;
class UndoLine;
} // namespace heed::gui

namespace heed::gui::log {
class DayField;
}

namespace heed::gui::cases {

/// What the queue is narrowed to: a search and a state in sight, all else below "More filters", and filters that a
/// member keeps under names of their own.
class FilterBar : public QWidget {
    Q_OBJECT

public:
    explicit FilterBar(Context& context, QWidget* parent = nullptr);

    const model::CaseFilter& filter() const { return m_filter; }
    /// Shows this filter and asks for it.
    void set(const model::CaseFilter& filter);
    /// Shows everything, and offers to go back.
    void clear();
    void focusSearch();
    QWidget* firstFocus() const;
    /// What it is narrowed to, in words; empty where everything is shown.
    QString inWords() const;

Q_SIGNALS:
    void changed();
    void searchDone(); ///< Enter in the search

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeMore();
    QWidget* makeKept();
    void read();
    void ask();
    void loadKept();
    void loadDsls();
    void showMore(bool show);
    void keep(const session::SavedFilter& kept);
    void dropChosen();
    void choose(int kept);

    Context& m_context;
    model::CaseFilter m_filter;
    model::CaseFilter m_before; ///< that was left for everything
    std::vector<session::SavedFilter> m_keptFilters;
    bool m_isSetting = false;
    QTimer m_pause;

    QBoxLayout* m_first = nullptr; ///< search, state and order
    QLineEdit* m_search;
    QComboBox* m_state;
    QComboBox* m_order;
    QComboBox* m_level;
    QComboBox* m_dsl;
    QComboBox* m_year;
    QComboBox* m_sign;
    QComboBox* m_flag;
    QComboBox* m_wait;
    log::DayField* m_since;
    log::DayField* m_until;
    QCheckBox* m_overdue;
    QPushButton* m_toggle = nullptr;
    QPushButton* m_clear = nullptr;
    QPushButton* m_back = nullptr;
    QWidget* m_more = nullptr;
    QComboBox* m_kept;
    QLineEdit* m_keepAs;
    QPushButton* m_drop = nullptr;
    Field* m_sinceField = nullptr;
    Field* m_untilField = nullptr;
    Banner* m_error = nullptr;
    UndoLine* m_thrown = nullptr; ///< a kept filter
};

} // namespace heed::gui::cases
