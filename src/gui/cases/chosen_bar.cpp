#include "gui/cases/chosen_bar.h"

#include "gui/cases/colleagues.h"
#include "gui/cases/inline_form.h"
#include "gui/frame/look.h"
#include "gui/widgets/kit.h"

#include <QVBoxLayout>

namespace heed::gui::cases {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostAtOnce = 100; // each is written and read back by itself: some seconds
constexpr int mostProblems = 5; // that are told one by one

QString concerns(qsizetype count)
{
    return count == 1 ? u"1 concern"_s : u"%1 concerns"_s.arg(count);
}

QString resultText(const session::BulkAnswer& answer)
{
    QStringList lines = answer.problems.mid(0, mostProblems);
    if (answer.problems.size() > mostProblems)
        lines << u"And %1 more."_s.arg(answer.problems.size() - mostProblems);
    return lines.join(u'\n');
}

} // namespace

ChosenBar::ChosenBar(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_choice(new QWidget(this))
    , m_count(textLabel({}, m_choice))
    , m_acknowledge(button(u"chosen.acknowledge"_s, u"Acknowledge them…"_s, m_choice))
    , m_handOver(button(u"chosen.handOver"_s, u"Hand them over…"_s, m_choice))
    , m_result(new Banner(Banner::Tone::Note, u"chosen.result"_s, this))
    , m_column(new QVBoxLayout(this))
{
    setObjectName(u"chosenBar"_s);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(em(0.6));
    m_column->addWidget(m_result);
    m_result->setDismissible(true);
    m_result->hide();
    auto* row = new FlowLayout(m_choice);
    row->setContentsMargins(0, 0, 0, 0);
    m_count->setObjectName(u"chosen.count"_s);
    row->addWidget(m_count);
    row->addWidget(m_acknowledge);
    row->addWidget(m_handOver);
    m_column->addWidget(m_choice);
    m_choice->hide();
    connect(m_acknowledge, &QPushButton::clicked, this, &ChosenBar::acknowledge);
    connect(m_handOver, &QPushButton::clicked, this, &ChosenBar::handOver);
    askColleagues(m_context, this, [this](const QStringList& names) {
        m_colleagues = names;
        m_handOver->setVisible(!names.isEmpty());
    });
}

void ChosenBar::choose(const QStringList& references, int outOfSight)
{
    const auto count = references.size() + outOfSight;
    if (references != m_references)
        closeForm();
    m_references = references;
    m_choice->setVisible(count > 1);
    const bool canDo = outOfSight == 0 && count <= mostAtOnce;
    m_acknowledge->setEnabled(canDo);
    m_handOver->setEnabled(canDo);
    m_count->setText(canDo ? u"%1 chosen"_s.arg(concerns(count))
                           : u"%1 chosen. Choose at most %2, without scrolling far, to do something with them."_s
                                 .arg(concerns(count))
                                 .arg(mostAtOnce));
}

bool ChosenBar::isChoosing() const
{
    return m_choice->isVisibleTo(this);
}

void ChosenBar::closeForm()
{
    if (m_form)
        m_form->deleteLater();
    m_form = nullptr;
}

void ChosenBar::ask(InlineForm* form)
{
    closeForm();
    m_result->hide();
    m_form = form;
    m_column->addWidget(form);
    connect(form, &InlineForm::cancelled, this, &ChosenBar::closeForm);
    form->focusFirst();
}

void ChosenBar::acknowledge()
{
    ask(new InlineForm(
        u"chosen.acknowledging"_s,
        u"Acknowledge %1? Each author is told that you have read theirs."_s.arg(concerns(m_references.size())), {},
        u"Acknowledge them"_s, this));
    connect(m_form, &InlineForm::submitted, this, [this] {
        run([references =
                 m_references](session::Session& session) { return session::acknowledgeAll(session, references); },
            u"%1 acknowledged."_s);
    });
}

void ChosenBar::handOver()
{
    ask(new InlineForm(u"chosen.handingOver"_s, u"Hand %1 over to a colleague"_s.arg(concerns(m_references.size())),
                       {{u"to"_s, u"To"_s, Input::Choice, u"Choose a colleague."_s, {}, m_colleagues, {}},
                        {u"reason"_s, u"Why"_s, Input::Text, u"Write why: it stands in each record."_s, {}, {}, {}}},
                       u"Hand them over"_s, this));
    connect(m_form, &InlineForm::submitted, this, [this] {
        const auto to = m_colleagues.value(m_form->choice(u"to"_s));
        const auto reason = m_form->text(u"reason"_s);
        run([references = m_references, to,
             reason](session::Session& session) { return session::handOverAll(session, references, to, reason); },
            u"%1 handed over to "_s + to + u'.');
    });
}

void ChosenBar::run(const std::function<model::Expected<session::BulkAnswer>(session::Session&)>& work,
                    const QString& did)
{
    m_form->setBusy(true);
    m_context.thread->ask(this, work, [this, did](const model::Expected<session::BulkAnswer>& answer) {
        // What was done before an error is done.
        Q_EMIT done();
        if (!answer) {
            if (m_form)
                m_form->showError(answer.error().message);
            return;
        }
        closeForm();
        m_result->setTone(answer->problems.isEmpty() ? Banner::Tone::Note : Banner::Tone::Warning);
        m_result->announce(did.arg(concerns(answer->done)), resultText(*answer));
    });
}

} // namespace heed::gui::cases
