#include "gui/guidance/guidance_page.h"
#include "gui/frame/look.h"
#include "gui/guidance/call_sheet_card.h"
#include "gui/guidance/contents_tree.h"
#include "gui/guidance/reader.h"
#include "gui/widgets/kit.h"
#include "gui/widgets/paper_dialog.h"

#include "guidance/today.h"
#include "guidance/whole.h"
#include "model/role.h"
#include "platform/clock.h"
#include "report/guidance_sheet.h"
#include "session/continuity.h"
#include "session/school_guidance.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QLineEdit>
#include <QShortcut>
#include <QSplitter>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

namespace heed::gui::guidance {
namespace {

namespace lib = heed::guidance;

const QString& firstPage()
{
    static const QString id = QStringLiteral("what-to-do");
    return id;
}

/// Whether one rings the school's hub after reading this: its page, or the card with its number.
bool isOfTheHub(const lib::Shown& shown, const model::Profile& profile)
{
    return shown.line.id == u"mash" || shown.line.id == u"manchester-mash" ||
           (!shown.line.phone.isEmpty() && shown.line.phone == profile.mash.phone);
}

} // namespace

PlacePage* makeGuidancePage(Context& context, QWidget* parent)
{
    return new GuidancePage(context, parent);
}

GuidancePage::GuidancePage(Context& context, QWidget* parent)
    : PlacePage(parent)
    , m_context(context)
    , m_library(lib::Library::builtIn())
    , m_search(new QLineEdit)
    , m_readers(new CalmComboBox)
    , m_searchSoon(new QTimer(this))
    , m_splitter(new QSplitter)
    , m_contents(new ContentsTree)
    , m_reader(new Reader)
    , m_leaving(new Banner(Banner::Tone::Note, QStringLiteral("leavingBanner")))
    , m_back(button(QStringLiteral("guidanceBack"), tr("Back")))
    , m_forward(button(QStringLiteral("guidanceForward"), tr("Forward")))
    , m_logSign(primaryButton(QStringLiteral("logWithSign"), tr("Log a concern with this sign")))
    , m_caseSheet(primaryButton(QStringLiteral("guidanceCaseSheet"), tr("Call sheet for a case\u2026")))
    , m_callSheet(context.isReader()
                      ? button(QStringLiteral("guidanceCallSheet"), tr("Call sheet to write on\u2026"))
                      : primaryButton(QStringLiteral("guidanceCallSheet"), tr("Call sheet to write on\u2026")))
    , m_whichCase(new CallSheetCard(context))
    , m_showContents(button(QStringLiteral("guidanceShowContents"), tr("Contents and search")))
    , m_hideContents(linkButton(QStringLiteral("guidanceHideContents"), tr("\u2190 Back to the page")))
    , m_return(linkButton(QStringLiteral("guidanceReturn"), tr("\u2190 Back to your concern")))
{
    setObjectName(QStringLiteral("guidancePage"));
    m_splitter->setObjectName(QStringLiteral("guidanceSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_left = makeContents();
    m_right = makeReader();
    m_splitter->addWidget(m_left);
    m_splitter->addWidget(m_right);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 5);
    m_splitter->setSizes({em(23), em(50)});
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_splitter);
    takeKeys();
    listAll();
}

QWidget* GuidancePage::makeContents()
{
    auto* left = new QWidget;
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(em(0.9), em(0.9), em(0.4), em(0.9));
    column->addWidget(m_hideContents, 0, Qt::AlignLeft);
    m_hideContents->hide();
    connect(m_hideContents, &QPushButton::clicked, this, [this] { showContents(false); });
    column->addWidget(new Field(QStringLiteral("guidanceSearch"), tr("&Search the guidance"), m_search));
    m_search->setClearButtonEnabled(true);
    m_readers->addItem(tr("Everybody"));
    for (const auto& [reader, name] : model::Names<lib::Audience>::table)
        m_readers->addItem(lib::readersText({reader}), static_cast<int>(reader));
    column->addWidget(new Field(QStringLiteral("guidanceReaders"), tr("Pages and cards &for"), m_readers));
    column->addWidget(m_contents, 1);
    m_searchSoon->setSingleShot(true);
    m_searchSoon->setInterval(120);
    connect(m_searchSoon, &QTimer::timeout, this, &GuidancePage::find);
    connect(m_search, &QLineEdit::textChanged, m_searchSoon, qOverload<>(&QTimer::start));
    connect(m_readers, &QComboBox::currentIndexChanged, this, &GuidancePage::find);
    connect(m_contents, &ContentsTree::chosen, this, [this](const QString& id, int heading) {
        goTo(id, heading);
        if (m_isNarrow)
            showContents(false);
    });
    return left;
}

QWidget* GuidancePage::makeReader()
{
    auto* print = button(QStringLiteral("guidancePrint"), tr("Print or save\u2026"));
    auto* bar = new FlowLayout;
    auto* smaller = named(button(QStringLiteral("guidanceSmaller"), tr("A\u2212")), QStringLiteral("guidanceSmaller"),
                          tr("Smaller text"));
    auto* larger =
        named(button(QStringLiteral("guidanceLarger"), tr("A+")), QStringLiteral("guidanceLarger"), tr("Larger text"));
    for (auto* each : {m_showContents, m_back, m_forward, print, smaller, larger, m_logSign, m_caseSheet, m_callSheet})
        bar->addWidget(each);
    auto* openLink = primaryButton(QStringLiteral("leavingOpen"), tr("Open in the browser"));
    auto* stay = button(QStringLiteral("leavingStay"), tr("Stay here"));
    m_leaving->addButton(openLink);
    m_leaving->addButton(stay);
    m_leaving->hide();
    m_callSheet->hide();
    m_caseSheet->hide();
    m_return->hide();
    m_showContents->hide();
    connect(m_showContents, &QPushButton::clicked, this, [this] { showContents(true); });
    auto* right = new QWidget;
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(em(0.4), em(0.9), em(0.9), em(0.9));
    column->addWidget(m_return, 0, Qt::AlignLeft);
    column->addLayout(bar);
    column->addWidget(m_leaving);
    column->addWidget(m_whichCase);
    column->addWidget(m_reader, 1);
    connect(m_reader, &QTextBrowser::anchorClicked, this, &GuidancePage::follow);
    connect(m_back, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_forward, &QPushButton::clicked, this, [this] { step(1); });
    connect(smaller, &QPushButton::clicked, this, [this] { zoom(-1); });
    connect(larger, &QPushButton::clicked, this, [this] { zoom(1); });
    connect(print, &QPushButton::clicked, this, &GuidancePage::printPage);
    connect(m_callSheet, &QPushButton::clicked, this, &GuidancePage::printCallSheet);
    connect(m_caseSheet, &QPushButton::clicked, this, [this] {
        m_reader->setVisible(!m_isNarrow); // there is room for one only
        m_whichCase->ask();
    });
    connect(m_whichCase, &CallSheetCard::closed, this, [this] {
        m_whichCase->hide();
        m_reader->show();
        m_reader->setFocus(Qt::OtherFocusReason);
    });
    connect(m_return, &QPushButton::clicked, m_context.navigator, &Navigator::leaveGuidance);
    connect(m_logSign, &QPushButton::clicked, this,
            [this] { Q_EMIT m_context.navigator->logWithSign(m_shown.line.sign); });
    connect(openLink, &QPushButton::clicked, this, [this] {
        m_leaving->hide();
        QDesktopServices::openUrl(m_offered);
    });
    connect(stay, &QPushButton::clicked, this, [this] {
        m_leaving->hide();
        m_reader->setFocus(Qt::OtherFocusReason);
    });
    return right;
}

void GuidancePage::takeKeys()
{
    const auto key = [this](const QKeySequence& keys, const auto& act) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    for (const auto& keys : {QKeySequence(QKeySequence::ZoomIn), QKeySequence(Qt::CTRL | Qt::Key_Equal)})
        key(keys, [this] { zoom(1); });
    key(QKeySequence::ZoomOut, [this] { zoom(-1); });
    key(QKeySequence::Back, [this] { step(-1); });
    key(QKeySequence::Forward, [this] { step(1); });
    key(QKeySequence::Print, [this] { printPage(); });
    key(QKeySequence::Find, [this] {
        showContents(true);
        m_search->setFocus(Qt::ShortcutFocusReason);
    });
    key(Qt::Key_Escape, [this] {
        if (m_leaving->isVisible())
            m_leaving->hide();
        else if (m_whichCase->isVisible())
            Q_EMIT m_whichCase->closed();
        else if (m_isNarrow && m_wantsContents)
            showContents(false);
        else if (m_return->isVisible())
            Q_EMIT m_context.navigator->leaveGuidance();
    });
}

void GuidancePage::enter()
{
    takeLibrary();
    m_return->hide();
    if (m_at < 0)
        goTo(firstPage());
    else
        displayAgain(); // the route may have changed since
}

void GuidancePage::takeLibrary()
{
    if (m_files == m_context.guidance)
        return;
    m_files = m_context.guidance;
    m_library = session::libraryWith(m_files);
    // What was taken out cannot be gone back to.
    for (qsizetype i = m_history.size() - 1; i >= 0; --i)
        if (!lib::show(m_library, m_history.at(i).id, {})) {
            m_history.removeAt(i);
            m_at -= m_at >= i ? 1 : 0;
        }
    m_at = m_history.isEmpty() ? -1 : qMax<qsizetype>(m_at, 0);
    find();
}

void GuidancePage::zoom(int steps)
{
    constexpr int most = 8;
    m_zoom = qBound(-most / 4, m_zoom + steps, most);
    m_reader->setZoom(m_zoom);
    if (m_at >= 0)
        displayAgain();
}

void GuidancePage::open(const QString& what)
{
    takeLibrary();
    goTo(what.isEmpty() ? firstPage() : what);
    m_return->show();
    m_reader->setFocus(Qt::OtherFocusReason);
}

void GuidancePage::setOrigin(Place from)
{
    m_return->setText(from == Place::Cases ? tr("\u2190 Back to the case") : tr("\u2190 Back to your concern"));
    m_return->setAccessibleName(m_return->text().mid(2));
}

QString GuidancePage::where() const
{
    return m_shown.line.id;
}

void GuidancePage::goBack(const QString& where)
{
    takeLibrary();
    if (lib::show(m_library, where, {}))
        goTo(where);
}

void GuidancePage::resizeEvent(QResizeEvent* event)
{
    PlacePage::resizeEvent(event);
    constexpr int roomForTwo = 48; // em
    const bool isNarrow = width() < em(roomForTwo);
    if (isNarrow == m_isNarrow)
        return;
    m_isNarrow = isNarrow;
    m_showContents->setVisible(isNarrow);
    m_hideContents->setVisible(isNarrow);
    m_left->setVisible(!isNarrow || m_wantsContents);
    m_right->setVisible(!isNarrow || !m_wantsContents);
}

void GuidancePage::showContents(bool wanted)
{
    m_wantsContents = wanted;
    if (!m_isNarrow)
        return;
    m_left->setVisible(wanted);
    m_right->setVisible(!wanted);
    firstFocus()->setFocus(Qt::OtherFocusReason);
}

QWidget* GuidancePage::firstFocus()
{
    if (m_isNarrow && !m_wantsContents)
        return m_reader;
    return m_search;
}

void GuidancePage::goTo(const QString& id, int heading)
{
    const auto shown = lib::show(m_library, id, {});
    const auto page = shown ? shown->line.id : id; // a sign's code names its page
    if (m_at < 0 || m_history.at(m_at).id != page) {
        if (m_at >= 0)
            m_history[m_at].scrolled = m_reader->scrolled();
        m_history = m_history.mid(0, m_at + 1);
        m_history << Visit{page};
        m_at = m_history.size() - 1;
    }
    display(page, heading);
}

void GuidancePage::display(const QString& id, int heading)
{
    const auto now = platform::now();
    auto shown = lib::show(m_library, id, platform::inSchoolTime(now).date(),
                           lib::fillingFor(m_context.profile, now, m_context.member.name));
    if (!shown) {
        Q_EMIT m_context.navigator->fail(shown.error());
        return;
    }
    m_shown = std::move(*shown);
    m_leaving->hide();
    m_whichCase->hide();
    m_reader->show();
    m_reader->setText(lib::wholeText(m_shown));
    m_reader->setAccessibleName(m_shown.line.title);
    m_contents->setOpened(m_shown);
    m_logSign->setVisible(!m_shown.line.sign.isEmpty());
    const bool isAboutCalling = isOfTheHub(m_shown, m_context.profile);
    m_callSheet->setVisible(isAboutCalling);
    m_caseSheet->setVisible(isAboutCalling && m_context.isReader());
    m_back->setEnabled(m_at > 0);
    m_forward->setEnabled(m_at + 1 < m_history.size());
    if (heading >= 0)
        m_reader->goToHeading(heading);
}

void GuidancePage::displayAgain()
{
    const auto share = m_reader->scrolledShare();
    display(m_history.at(m_at).id);
    m_reader->scrollToShare(share);
}

void GuidancePage::step(int by)
{
    const auto next = m_at + by;
    if (next < 0 || next >= m_history.size())
        return;
    m_history[m_at].scrolled = m_reader->scrolled();
    m_at = next;
    display(m_history.at(m_at).id);
    m_reader->scrollTo(m_history.at(m_at).scrolled);
    m_reader->setFocus();
}

void GuidancePage::follow(const QUrl& link)
{
    if (link.scheme() != QStringLiteral("heed")) {
        offer(link);
        return;
    }
    const auto path = link.path();
    const auto rest = path.section(u'/', 1);
    if (path.startsWith(QStringLiteral("page/")) || path.startsWith(QStringLiteral("card/"))) {
        int heading = -1;
        if (link.hasFragment())
            if (const auto* page = m_library.page(rest)) {
                const auto contents = lib::contentsOf(*page);
                for (std::size_t i = 0; i < contents.size(); ++i)
                    if (contents[i].anchor == link.fragment())
                        heading = static_cast<int>(i);
            }
        goTo(rest, heading);
    } else if (path.startsWith(QStringLiteral("source/"))) {
        m_reader->goToSources();
    } else if (path == QStringLiteral("log")) {
        Q_EMIT m_context.navigator->openPlace(Place::Log);
    } else if (path.startsWith(QStringLiteral("log/"))) {
        Q_EMIT m_context.navigator->logWithSign(rest);
    }
}

void GuidancePage::offer(const QUrl& link)
{
    m_offered = link;
    const bool isMail = link.scheme() == QStringLiteral("mailto");
    m_leaving->announce(isMail ? tr("This opens your mail program") : tr("This leads out of Heed, onto the internet"),
                        isMail ? tr("It writes to %1. Put nothing of a child into an ordinary e-mail.").arg(link.path())
                               : link.toDisplayString());
    if (auto* open = m_leaving->findChild<QPushButton*>(QStringLiteral("leavingOpen")))
        open->setFocus();
}

void GuidancePage::listAll()
{
    const auto reader = m_readers->currentData();
    m_contents->showAll(lib::list(
        m_library, reader.isNull() ? std::nullopt : std::optional(static_cast<lib::Audience>(reader.toInt()))));
}

void GuidancePage::find()
{
    const auto words = m_search->text().trimmed();
    if (words.isEmpty()) {
        listAll();
        m_contents->setOpened(m_shown);
        return;
    }
    constexpr std::size_t most = 20;
    auto found =
        lib::search(m_library, words, most, lib::fillingFor(m_context.profile, platform::now(), m_context.member.name));
    if (const auto reader = m_readers->currentData(); !reader.isNull())
        std::erase_if(found.hits, [&](const lib::Hit& hit) {
            const auto* page = m_library.page(hit.id);
            const auto* card = m_library.card(hit.id);
            const auto audience = static_cast<lib::Audience>(reader.toInt());
            return page ? !page->isFor(audience) : card && !card->isFor(audience);
        });
    m_contents->showFound(found);
}

void GuidancePage::printPage()
{
    report::Printing printing;
    printing.school = m_context.profile.school.name;
    printing.recipient = lib::readersText(m_shown.line.audience);
    printing.printedBy = m_context.member.name;
    printing.printedAt = platform::now();
    auto* dialog =
        new PaperDialog(m_shown.line.title, QString(m_shown.line.id).replace(u'/', u'-'),
                        {report::guidanceSheet(m_shown.line.title, lib::wholeText(m_shown), printing)}, this);
    dialog->open();
}

void GuidancePage::printCallSheet()
{
    auto* dialog = new PaperDialog(tr("Call sheet to write on"), tr("Call sheet"),
                                   {session::blankCallSheet(m_context.profile, m_context.member.name,
                                                            model::title(m_context.member.role), platform::now())},
                                   this);
    dialog->open();
}

} // namespace heed::gui::guidance
