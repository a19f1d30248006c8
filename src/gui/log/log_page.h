#pragma once

#include "gui/frame/context.h"
#include "gui/frame/place_page.h"

#include <QPointer>
#include <QTimer>

class QBoxLayout;
class QScrollArea;
class QStackedWidget;

namespace heed::gui {
class Banner;
class DraftKeeper;
class FilesField;
class UndoLine;
} // namespace heed::gui

namespace heed::gui::log {

class AfterView;
class CheckView;
class ConcernForm;
class RoutePanel;

/// Logging a concern: the form with who will be told beside it, then a page to read it over, then what to do now.
class LogPage : public PlacePage {
    Q_OBJECT

public:
    explicit LogPage(Context& context, QWidget* parent = nullptr);

    void enter() override;
    void refresh() override { askRoute(); }
    void open(const QString& code) override;
    void beforeLock() override;
    QString title() const override;
    QWidget* firstFocus() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void edited();
    void fitPanel();
    void askRoute();
    void showForm();
    void showCheck();
    void submit();
    void logged(const session::Logged& logged, const model::Concern& concern);
    bool takeDraft(const QByteArray& draft);
    void startAgain();
    void throwAway();

    Context& m_context;
    ConcernForm* m_form;
    FilesField* m_files = nullptr;
    DraftKeeper* m_draft;
    RoutePanel* m_panel;
    CheckView* m_check;
    AfterView* m_after;
    Banner* m_returned; ///< says that a draft came back
    UndoLine* m_thrown;
    QStackedWidget* m_stack;
    QWidget* m_formSide;
    QBoxLayout* m_sides;
    QScrollArea* m_panelArea;
    QPointer<QWidget> m_readFrom; ///< where the focus was when a page of the guidance was asked for
    QTimer m_routeTimer;
    bool m_isNarrow = false;
    int m_asked = 0;           ///< the newest question for a route
    bool m_isRestoring = true; ///< until the draft, if any, has come
    bool m_isSubmitting = false;
};

} // namespace heed::gui::log
