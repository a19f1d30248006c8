#include "gui/log/told_form.h"

#include "gui/frame/look.h"
#include "gui/log/day_field.h"
#include "gui/log/line.h"
#include "gui/log/route_panel.h"
#include "gui/log/text_box.h"
#include "gui/widgets/announce.h"
#include "gui/widgets/flow_layout.h"
#include "gui/widgets/kit.h"

#include "platform/clock.h"
#include "rules/routing.h"
#include "rules/school_time.h"

#include <QGridLayout>

namespace heed::gui::log {

using namespace Qt::StringLiterals;

ToldForm::ToldForm(Context& context, const QString& prefix, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_question(textLabel({}, this))
    , m_error(new Banner(Banner::Tone::Warning, prefix + u".error"_s, this))
    , m_told(primaryButton(prefix + u".told"_s, {}, this))
    , m_notReached(button(prefix + u".notReached"_s, {}, this))
    , m_wasRead(button(prefix + u".wasRead"_s, {}, this))
    , m_details(new QWidget(this))
    , m_name(newLine())
    , m_day(new DayField)
    , m_time(new TimeField)
    , m_how(new CalmComboBox)
    , m_answered(newLine())
    , m_said(new TextBox(3))
    , m_theirReference(newLine())
    , m_call(new QWidget(m_details))
    , m_save(primaryButton(prefix + u".save"_s, u"Record it"_s, this))
    , m_done(textLabel({}, this))
{
    m_question->setObjectName(prefix + u".question"_s);
    m_done->setObjectName(prefix + u".done"_s);
    m_how->addItems({u"In person"_s, u"By telephone"_s, u"Another way"_s});

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(em(0.6));
    layout->addWidget(m_question);
    layout->addWidget(m_error);
    auto* buttons = new QWidget(this);
    auto* line = new FlowLayout(buttons);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_told);
    line->addWidget(m_notReached);
    line->addWidget(m_wasRead);
    layout->addWidget(buttons);
    auto* grid = new QGridLayout(m_details);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(em(1));
    grid->addWidget(new Field(prefix + u".whom"_s, u"Whom you told"_s, m_name, {}, m_details), 0, 0);
    grid->addWidget(new Field(prefix + u".how"_s, u"How"_s, m_how, {}, m_details), 0, 1);
    grid->addWidget(new Field(prefix + u".day"_s, u"Day"_s, m_day, {}, m_details), 1, 0);
    grid->addWidget(new Field(prefix + u".time"_s, u"Time"_s, m_time, {}, m_details), 1, 1);
    auto* call = new QGridLayout(m_call);
    call->setContentsMargins(0, 0, 0, 0);
    call->setHorizontalSpacing(em(1));
    call->addWidget(new Field(prefix + u".answered"_s, u"Who answered"_s, m_answered, {}, m_call), 0, 0);
    call->addWidget(new Field(prefix + u".theirReference"_s, u"Their reference"_s, m_theirReference, {}, m_call), 0, 1);
    call->addWidget(new Field(prefix + u".said"_s, u"What they said"_s, m_said, {}, m_call), 1, 0, 1, 2);
    grid->addWidget(m_call, 2, 0, 1, 2);
    grid->addWidget(m_save, 3, 0, Qt::AlignLeft);
    layout->addWidget(m_details);
    layout->addWidget(m_done);
    m_error->hide();
    m_details->hide();
    m_done->hide();
    m_wasRead->hide();
    setFocusProxy(m_told);

    connect(m_told, &QPushButton::clicked, this, [this] {
        m_details->show();
        m_save->setFocus(Qt::OtherFocusReason);
    });
    connect(m_notReached, &QPushButton::clicked, this, [this] { record(false); });
    connect(m_save, &QPushButton::clicked, this, [this] { record(true); });
    connect(m_wasRead, &QPushButton::clicked, this, [this] {
        send({m_reader, m_readAt, u"They read it in Heed first"_s, true, {}}, m_wasRead);
    });
}

void ToldForm::setReader(const QString& name, const QDateTime& at)
{
    m_reader = name;
    m_readAt = at;
    ask();
}

void ToldForm::setConcern(const QString& reference, const model::Route& route, const QStringList& tried)
{
    m_reference = reference;
    m_route = route;
    m_tried = tried;
    m_reader.clear();
    m_done->hide();
    m_details->hide();
    m_error->hide();
    ask();
}

void ToldForm::ask()
{
    m_whom = rules::nextToTell(m_route, m_context.profile, m_tried);
    const auto now = platform::inSchoolTime(platform::now());
    m_name->setText(m_whom.name);
    m_day->setDay(now.date());
    m_time->setTime(now.time());
    m_how->setCurrentIndex(isService(m_whom) ? 1 : 0);
    m_call->setVisible(isService(m_whom));
    m_told->setText(u"I have told %1"_s.arg(m_whom.name));
    const QString of = m_about.isEmpty() ? QString() : u": "_s + m_about;
    m_told->setAccessibleName(m_told->text() + of);
    m_notReached->setText(u"I could not reach %1"_s.arg(m_whom.name));
    m_notReached->setAccessibleName(m_notReached->text() + of);
    m_question->setText(m_tried.isEmpty()
                            ? u"Writing it down is not telling. When you have told %1, say so here."_s.arg(m_whom.name)
                            : u"Next: %1."_s.arg(whatToDo(m_whom)));
    m_wasRead->setText(u"%1 read it before I told anybody"_s.arg(m_reader));
    m_wasRead->setAccessibleName(m_wasRead->text() + of);
    m_wasRead->setVisible(!m_reader.isEmpty());
    m_told->show();
    m_notReached->show();
    m_question->show();
}

QString ToldForm::callText() const
{
    if (!isService(m_whom))
        return {};
    QStringList lines;
    if (const auto who = m_answered->text().trimmed(); !who.isEmpty())
        lines << u"Who answered: "_s + who;
    if (const auto said = m_said->words().trimmed(); !said.isEmpty())
        lines << u"What they said: "_s + said;
    if (const auto theirs = m_theirReference->text().trimmed(); !theirs.isEmpty())
        lines << u"Their reference: "_s + theirs;
    return lines.join(u'\n');
}

void ToldForm::record(bool reached)
{
    model::ToldBody told;
    told.whom = reached ? m_name->text().trimmed() : m_whom.name;
    told.reached = reached;
    told.when = platform::inSchoolTime(platform::now());
    if (reached) {
        if (told.whom.isEmpty()) {
            m_error->announce({}, u"Say whom you told."_s);
            m_name->setFocus(Qt::OtherFocusReason);
            return;
        }
        if (m_day->isUnreadable() || m_time->isUnreadable()) {
            m_error->announce({},
                              u"Heed cannot read when that was. Write the day as 3/5/2026 and the time as 14:10, or "
                              "leave them empty."_s);
            m_day->setFocus(Qt::OtherFocusReason);
            return;
        }
        told.how = m_how->currentText();
        told.text = callText();
        told.when.reset();
        if (const auto day = m_day->day())
            told.when = rules::atSchoolTime(*day, m_time->time().value_or(QTime(12, 0)));
    }
    send(told, reached ? m_save : m_notReached);
}

/// `from` has the focus again where it could not be recorded.
void ToldForm::send(const model::ToldBody& told, QWidget* from)
{
    m_error->hide();
    setEnabled(false);
    m_context.thread->ask(
        this,
        [reference = m_reference, told](session::Session& session) {
            return session::recordTold(session, reference, told);
        },
        [this, told, from](const model::Result& result) {
            setEnabled(true);
            if (!result) {
                m_error->announce(u"It was not recorded"_s, result.error().message);
                from->setFocus(Qt::OtherFocusReason);
                return;
            }
            m_details->hide();
            if (told.reached) {
                m_whom = {told.whom, {}, {}};
                m_question->hide();
                m_told->hide();
                m_notReached->hide();
                m_wasRead->hide();
                m_done->setText(from == m_wasRead ? u"Recorded: %1 read it first."_s.arg(told.whom)
                                                  : u"Recorded: you told %1."_s.arg(told.whom));
                m_done->show();
                announce(m_done);
            } else {
                m_tried << told.whom;
                ask();
                announce(m_question);
                m_told->setFocus(Qt::OtherFocusReason);
            }
            Q_EMIT answered(told.reached);
        });
}

} // namespace heed::gui::log
