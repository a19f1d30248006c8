#include "gui/settings/sheet_card.h"
#include "gui/frame/look.h"
#include "gui/frame/progress.h"
#include "gui/widgets/kit.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace heed::gui::settings {

using namespace Qt::StringLiterals;

SheetCard::SheetCard(Context& context, QWidget* parent)
    : Card(tr("Is a printed sheet true to the record?"), parent)
    , m_context(context)
    , m_typed(new QPlainTextEdit)
    , m_field(new Field(u"sheetText"_s, tr("Fingerprint of the sheet"), m_typed,
                        tr("16 groups of four on its last page, or what its QR code holds. Capitals and spaces do not "
                           "matter.")))
    , m_check(button(u"sheetButton"_s, tr("Check the sheet")))
    , m_answer(new Banner(Banner::Tone::Tell, u"sheetAnswer"_s))
    , m_busy(new Busy(u"sheetBusy"_s))
    , m_progress(new ProgressLine(m_busy))
{
    content()->addWidget(
        textLabel(tr("Every sheet says how the journal stood when it was printed. Heed looks whether all "
                     "of that is still there, and unchanged.")));
    m_typed->setTabChangesFocus(true);
    m_typed->setFixedHeight(m_typed->fontMetrics().lineSpacing() * 3 + em(0.9));
    content()->addWidget(m_field);
    content()->addWidget(m_check, 0, Qt::AlignLeft);
    content()->addWidget(m_busy);
    content()->addWidget(m_answer);
    m_answer->hide();
    connect(m_check, &QPushButton::clicked, this, &SheetCard::check);
}

void SheetCard::check()
{
    m_answer->hide();
    m_field->clearError();
    m_check->setEnabled(false);
    const auto progress = m_progress->start(tr("Checking\u2026"), true);
    m_context.thread->ask(
        this,
        [typed = m_typed->toPlainText(), progress](session::Session& session) {
            return session::checkSheet(session, typed, progress);
        },
        [this](const model::Expected<session::SheetCheck>& checked) { tell(checked); });
}

void SheetCard::tell(const model::Expected<session::SheetCheck>& checked)
{
    m_progress->finish();
    m_check->setEnabled(true);
    m_check->setFocus(); // it went when the button was disabled
    if (!checked) {
        if (checked.error().code == model::ErrorCode::BadInput) {
            m_field->setError(checked.error().message);
            m_typed->setFocus(Qt::OtherFocusReason);
        } else if (checked.error().code != model::ErrorCode::Cancelled) {
            m_answer->setTone(Banner::Tone::Danger);
            m_answer->announce(tr("The check was not done"), checked.error().message);
        }
        return;
    }
    using session::SheetVerdict;
    const auto& answer = checked->answer;
    m_answer->setTone(answer.verdict == SheetVerdict::Grown     ? Banner::Tone::Tell
                      : answer.verdict == SheetVerdict::Differs ? Banner::Tone::Danger
                                                                : Banner::Tone::Warning);
    m_answer->announce(answer.verdict == SheetVerdict::Grown     ? tr("The record has only grown since")
                       : answer.verdict == SheetVerdict::Differs ? tr("The record is not as it was")
                                                                 : tr("This vault does not know the sheet"),
                       answer.sentence);
}

} // namespace heed::gui::settings
