#include "gui/log/after_view.h"

#include "gui/frame/look.h"
#include "gui/log/record_view.h"
#include "gui/log/route_panel.h"
#include "gui/log/told_form.h"
#include "gui/widgets/announce.h"
#include "gui/widgets/flow_layout.h"
#include "gui/widgets/kit.h"
#include "gui/widgets/paper_view.h"

#include "platform/clock.h"
#include "report/pdf.h"
#include "report/words.h"
#include "rules/due_times.h"
#include "rules/signs.h"
#include "session/paper.h"

#include <QFileDialog>
#include <QVBoxLayout>

namespace heed::gui::log {

using namespace Qt::StringLiterals;

namespace {

/// The reference is large: it may have to be read over a telephone.
void enlarge(QLabel* label, double times)
{
    auto font = label->font();
    font.setPointSizeF(font.pointSizeF() * times);
    font.setBold(true);
    label->setFont(font);
}

QString acknowledgedBy(const model::Route& route)
{
    for (const auto& clock : route.clocks)
        if (clock.name == rules::acknowledgeClock)
            return u"Somebody should acknowledge it by %1. If nobody has by then, ask again."_s.arg(
                report::momentText(clock.due, QTimeZone("Europe/London")));
    return {};
}

} // namespace

AfterView::AfterView(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_danger(new Banner(Banner::Tone::Danger, u"after.danger"_s, this))
    , m_whom(titleLabel({}, this))
    , m_phone(textLabel({}, this))
    , m_why(remarkLabel({}, this))
    , m_next(textLabel({}, this))
    , m_told(new ToldForm(context, u"after"_s, this))
    , m_another(button(u"after.another"_s, u"Log another concern"_s, this))
    , m_reference(textLabel({}, this))
    , m_slipDone(remarkLabel({}, this))
    , m_callCard(nullptr)
    , m_call(new RecordView(u"after.call"_s, u"What to say on the telephone"_s, this))
    , m_paper(new PaperView(u"after.paper"_s, this))
{
    setObjectName(u"afterView"_s);
    m_paper->hide();
    m_whom->setObjectName(u"after.whom"_s);
    m_why->setObjectName(u"after.why"_s);
    m_next->setObjectName(u"after.next"_s);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(em(1.2), em(1), em(1.2), em(2));
    layout->setSpacing(em(1));
    auto* stored = new QVBoxLayout;
    stored->setSpacing(0);
    stored->addWidget(remarkLabel(u"Logged, and kept for those who must read it. Your reference:"_s, this));
    stored->addWidget(m_reference);
    layout->addLayout(stored);
    layout->addWidget(m_danger);

    auto* now = new Card(this);
    now->content()->addWidget(m_whom);
    now->content()->addWidget(m_phone);
    now->content()->addWidget(m_told);
    now->content()->addWidget(m_next);
    now->content()->addWidget(m_why);
    layout->addWidget(now);
    layout->addWidget(m_another, 0, Qt::AlignLeft);

    auto* call = new Card(u"What to say on the telephone"_s, this);
    call->content()->addWidget(m_call);
    m_callCard = call;
    layout->addWidget(call);

    auto* dont = new Card(u"What not to do"_s, this);
    auto* list = new RecordView(u"after.dont"_s, u"What not to do"_s, dont);
    list->bullet(u"Do not question the child or look for proof. Listen if they want to talk."_s);
    list->bullet(u"Do not promise to keep it secret. Say that you will tell only those who can help."_s);
    list->bullet(u"Do not tell the family, or anybody it is about, if that could raise the danger. The person you tell "
                 "decides that."_s);
    list->bullet(u"Do not talk about it with others, and do not wait for certainty."_s);
    dont->content()->addWidget(list);
    layout->addWidget(dont);
    layout->addWidget(makeSlip());

    auto* then = new Card(u"What happens next"_s, this);
    then->content()->addWidget(textLabel(
        u"You find this under My concerns: whether it has been acknowledged, and what they answer you. If you see or "
        u"hear "
        "more, add to it there. If you believe that nothing is being done, anybody may ring %1%2 themselves."_s.arg(
            m_context.profile.mash.name,
            m_context.profile.mash.phone ? QString(u", "_s + *m_context.profile.mash.phone + u',') : QString()),
        then));
    layout->addWidget(then);

    layout->addStretch();
    connect(m_another, &QPushButton::clicked, this, [this] { Q_EMIT anotherAsked(m_wasOnPaper); });
    connect(m_told, &ToldForm::answered, this, &AfterView::answered);
}

QWidget* AfterView::makeSlip()
{
    auto* card = new Card(u"Your slip"_s, this);
    named(m_reference, u"after.reference"_s, u"Your reference"_s);
    m_reference->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_reference->setWordWrap(false);
    enlarge(m_reference, 1.7);
    card->content()->addWidget(
        remarkLabel(u"It carries your reference and a fingerprint, and says nothing of the child. "
                    "With it you can show one day what you wrote, and when."_s,
                    card));
    auto* buttons = new QWidget(card);
    auto* line = new FlowLayout(buttons);
    line->setContentsMargins(0, 0, 0, 0);
    auto* save = button(u"after.saveSlip"_s, u"Save the slip as PDF…"_s, buttons);
    auto* print = button(u"after.printSlip"_s, u"Print the slip…"_s, buttons);
    line->addWidget(save);
    line->addWidget(print);
    card->content()->addWidget(buttons);
    m_slipDone->setObjectName(u"after.slipDone"_s);
    m_slipDone->hide();
    card->content()->addWidget(m_slipDone);
    const auto say = [this](const QString& sentence) {
        m_slipDone->setText(sentence);
        m_slipDone->show();
        announce(m_slipDone);
    };
    connect(save, &QPushButton::clicked, this, [this] { saveSlip(); });
    connect(print, &QPushButton::clicked, m_paper, &PaperView::print);
    connect(m_paper, &PaperView::printed, this, [say] { say(u"The slip was sent to the printer."_s); });
    connect(m_paper, &PaperView::printFailed, this, [say](const QString& sentence) { say(sentence); });
    return card;
}

void AfterView::setLogged(const session::Logged& logged, const model::Concern& concern,
                          const model::Checklist& checklist)
{
    m_logged = logged;
    const auto& route = logged.route;
    m_danger->setVisible(route.emergencyFirst);
    if (route.emergencyFirst)
        m_danger->set(u"First ring 999"_s, u"If you have not yet done it, do it before anything else."_s);
    m_whom->setText(whatToDo(route.contact));
    m_isAnswered = false;
    showPhone(route.contact);
    QStringList reasons;
    for (const auto& reason : route.reasons)
        reasons << reason.sentence;
    for (const auto& one : route.also)
        reasons << (one.phone ? u"Also: %1, %2."_s.arg(one.name, *one.phone) : u"Also: %1."_s.arg(one.name));
    m_why->setText(unbroken(reasons.join(u'\n')));
    m_why->setVisible(!reasons.isEmpty());
    showNext({deputiesText(route), acknowledgedBy(route)});
    m_told->setConcern(logged.reference, route, {});
    m_reference->setText(logged.reference);
    m_slipDone->hide();
    m_callCard->setVisible(route.kind == model::RouteKind::Mash);
    tellCall(concern, checklist);
    m_paper->setDocuments({session::slip(m_context.profile.school.name, m_context.member.name, logged.reference,
                                         logged.fingerprint, logged.loggedAt)});
    m_wasOnPaper = !concern.writtenBy.isEmpty() || concern.writtenAt.has_value();
    m_another->setText(m_wasOnPaper ? u"Type in the next paper form"_s : u"Log another concern"_s);
    announce(m_whom);
}

void AfterView::showPhone(const model::Recipient& whom)
{
    // A service's number stands in the sentence that says to ring it.
    const bool hasOwn = whom.phone && !isService(whom);
    m_phone->setText(hasOwn ? u"Telephone: %1."_s.arg(*whom.phone) : QString());
    m_phone->setVisible(hasOwn);
}

void AfterView::showNext(QStringList lines)
{
    lines.removeAll(QString());
    m_next->setText(lines.join(u"\n\n"_s));
    m_next->setVisible(!lines.isEmpty());
}

void AfterView::answered(bool reached)
{
    m_isAnswered = reached;
    m_why->hide();
    if (!reached) {
        // The old name must not stand on top when it is the next whom one has to find.
        m_whom->setText(whatToDo(m_told->whom()));
        showPhone(m_told->whom());
        m_callCard->setVisible(isService(m_told->whom()));
        showNext({});
        return;
    }
    m_whom->setText(u"You have told %1"_s.arg(m_told->whom().name));
    m_phone->hide();
    m_danger->hide();
    m_callCard->hide();
    showNext({acknowledgedBy(m_logged.route)});
    m_another->setFocus(Qt::OtherFocusReason);
}

void AfterView::tellCall(const model::Concern& concern, const model::Checklist& checklist)
{
    const auto today = platform::inSchoolTime(platform::now()).date();
    m_call->startOver();
    m_call->bullet(u"Who you are: %1, from %2. \"I want to make a referral about a child.\""_s.arg(
        m_context.member.name, m_context.profile.school.name));
    m_call->bullet(
        u"The child: "_s + childLine(concern.child, today) +
            (concern.child.homeAuthority.isEmpty() ? QString() : u", lives in "_s + concern.child.homeAuthority),
        u"If they ask for something that you do not know, say that you do not know it."_s);
    m_call->bullet(u"What you saw or heard: "_s + concern.facts);
    if (!concern.childsWords.isEmpty())
        m_call->bullet(u"What the child said, in their words: "_s + report::quoted(concern.childsWords));
    QStringList signs;
    for (const auto& seen : rules::signsNoticed(concern))
        if (const auto* sign = checklist.find(seen.code))
            signs << sign->label;
        else if (!concern.otherSign.isEmpty())
            signs << concern.otherSign;
    if (!signs.isEmpty())
        m_call->bullet(u"Signs: "_s + signs.join(u"; "_s));
    m_call->bullet(u"Why you ring: \"I believe this child may be at risk of sexual exploitation.\""_s);
    m_call->bullet(u"Ask and write down: the name of the person, the time, what they will do, and their reference."_s,
                   u"When you have rung, press \u201cI have told\u201d above: there is room for all four."_s);
}

void AfterView::saveSlip()
{
    auto* dialog = named(new QFileDialog(this, u"Save the slip"_s), u"after.slipDialog"_s, u"Save the slip"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(u"PDF (*.pdf)"_s);
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->selectFile(m_logged.reference + u".pdf"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        const auto& documents = m_paper->documents();
        const auto written = documents.empty() ? model::Result{} : report::writePdf(documents.front(), path);
        m_slipDone->setText(written ? u"The slip is in %1."_s.arg(path) : written.error().message);
        m_slipDone->show();
        announce(m_slipDone);
    });
    dialog->open();
}

QWidget* AfterView::firstFocus() const
{
    return m_told;
}

} // namespace heed::gui::log
