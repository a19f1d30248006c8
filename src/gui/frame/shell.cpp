#include "gui/frame/shell.h"
#include "gui/cases/pages.h"
#include "gui/child/pages.h"
#include "gui/frame/desk_notes.h"
#include "gui/frame/look.h"
#include "gui/frame/navigation.h"
#include "gui/frame/notifier.h"
#include "gui/frame/standing_notes.h"
#include "gui/guidance/pages.h"
#include "gui/log/pages.h"
#include "gui/overview/pages.h"
#include "gui/settings/pages.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/announce.h"
#include "gui/widgets/flow_layout.h"
#include "gui/widgets/named.h"
#include "gui/widgets/secret_clipboard.h"

#include "session/backups.h"
#include "session/logging.h"
#include "session/own.h"
#include "session/review.h"
#include "session/school_guidance.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace heed::gui {
namespace {

using namespace std::chrono_literals;

constexpr auto lookInterval = 30s;
constexpr auto sayInterval = 8s;
constexpr auto backupPause = 45s;

} // namespace

Shell::Shell(session::SessionThread* thread, const session::Member& member, const model::Profile& profile,
             platform::Settings* settings, QWidget* parent)
    : QWidget(parent)
    , m_context{thread, &m_navigator, member, profile, settings, {}, {}}
{
    setObjectName(QStringLiteral("shell"));
    m_places = {Place::Log, Place::MyConcerns};
    if (m_context.isReader())
        m_places << Place::Cases << Place::Children << Place::Overview;
    m_places << Place::Guidance << Place::Settings;
    m_notifier = new Notifier(parent ? parent->window() : this);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHeader(column);
    m_standing = new StandingNotes(m_context);
    column->addWidget(m_standing);
    buildPlaces(column);
    listen();

    m_look.setInterval(lookInterval);
    connect(&m_look, &QTimer::timeout, this, &Shell::lookForNew);
    m_look.start();
    m_standing->reload();
    count(false);
    askWhetherTold();
    m_context.thread->ask(
        this,
        [](session::Session& session) -> model::Expected<std::vector<model::GuidanceFile>> {
            return session::schoolGuidance(session);
        },
        [this](model::Expected<std::vector<model::GuidanceFile>> files) {
            if (files)
                m_context.guidance = std::move(*files);
        });
    // Not while somebody waits for the first page.
    QTimer::singleShot(backupPause, this, &Shell::backUp);
}

Shell::~Shell()
{
    // The pages borrow the context.
    qDeleteAll(m_pages);
}

void Shell::buildHeader(QVBoxLayout* column)
{
    auto* top = new QFrame;
    top->setProperty("role", QStringLiteral("top"));
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(em(1.1), em(0.5), em(0.8), em(0.5));

    auto* who = new QVBoxLayout;
    who->setSpacing(0);
    auto* name = new QLabel(m_context.member.name);
    name->setTextFormat(Qt::PlainText);
    name->setObjectName(QStringLiteral("signedInAs"));
    name->setProperty("role", QStringLiteral("strong"));
    name->setAccessibleName(tr("Signed in as %1").arg(name->text()));
    m_idleNote = remarkLabel({});
    m_idleNote->setObjectName(QStringLiteral("idleNote"));
    setIdleMinutes(m_context.settings->idleMinutes);
    who->addWidget(name);
    who->addWidget(m_idleNote);
    row->addLayout(who, 1);

    auto* buttons = new FlowLayout;
    buttons->setRightAligned(true);
    const auto add = [&](const char* objectName, const QString& text, const QString& about, auto signal) {
        auto* made = button(QString::fromLatin1(objectName), text);
        made->setProperty("role", QStringLiteral("quiet"));
        made->setToolTip(about);
        made->setAccessibleDescription(about);
        connect(made, &QPushButton::clicked, this, signal);
        buttons->addWidget(made);
    };
    add("hideButton", tr("Hide (F12)"), tr("Covers the window at once; F12 brings it back"), &Shell::hideWanted);
    add("changeUserButton", tr("Change user"), tr("Locks, and asks who is next"), &Shell::changeUserWanted);
    add("lockButton", tr("Lock (Ctrl+L)"), tr("Locks at once; what you typed is kept"), &Shell::lockWanted);
    row->addLayout(buttons, 2);
    column->addWidget(top);
}

void Shell::buildPlaces(QVBoxLayout* column)
{
    m_navigation = new Navigation;
    const auto add = [this](Place place, const char* objectName, const QString& text) {
        if (m_places.contains(place))
            m_navigation->add(place, QString::fromLatin1(objectName), text);
    };
    add(Place::Log, "navLog", tr("Log a concern"));
    add(Place::MyConcerns, "navMyConcerns", tr("My concerns"));
    add(Place::Cases, "navCases", tr("Cases"));
    add(Place::Children, "navChildren", tr("Children"));
    add(Place::Overview, "navOverview", tr("Overview"));
    add(Place::Guidance, "navGuidance", tr("Guidance"));
    add(Place::Settings, "navSettings", tr("Settings"));
    connect(m_navigation, &Navigation::chosen, this, &Shell::go);

    auto* side = new QScrollArea;
    side->setObjectName(QStringLiteral("navigationScroll"));
    side->setWidgetResizable(true);
    side->setFrameShape(QFrame::NoFrame);
    side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    side->setFocusPolicy(Qt::NoFocus);
    side->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    side->setWidget(m_navigation);
    m_side = side;
    fitNavigation();

    m_error = new Banner(Banner::Tone::Danger, QStringLiteral("errorBanner"));
    m_error->setDismissible(true);
    m_error->hide();
    m_waiting = new Banner(Banner::Tone::Note, QStringLiteral("waitingBanner"));
    m_waiting->setDismissible(true);
    m_waiting->hide();
    m_untold = new Banner(Banner::Tone::Tell, QStringLiteral("untoldBanner"));
    m_untold->setDismissible(true);
    m_untold->hide();
    auto* sayNow = button(QStringLiteral("untoldGo"), tr("Say whom you told"));
    m_untold->addButton(sayNow);
    connect(sayNow, &QPushButton::clicked, this, [this] {
        m_untold->hide();
        go(Place::MyConcerns);
    });
    m_stack = new QStackedWidget;
    m_status = remarkLabel({});
    m_status->setObjectName(QStringLiteral("status"));
    m_status->setContentsMargins(em(0.8), em(0.3), em(0.8), em(0.4));
    m_status->hide();
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(sayInterval);
    connect(&m_quiet, &QTimer::timeout, m_status, &QWidget::hide);

    auto* banners = new QVBoxLayout;
    banners->setContentsMargins(em(0.8), em(0.6), em(0.8), 0);
    banners->addWidget(m_error);
    banners->addWidget(m_waiting);
    banners->addWidget(m_untold);
    m_notes = new DeskNotes(m_context);
    auto* main = new QVBoxLayout;
    main->setContentsMargins(0, 0, 0, 0);
    main->setSpacing(0);
    main->addLayout(banners);
    main->addWidget(m_notes);
    main->addWidget(m_stack, 1);
    main->addWidget(m_status);
    auto* body = new QWidget;
    auto* row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(side);
    row->addLayout(main, 1);
    column->addWidget(body, 1);
    // On a small screen there is room for one of the two.
    connect(m_standing, &StandingNotes::asking, body, &QWidget::setHidden);
}

void Shell::askWhetherTold()
{
    m_context.thread->ask(
        this, [](session::Session& session) { return session::followOwn(session); },
        [this](const model::Expected<bool>& whole) {
            if (!whole)
                return;
            // What somebody asks for meanwhile comes in between.
            if (*whole)
                askWhatIsUntold();
            else
                askWhetherTold();
        });
}

void Shell::askWhatIsUntold()
{
    m_context.thread->ask(
        this, [](session::Session& session) { return session::myConcerns(session); },
        [this](const model::Expected<std::vector<session::OwnConcern>>& own) {
            if (!own)
                return;
            const auto untold = std::count_if(own->begin(), own->end(),
                                              [](const session::OwnConcern& one) { return !one.toldAnswered; });
            if (untold == 0)
                return;
            m_untold->setBrief(untold == 1 ? tr("Whom did you tell?")
                                           : tr("%1 concerns: whom did you tell?").arg(untold));
            m_untold->announce(untold == 1
                                   ? tr("You logged a concern and have not said yet whom you told")
                                   : tr("You logged %1 concerns and have not said yet whom you told").arg(untold),
                               tr("Logging is not telling. Tell a safeguarding lead now, in person or by "
                                  "telephone."));
        });
}

void Shell::fitNavigation()
{
    m_navigation->layout()->activate();
    m_side->setFixedWidth(m_navigation->sizeHint().width() + em(0.9));
}

void Shell::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_side)
        QTimer::singleShot(0, this, &Shell::fitNavigation); // when the places have their new font too
}

void Shell::listen()
{
    connect(&m_navigator, &Navigator::openPlace, this, &Shell::go);
    const auto openIn = [this](Place place) {
        return [this, place](const QString& what) {
            if (!m_places.contains(place))
                return;
            go(place);
            page(place)->open(what);
        };
    };
    connect(&m_navigator, &Navigator::openCase, this, openIn(Place::Cases));
    connect(&m_navigator, &Navigator::openChild, this, openIn(Place::Children));
    connect(&m_navigator, &Navigator::openGuidance, this, [this, openIn](const QString& what, Place from) {
        m_readFrom = from;
        openIn(Place::Guidance)(what);
        page(Place::Guidance)->setOrigin(from);
    });
    connect(&m_navigator, &Navigator::leaveGuidance, this, [this] { goBackTo(m_readFrom); });
    connect(&m_navigator, &Navigator::openCallSheet, this, [this](const QString& reference) {
        if (!m_places.contains(Place::Cases))
            return;
        go(Place::Cases);
        page(Place::Cases)->goBack(QStringLiteral("call-sheet ") + reference);
    });
    connect(&m_navigator, &Navigator::logWithSign, this, openIn(Place::Log));
    connect(&m_navigator, &Navigator::openList, this, [this](const model::CaseFilter& filter) {
        if (!m_places.contains(Place::Cases))
            return;
        go(Place::Cases);
        page(Place::Cases)->narrow(filter);
    });
    connect(&m_navigator, &Navigator::showLogged, this, [this] { count(false); });
    connect(&m_navigator, &Navigator::say, this, [this](const QString& sentence) {
        say(sentence);
        count(false); // what was just done may have changed what waits
        m_notes->reload();
    });
    connect(m_notes, &DeskNotes::recoveryWanted, this, [this] {
        go(Place::Settings);
        page(Place::Settings)->open(QStringLiteral("recovery"));
    });
    connect(m_standing, &StandingNotes::accepted, this, [this] {
        count(false);
        if (auto* shown = m_pages.value(m_place))
            shown->refresh();
    });
    connect(&m_navigator, &Navigator::openVault, this, &Shell::otherVaultWanted);
    connect(&m_navigator, &Navigator::fail, this,
            [this](const model::Error& error) { m_error->announce(tr("That did not work"), error.message); });
}

PlacePage* Shell::make(Place place)
{
    switch (place) {
    case Place::Log: return log::makeLogPage(m_context, nullptr);
    case Place::MyConcerns: return log::makeMyConcernsPage(m_context, nullptr);
    case Place::Cases: return cases::makeCasesPage(m_context, nullptr);
    case Place::Children: return child::makeChildPage(m_context, nullptr);
    case Place::Overview: return overview::makeOverviewPage(m_context, nullptr);
    case Place::Guidance: return guidance::makeGuidancePage(m_context, nullptr);
    case Place::Settings: break;
    }
    return settings::makeSettingsPage(
        m_context, [this] { Q_EMIT settingsChanged(); }, nullptr);
}

PlacePage* Shell::page(Place place)
{
    auto*& found = m_pages[place];
    if (!found) {
        found = make(place);
        m_stack->addWidget(found);
    }
    return found;
}

void Shell::go(Place place)
{
    auto* next = page(place);
    turnTo(place);
    next->enter();
    if (auto* first = next->firstFocus())
        first->setFocus(Qt::OtherFocusReason);
}

void Shell::goBackTo(Place place)
{
    auto* before = page(place)->focusWidget();
    turnTo(place);
    auto* first = before && before->isVisible() ? before : page(place)->firstFocus();
    if (first)
        first->setFocus(Qt::OtherFocusReason);
}

void Shell::turnTo(Place place)
{
    auto* next = page(place);
    m_place = place;
    m_notes->setOnDesk(place == Place::Cases);
    m_notes->reload();
    m_navigation->select(place);
    m_error->hide();
    m_stack->setCurrentWidget(next);
    setWindowTitle(next->title());
    window()->setWindowTitle(next->title() + QStringLiteral(" \u2013 Heed"));
}

void Shell::beforeLock()
{
    clearCopiedSecret();
    m_standing->beforeLock();
    for (auto* each : std::as_const(m_pages))
        each->beforeLock();
}

bool Shell::canBeMadeAnew() const
{
    return std::all_of(m_pages.begin(), m_pages.end(), [](const PlacePage* each) { return each->canBeMadeAnew(); });
}

void Shell::backUp()
{
    m_context.thread->ask(
        this, [](session::Session& session) { return session::backUpIfDue(session); },
        [this](const model::Expected<bool>& made) {
            // Whoever cannot mend it is not troubled; a vault that is behind says so already.
            if (!made && m_context.isReader() && made.error().code != model::ErrorCode::Behind)
                m_error->announce(tr("Today\u2019s backup was not made"), made.error().message);
        });
}

void Shell::setIdleMinutes(int minutes)
{
    const auto when = minutes == 1 ? tr("locks after 1 idle minute") : tr("locks after %1 idle minutes").arg(minutes);
    m_idleNote->setText(model::title(m_context.member.role) + QStringLiteral("  \u00b7  ") + when);
}

void Shell::say(const QString& sentence)
{
    m_status->setText(sentence);
    m_status->setAccessibleName(sentence);
    m_status->show();
    announce(m_status);
    m_quiet.start();
}

void Shell::lookForNew()
{
    if (m_looking)
        return;
    m_looking = true;
    struct Look {
        bool isNew;
        model::Profile profile;
        std::vector<model::GuidanceFile> guidance;
    };
    m_context.thread->ask(
        this,
        [](session::Session& session) -> model::Expected<Look> {
            HEED_TAKE(const bool isNew, session.refresh());
            return Look{isNew, session.profile(), session::schoolGuidance(session)};
        },
        [this](model::Expected<Look> answer) {
            m_looking = false;
            m_standing->reload();
            if (!answer)
                return; // it is tried again; what a person asks for says its own errors
            m_context.profile = answer->profile;
            m_context.guidance = std::move(answer->guidance);
            if (!answer->isNew)
                return;
            count(true);
            if (auto* shown = m_pages.value(m_place))
                shown->refresh();
        });
}

void Shell::count(bool notify)
{
    if (!m_context.isReader())
        return;
    m_context.thread->ask(
        this, [](session::Session& session) { return session::counts(session); },
        [this, notify](const model::Expected<session::QueueCounts>& counts) {
            if (!counts)
                return;
            const auto waiting = counts->waiting;
            m_navigation->setBadge(Place::Cases, waiting, tr("%1 waiting").arg(waiting));
            // All are counted: one may come while a colleague acknowledges another.
            const auto all = waiting + counts->open + counts->closed;
            if (notify && m_concerns >= 0 && all > m_concerns) {
                m_notifier->somethingCame();
                m_waiting->announce({}, tr("Something new is waiting in Cases."));
            }
            m_concerns = all;
        });
}

} // namespace heed::gui
