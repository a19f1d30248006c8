#pragma once

#include "gui/frame/focus_mark.h"
#include "gui/frame/navigator.h"
#include "platform/settings.h"
#include "session/thread.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

class QStackedWidget;

namespace heed::platform {
class DesktopLock;
}

namespace heed::gui {

class Cover;
class GlobalKeys;
class IdleWarning;
class IdleWatch;
class Shell;

/// The one window: first start, sign-in, the signed-in shell, and the cover over all of them.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(const platform::Settings& settings, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Opens the vault's sign-in; without one the vault used last, or the first start.
    void start(const QString& vault = {});
    void showWelcome();
    void showSignIn(const QString& vault, const QString& name = {}, const QString& notice = {});

    enum class Next { SameUser, OtherUser };
    /// Wipes the session. Never asks and is never blocked: dialogs and menus are closed, drafts are saved.
    void lock(Next next = Next::SameUser, const QString& notice = {});
    void toggleCover();
    bool isCovered() const { return m_isCovered; }

    Shell* shell() const; ///< nothing while nobody is signed in
    IdleWatch* idleWatch() const { return m_idle; }
    session::SessionThread* thread() { return &m_thread; }
    platform::DesktopLock* desktopLock() const { return m_desktop; }
    const platform::Settings& settings() const { return m_settings; }

Q_SIGNALS:
    void signedIn();
    void locked();

protected:
    void changeEvent(QEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void showRecovery(const QString& school);
    void welcomeIn(const QString& vault, const session::Member& member);
    void enter(const QString& vault, const session::Member& member);
    void showShell(const QString& vault, const session::Member& member, const model::Profile& profile);
    void showPage(QWidget* page);
    void noteWhere();
    void goBack();
    void returnFocus(int tries, const FocusMark& mark);
    void startIdle();
    void discard(QWidget* widget);
    void sweep();
    void applySettings();

    platform::Settings m_settings;
    session::SessionThread m_thread;
    QStackedWidget* m_stack;
    Cover* m_cover;
    GlobalKeys* m_keys;
    IdleWatch* m_idle;
    IdleWarning* m_warning;
    QPointer<Shell> m_shell;
    QPointer<QWidget> m_page;          ///< what is shown now, below the cover
    QList<QPointer<QWidget>> m_hidden; ///< dialogs that the cover took away
    QPointer<QWidget> m_focusBefore;
    QString m_titleBefore;
    bool m_isCovered = false;
    int m_textPercent; ///< that the pages were made for
    QString m_vault;
    platform::DesktopLock* m_desktop;
    QList<QPointer<QWidget>> m_discarded; ///< hidden, and deleted once no dialog's own loop runs any more
    QTimer m_sweep;

    /// Where the member who locked was: names of places and fields, and nothing that was typed.
    struct Stand {
        QString member;
        Place place = Place::Log;
        QString within;
        FocusMark focus;
    };
    Stand m_last;
};

} // namespace heed::gui
