#include "gui/signin/welcome_page.h"
#include "gui/frame/look.h"
#include "gui/signin/choice.h"
#include "gui/signin/demo_page.h"
#include "gui/signin/set_up_page.h"
#include "gui/widgets/kit.h"

#include <QFileDialog>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace heed::gui::signin {

WelcomePage::WelcomePage(session::SessionThread* thread, QWidget* parent)
    : QWidget(parent)
    , m_thread(thread)
    , m_stack(new QStackedWidget)
    , m_choices(new QWidget)
    , m_error(new Banner(Banner::Tone::Danger, QStringLiteral("welcomeError")))
{
    setObjectName(QStringLiteral("welcomePage"));
    m_error->hide();
    auto* setUp = choiceButton(QStringLiteral("setUpChoice"), tr("Set up for our school"),
                               tr("A short walk through names, numbers and keys, for the lead DSL. It takes about ten "
                                  "minutes. Have a printer ready."));
    auto* tryIt =
        choiceButton(QStringLiteral("demoChoice"), tr("Try it with a made-up school"),
                     tr("Invented pupils, staff and concerns, to look around and practise. Nothing in it is real."));
    auto* open = choiceButton(QStringLiteral("openChoice"), tr("Open an existing school\u2026"),
                              tr("If your school already uses Heed: choose the folder that holds its records. Its name "
                                 "ends in \u201c.heed\u201d."));
    auto* column = new QVBoxLayout(m_choices);
    column->setContentsMargins(em(2.2), em(2.2), em(2.2), em(2.2));
    column->setSpacing(em(1));
    column->addWidget(titleLabel(tr("Welcome to Heed")));
    column->addWidget(textLabel(
        tr("Heed is where a member of staff writes down a worry about a child, and is told at once whom to tell.")));
    column->addWidget(m_error);
    for (auto* each : {setUp, tryIt, open})
        column->addWidget(each);
    column->addStretch();
    auto* scroll = scrolling(m_choices, QStringLiteral("welcomeScroll"), 80, true);
    m_stack->addWidget(scroll);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);

    connect(setUp, &QPushButton::clicked, this, &WelcomePage::setUp);
    connect(tryIt, &QPushButton::clicked, this, &WelcomePage::tryIt);
    connect(open, &QPushButton::clicked, this, &WelcomePage::openExisting);
}

void WelcomePage::bring(QWidget* page)
{
    auto* before = m_stack->currentWidget();
    m_stack->setCurrentIndex(m_stack->addWidget(page));
    if (before != m_stack->widget(0)) {
        m_stack->removeWidget(before);
        before->deleteLater();
    }
}

void WelcomePage::setUp()
{
    auto* page = new SetUpPage(m_thread);
    connect(page, &SetUpPage::finished, this, &WelcomePage::vaultChosen);
    connect(page, &SetUpPage::givenUp, this, [this] { m_stack->setCurrentIndex(0); });
    bring(page);
    page->focusFirst();
}

void WelcomePage::tryIt()
{
    auto* page = new DemoPage(m_thread);
    connect(page, &DemoPage::signInAs, this, &WelcomePage::vaultChosen);
    connect(page, &DemoPage::givenUp, this, [this] { m_stack->setCurrentIndex(0); });
    bring(page);
}

void WelcomePage::openExisting()
{
    auto* dialog = named(new QFileDialog(this, tr("Open an existing school")), QStringLiteral("openVaultDialog"),
                         tr("Open an existing school"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    connect(dialog, &QFileDialog::fileSelected, this, &WelcomePage::opened);
    dialog->open();
}

void WelcomePage::opened(const QString& folder)
{
    m_error->hide();
    m_thread->post(
        this, [folder] { return session::Session::frontPage(folder); },
        [this, folder](const model::Expected<session::FrontPage>& front) {
            if (front)
                Q_EMIT vaultChosen(folder, {});
            else
                m_error->announce(tr("That folder was not opened"), front.error().message);
        });
}

} // namespace heed::gui::signin
