#include "gui/files/files_list.h"

#include "gui/cases/inline_form.h"
#include "gui/files/file_view.h"
#include "gui/frame/look.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/flow_layout.h"
#include "gui/widgets/kit.h"

#include "report/words.h"
#include "rules/attachments.h"
#include "session/thread.h"

#include <QFileDialog>
#include <QTimeZone>
#include <QVBoxLayout>

namespace heed::gui {

using namespace Qt::StringLiterals;

FilesList::FilesList(session::SessionThread& thread, const QString& name, bool canSave, QWidget* parent)
    : QWidget(parent)
    , m_thread(thread)
    , m_name(name)
    , m_canSave(canSave)
    , m_view(new FileView(thread, name + u".view"_s, this))
    , m_note(new Banner(Banner::Tone::Warning, name + u".note"_s, this))
{
    setObjectName(name);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em(0.6));
    column->addWidget(m_note);
    m_note->setDismissible(true);
    m_note->hide();
    column->addWidget(m_view);
    connect(m_view, &FileView::closed, this, [this] {
        if (auto* first = m_list ? m_list->findChild<QPushButton*>() : nullptr)
            first->setFocus(Qt::OtherFocusReason);
    });
}

bool FilesList::hasFiles(const model::Case& record)
{
    return std::any_of(record.events.begin(), record.events.end(),
                       [](const model::Event& event) { return !event.files.empty(); });
}

void FilesList::setRecord(const model::Case& record)
{
    if (record.reference != m_reference) {
        m_view->closeFile();
        m_note->hide();
        delete m_form;
        m_form = nullptr;
    }
    m_reference = record.reference;
    delete m_list;
    m_list = new QWidget(this);
    auto* lines = new QVBoxLayout(m_list);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(em(0.4));
    const QTimeZone zone("Europe/London");
    int number = 0;
    for (const auto& event : record.events)
        for (const auto& file : event.files) {
            auto* title = textLabel(file.name, m_list);
            title->setObjectName(m_name + u".name.%1"_s.arg(number));
            lines->addWidget(title);
            const bool canShow = rules::showingOf(file.media) != rules::Showing::Nothing;
            const auto notShown = [this](const QString& media) {
                return rules::whyNotShown(media) + (m_canSave ? u" To read it, save a copy outside Heed."_s
                                                              : u" Who reads the concern can save a copy."_s);
            };
            const auto known = u"%1. %2, %3"_s.arg(kindAndSize(file), event.author, report::momentText(event.at, zone));
            lines->addWidget(remarkLabel(canShow ? known : known + u". "_s + notShown(file.media), m_list));
            auto* row = new FlowLayout;
            lines->addLayout(row);
            if (canShow) {
                auto* look = linkButton(m_name + u".look.%1"_s.arg(number), u"Look at it"_s, m_list);
                look->setAccessibleName(u"Look at "_s + file.name);
                row->addWidget(look);
                connect(look, &QPushButton::clicked, this, [this, file] {
                    m_view->show(file, [reference = m_reference, id = file.file](session::Session& session,
                                                                                 const session::Progress& progress) {
                        return session::openAttached(session, reference, id, progress);
                    });
                });
            }
            if (m_canSave) {
                auto* save = linkButton(m_name + u".save.%1"_s.arg(number), u"Save a copy outside Heed…"_s, m_list);
                save->setAccessibleName(u"Save a copy outside Heed: "_s + file.name);
                row->addWidget(save);
                connect(save, &QPushButton::clicked, this, [this, file] { askToSave(file); });
            }
            ++number;
        }
    static_cast<QVBoxLayout*>(layout())->insertWidget(0, m_list);
}

void FilesList::askToSave(const model::AttachedFile& file)
{
    m_saving = file;
    m_note->hide();
    delete m_form;
    m_form = new cases::InlineForm(
        m_name + u".saving"_s, u"Save a copy of "_s + file.name,
        {{u"recipient"_s, u"For whom"_s, cases::Input::Line, u"Say for whom."_s, {}, {}, {}},
         {u"reason"_s, u"Why they get it"_s, cases::Input::Line, u"Say why, in a sentence."_s, {}, {}, {}}},
        u"Choose where…"_s, this);
    m_form->content()->insertWidget(
        1, textLabel(u"The copy is not sealed: whoever can open that folder can read it. That you saved it, for whom "
                     "and why is recorded."_s,
                     m_form));
    static_cast<QVBoxLayout*>(layout())->insertWidget(1, m_form);
    connect(m_form, &cases::InlineForm::submitted, this, &FilesList::chooseWhere);
    connect(m_form, &cases::InlineForm::cancelled, this, [this] {
        m_form->deleteLater();
        m_form = nullptr;
    });
    m_form->focusFirst();
}

void FilesList::chooseWhere()
{
    auto* dialog = named(new QFileDialog(this, u"Save a copy"_s), m_name + u".dialog"_s, u"Save a copy outside Heed"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->selectFile(m_saving.name);
    connect(dialog, &QFileDialog::fileSelected, this, &FilesList::saveTo);
    dialog->open();
}

void FilesList::saveTo(const QString& path)
{
    if (!m_form)
        return;
    m_form->setBusy(true);
    const session::SaveFileRequest request{m_reference, m_saving.file, m_form->text(u"recipient"_s),
                                           m_form->text(u"reason"_s), path};
    m_thread.ask(
        this, [request](session::Session& session) { return session::saveAttached(session, request); },
        [this, path](const model::Expected<model::AttachedFile>& file) {
            if (!file) {
                if (m_form)
                    m_form->showError(file.error().message);
                return;
            }
            if (m_form)
                m_form->deleteLater();
            m_form = nullptr;
            m_note->announce(u"Saved outside Heed"_s,
                             u"%1 is in %2 now. Heed no longer guards that copy."_s.arg(file->name, path));
            Q_EMIT saved();
        });
}

} // namespace heed::gui
