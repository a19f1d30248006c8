#include "gui/log/record_view.h"

#include "gui/frame/look.h"

#include "report/words.h"
#include "rules/signs.h"

#include <QAbstractTextDocumentLayout>
#include <QFocusEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QWheelEvent>

#include <utility>

namespace heed::gui::log {

using namespace Qt::StringLiterals;

namespace {

const QTimeZone& schoolZone()
{
    static const QTimeZone zone("Europe/London");
    return zone;
}

QString yearOf(const model::Child& child)
{
    return child.yearGroup.isEmpty() ? QString() : report::yearText(child.yearGroup);
}

QString rollText(const std::optional<bool>& onRoll)
{
    if (!onRoll)
        return u"Not sure"_s;
    return *onRoll ? u"Yes"_s : u"No"_s;
}

QString flagsText(const model::Child& child)
{
    QStringList flags;
    for (const auto flag : child.vulnerabilities)
        flags << report::vulnerabilityText(flag);
    return flags.join(u", "_s);
}

void tellChild(RecordView& view, const model::Child& child, const QDate& today)
{
    view.paragraph(childLine(child, today));
    view.fact(u"A pupil of this school"_s, rollText(child.onRoll));
    view.fact(u"Lives in the area of"_s, child.homeAuthority);
    view.fact(u"Known of the child"_s, flagsText(child));
    view.fact(u"UPN"_s, child.upn);
    view.fact(u"Site"_s, child.site);
    view.fact(u"Described as"_s, child.description);
    view.fact(u"Their part"_s, child.part);
}

QString meaningText(model::Meaning meaning)
{
    switch (meaning) {
    case model::Meaning::Risk: return u"can be a sign of risk"_s;
    case model::Meaning::Harm: return u"can be a sign of harm already happening"_s;
    case model::Meaning::Both: return u"can be a sign of risk, or of harm already happening"_s;
    }
    return {};
}

void tellSigns(RecordView& view, const model::Concern& concern, const model::Checklist& checklist)
{
    if (concern.signsSeen.empty() && concern.otherSign.isEmpty())
        return;
    view.heading(u"Signs"_s);
    bool isOwnTold = false;
    for (const auto& seen : rules::signsNoticed(concern)) {
        const auto* sign = checklist.find(seen.code);
        QString label = sign ? sign->label : seen.code;
        if (seen.code == model::otherSignCode) {
            label = u"something else"_s;
            if (!concern.otherSign.isEmpty() && !std::exchange(isOwnTold, true))
                label += u": "_s + concern.otherSign;
        }
        if (!label.isEmpty())
            label[0] = label[0].toUpper();
        QStringList parts;
        if (seen.seen)
            parts << u"Seen "_s + report::dateText(*seen.seen);
        if (seen.source)
            parts << report::sourceText(seen.source);
        if (sign)
            parts << meaningText(sign->meaning);
        QString note = parts.join(u" · "_s);
        if (!note.isEmpty())
            note[0] = note[0].toUpper();
        if (!seen.note.isEmpty())
            note += (note.isEmpty() ? QString() : u"\n"_s) + seen.note;
        view.bullet(label, note);
    }
}

void tellMarks(RecordView& view, const std::vector<model::BodyMark>& marks)
{
    if (marks.empty())
        return;
    view.heading(u"Injuries that can be seen"_s);
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const auto& mark = marks[i];
        QStringList notes;
        if (const auto looks = report::looksText(mark); !looks.isEmpty())
            notes << looks;
        if (mark.brokenSkin)
            notes << u"Skin broken: "_s + report::brokenSkinText(mark.brokenSkin).toLower();
        if (mark.firstNoticed)
            notes << u"First noticed "_s + report::dateText(*mark.firstNoticed);
        if (!mark.childsAccount.isEmpty())
            notes << u"The child: "_s + report::quoted(mark.childsAccount);
        if (!mark.note.isEmpty())
            notes << mark.note;
        view.bullet(u"%1. %2"_s.arg(i + 1).arg(report::regionText(mark)), notes.join(u"\n"_s));
    }
}

} // namespace

RecordView::RecordView(const QString& objectName, const QString& accessibleName, QWidget* parent)
    : QTextBrowser(parent)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, [this] { fit(); });
    startOver();
}

void RecordView::startOver()
{
    clear();
    m_cursor = QTextCursor(document());
    m_isFirst = true;
}

void RecordView::block(int above, int below, int indent)
{
    QTextBlockFormat format;
    const auto line = fontMetrics().lineSpacing();
    format.setTopMargin(m_isFirst ? 0 : line * above / 10.0);
    format.setBottomMargin(line * below / 10.0);
    format.setLeftMargin(line * indent);
    if (m_isFirst)
        m_cursor.setBlockFormat(format);
    else
        m_cursor.insertBlock(format);
    m_cursor.setCharFormat({});
    m_isFirst = false;
}

void RecordView::heading(const QString& text)
{
    block(8, 2);
    auto blockFormat = m_cursor.blockFormat();
    blockFormat.setHeadingLevel(3);
    m_cursor.setBlockFormat(blockFormat);
    QTextCharFormat format;
    format.setFontWeight(QFont::DemiBold);
    m_cursor.insertText(text, format);
}

void RecordView::paragraph(const QString& text)
{
    block(0, 2);
    m_cursor.insertText(text, {});
}

void RecordView::quotation(const QString& text)
{
    block(0, 3, 1);
    QTextCharFormat format;
    format.setFontItalic(true);
    m_cursor.insertText(report::quoted(text), format);
}

void RecordView::remark(const QString& text)
{
    block(0, 2);
    QTextCharFormat format;
    format.setForeground(colours().quiet);
    m_cursor.insertText(text, format);
}

void RecordView::fact(const QString& label, const QString& value)
{
    if (value.trimmed().isEmpty())
        return;
    block(0, 1);
    QTextCharFormat quiet;
    quiet.setForeground(colours().quiet);
    m_cursor.insertText(label + u": "_s, quiet);
    m_cursor.insertText(value, {});
}

void RecordView::bullet(const QString& text, const QString& note)
{
    block(1, 1, 1);
    auto format = m_cursor.blockFormat();
    format.setTextIndent(-fontMetrics().horizontalAdvance(u"•  "_s));
    m_cursor.setBlockFormat(format);
    m_cursor.insertText(u"•  "_s + text, {});
    if (note.isEmpty())
        return;
    QTextCharFormat quiet;
    quiet.setForeground(colours().quiet);
    block(0, 2, 1);
    m_cursor.insertText(note, quiet);
}

void RecordView::rule()
{
    block(4, 4);
}

QSize RecordView::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, qMax(fontMetrics().height(), height())};
}

void RecordView::focusInEvent(QFocusEvent* event)
{
    // What is told pushes the caret on: whoever comes here with the keyboard begins to read at the beginning.
    if (event->reason() != Qt::MouseFocusReason && textCursor().atEnd() && !textCursor().hasSelection())
        moveCursor(QTextCursor::Start);
    QTextBrowser::focusInEvent(event);
}

void RecordView::resizeEvent(QResizeEvent* event)
{
    QTextBrowser::resizeEvent(event);
    fit();
}

void RecordView::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

void RecordView::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

void RecordView::fit()
{
    const int wanted = qMax(fontMetrics().height(), qCeil(document()->size().height())) + 2 * frameWidth() + 4;
    if (minimumHeight() != wanted)
        setFixedHeight(wanted);
}

QString childLine(const model::Child& child, const QDate& today)
{
    QStringList parts{model::nameOf(child)};
    if (const auto year = yearOf(child); !year.isEmpty())
        parts << year;
    if (child.dateOfBirth)
        parts << u"born "_s + report::birthText(child.dateOfBirth, today);
    return parts.join(u", "_s);
}

void tellConcern(RecordView& view, const model::Concern& concern, const model::Checklist& checklist, const QDate& today)
{
    if (concern.immediateDanger)
        view.heading(u"Immediate danger"_s);
    if (concern.missingNow)
        view.heading(u"The child is missing now"_s);
    if (concern.aboutHead)
        view.heading(u"About the head teacher"_s);
    else if (concern.aboutStaff)
        view.heading(u"About an adult who works or volunteers here"_s);

    view.heading(u"The child"_s);
    tellChild(view, concern.child, today);

    view.heading(u"What was seen or heard"_s);
    if (concern.facts.trimmed().isEmpty())
        view.remark(u"Nothing is written here yet."_s);
    else
        view.paragraph(concern.facts);
    view.fact(u"When"_s, report::observedText(concern, schoolZone()));
    view.fact(u"Where"_s, concern.place);
    view.fact(u"Written on paper by"_s, concern.writtenBy);
    view.fact(u"Written on paper"_s,
              concern.writtenAt ? report::momentText(*concern.writtenAt, schoolZone()) : QString());
    view.fact(u"Why it was written down later"_s, concern.delayReason);

    if (!concern.childsWords.trimmed().isEmpty()) {
        view.heading(u"The child's own words"_s);
        view.quotation(concern.childsWords);
    }
    tellSigns(view, concern, checklist);
    if (concern.missing) {
        view.heading(u"Missing"_s);
        view.paragraph(report::missingText(concern.missing));
    }
    tellMarks(view, concern.bodyMap);
    if (!concern.opinion.trimmed().isEmpty()) {
        view.heading(u"What the author thinks"_s);
        view.paragraph(concern.opinion);
    }
    if (!concern.actionTaken.trimmed().isEmpty()) {
        view.heading(u"What was done already"_s);
        view.paragraph(concern.actionTaken);
    }
    if (!concern.childsWishes.trimmed().isEmpty()) {
        view.heading(u"What the child knows and wishes"_s);
        view.paragraph(concern.childsWishes);
    }
    if (!concern.involved.empty()) {
        view.heading(u"Others involved"_s);
        for (const auto& one : concern.involved) {
            QStringList notes;
            if (!one.what.isEmpty())
                notes << one.what;
            if (!one.reliability.isEmpty())
                notes << u"How sure: "_s + one.reliability;
            view.bullet(one.name.isEmpty() ? report::kindText(one.kind)
                                           : report::kindText(one.kind) + u": "_s + one.name,
                        notes.join(u"\n"_s));
        }
    }
    if (!concern.children.empty()) {
        view.heading(u"Further children"_s);
        for (const auto& child : concern.children)
            tellChild(view, child, today);
    }
}

} // namespace heed::gui::log
