#include "gui/settings/open_work_card.h"
#include "gui/frame/look.h"
#include "gui/widgets/kit.h"

#include "session/review.h"

namespace heed::gui::settings {

OpenWorkCard::OpenWorkCard(Context& context, QWidget* parent)
    : Card(tr("Who goes on with this?"), parent)
    , m_context(context)
    , m_what(textLabel({}))
    , m_answer(new Banner(Banner::Tone::Warning, QStringLiteral("openWorkAnswer")))
    , m_go(primaryButton(QStringLiteral("openWorkHandOver"), tr("Hand over")))
    , m_busy(new Busy(QStringLiteral("openWorkBusy")))
{
    setObjectName(QStringLiteral("openWorkCard"));
    m_answer->hide();
    content()->addWidget(m_what);
    content()->addWidget(m_answer);
    content()->addWidget(m_go, 0, Qt::AlignLeft);
    content()->addWidget(m_busy);
    connect(m_go, &QPushButton::clicked, this, &OpenWorkCard::handOver);
    hide();
}

void OpenWorkCard::tell(const QString& leaver, const QStringList& references, const QStringList& colleagues)
{
    m_leaver = leaver;
    m_answer->hide();
    m_what->setText(tr("%1 had been given these concerns. Choose who goes on with each; what you leave open stays in "
                       "Cases, without anybody.")
                        .arg(leaver));
    delete m_lines;
    m_lines = new QWidget;
    m_to.clear();
    auto* column = new QVBoxLayout(m_lines);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em(0.6));
    for (const auto& reference : references) {
        auto* to = new CalmComboBox;
        to->addItem(tr("Nobody yet"));
        to->addItems(colleagues);
        auto* field = new Field(QStringLiteral("openWorkTo.%1").arg(reference), reference, to);
        auto* open = linkButton(QStringLiteral("openWorkCase.%1").arg(reference), tr("Open %1").arg(reference));
        connect(open, &QPushButton::clicked, this,
                [this, reference] { Q_EMIT m_context.navigator->openCase(reference); });
        column->addWidget(field);
        column->addWidget(open, 0, Qt::AlignLeft);
        m_to.emplace_back(reference, to);
    }
    content()->insertWidget(2, m_lines);
    show();
    m_to.front().second->setFocus();
}

void OpenWorkCard::handOver()
{
    if (m_running > 0)
        return;
    m_answer->hide();
    for (const auto& [reference, to] : m_to) {
        if (to->currentIndex() <= 0 || !to->isEnabled())
            continue;
        ++m_running;
        m_context.thread->ask(
            this,
            [reference = reference, name = to->currentText(), reason = tr("%1 has left.").arg(m_leaver)](
                session::Session& session) { return session::handOver(session, reference, name, reason); },
            [this, reference = reference](const model::Result& result) { done(reference, result); });
    }
    if (m_running == 0) {
        m_answer->setTone(Banner::Tone::Warning);
        m_answer->announce({}, tr("Choose a colleague first."));
        return;
    }
    m_busy->start(tr("Handing over\u2026"));
    m_go->setEnabled(false);
}

void OpenWorkCard::done(const QString& reference, const model::Result& result)
{
    bool isLeft = false;
    for (const auto& [each, to] : m_to) {
        if (each == reference && result)
            to->setEnabled(false);
        isLeft = isLeft || to->isEnabled();
    }
    if (!result) {
        m_answer->setTone(Banner::Tone::Danger);
        m_answer->announce(tr("%1 was not handed over").arg(reference), result.error().message);
    }
    if (--m_running > 0)
        return;
    m_busy->stop();
    m_go->setEnabled(isLeft);
    if (!m_answer->isHidden())
        return;
    m_answer->setTone(Banner::Tone::Tell);
    m_answer->announce({}, isLeft ? tr("What you chose is handed over.") : tr("Everything is handed over."));
}

} // namespace heed::gui::settings
