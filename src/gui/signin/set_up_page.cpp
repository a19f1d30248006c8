#include "gui/signin/set_up_page.h"
#include "gui/frame/look.h"
#include "gui/frame/progress.h"
#include "gui/signin/set_up_steps.h"
#include "gui/signin/shares_page.h"
#include "gui/widgets/kit.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace heed::gui::signin {

SetUpPage::SetUpPage(session::SessionThread* thread, QWidget* parent)
    : QWidget(parent)
    , m_thread(thread)
    , m_steps{new SchoolStep, new LeadsStep, new PlaceStep, new YouStep, new RecoveryStep}
    , m_title(titleLabel({}))
    , m_where(remarkLabel({}))
    , m_stack(new QStackedWidget)
    , m_foot(new QWidget)
    , m_back(button(QStringLiteral("setUpBack"), tr("&Back")))
    , m_next(primaryButton(QStringLiteral("setUpNext"), tr("&Next")))
    , m_error(new Banner(Banner::Tone::Danger, QStringLiteral("setUpError")))
    , m_busy(new Busy(QStringLiteral("setUpBusy")))
    , m_progress(new ProgressLine(m_busy))
{
    setObjectName(QStringLiteral("setUpPage"));
    m_request.profile = session::defaultProfile();
    m_error->hide();
    for (auto* step : m_steps) {
        auto* holder = new QWidget;
        auto* inner = new QVBoxLayout(holder);
        inner->setContentsMargins(0, 0, em(1), 0);
        inner->addWidget(step);
        inner->addStretch();
        m_stack->addWidget(scrolling(holder, QStringLiteral("setUpScroll"), 90));
    }
    auto* buttons = new FlowLayout(m_foot);
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(em(2.2), em(1.8), em(1.2), em(1.6));
    column->setSpacing(em(0.7));
    column->addWidget(m_where);
    column->addWidget(m_title);
    column->addWidget(m_error);
    column->addWidget(m_stack, 1);
    column->addWidget(m_busy);
    column->addWidget(m_foot);
    connect(m_back, &QPushButton::clicked, this, [this] {
        if (m_step == 0)
            Q_EMIT givenUp();
        else
            go(m_step - 1);
    });
    connect(m_next, &QPushButton::clicked, this, &SetUpPage::next);
    go(0);
}

void SetUpPage::focusFirst()
{
    if (auto* first = m_steps[static_cast<std::size_t>(m_step)]->firstField())
        first->setFocus(Qt::OtherFocusReason);
}

void SetUpPage::go(int step)
{
    m_step = step;
    auto* shown = m_steps[static_cast<std::size_t>(step)];
    shown->read(m_request);
    m_stack->setCurrentIndex(step);
    m_error->hide();
    m_where->setText(tr("Set up for our school: step %1 of %2").arg(step + 1).arg(m_steps.size()));
    m_title->setText(shown->title());
    m_next->setText(step + 1 < static_cast<int>(m_steps.size()) ? tr("&Next") : tr("&Make it"));
    m_next->setAccessibleName(m_next->text().remove(u'&'));
    focusFirst();
}

void SetUpPage::next()
{
    if (m_busy->isBusy() || !m_steps[static_cast<std::size_t>(m_step)]->write(m_request))
        return;
    if (m_step + 1 < static_cast<int>(m_steps.size()))
        go(m_step + 1);
    else
        make();
}

void SetUpPage::make()
{
    m_error->hide();
    m_back->setEnabled(false);
    m_next->setEnabled(false);
    const auto progress = m_progress->start(tr("Making the keys\u2026"), false);
    m_thread->post(
        this, [request = m_request, progress] { return session::setUpVault(request, progress); },
        [this](const model::Expected<session::SetUpAnswer>& answer) {
            m_progress->finish();
            m_back->setEnabled(true);
            m_next->setEnabled(true);
            m_request.password.fill(u'\0');
            if (answer)
                made(*answer);
            else
                m_error->announce(tr("It was not set up"), answer.error().message);
        });
}

void SetUpPage::made(const session::SetUpAnswer& answer)
{
    auto* shares = new SharesPage(answer, m_request);
    connect(shares, &SharesPage::finished, this, [this] { Q_EMIT finished(m_request.path, m_request.member); });
    auto* holder = new QWidget;
    auto* inner = new QVBoxLayout(holder);
    inner->setContentsMargins(0, 0, em(1), 0);
    inner->addWidget(shares);
    inner->addStretch();
    m_stack->setCurrentIndex(m_stack->addWidget(scrolling(holder, QStringLiteral("sharesScroll"), 90)));
    m_where->setText(tr("Set up for our school: the last step"));
    m_title->setText(tr("Recovery sheets"));
    m_foot->hide();
}

} // namespace heed::gui::signin
