#pragma once

#include "model/case.h"

#include <QWidget>

namespace heed::session {
class SessionThread;
}

namespace heed::gui {

class Banner;
class FileView;

namespace cases {
class InlineForm;
}

/// The files of a record: what each is, who attached it and when; shown on the page where Heed can show them and, for
/// readers of the desk, saved outside Heed where they say, which is recorded.
class FilesList : public QWidget {
    Q_OBJECT

public:
    /// `name` begins the object names.
    FilesList(session::SessionThread& thread, const QString& name, bool canSave, QWidget* parent = nullptr);

    void setRecord(const model::Case& record);
    static bool hasFiles(const model::Case& record);

Q_SIGNALS:
    /// One was saved: the record has an entry more.
    void saved();

private:
    void askToSave(const model::AttachedFile& file);
    void chooseWhere();
    void saveTo(const QString& path);

    session::SessionThread& m_thread;
    QString m_name;
    bool m_canSave;
    QString m_reference;
    QWidget* m_list = nullptr;
    FileView* m_view;
    Banner* m_note;
    cases::InlineForm* m_form = nullptr;
    model::AttachedFile m_saving;
};

} // namespace heed::gui
