#include "gui/cases/print_view.h"

#include "gui/cases/redaction_panel.h"
#include "gui/frame/draft_keeper.h"
#include "gui/frame/look.h"
#include "gui/log/day_field.h"
#include "gui/log/disclosure.h"
#include "gui/log/form_state.h"
#include "gui/widgets/announce.h"
#include "gui/widgets/flow_layout.h"
#include "gui/widgets/kit.h"
#include "gui/widgets/paper_view.h"
#include "gui/widgets/secret_clipboard.h"

#include "model/cbor.h"
#include "report/gaps.h"
#include "report/words.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QPrinterInfo>
#include <QShortcut>

namespace heed::gui::cases {

using namespace Qt::StringLiterals;

namespace {

constexpr int typingPause = 500; // ms
constexpr std::chrono::seconds copyKept(60);
constexpr qsizetype gapsNamed = 7; // the others are counted

} // namespace

PrintView::PrintView(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_draft(new DraftKeeper(
          context, {}, [this] { return draft(); }, this))
    , m_kind(new CalmComboBox)
    , m_recipient(new QLineEdit)
    , m_reason(new QLineEdit)
    , m_sent(new CalmComboBox)
    , m_from(new log::DayField)
    , m_to(new log::DayField)
    , m_fromField(new Field(u"print.from"_s, u"From"_s, m_from, u"Empty: from the beginning"_s))
    , m_toField(new Field(u"print.to"_s, u"To"_s, m_to, u"Empty: to this day"_s))
    , m_period(new FieldGrid({m_fromField, m_toField}, 14, this))
    , m_recipientField(new Field(u"print.recipient"_s, u"For whom"_s, m_recipient, {}, this))
    , m_reasonField(new Field(u"print.reason"_s, u"Why"_s, m_reason, {}, this))
    , m_preview(primaryButton(u"print.preview"_s, u"Show the pages"_s, this))
    , m_save(button(u"print.save"_s, u"Save as PDF…"_s, this))
    , m_print(button(u"print.print"_s, u"Print…"_s, this))
    , m_copy(primaryButton(u"print.copy"_s, u"Copy for CPOMS"_s, this))
    , m_redaction(new RedactionPanel)
    , m_error(new Banner(Banner::Tone::Warning, u"print.error"_s, this))
    , m_done(new Banner(Banner::Tone::Tell, u"print.done"_s, this))
    , m_busy(new Busy(u"print.busy"_s, this))
    , m_ready(new QWidget(this))
    , m_gaps(new Banner(Banner::Tone::Note, u"print.gaps"_s, this))
    , m_paper(new PaperView(u"print.paper"_s, this))
{
    setObjectName(u"printView"_s);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(em(1.2), em(1), em(1.2), em(1));
    layout->setSpacing(em(0.7));
    auto* back = linkButton(u"print.back"_s, u"← Back to the case"_s, this);
    back->setAccessibleName(u"Back to the case"_s);
    layout->addWidget(back, 0, Qt::AlignLeft);
    layout->addWidget(titleLabel(u"Print or save"_s, this));

    m_kind->addItem(u"Referral summary"_s, static_cast<int>(session::PaperKind::Summary));
    m_kind->addItem(u"Chronology of this child"_s, static_cast<int>(session::PaperKind::Chronology));
    m_kind->addItem(u"What to say on the telephone"_s, static_cast<int>(session::PaperKind::CallSheet));
    m_kind->addItem(u"Entry for CPOMS"_s, static_cast<int>(session::PaperKind::Cpoms));
    m_recipient->setMaxLength(280);
    m_reason->setMaxLength(280);
    m_sent->addItem(u"Not said"_s, QString());
    for (const auto& way :
         {u"By secure e-mail"_s, u"Through their portal"_s, u"By hand"_s, u"By post"_s, u"Kept in the school's file"_s})
        m_sent->addItem(way, way);
    layout->addWidget(new FieldGrid({new Field(u"print.kind"_s, u"What"_s, m_kind), m_recipientField, m_reasonField,
                                     new Field(u"print.sent"_s, u"How it goes there"_s, m_sent)},
                                    14, this));
    layout->addWidget(m_period);
    m_period->hide();
    m_leaveOut = new log::Disclosure(u"print.leaveOut"_s, u"Leave something out of this copy"_s, m_redaction, this);
    auto* buttons = new QWidget(this);
    auto* line = new FlowLayout(buttons);
    line->setContentsMargins(0, 0, 0, 0);
    for (auto* each : {m_preview, m_save, m_print, m_copy})
        line->addWidget(each);
    layout->addWidget(buttons);
    for (auto* each : std::initializer_list<QWidget*>{m_error, m_done, m_busy})
        layout->addWidget(each);
    m_error->hide();
    m_done->hide();
    m_side = new QWidget(this);
    auto* side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 0, 0, 0);
    side->addWidget(m_leaveOut);
    side->addStretch();
    m_copy->setToolTip(u"Marked as a secret, and taken off the clipboard after a minute or when Heed locks"_s);
    m_copy->setAccessibleDescription(m_copy->toolTip());
    m_copy->hide();
    m_ready->setObjectName(u"print.ready"_s);
    auto* ready = new QVBoxLayout(m_ready);
    ready->setContentsMargins(0, 0, 0, 0);
    ready->addWidget(
        remarkLabel(u"A PDF and what goes to a printer are no longer sealed: the printer's queue holds plain "
                    "text. The copy is recorded with its number, for whom and why."_s,
                    m_ready));
    ready->addWidget(m_gaps);
    ready->addWidget(m_paper, 1);
    m_row = new QBoxLayout(QBoxLayout::TopToBottom);
    m_row->setSpacing(em(1));
    m_row->addWidget(m_side);
    m_row->addWidget(m_ready);
    layout->addLayout(m_row, 1);
    layout->addStretch();
    arrange();
    whole->addWidget(scrolling(content, u"print.scroll"_s));
    m_paper->setMinimumHeight(em(22));
    m_ready->hide();
    m_save->setEnabled(false);
    m_print->setEnabled(false);

    connect(back, &QPushButton::clicked, this, &PrintView::backAsked);
    connect(m_preview, &QPushButton::clicked, this, &PrintView::preview);
    connect(m_save, &QPushButton::clicked, this, &PrintView::save);
    connect(m_print, &QPushButton::clicked, this, &PrintView::print);
    connect(m_copy, &QPushButton::clicked, this, &PrintView::copy);
    connect(m_recipient, &QLineEdit::returnPressed, this, &PrintView::preview);
    connect(m_reason, &QLineEdit::returnPressed, this, &PrintView::preview);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &PrintView::changed);
    connect(m_sent, &QComboBox::currentIndexChanged, this, &PrintView::changed);
    connect(m_recipient, &QLineEdit::textChanged, this, &PrintView::changed);
    connect(m_reason, &QLineEdit::textChanged, this, &PrintView::changed);
    connect(m_redaction, &RedactionPanel::changed, this, &PrintView::changed);
    for (auto* day : {m_from, m_to}) {
        connect(day, &QLineEdit::textChanged, this, &PrintView::changed);
        connect(day, &QLineEdit::returnPressed, this, &PrintView::preview);
    }
    connect(m_kind, &QComboBox::currentIndexChanged, this, &PrintView::presetWhom);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &PrintView::findNames);
    connect(m_leaveOut, &log::Disclosure::toggled, this, &PrintView::findNames);
    connect(m_leaveOut, &log::Disclosure::toggled, this, &PrintView::arrange);
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &PrintView::showPages);
    auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &PrintView::backAsked);
}

void PrintView::setReference(const QString& reference, std::optional<session::PaperKind> kind)
{
    const auto begin = [this, kind] {
        if (!kind)
            return;
        m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(*kind)));
        if (!m_recipient->text().isEmpty() && !m_reason->text().isEmpty())
            preview();
    };
    const bool isOther = reference != m_reference;
    if (isOther) {
        m_draft->store();
        m_reference = reference;
        m_recipient->clear();
        m_reason->clear();
        m_kind->setCurrentIndex(0);
        m_sent->setCurrentIndex(0);
        m_from->clear();
        m_to->clear();
        m_redaction->startOver();
        m_leaveOut->setOpen(false);
        m_draft->setName(u"print-"_s + reference);
        m_draft->load([this, begin](const QByteArray& draft) {
            const bool isTaken = takeDraft(draft);
            begin(); // only now: what was begun for another paper is not written over
            return isTaken;
        });
    }
    m_ready->hide();
    askForPages();
    m_error->hide();
    m_done->hide();
    m_recipientField->clearError();
    m_reasonField->clearError();
    if (!isOther)
        begin();
}

void PrintView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

/// While something is left out, the pages stand beside what is ticked, where there is room for both.
void PrintView::arrange()
{
    constexpr int roomForTwo = 60; // em
    const bool isBeside = m_leaveOut->isOpen() && width() >= em(roomForTwo);
    m_row->setDirection(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_row->setStretchFactor(m_side, isBeside ? 2 : 0);
    m_row->setStretchFactor(m_ready, isBeside ? 3 : 1);
}

void PrintView::storeDraft()
{
    m_draft->store();
}

QByteArray PrintView::draft() const
{
    if (m_isOut || (m_recipient->text().isEmpty() && m_reason->text().isEmpty()))
        return {};
    return model::writeCbor(log::stateOf(this, u"print."_s));
}

bool PrintView::takeDraft(const QByteArray& draft)
{
    if (draft.isEmpty() || !m_recipient->text().isEmpty() || !m_reason->text().isEmpty())
        return false;
    const auto state = model::parseCbor(draft, u"The draft"_s);
    if (state)
        log::setState(this, u"print."_s, *state);
    return state.has_value();
}

QWidget* PrintView::firstFocus() const
{
    return m_kind;
}

session::PaperRequest PrintView::request() const
{
    return {static_cast<session::PaperKind>(m_kind->currentData().toInt()),
            m_reference,
            m_recipient->text().trimmed(),
            m_reason->text().trimmed(),
            m_sent->currentData().toString(),
            m_redaction->redaction(),
            m_period->isHidden() ? std::nullopt : m_from->day(),
            m_period->isHidden() ? std::nullopt : m_to->day()};
}

void PrintView::changed()
{
    m_isOut = false;
    m_draft->edited();
    askForPages();
}

/// What is shown is what leaves: until the pages are shown anew, nothing does.
void PrintView::askForPages()
{
    ++m_asked;
    m_save->setEnabled(false);
    m_print->setEnabled(false);
    const auto kind = static_cast<session::PaperKind>(m_kind->currentData().toInt());
    const bool isCpoms = kind == session::PaperKind::Cpoms;
    m_period->setVisible(kind == session::PaperKind::Chronology);
    m_copy->setVisible(isCpoms);
    if (m_ready->isVisible())
        m_pause.start();
}

/// For whom and why, where that is nearly always the same. What a person typed stays.
void PrintView::presetWhom()
{
    const QMap<session::PaperKind, std::pair<QString, QString>> known{
        {session::PaperKind::Cpoms, {u"CPOMS"_s, u"The school's record"_s}},
        {session::PaperKind::CallSheet, {m_context.member.name, u"To read from while ringing"_s}}};
    const std::pair stands{m_recipient->text(), m_reason->text()};
    if (stands != std::pair<QString, QString>() && !known.values().contains(stands))
        return;
    const auto [recipient, reason] = known.value(request().kind);
    m_recipient->setText(recipient);
    m_reason->setText(reason);
}

void PrintView::findNames()
{
    if (!m_leaveOut->isOpen() || m_reference.isEmpty())
        return;
    m_context.thread->ask(
        this,
        [kind = request().kind, reference = m_reference](session::Session& session) {
            return session::thirdParties(session, kind, reference);
        },
        [this, reference = m_reference](const model::Expected<std::vector<report::ThirdParty>>& parties) {
            if (reference != m_reference)
                return;
            if (parties)
                m_redaction->setParties(*parties);
            else
                fail(u"The names were not looked for"_s, parties.error().message);
        });
}

/// Says at the field which is no day. A chronology is never shown of another period than somebody meant.
bool PrintView::arePeriodDays()
{
    const auto say = [this](Field* field, const log::DayField* day) {
        const bool isWrong = !m_period->isHidden() && day->isUnreadable();
        field->setError(isWrong ? u"Heed cannot read this as a day. Write it as 3 May 2026, or leave it empty."_s
                                : QString());
        return !isWrong;
    };
    const bool isFrom = say(m_fromField, m_from);
    return say(m_toField, m_to) && isFrom;
}

bool PrintView::check()
{
    const auto asked = request();
    m_recipientField->setError(asked.recipient.isEmpty() ? u"Say for whom it is."_s : QString());
    m_reasonField->setError(asked.reason.isEmpty() ? u"Say why it leaves Heed."_s : QString());
    const bool isDated = arePeriodDays();
    if (asked.recipient.isEmpty())
        m_recipient->setFocus(Qt::OtherFocusReason);
    else if (asked.reason.isEmpty())
        m_reason->setFocus(Qt::OtherFocusReason);
    else if (!isDated)
        (m_from->isUnreadable() ? m_from : m_to)->setFocus(Qt::OtherFocusReason);
    return !asked.recipient.isEmpty() && !asked.reason.isEmpty() && isDated;
}

void PrintView::preview()
{
    m_done->hide();
    if (!check())
        return;
    m_ready->show();
    showPages();
}

void PrintView::showPages()
{
    m_pause.stop();
    const auto asked = request();
    if (asked.recipient.isEmpty() || asked.reason.isEmpty() || !arePeriodDays())
        return;
    m_busy->start(u"Reading the record again and laying out the pages"_s);
    m_context.thread->ask(
        this, [asked](session::Session& session) { return session::preparePaper(session, asked); },
        [this, number = ++m_asked](const model::Expected<report::Document>& document) {
            m_busy->stop();
            if (number != m_asked)
                return;
            if (!document) {
                m_ready->hide();
                fail(u"The pages cannot be shown"_s, document.error().message);
                return;
            }
            m_error->hide();
            m_paper->setDocuments({*document});
            showGaps(*document);
            m_save->setEnabled(true);
            m_print->setEnabled(true);
            if (m_preview->hasFocus())
                m_save->setFocus(Qt::OtherFocusReason);
        });
}

void PrintView::showGaps(const report::Document& document)
{
    auto gaps = report::gapsOf(document);
    gaps.replaceInStrings(u"?"_s, QString());
    m_gaps->setVisible(!gaps.isEmpty());
    if (gaps.isEmpty())
        return;
    if (const auto more = gaps.size() - gapsNamed; more > 1) {
        gaps.resize(gapsNamed);
        gaps << u"%1 more"_s.arg(more);
    }
    m_gaps->set(u"Not asked yet: %1"_s.arg(report::listed(gaps)),
                u"The copy says so. What you record under \"Record a referral\", or on the pupil's page, is printed "
                "instead."_s);
}

void PrintView::copy()
{
    if (!check())
        return;
    m_busy->start(u"Copying"_s);
    m_context.thread->ask(
        this,
        [asked = request()](session::Session& session) {
            return session::releaseForCpoms(session, asked, session::PaperWay::Clipboard);
        },
        [this](const model::Expected<session::CpomsText>& copied) {
            m_busy->stop();
            if (!copied) {
                fail(u"It was not copied"_s, copied.error().message);
                return;
            }
            copySecret(copied->text, copyKept);
            done(u"Copied. Paste it into CPOMS within a minute; then mark the concern as being there, on its page."_s);
        });
}

void PrintView::save()
{
    auto* dialog = named(new QFileDialog(this, u"Save as PDF"_s), u"print.dialog"_s, u"Save as PDF"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(u"PDF (*.pdf)"_s);
    dialog->setDefaultSuffix(u"pdf"_s);
    // The name of a file is seen by many: it is the reference and never the child's name.
    dialog->selectFile(m_reference + u".pdf"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &PrintView::saveTo);
    dialog->open();
}

void PrintView::saveTo(const QString& path)
{
    m_busy->start(u"Writing the PDF"_s);
    m_context.thread->ask(
        this, [asked = request(), path](session::Session& session) { return session::savePaper(session, asked, path); },
        [this, path](const model::Expected<report::Document>& document) {
            m_busy->stop();
            if (!document) {
                fail(u"It was not saved"_s, document.error().message);
                return;
            }
            done(u"Copy %1 is in %2."_s.arg(document->sheet.printing.copy).arg(path));
        });
}

void PrintView::print()
{
    if (QPrinterInfo::availablePrinterNames().isEmpty()) {
        fail(u"There is no printer"_s, u"This computer has no printer set up. Save it as a PDF instead."_s);
        return;
    }
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(m_reference);
    auto* dialog = named(new QPrintDialog(printer.get(), this), u"print.printDialog"_s, u"Print"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer] { printOn(printer); });
    dialog->open();
}

void PrintView::printOn(const std::shared_ptr<QPrinter>& printer)
{
    m_busy->start(u"Printing"_s);
    m_context.thread->ask(
        this,
        [asked = request()](session::Session& session) {
            return session::releasePaper(session, asked, session::PaperWay::Printer);
        },
        [this, printer](const model::Expected<report::Document>& document) {
            m_busy->stop();
            if (!document) {
                fail(u"It was not printed"_s, document.error().message);
                return;
            }
            m_busy->start(u"Printing"_s);
            PaperView::paintOn(printer, {*document}, this, [this, copy = document->sheet.printing.copy](bool isDone) {
                m_busy->stop();
                if (isDone)
                    done(u"Copy %1 was sent to the printer."_s.arg(copy));
                else
                    fail(u"It was not printed"_s,
                         u"The printer did not take it. The copy is recorded all the same; look at the printer and try "
                         "again."_s);
            });
        });
}

void PrintView::fail(const QString& title, const QString& sentence)
{
    m_done->hide();
    m_error->announce(title, sentence);
}

void PrintView::done(const QString& sentence)
{
    m_error->hide();
    m_isOut = true;
    m_draft->store();
    m_done->announce(sentence, {});
    Q_EMIT m_context.navigator->say(sentence);
}

} // namespace heed::gui::cases
