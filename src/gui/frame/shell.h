#pragma once

#include "gui/frame/context.h"
#include "gui/frame/place_page.h"

#include <QMap>
#include <QTimer>

class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace heed::gui {

class Banner;
class DeskNotes;
class Navigation;
class Notifier;
class StandingNotes;

/// All that is shown between sign-in and lock: header, navigation, the pages, and what the vault has to say of itself.
class Shell : public QWidget {
    Q_OBJECT

public:
    Shell(session::SessionThread* thread, const session::Member& member, const model::Profile& profile,
          platform::Settings* settings, QWidget* parent = nullptr);
    ~Shell() override;

    void go(Place place);
    /// To a place as it was left, with what was typed there and where one was in it.
    void goBackTo(Place place);
    Place place() const { return m_place; }
    PlacePage* page(Place place);
    const QList<Place>& places() const { return m_places; }
    void beforeLock();
    /// Reads what others have written since.
    void lookForNew();
    Notifier& notifier() { return *m_notifier; }
    const session::Member& member() const { return m_context.member; }
    void setIdleMinutes(int minutes);
    /// Nothing is shown that would be lost if all pages were made anew, with their drafts.
    bool canBeMadeAnew() const;

Q_SIGNALS:
    void hideWanted();
    void lockWanted();
    void changeUserWanted();
    void settingsChanged();
    void otherVaultWanted(const QString& path);

protected:
    void changeEvent(QEvent* event) override;

private:
    void askWhetherTold();
    void askWhatIsUntold();
    void fitNavigation();
    void buildHeader(QVBoxLayout* column);
    void buildPlaces(QVBoxLayout* column);
    void listen();
    void count(bool notify);
    void backUp();
    void say(const QString& sentence);
    PlacePage* make(Place place);
    void turnTo(Place place);

    Navigator m_navigator;
    Context m_context;
    QList<Place> m_places;
    QMap<Place, PlacePage*> m_pages;
    Place m_place = Place::Log;
    Place m_readFrom = Place::Log; ///< where the guidance was opened from
    Navigation* m_navigation = nullptr;
    QWidget* m_side = nullptr;
    QStackedWidget* m_stack = nullptr;
    Banner* m_error = nullptr;
    Banner* m_waiting = nullptr;
    Banner* m_untold = nullptr; ///< that one's own concern was logged, and nobody said yet that somebody was told
    DeskNotes* m_notes = nullptr;
    StandingNotes* m_standing = nullptr;
    QLabel* m_status = nullptr;
    QLabel* m_idleNote = nullptr;
    Notifier* m_notifier = nullptr;
    QTimer m_look;
    QTimer m_quiet;
    qint64 m_concerns = -1; ///< all that this desk holds; -1: not counted yet
    bool m_looking = false;
};

} // namespace heed::gui
