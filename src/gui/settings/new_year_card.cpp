#include "gui/settings/new_year_card.h"
#include "gui/frame/look.h"
#include "gui/frame/progress.h"
#include "gui/settings/plain_table.h"
#include "gui/widgets/kit.h"
#include "platform/clock.h"
#include "rules/words.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableWidget>
#include <QVBoxLayout>

#include <chrono>

namespace heed::gui::settings {
namespace {

constexpr auto typingPause = std::chrono::milliseconds(300);

QDate today()
{
    return platform::inSchoolTime(platform::now()).date();
}

} // namespace

NewYearCard::NewYearCard(Context& context, QWidget* parent)
    : Card(tr("A new school year"), parent)
    , m_context(context)
    , m_leaving(new QLineEdit)
    , m_recently(new Banner(Banner::Tone::Warning, QStringLiteral("newYearRecently")))
    , m_again(named(new QCheckBox(tr("Begin another one all the same")), QStringLiteral("newYearAgain"),
                    tr("Begin another one all the same")))
    , m_steps(plainTable(QStringLiteral("newYearSteps"), tr("What would happen to each year group"),
                         {tr("Year"), tr("Pupils"), tr("What happens"), tr("Classes")}))
    , m_counts(textLabel({}))
    , m_error(new Banner(Banner::Tone::Danger, QStringLiteral("newYearError")))
    , m_busy(new Busy(QStringLiteral("newYearBusy")))
    , m_progress(new ProgressLine(m_busy))
    , m_begin(primaryButton(QStringLiteral("newYear.save"), tr("Begin the school year")))
{
    setObjectName(QStringLiteral("newYear"));
    m_counts->setObjectName(QStringLiteral("newYearCounts"));
    m_progress->setParent(this);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    auto* cancel = button(QStringLiteral("newYear.cancel"), tr("Leave the register as it is"));
    content()->addWidget(
        textLabel(tr("Everybody on roll is a year on, in the class that begins with the new year where it began with "
                     "the old. Who leaves keeps their records. Nothing has been changed yet.")));
    for (auto* each : std::initializer_list<QWidget*>{
             m_error, m_recently,
             new Field(QStringLiteral("newYear.leaving"), tr("Year groups that leave"), m_leaving,
                       tr("Such as 11, or 11, 13. Leave it empty if nobody does.")),
             m_counts, m_steps, m_again, m_busy})
        content()->addWidget(each);
    auto* buttons = new FlowLayout;
    for (auto* each : {m_begin, cancel})
        buttons->addWidget(each);
    content()->addLayout(buttons);
    hide();

    connect(m_leaving, &QLineEdit::textEdited, this, [this] {
        m_begin->setEnabled(false);
        m_typing.start();
    });
    connect(&m_typing, &QTimer::timeout, this, [this] { look(m_leaving->text().simplified()); });
    connect(m_again, &QCheckBox::toggled, m_begin, &QWidget::setEnabled);
    connect(m_begin, &QPushButton::clicked, this, &NewYearCard::begin);
    connect(cancel, &QPushButton::clicked, this, [this] {
        if (!m_busy->isBusy() || !m_progress->stop())
            close();
    });
}

void NewYearCard::open()
{
    m_error->hide();
    m_recently->hide();
    m_again->hide();
    m_again->setChecked(false);
    m_counts->clear();
    m_steps->hide();
    m_begin->setEnabled(false);
    setVisible(true);
    m_leaving->setFocus();
    look({});
}

void NewYearCard::look(const std::optional<QString>& leaving)
{
    m_context.thread->ask(
        this, [leaving](session::Session& session) { return session::planNewYear(session, leaving, today()); },
        [this, leaving](const model::Expected<session::NewYearPlan>& plan) {
            if (leaving && *leaving != m_leaving->text().simplified())
                return; // more was typed meanwhile
            if (!plan)
                return m_error->announce(tr("Nothing was changed"), plan.error().message);
            if (!leaving)
                m_leaving->setText(plan->leaving);
            show(*plan);
        });
}

void NewYearCard::show(const session::NewYearPlan& plan)
{
    m_seen = plan.seen;
    m_error->hide();
    m_steps->setRowCount(0);
    for (const auto& step : plan.steps)
        addRow(m_steps, {tr("Year %1").arg(step.year), QString::number(step.pupils),
                         step.next.isEmpty() ? tr("They leave") : tr("They go on to year %1").arg(step.next),
                         step.classes.join(QStringLiteral(", "))});
    m_steps->setVisible(!plan.steps.empty());
    fitRows(m_steps);
    auto counts = plan.steps.empty() ? tr("Nobody on roll is in a year that has a next one.")
                                     : tr("%1 would be a year on, and %2 would leave.").arg(plan.moved).arg(plan.left);
    if (plan.stay > 0)
        counts += u' ' + tr("%1 are in a year that has no next one, and stay in it.").arg(plan.stay);
    m_counts->setText(counts);
    m_again->setVisible(plan.recently.has_value());
    if (plan.recently) {
        m_recently->announce(
            tr("It looks as if this has been done"),
            tr("%1 began a school year here on %2. A second one moves everybody twice.")
                .arg(plan.recently->who, rules::inWords(platform::inSchoolTime(plan.recently->at).date())));
        m_recently->show();
    } else {
        m_recently->hide();
    }
    m_begin->setEnabled(!plan.steps.empty() && (!plan.recently || m_again->isChecked()));
}

void NewYearCard::begin()
{
    if (m_busy->isBusy())
        return;
    session::NewYearRequest wanted{m_leaving->text().simplified(), today(), m_seen, m_again->isChecked()};
    m_error->hide();
    const auto progress = m_progress->start(tr("Writing the register\u2026"), true);
    m_context.thread->ask(
        this,
        [wanted, progress](session::Session& session) { return session::beginNewYear(session, wanted, progress); },
        [this](const model::Expected<session::NewYearPlan>& done) {
            m_progress->finish();
            if (!done)
                return m_error->announce(tr("Nothing was changed"), done.error().message);
            close();
            Q_EMIT begun(tr("%1 pupils are a year on, %2 have left.").arg(done->moved).arg(done->left));
        });
}

void NewYearCard::close()
{
    m_typing.stop();
    m_progress->finish();
    hide();
    Q_EMIT closed();
}

} // namespace heed::gui::settings
