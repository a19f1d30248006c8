#include "gui/log/log_page.h"

#include "gui/files/files_field.h"
#include "gui/frame/draft_keeper.h"
#include "gui/frame/look.h"
#include "gui/log/after_view.h"
#include "gui/log/check_view.h"
#include "gui/log/concern_form.h"
#include "gui/log/pages.h"
#include "gui/log/route_panel.h"
#include "gui/widgets/kit.h"
#include "gui/widgets/undo_line.h"

#include <QApplication>
#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>

#include <utility>

namespace heed::gui::log {

using namespace Qt::StringLiterals;

namespace {

constexpr int routePause = 150; // ms

const QString& draftName()
{
    static const QString name = u"concern"_s;
    return name;
}

} // namespace

PlacePage* makeLogPage(Context& context, QWidget* parent)
{
    return new LogPage(context, parent);
}

LogPage::LogPage(Context& context, QWidget* parent)
    : PlacePage(parent)
    , m_context(context)
    , m_form(new ConcernForm(
          session::checklist(), context.profile,
          [this](const QString& typed, const std::function<void(std::vector<session::FoundPupil>)>& reply) {
              m_context.thread->ask(
                  this, [typed](session::Session& session) { return session::findPupils(session, typed); },
                  [reply](const model::Expected<std::vector<session::FoundPupil>>& found) {
                      // Who cannot be found is described: a search that fails stops nobody.
                      reply(found.value_or(std::vector<session::FoundPupil>{}));
                  });
          }))
    , m_draft(new DraftKeeper(
          context, draftName(),
          [this]() -> std::optional<QByteArray> {
              if (m_isRestoring)
                  return std::nullopt;
              return m_form->isEmpty() ? QByteArray() : m_form->saveDraft();
          },
          this))
    , m_panel(new RoutePanel)
    , m_check(new CheckView(session::checklist()))
    , m_after(new AfterView(context))
    , m_returned(new Banner(Banner::Tone::Note, u"log.returned"_s))
    , m_thrown(new UndoLine(u"log.thrown"_s))
    , m_stack(new QStackedWidget(this))
    , m_formSide(new QWidget)
    , m_panelArea(nullptr)
{
    named(this, u"logPage"_s, title());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);

    auto* written = new QWidget;
    auto* column = new QVBoxLayout(written);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_returned);
    column->addWidget(m_thrown);
    column->addWidget(m_form);
    m_returned->hide();
    auto* clear = button(u"log.startAgain"_s, u"Throw it away and start again"_s);
    m_returned->addButton(clear);
    m_returned->setDismissible(true);

    auto* left = new QWidget;
    auto* leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(0);
    leftColumn->addWidget(scrolling(written, u"log.scroll"_s, 120), 1);
    leftColumn->addWidget(m_form->makeFoot());

    m_sides = new QBoxLayout(QBoxLayout::LeftToRight, m_formSide);
    m_sides->setContentsMargins(0, 0, 0, 0);
    m_sides->setSpacing(0);
    m_sides->addWidget(left, 5);
    auto* beside = new QWidget;
    auto* besideColumn = new QVBoxLayout(beside);
    besideColumn->setContentsMargins(em(0.6), em(1), em(1.2), em(1));
    besideColumn->addWidget(m_panel);
    besideColumn->addStretch();
    m_panelArea = scrolling(beside, u"log.panelScroll"_s);
    m_sides->addWidget(m_panelArea, 3);

    m_stack->addWidget(m_formSide);
    m_stack->addWidget(m_check);
    m_stack->addWidget(scrolling(m_after, u"after.scroll"_s, 110));

    m_routeTimer.setSingleShot(true);
    m_routeTimer.setInterval(routePause);
    connect(&m_routeTimer, &QTimer::timeout, this, &LogPage::askRoute);
    // Once the labels have been laid out anew.
    connect(m_panel, &RoutePanel::resized, this, &LogPage::fitPanel, Qt::QueuedConnection);
    connect(m_form, &ConcernForm::changed, this, &LogPage::edited);
    connect(m_form, &ConcernForm::checkAsked, this, &LogPage::showCheck);
    connect(m_form, &ConcernForm::guidanceAsked, this, [this](const QString& page) {
        m_readFrom = QApplication::focusWidget();
        Q_EMIT m_context.navigator->openGuidance(page, Place::Log);
    });
    connect(m_check, &CheckView::backAsked, this, [this] {
        showForm();
        m_form->firstField()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_check, &CheckView::fieldAsked, this, [this](const QString& key) {
        showForm();
        m_form->goTo(key);
    });
    connect(m_check, &CheckView::submitAsked, this, &LogPage::submit);
    connect(m_after, &AfterView::anotherAsked, this, [this](bool fromPaper) {
        startAgain();
        if (fromPaper)
            m_form->goTo(u"writtenBy"_s);
    });
    connect(clear, &QPushButton::clicked, this, &LogPage::throwAway);

    m_files = new FilesField(*context.thread, u"files"_s, draftName());
    m_form->setFiles(m_files);
    askRoute();
    m_draft->load([this](const QByteArray& draft) { return takeDraft(draft); });
    m_files->load();
}

QString LogPage::title() const
{
    return u"Log a concern"_s;
}

void LogPage::enter()
{
    if (m_stack->currentIndex() == 2 && m_after->isAnswered())
        showForm();
    askRoute();
}

void LogPage::open(const QString& code)
{
    showForm();
    m_form->chooseSign(code);
}

QWidget* LogPage::firstFocus()
{
    if (m_stack->currentIndex() == 1)
        return m_check->firstFocus();
    if (m_stack->currentIndex() == 2)
        return m_after->firstFocus();
    // Whoever looked something up goes on where they were.
    auto* readFrom = std::exchange(m_readFrom, nullptr).data();
    return readFrom && m_form->isAncestorOf(readFrom) ? readFrom : m_form->firstField();
}

void LogPage::resizeEvent(QResizeEvent* event)
{
    PlacePage::resizeEvent(event);
    fitPanel();
}

void LogPage::fitPanel()
{
    // Where there is no room beside the form, who will be told stands above it: always whole, and
    // with the rest, which is asked for, at most two thirds.
    const bool isNarrow = width() < fontMetrics().averageCharWidth() * 105;
    if (isNarrow != m_isNarrow) {
        m_isNarrow = isNarrow;
        m_sides->setDirection(isNarrow ? QBoxLayout::BottomToTop : QBoxLayout::LeftToRight);
        m_sides->setStretch(0, 5);
        m_sides->setStretch(1, isNarrow ? 0 : 3);
        m_panel->setCompact(isNarrow);
        m_form->setCompact(isNarrow);
        const int around = em(isNarrow ? 0.3 : 1);
        m_panel->parentWidget()->layout()->setContentsMargins(em(0.6), around, em(1.2), around);
    }
    auto* beside = m_panel->parentWidget();
    if (!isNarrow) {
        m_panelArea->setMinimumHeight(0);
        m_panelArea->setMaximumHeight(QWIDGETSIZE_MAX);
        return;
    }
    beside->layout()->activate();
    const int wanted =
        beside->layout()->hasHeightForWidth() ? beside->layout()->heightForWidth(width()) : beside->sizeHint().height();
    const int most = height() - m_sides->itemAt(0)->minimumSize().height();
    m_panelArea->setFixedHeight(qMin(wanted, m_panel->isOpen() ? qMin(most, height() * 2 / 3) : most));
}

void LogPage::edited()
{
    if (m_isRestoring)
        return;
    m_thrown->forget();
    m_routeTimer.start();
    m_draft->edited();
}

void LogPage::askRoute()
{
    const int question = ++m_asked;
    const auto concern = m_form->concern();
    m_context.thread->ask(
        this,
        [concern](session::Session& session) -> model::Expected<model::Route> {
            return session::routeFor(session, concern);
        },
        [this, question](const model::Expected<model::Route>& route) {
            // An older answer must not overtake what has been typed since.
            if (route && question == m_asked)
                m_panel->setRoute(*route);
        });
}

void LogPage::showForm()
{
    m_stack->setCurrentIndex(0);
}

void LogPage::showCheck()
{
    const auto concern = m_form->concern();
    struct Look {
        std::vector<rules::Problem> problems;
        model::Route route;
    };
    m_context.thread->ask(
        this,
        [concern](session::Session& session) -> model::Expected<Look> {
            return Look{session::check(session, concern), session::routeFor(session, concern)};
        },
        [this, concern](const model::Expected<Look>& look) {
            if (!look) {
                Q_EMIT m_context.navigator->fail(look.error());
                return;
            }
            auto problems = m_form->unreadable();
            problems.insert(problems.end(), look->problems.begin(), look->problems.end());
            m_form->mark(problems);
            m_check->setConcern(concern, problems, look->route, m_files->files());
            m_stack->setCurrentIndex(1);
            m_check->firstFocus()->setFocus(Qt::OtherFocusReason);
        });
}

void LogPage::submit()
{
    if (m_isSubmitting)
        return;
    m_isSubmitting = true;
    m_check->setSubmitting(true);
    const auto concern = m_form->concern();
    m_context.thread->ask(
        this, [concern](session::Session& session) { return session::logConcern(session, concern, draftName()); },
        [this, concern](const model::Expected<session::Logged>& answer) {
            m_isSubmitting = false;
            if (!answer) {
                m_check->showError(answer.error().message);
                m_draft->store();
                return;
            }
            logged(*answer, concern);
        });
}

void LogPage::logged(const session::Logged& answer, const model::Concern& concern)
{
    m_after->setLogged(answer, concern, session::checklist());
    m_isRestoring = true;
    m_form->clearAll();
    m_files->startOver();
    m_isRestoring = false;
    m_returned->hide();
    m_thrown->forget();
    m_draft->store();
    askRoute();
    m_stack->setCurrentIndex(2);
    m_after->firstFocus()->setFocus(Qt::OtherFocusReason);
    // Whom to tell is read first, also where the button for it is further down.
    QTimer::singleShot(0, this,
                       [this] { findChild<QScrollArea*>(u"after.scroll"_s)->verticalScrollBar()->setValue(0); });
    Q_EMIT m_context.navigator->showLogged(answer);
}

void LogPage::startAgain()
{
    m_isRestoring = true;
    m_form->clearAll();
    m_files->dropAll();
    m_isRestoring = false;
    m_returned->hide();
    m_draft->store();
    askRoute();
    showForm();
    m_form->firstField()->setFocus(Qt::OtherFocusReason);
}

void LogPage::throwAway()
{
    const auto thrown = m_form->saveDraft();
    const auto files = m_files->files().size();
    startAgain();
    m_thrown->offer(u"Thrown away"_s,
                    files == 0 ? u"It was not submitted."_s
                               : u"It was not submitted. If it comes back, its files have to be attached again."_s,
                    [this, thrown] {
                        m_form->restoreDraft(thrown);
                        m_draft->edited();
                        askRoute();
                        m_form->firstField()->setFocus(Qt::OtherFocusReason);
                    });
}

bool LogPage::takeDraft(const QByteArray& draft)
{
    // What was typed before the draft came stays: it is newer.
    const bool isBack = !draft.isEmpty() && m_form->isEmpty() && m_form->restoreDraft(draft);
    if (isBack) {
        m_returned->set(u"This is what you had written"_s, u"It was kept sealed. It has not been submitted."_s);
        m_returned->show();
        askRoute();
    }
    m_isRestoring = false;
    if (!m_form->isEmpty())
        m_draft->edited();
    return isBack;
}

void LogPage::beforeLock()
{
    // Also what nobody paused after, or typed before an older draft came: the thread runs it before the keys go.
    if (!m_form->isEmpty())
        m_isRestoring = false;
    m_draft->store();
}

} // namespace heed::gui::log
