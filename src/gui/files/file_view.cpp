#include "gui/files/file_view.h"

#include "gui/frame/look.h"
#include "gui/frame/progress.h"
#include "gui/widgets/busy.h"
#include "gui/widgets/kit.h"

#include "rules/attachments.h"
#include "session/thread.h"

#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>

namespace heed::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int linesOfText = 24;

QWidget* textView(const Shown& shown, const QString& name, QWidget* parent)
{
    auto* view = named(new QPlainTextEdit(parent), name, u"The text of "_s + shown.about.name);
    view->setReadOnly(true);
    view->setTabChangesFocus(true);
    view->setUndoRedoEnabled(false);
    view->setPlainText(shown.text);
    view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    view->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    const int lines =
        qBound(3, shown.text.count(u'\n') > linesOfText || shown.text.size() > 2000 ? linesOfText : 10, linesOfText);
    view->setFixedHeight(view->fontMetrics().lineSpacing() * lines + em(1));
    return view;
}

} // namespace

QString kindAndSize(const model::AttachedFile& file)
{
    return rules::mediaTitle(file.media) + u", "_s + rules::sizeText(file.size);
}

FileView::FileView(session::SessionThread& thread, const QString& objectName, QWidget* parent)
    : Card(parent)
    , m_thread(thread)
    , m_name(objectName)
    , m_title(headingLabel({}, this))
    , m_close(button(objectName + u".close"_s, u"Close the file"_s, this))
    , m_busy(new Busy(objectName + u".busy"_s, this))
    , m_progress(new ProgressLine(m_busy))
{
    setObjectName(objectName);
    m_title->setObjectName(objectName + u".title"_s);
    content()->addWidget(m_title);
    content()->addWidget(m_close, 0, Qt::AlignLeft);
    content()->addWidget(m_busy);
    connect(m_close, &QPushButton::clicked, this, [this] {
        closeFile();
        Q_EMIT closed();
    });
    hide();
}

void FileView::closeFile()
{
    ++m_asked;
    delete m_content;
    m_content = nullptr;
    m_progress->finish();
    hide();
}

void FileView::show(const model::AttachedFile& about, Open open)
{
    closeFile();
    m_title->setText(about.name);
    setVisible(true);
    m_close->setFocus(Qt::OtherFocusReason);
    const auto progress = m_progress->start(u"Opening the file"_s, true);
    m_thread.ask(
        this,
        [open = std::move(open), progress](session::Session& session) -> model::Expected<Shown> {
            HEED_TAKE(const auto opened, open(session, progress));
            return shownOf(opened);
        },
        [this, question = m_asked](const model::Expected<Shown>& shown) {
            if (question == m_asked)
                put(shown);
        });
}

void FileView::put(const model::Expected<Shown>& shown)
{
    m_progress->finish();
    m_content = new QWidget(this);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    const auto say = [&](const QString& sentence) {
        auto* label = textLabel(sentence, m_content);
        label->setObjectName(m_name + u".sentence"_s);
        column->addWidget(label);
    };
    if (!shown) {
        say(shown.error().message);
    } else {
        column->addWidget(remarkLabel(kindAndSize(shown->about), m_content));
        if (!shown->picture.isNull()) {
            const auto description = u"The picture %1, %2 by %3 pixels"_s.arg(shown->about.name)
                                         .arg(shown->picture.width())
                                         .arg(shown->picture.height());
            column->addWidget(named(new Picture(shown->picture, m_content), m_name + u".picture"_s, description));
        } else if (!shown->why.isEmpty()) {
            say(shown->why);
        } else {
            column->addWidget(textView(*shown, m_name + u".text"_s, m_content));
            if (shown->isCut)
                say(u"Only the beginning is shown: the text is very long."_s);
        }
    }
    content()->addWidget(m_content);
    // Once it has been laid out: what was asked for is brought into sight from its beginning.
    QTimer::singleShot(0, m_content, [this] {
        for (auto* above = parentWidget(); above; above = above->parentWidget())
            if (auto* area = qobject_cast<QScrollArea*>(above)) {
                const auto top = mapTo(area->widget(), QPoint(0, 0)).y();
                auto* bar = area->verticalScrollBar();
                if (top < bar->value() || top > bar->value() + area->viewport()->height() / 3)
                    bar->setValue(top - em(1));
                return;
            }
    });
}

} // namespace heed::gui
