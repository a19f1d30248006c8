#include "gui/signin/demo_page.h"
#include "gui/frame/look.h"
#include "gui/frame/progress.h"
#include "gui/widgets/kit.h"

#include <QDir>
#include <QGridLayout>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace heed::gui::signin {
namespace {

constexpr int demoConcerns = 60;
constexpr quint32 demoSeed = 7;

} // namespace

QString DemoPage::freePath()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    QString path = folder.filePath(tr("Made-up school") + QStringLiteral(".heed"));
    for (int i = 2; QFileInfo::exists(path); ++i)
        path = folder.filePath(tr("Made-up school %1").arg(i) + QStringLiteral(".heed"));
    return path;
}

DemoPage::DemoPage(session::SessionThread* thread, QWidget* parent)
    : QWidget(parent)
    , m_thread(thread)
    , m_path(freePath())
    , m_make(primaryButton(QStringLiteral("demoMake"), tr("&Make the school")))
    , m_back(button(QStringLiteral("demoBack"), tr("&Back")))
    , m_error(new Banner(Banner::Tone::Danger, QStringLiteral("demoError")))
    , m_busy(new Busy(QStringLiteral("demoBusy")))
    , m_progress(new ProgressLine(m_busy))
{
    setObjectName(QStringLiteral("demoPage"));
    m_error->hide();
    auto* page = new QWidget;
    m_column = new QVBoxLayout(page);
    m_column->setContentsMargins(em(2.2), em(2.2), em(2.2), em(2.2));
    m_column->setSpacing(em(1));
    m_column->addWidget(titleLabel(tr("A made-up school")));
    m_column->addWidget(textLabel(
        tr("Heed invents pupils, colleagues and a year of concerns, and writes them down as a school would. "
           "It takes about a minute. Do not write about real children in it: its passwords stand on the screen.")));
    m_column->addWidget(
        remarkLabel(tr("It is kept in %1. Delete that folder when you no longer want it.").arg(m_path)));
    m_column->addWidget(m_error);
    auto* buttons = new FlowLayout;
    buttons->addWidget(m_make);
    buttons->addWidget(m_back);
    m_column->addLayout(buttons);
    m_column->addWidget(m_busy);
    m_column->addStretch();
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scrolling(page, QStringLiteral("demoScroll"), 110, true));
    connect(m_make, &QPushButton::clicked, this, &DemoPage::make);
    connect(m_back, &QPushButton::clicked, this, &DemoPage::givenUp);
}

void DemoPage::make()
{
    m_error->hide();
    m_make->setEnabled(false);
    m_back->setEnabled(false);
    const auto progress = m_progress->start(tr("Making keys for the colleagues\u2026"), true);
    QDir().mkpath(QFileInfo(m_path).path());
    m_thread->post(
        this, [path = m_path, progress] { return session::makeDemo(path, demoConcerns, demoSeed, progress); },
        [this](const model::Expected<session::DemoAnswer>& answer) {
            m_progress->finish();
            m_make->setEnabled(true);
            m_back->setEnabled(true);
            if (answer)
                made(*answer);
            else if (answer.error().code != model::ErrorCode::Cancelled)
                m_error->announce(tr("The school was not made"), answer.error().message);
        });
}

void DemoPage::made(const session::DemoAnswer& answer)
{
    m_make->hide();
    m_back->hide();
    auto* card = new Card(tr("Who can sign in"));
    card->content()->addWidget(textLabel(
        tr("%1 made-up concerns are written down. Sign in as one of these colleagues:").arg(answer.concerns)));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(em(1.4));
    int row = 0;
    for (const auto& member : answer.members) {
        auto* name = textLabel(member.name);
        name->setProperty("role", QStringLiteral("strong"));
        auto* password = textLabel(tr("Password: %1").arg(member.password));
        password->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        password->setObjectName(QStringLiteral("demoPassword%1").arg(row));
        password->setAccessibleName(tr("Password of %1: %2").arg(member.name, member.password));
        auto* go = button(QStringLiteral("demoSignIn%1").arg(row), tr("Sign in"));
        go->setAccessibleName(tr("Sign in as %1, %2").arg(member.name, model::title(member.role)));
        connect(go, &QPushButton::clicked, this, [this, who = member.name] { Q_EMIT signInAs(m_path, who); });
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget(name);
        words->addWidget(remarkLabel(model::title(member.role)));
        grid->addLayout(words, row, 0);
        grid->addWidget(password, row, 1);
        grid->addWidget(go, row, 2);
        ++row;
    }
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    card->content()->addLayout(grid);
    m_column->insertWidget(m_column->count() - 1, card);
    if (auto* first = findChild<QPushButton*>(QStringLiteral("demoSignIn0")))
        first->setFocus(Qt::OtherFocusReason);
}

} // namespace heed::gui::signin
