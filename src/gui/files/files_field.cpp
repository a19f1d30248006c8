#include "gui/files/files_field.h"

#include "gui/files/file_view.h"
#include "gui/frame/look.h"
#include "gui/frame/progress.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/busy.h"
#include "gui/widgets/flow_layout.h"
#include "gui/widgets/kit.h"

#include "platform/clock.h"
#include "rules/attachments.h"
#include "session/thread.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QKeyEvent>
#include <QMimeData>
#include <QVBoxLayout>

namespace heed::gui {

using namespace Qt::StringLiterals;

FilesField::FilesField(session::SessionThread& thread, const QString& name, QString form, QWidget* parent)
    : QWidget(parent)
    , m_thread(thread)
    , m_name(name)
    , m_form(std::move(form))
    , m_warning(new Banner(Banner::Tone::Warning, name + u".warning"_s, this))
    , m_goOn(button(name + u".goOn"_s, u"It is nothing of that kind: attach it"_s))
    , m_leave(button(name + u".leave"_s, u"Attach nothing"_s))
    , m_error(new Banner(Banner::Tone::Danger, name + u".error"_s, this))
    , m_lines(new QVBoxLayout)
    , m_choose(button(name + u".choose"_s, u"Choose files…"_s, this))
    , m_paste(button(name + u".paste"_s, u"Paste"_s, this))
    , m_busy(new Busy(name + u".busy"_s, this))
    , m_progress(new ProgressLine(m_busy))
    , m_view(new FileView(thread, name + u".view"_s, this))
{
    setObjectName(name);
    setAccessibleName(u"Files"_s);
    setAcceptDrops(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em(0.6));
    m_warning->set(u"Never a sexual image of a child"_s, rules::attachmentWarning());
    m_warning->addButton(m_goOn);
    m_warning->addButton(m_leave);
    column->addWidget(m_warning);
    column->addWidget(m_error);
    m_error->setDismissible(true);
    m_error->hide();
    column->addLayout(m_lines);
    column->addWidget(m_busy);
    auto* row = new FlowLayout;
    column->addLayout(row);
    row->addWidget(m_choose);
    row->addWidget(m_paste);
    column->addWidget(remarkLabel(
        u"Or drag them onto this page. Up to %1 files of %2 each. Heed seals a copy; what you have stays where it is."_s
            .arg(rules::mostAttachments)
            .arg(rules::sizeText(rules::largestAttachment)),
        this));
    column->addWidget(m_view);
    m_paste->setToolTip(u"Ctrl+V, while the focus is here"_s);
    setFocusProxy(m_choose);

    connect(m_choose, &QPushButton::clicked, this, &FilesField::choose);
    connect(m_paste, &QPushButton::clicked, this, &FilesField::paste);
    connect(m_goOn, &QPushButton::clicked, this, [this] {
        m_isWarned = true;
        m_goOn->hide();
        m_leave->hide();
        m_choose->setFocus(Qt::OtherFocusReason);
        next();
    });
    connect(m_leave, &QPushButton::clicked, this, [this] {
        m_waiting.clear();
        m_goOn->hide();
        m_leave->hide();
        m_choose->setFocus(Qt::OtherFocusReason);
    });
    connect(m_view, &FileView::closed, this, [this] { m_choose->setFocus(Qt::OtherFocusReason); });
    m_goOn->hide();
    m_leave->hide();
}

void FilesField::load()
{
    m_thread.ask(
        this, [form = m_form](session::Session& session) { return session::attachedFiles(session, form); },
        [this](const model::Expected<std::vector<model::AttachedFile>>& files) {
            if (!files) {
                fail(files.error().message);
                return;
            }
            m_files = *files;
            m_isWarned = m_isWarned || !m_files.empty();
            fill();
            if (!m_files.empty())
                Q_EMIT changed();
        });
}

bool FilesField::canTake(const QMimeData& given)
{
    if (given.hasImage())
        return true;
    for (const auto& url : given.urls())
        if (url.isLocalFile())
            return true;
    return false;
}

void FilesField::take(const QMimeData& given)
{
    QStringList paths;
    for (const auto& url : given.urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    if (!paths.isEmpty()) {
        attach(paths);
        return;
    }
    const auto image = qvariant_cast<QImage>(given.imageData());
    if (image.isNull()) {
        fail(u"There is no file and no picture to paste: copy one first, or choose it."_s);
        return;
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    const auto now = platform::inSchoolTime(platform::now());
    add({{{}, bytes, u"Pasted picture %1.png"_s.arg(now.toString(u"yyyy-MM-dd HH.mm.ss"_s))}});
}

void FilesField::attach(const QStringList& paths)
{
    std::vector<Waiting> some;
    for (const auto& path : paths)
        some.push_back({path, {}, {}});
    add(std::move(some));
}

void FilesField::add(std::vector<Waiting> some)
{
    m_error->hide();
    m_problems.clear();
    for (auto& one : some)
        m_waiting.push_back(std::move(one));
    if (m_isWarned) {
        next();
        return;
    }
    m_goOn->setText(m_waiting.size() == 1 ? u"It is nothing of that kind: attach it"_s
                                          : u"They are nothing of that kind: attach them"_s);
    m_goOn->setAccessibleName(m_goOn->text());
    m_goOn->show();
    m_leave->show();
    Q_EMIT wanted();
    m_warning->announce(m_warning->title(), m_warning->text());
    m_goOn->setFocus(Qt::OtherFocusReason);
}

void FilesField::next()
{
    if (m_isSealing)
        return;
    if (m_waiting.empty()) {
        m_progress->finish();
        if (!m_problems.isEmpty()) {
            Q_EMIT wanted();
            fail(m_problems.join(u'\n'));
        }
        return;
    }
    m_isSealing = true;
    auto one = std::move(m_waiting.front());
    m_waiting.pop_front();
    const auto progress = m_progress->start(u"Sealing the file"_s, true);
    m_thread.ask(
        this,
        [form = m_form, one = std::move(one), progress](session::Session& session) {
            return one.path.isEmpty() ? session::attachBytes(session, form, one.name, one.bytes, progress)
                                      : session::attachFile(session, form, one.path, progress);
        },
        [this](const model::Expected<model::AttachedFile>& file) {
            m_isSealing = false;
            if (file) {
                m_files.push_back(*file);
                fill();
                Q_EMIT changed();
            } else if (file.error().code == model::ErrorCode::Cancelled) {
                m_waiting.clear();
            } else {
                m_problems << file.error().message;
            }
            next();
        });
}

void FilesField::fail(const QString& sentence)
{
    m_error->announce(u"Not attached"_s, sentence);
}

void FilesField::fill()
{
    delete m_list;
    m_list = new QWidget(this);
    auto* lines = new QVBoxLayout(m_list);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(em(0.5));
    int number = 0;
    for (const auto& file : m_files) {
        auto* title = textLabel(file.name, m_list);
        title->setObjectName(m_name + u".name.%1"_s.arg(number));
        lines->addWidget(title);
        lines->addWidget(remarkLabel(kindAndSize(file), m_list));
        auto* row = new FlowLayout;
        lines->addLayout(row);
        if (rules::showingOf(file.media) != rules::Showing::Nothing) {
            auto* look = linkButton(m_name + u".look.%1"_s.arg(number), u"Look at it"_s, m_list);
            look->setAccessibleName(u"Look at "_s + file.name);
            row->addWidget(look);
            connect(look, &QPushButton::clicked, this, [this, file] {
                m_view->show(file, [form = m_form, id = file.file](session::Session& session,
                                                                   const session::Progress& progress) {
                    return session::openHeld(session, form, id, progress);
                });
            });
        }
        auto* away = linkButton(m_name + u".remove.%1"_s.arg(number), u"Take it away"_s, m_list);
        away->setAccessibleName(u"Take away "_s + file.name);
        row->addWidget(away);
        connect(away, &QPushButton::clicked, this, [this, id = file.file] { remove(id); });
        ++number;
    }
    m_list->setVisible(!m_files.empty());
    m_lines->addWidget(m_list);
}

void FilesField::remove(const QString& file)
{
    m_view->closeFile();
    m_thread.ask(
        this, [form = m_form, file](session::Session& session) { return session::detachFile(session, form, file); },
        [this, file](const model::Result& result) {
            if (!result) {
                fail(result.error().message);
                return;
            }
            std::erase_if(m_files, [&](const model::AttachedFile& one) { return one.file == file; });
            fill();
            m_choose->setFocus(Qt::OtherFocusReason);
            Q_EMIT changed();
        });
}

void FilesField::dropAll()
{
    startOver();
    m_thread.ask(
        this, [form = m_form](session::Session& session) { return session::dropAttached(session, form); },
        [this](const model::Result& result) {
            if (!result)
                fail(result.error().message);
        });
}

void FilesField::startOver()
{
    m_view->closeFile();
    m_files.clear();
    m_waiting.clear();
    m_isWarned = false;
    m_goOn->hide();
    m_leave->hide();
    m_error->hide();
    fill();
}

void FilesField::choose()
{
    auto* dialog = named(new QFileDialog(this, u"Attach files"_s), m_name + u".dialog"_s, u"Attach files"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &FilesField::attach);
    dialog->open();
}

void FilesField::paste()
{
    if (const auto* copied = QApplication::clipboard()->mimeData())
        take(*copied);
}

void FilesField::dragEnterEvent(QDragEnterEvent* event)
{
    if (canTake(*event->mimeData()))
        event->acceptProposedAction();
}

void FilesField::dropEvent(QDropEvent* event)
{
    // What lies elsewhere stays there, whatever was proposed.
    event->setDropAction(Qt::CopyAction);
    event->accept();
    take(*event->mimeData());
}

void FilesField::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Paste))
        paste();
    else
        QWidget::keyPressEvent(event);
}

} // namespace heed::gui
