#include "gui/overview/governors_view.h"

#include "gui/frame/look.h"
#include "gui/widgets/kit.h"
#include "gui/widgets/paper_view.h"

#include "platform/clock.h"
#include "report/text.h"
#include "session/overview.h"

#include <QFileDialog>
#include <QScrollArea>
#include <QShortcut>

namespace heed::gui::overview {

using namespace Qt::StringLiterals;

GovernorsView::GovernorsView(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_paper(new PaperView(u"governors.paper"_s, this))
    , m_save(primaryButton(u"governors.save"_s, u"&Save as PDF…"_s, this))
    , m_print(button(u"governors.print"_s, u"&Print…"_s, this))
    , m_error(new Banner(Banner::Tone::Warning, u"governors.error"_s, this))
    , m_done(new Banner(Banner::Tone::Tell, u"governors.done"_s, this))
    , m_busy(new Busy(u"governors.busy"_s, this))
{
    setObjectName(u"governorsView"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(em(1.2), em(1), em(1.2), em(1));
    layout->setSpacing(em(0.7));
    auto* back = linkButton(u"governors.back"_s, u"← Back to the overview"_s, this);
    back->setAccessibleName(u"Back to the overview"_s);
    layout->addWidget(back, 0, Qt::AlignLeft);
    layout->addWidget(titleLabel(u"The governors' sheet"_s, this));
    layout->addWidget(textLabel(u"A year in figures, without names. Every number is rounded to five, and fewer than "
                                "five are not told apart. Read it before you pass it on: a rare sign in a small school "
                                "can still point at somebody."_s,
                                this));
    layout->addWidget(m_error);
    layout->addWidget(m_done);
    layout->addWidget(m_busy);
    m_error->hide();
    m_done->hide();
    auto* buttons = new QWidget(this);
    auto* row = new FlowLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_save);
    row->addWidget(m_print);
    layout->addWidget(buttons);
    m_paper->setMinimumHeight(em(16));
    layout->addWidget(m_paper, 1);

    connect(back, &QPushButton::clicked, this, &GovernorsView::backAsked);
    connect(m_save, &QPushButton::clicked, this, &GovernorsView::save);
    connect(m_print, &QPushButton::clicked, m_paper, &PaperView::print);
    connect(m_paper, &PaperView::printed, this, [this] {
        m_error->hide();
        m_done->announce(u"Sent to the printer."_s, {});
    });
    connect(m_paper, &PaperView::printFailed, this,
            [this](const QString& sentence) { fail(u"It was not printed"_s, sentence); });
    auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &GovernorsView::backAsked);
}

QWidget* GovernorsView::firstFocus() const
{
    return m_save;
}

void GovernorsView::reload()
{
    m_error->hide();
    m_done->hide();
    m_save->setEnabled(false);
    m_print->setEnabled(false);
    m_busy->start(u"Counting"_s);
    m_context.thread->ask(
        this, [](session::Session& session) { return session::governorsSheet(session); },
        [this](const model::Expected<report::Document>& document) {
            m_busy->stop();
            if (!document) {
                fail(u"The sheet cannot be shown"_s, document.error().message);
                return;
            }
            m_paper->setDocuments({*document});
            // The pages are pictures: a screen reader gets their words.
            for (auto* area : m_paper->findChildren<QScrollArea*>())
                area->setAccessibleDescription(report::plainBody(*document));
            m_save->setEnabled(true);
            m_print->setEnabled(true);
            if (isVisible())
                m_save->setFocus(Qt::OtherFocusReason);
        });
}

void GovernorsView::save()
{
    auto* dialog = named(new QFileDialog(this, u"Save as PDF"_s), u"governors.dialog"_s, u"Save as PDF"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(u"PDF (*.pdf)"_s);
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->selectFile(u"governors-%1.pdf"_s.arg(platform::inSchoolTime(platform::now()).date().toString(Qt::ISODate)));
    connect(dialog, &QFileDialog::fileSelected, this, &GovernorsView::saveTo);
    dialog->open();
}

void GovernorsView::saveTo(const QString& path)
{
    m_busy->start(u"Writing the PDF"_s);
    m_context.thread->ask(
        this, [path](session::Session& session) { return session::saveGovernorsSheet(session, path); },
        [this, path](const model::Expected<report::Document>& document) {
            m_busy->stop();
            if (!document) {
                fail(u"It was not saved"_s, document.error().message);
                return;
            }
            m_error->hide();
            m_done->announce(u"The sheet is in %1."_s.arg(path), {});
        });
}

void GovernorsView::fail(const QString& title, const QString& sentence)
{
    m_done->hide();
    m_error->announce(title, sentence);
}

} // namespace heed::gui::overview
