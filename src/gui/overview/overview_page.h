#pragma once

#include "gui/frame/context.h"
#include "gui/frame/place_page.h"
#include "session/overview.h"

class QLabel;
class QStackedWidget;

namespace heed::gui {
class Banner;
} // namespace heed::gui

namespace heed::gui::overview {

class FigureTable;
class GovernorsView;

/// What a safeguarding lead asks on a Monday morning: what waits, what is late, how old the open ones are, what was
/// noticed, how soon it was taken on. Counted and dated, never scored.
class OverviewPage : public PlacePage {
    Q_OBJECT

public:
    explicit OverviewPage(Context& context, QWidget* parent = nullptr);

    void enter() override;
    void refresh() override;
    QString where() const override;
    void goBack(const QString& where) override;
    QString title() const override;
    QWidget* firstFocus() override;

private:
    FigureTable* table(const QString& name, const QString& title, const QString& corner);
    void reload();
    void showFigures(const session::Overview& all);
    void showNow(const std::vector<session::Figure>& figures);
    void showGovernors();

    Context& m_context;
    QStackedWidget* m_stack;
    QWidget* m_figures;
    GovernorsView* m_governors;
    Banner* m_error;
    QWidget* m_now;
    QLabel* m_none;
    FigureTable* m_ages;
    FigureTable* m_waits;
    FigureTable* m_signs;
};

} // namespace heed::gui::overview
