#include "gui/signin/welcome_page.h"
#include "gui/frame/look.h"
#include "gui/signin/choice.h"
#include "gui/signin/demo_page.h"
#include "gui/signin/restore_form.h"
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
    auto* bringBack = choiceButton(QStringLiteral("restoreChoice"), tr("Bring a school back from a backup\u2026"),
                                   tr("For when its folder is damaged or gone. No password is needed to copy a backup; "
                                      "to read what is in it, you sign in as always."));
    for (auto* each : {setUp, tryIt, open, bringBack})
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
    connect(bringBack, &QPushButton::clicked, this, &WelcomePage::restore);
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

void WelcomePage::restore()
{
    auto* form = new RestoreForm(m_thread, {});
    auto* back = button(QStringLiteral("restoreBack"), tr("&Back"));
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(em(2.2), em(1.8), em(2.2), em(1.6));
    column->setSpacing(em(1));
    column->addWidget(form);
    column->addWidget(back, 0, Qt::AlignLeft);
    column->addStretch();
    connect(form, &RestoreForm::openWanted, this, [this](const QString& path) { Q_EMIT vaultChosen(path, {}); });
    connect(back, &QPushButton::clicked, this, [this] { m_stack->setCurrentIndex(0); });
    bring(scrolling(page, QStringLiteral("restoreScroll"), 90, true));
    form->first()->setFocus();
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
