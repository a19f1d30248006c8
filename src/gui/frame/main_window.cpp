#include "gui/frame/main_window.h"
#include "gui/frame/cover.h"
#include "gui/frame/global_keys.h"
#include "gui/frame/idle_warning.h"
#include "gui/frame/idle_watch.h"
#include "gui/frame/look.h"
#include "gui/frame/notifier.h"
#include "gui/frame/shell.h"
#include "gui/signin/choose_password_page.h"
#include "gui/signin/recover_page.h"
#include "gui/signin/sign_in_page.h"
#include "gui/signin/welcome_page.h"
#include "gui/widgets/tab_order.h"

#include "platform/desktop_lock.h"
#include "platform/log.h"

#include <QApplication>
#include <QDialog>
#include <QScreen>
#include <QStackedWidget>
#include <QThread>

#include <utility>

namespace heed::gui {
namespace {

QList<QWidget*> otherWindows(const QWidget* window)
{
    QList<QWidget*> found;
    for (auto* each : QApplication::topLevelWidgets())
        if (each != window && each->isVisible() && each->windowType() != Qt::ToolTip)
            found << each;
    return found;
}

} // namespace

MainWindow::MainWindow(const platform::Settings& settings, QWidget* parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_stack(new QStackedWidget)
    , m_cover(new Cover)
    , m_keys(new GlobalKeys(this))
    , m_idle(new IdleWatch(this))
    , m_warning(new IdleWarning(this))
    , m_textPercent(settings.textPercent)
    , m_desktop(new platform::DesktopLock(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Heed"));
    setWindowIcon(heedIcon());
    setCentralWidget(m_stack);
    m_stack->addWidget(m_cover);
    // On a small screen the buttons at the foot of a page must be in sight, too; the frame takes some of it.
    constexpr QSize usual(1280, 800);
    constexpr QSize frame(10, 40);
    const auto* on = QGuiApplication::primaryScreen();
    resize(on ? usual.boundedTo(on->availableSize() - frame) : usual);
    setMinimumSize(480, 360);

    connect(m_keys, &GlobalKeys::hideWanted, this, &MainWindow::toggleCover);
    connect(m_keys, &GlobalKeys::lockWanted, this, [this] {
        if (m_shell)
            lock();
    });
    connect(m_idle, &IdleWatch::warned, m_warning, &IdleWarning::showFor);
    connect(m_idle, &IdleWatch::stayed, m_warning, &QWidget::hide);
    connect(m_idle, &IdleWatch::expired, this,
            [this] { lock(Next::SameUser, tr("Heed locked itself because nobody used it. What you typed is kept.")); });
    connect(m_desktop, &platform::DesktopLock::locking, this, [this] {
        if (m_idle->isRunning())
            lock(Next::SameUser, tr("Heed locked itself together with the computer. What you typed is kept."));
    });
    m_sweep.setSingleShot(true);
    connect(&m_sweep, &QTimer::timeout, this, &MainWindow::sweep);
}

MainWindow::~MainWindow()
{
    m_idle->stop();
    if (m_shell)
        m_shell->beforeLock();
    m_thread.lock();
    delete m_shell;
    for (const auto& each : std::as_const(m_discarded))
        delete each;
}

void MainWindow::start(const QString& vault)
{
    const auto path = vault.isEmpty() ? m_settings.lastVault() : vault;
    if (path.isEmpty())
        showWelcome();
    else
        showSignIn(path);
}

void MainWindow::showPage(QWidget* page)
{
    QPointer<QWidget> before = m_page;
    m_page = page;
    if (m_stack->indexOf(page) < 0)
        m_stack->addWidget(page);
    if (!isCovered())
        m_stack->setCurrentWidget(page);
    if (before && before != page) {
        m_stack->removeWidget(before);
        discard(before);
    }
}

void MainWindow::discard(QWidget* widget)
{
    widget->hide();
    m_discarded << widget;
    m_sweep.start(0);
}

void MainWindow::sweep()
{
    constexpr int again = 20; // ms
    // A question box that runs a loop of its own stands on that loop's stack: it leaves first, now that it is hidden.
    if (QThread::currentThread()->loopLevel() > 1) {
        m_sweep.start(again);
        return;
    }
    const auto gone = std::exchange(m_discarded, {});
    for (const auto& each : gone)
        delete each;
}

void MainWindow::showWelcome()
{
    auto* page = new signin::WelcomePage(&m_thread);
    connect(page, &signin::WelcomePage::vaultChosen, this,
            [this](const QString& vault, const QString& name) { showSignIn(vault, name); });
    setWindowTitle(tr("Welcome \u2013 Heed"));
    showPage(page);
}

void MainWindow::showSignIn(const QString& vault, const QString& name, const QString& notice)
{
    m_vault = vault;
    auto* page = new signin::SignInPage(&m_thread, vault, name, notice);
    connect(page, &signin::SignInPage::signedIn, this,
            [this, vault](const session::Member& member) { welcomeIn(vault, member); });
    connect(page, &signin::SignInPage::otherVaultWanted, this, &MainWindow::showWelcome);
    connect(page, &signin::SignInPage::recoveryWanted, this, &MainWindow::showRecovery);
    setWindowTitle(tr("Sign in \u2013 Heed"));
    showPage(page);
    page->focusFirst();
}

void MainWindow::showRecovery(const QString& school)
{
    auto* page = new signin::RecoverPage(&m_thread, m_vault, school);
    connect(page, &signin::RecoverPage::recovered, this, [this](const QString& name) { showSignIn(m_vault, name); });
    connect(page, &signin::RecoverPage::givenUp, this, [this] { showSignIn(m_vault); });
    setWindowTitle(tr("Recovery \u2013 Heed"));
    showPage(page);
    page->focusFirst();
}

void MainWindow::welcomeIn(const QString& vault, const session::Member& member)
{
    if (member.mustChoosePassword) {
        auto* page = new signin::ChoosePasswordPage(&m_thread, member);
        connect(page, &signin::ChoosePasswordPage::chosen, this,
                [this, vault](const session::Member& now) { welcomeIn(vault, now); });
        connect(page, &signin::ChoosePasswordPage::givenUp, this, [this] { lock(Next::OtherUser); });
        setWindowTitle(tr("Choose a password \u2013 Heed"));
        showPage(page);
        page->focusFirst();
        startIdle();
        return;
    }
    m_settings.used(vault);
    if (const auto saved = platform::saveSettings(m_settings); !saved)
        platform::log::warning("settings-not-saved", {{"error", saved.error().code}});
    enter(vault, member);
}

void MainWindow::enter(const QString& vault, const session::Member& member)
{
    m_thread.ask(
        this, [](session::Session& session) -> model::Expected<model::Profile> { return session.profile(); },
        [this, vault, member](const model::Expected<model::Profile>& profile) {
            if (!profile) {
                showSignIn(vault, member.name, profile.error().message);
                return;
            }
            showShell(vault, member, *profile);
        });
}

void MainWindow::showShell(const QString& vault, const session::Member& member, const model::Profile& profile)
{
    m_vault = vault;
    m_shell = new Shell(&m_thread, member, profile, &m_settings, this);
    connect(m_shell, &Shell::lockWanted, this, [this] { lock(); });
    connect(m_shell, &Shell::changeUserWanted, this, [this] { lock(Next::OtherUser); });
    connect(m_shell, &Shell::hideWanted, this, &MainWindow::toggleCover);
    connect(m_shell, &Shell::settingsChanged, this, &MainWindow::applySettings);
    connect(m_shell, &Shell::otherVaultWanted, this, [this](const QString& path) {
        const auto name = m_shell->member().name;
        lock(Next::OtherUser);
        showSignIn(path, name);
    });
    showPage(m_shell);
    if (member.id == m_last.member && m_shell->places().contains(m_last.place)) {
        goBack();
    } else {
        const auto first = member.role == model::Role::Staff ? Place::Log : Place::Cases;
        m_shell->go(m_shell->places().contains(first) ? first : Place::Log);
    }
    m_last = {member.id, m_shell->place(), {}, {}};
    startIdle();
    Q_EMIT signedIn();
}

void MainWindow::noteWhere()
{
    const auto* typing = m_isCovered ? m_focusBefore.data() : focusWidget();
    m_last = {m_shell->member().id, m_shell->place(), m_shell->page(m_shell->place())->where(),
              typing && m_shell->isAncestorOf(typing) ? markOf(typing) : FocusMark()};
}

void MainWindow::goBack()
{
    m_shell->go(m_last.place);
    if (!m_last.within.isEmpty())
        m_shell->page(m_last.place)->goBack(m_last.within);
    constexpr int tries = 8; // questions that a page asks one after the other before its fields are there
    if (!m_last.focus.field.isEmpty())
        returnFocus(tries, m_last.focus);
}

void MainWindow::returnFocus(int tries, const FocusMark& mark)
{
    // Drafts come back from the session in the order in which they were asked for: before this answer.
    m_thread.ask(
        m_shell, [](session::Session&) { return model::Result(); },
        [this, tries, mark](const model::Result& result) {
            if (result && m_shell && !returnTo(mark, m_shell) && tries > 1) // it may have locked since
                returnFocus(tries - 1, mark);
        });
}

void MainWindow::startIdle()
{
    constexpr int secondsPerMinute = 60;
    m_idle->start(m_settings.idleMinutes * secondsPerMinute);
}

void MainWindow::applySettings()
{
    const bool isResized = std::exchange(m_textPercent, m_settings.textPercent) != m_settings.textPercent;
    applyLook(m_settings);
    startIdle();
    if (!m_shell)
        return;
    m_shell->setIdleMinutes(m_settings.idleMinutes);
    if (!isResized || !m_shell->canBeMadeAnew())
        return;
    // Room around things is measured in the text's height when they are made.
    noteWhere();
    m_shell->beforeLock();
    enter(m_vault, m_shell->member());
}

void MainWindow::lock(Next next, const QString& notice)
{
    m_idle->stop();
    m_warning->hide();
    QString name;
    if (m_shell) {
        noteWhere();
        if (next == Next::SameUser)
            name = m_shell->member().name;
        m_shell->beforeLock();
    }
    m_thread.lock();
    for (auto* popup = QApplication::activePopupWidget(); popup; popup = QApplication::activePopupWidget()) {
        popup->hide();
        if (QApplication::activePopupWidget() == popup)
            break;
    }
    // A dialog may want to ask what becomes of it; a hidden one cannot. Those of a page go with the page.
    for (auto* window : otherWindows(this)) {
        window->hide();
        if (!window->parentWidget() || window->parentWidget() == this)
            discard(window);
    }
    for (const auto& window : std::as_const(m_hidden))
        if (window && (!window->parentWidget() || window->parentWidget() == this))
            discard(window);
    m_hidden.clear();
    m_focusBefore.clear();
    m_isCovered = false;
    m_shell.clear();
    showSignIn(m_vault, name, notice); // which discards the page
    Q_EMIT locked();
}

Shell* MainWindow::shell() const
{
    return m_shell;
}

void MainWindow::toggleCover()
{
    if (!m_page)
        return;
    if (!isCovered()) {
        m_focusBefore = QApplication::focusWidget();
        m_titleBefore = windowTitle();
        for (auto* window : otherWindows(this)) {
            if (window->windowType() != Qt::Popup)
                m_hidden << window;
            window->hide();
        }
        m_warning->hide();
        m_isCovered = true;
        m_stack->setCurrentWidget(m_cover);
        setWindowTitle(tr("Today"));
        m_cover->setFocus();
        return;
    }
    m_isCovered = false;
    m_stack->setCurrentWidget(m_page);
    setWindowTitle(m_titleBefore);
    for (const auto& window : std::as_const(m_hidden))
        if (window)
            window->show();
    m_hidden.clear();
    if (m_focusBefore)
        m_focusBefore->setFocus();
}

bool MainWindow::focusNextPrevChild(bool next)
{
    return moveFocus(this, next);
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow() && m_shell)
        m_shell->lookForNew();
}

} // namespace heed::gui
