#pragma once

#include "gui/child/timeline.h"
#include "gui/frame/context.h"
#include "gui/frame/place_page.h"
#include "session/review.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace heed::gui {
class Banner;
class Card;
} // namespace heed::gui

namespace heed::gui::log {
class RecordView;
}

namespace heed::gui::child {

class FiguresModel;
class GatheringCard;
class MergeCard;
class TimelineChart;

/// One child: the front sheet, the signs over time, and every concern about them with what happened, the newest first
/// and in pages.
class ChildPage : public PlacePage {
    Q_OBJECT

public:
    explicit ChildPage(Context& context, QWidget* parent = nullptr);

    void enter() override;
    void refresh() override;
    void open(const QString& id) override;
    void beforeLock() override;
    QString where() const override { return m_child; }
    void goBack(const QString& where) override { open(where); }
    QString title() const override;
    QWidget* firstFocus() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeLegend();
    void search();
    void setPage(const session::ChildPage& page, bool first);
    void addConcern(const model::Case& record);
    void askFacts(const model::Child& child);
    void askSigns();
    void askMore();
    void askReaders();
    void setParts(bool visible);
    void fitTable();

    Context& m_context;
    QString m_dotReference;
    QString m_child;
    QLineEdit* m_search;
    QLabel* m_name;
    GatheringCard* m_gathering;
    Banner* m_error;
    log::RecordView* m_facts;
    TimelineChart* m_chart;
    QLabel* m_dot;          ///< what the dot with the ring says
    QPushButton* m_dotOpen; ///< opens its concern
    QTableView* m_figures;
    FiguresModel* m_model;
    Card* m_factsCard;
    Card* m_signsCard;
    Card* m_casesCard;
    MergeCard* m_merge;
    log::RecordView* m_readers;
    Card* m_readersCard = nullptr;
    QPushButton* m_more;
    std::optional<session::ChildCursor> m_next;
    QWidget* m_cases = nullptr;
};

} // namespace heed::gui::child
