#pragma once

#include "session/attachments.h"

#include <QImage>
#include <QMimeData>
#include <QWidget>

#include <deque>

class QPushButton;
class QVBoxLayout;

namespace heed::session {
class SessionThread;
}

namespace heed::gui {

class Banner;
class Busy;
class FileView;
class ProgressLine;

/// The files that a form will send: chosen, dragged here or pasted, sealed one after another as they are read, and
/// shown by name. Before the first one it says what must never be attached, and waits to be told to go on.
class FilesField : public QWidget {
    Q_OBJECT

public:
    /// `name` begins the object names; `form`: as the session's drafts know it.
    FilesField(session::SessionThread& thread, const QString& name, QString form, QWidget* parent = nullptr);

    /// What the form held before: asked of the session.
    void load();
    const std::vector<model::AttachedFile>& files() const { return m_files; }
    QString form() const { return m_form; }

    void attach(const QStringList& paths);
    /// What can be attached of a clipboard or of something dragged: files of this PC, or a picture.
    static bool canTake(const QMimeData& given);
    void take(const QMimeData& given);

    /// Takes all back, or, once they were sent, forgets them.
    void dropAll();
    void startOver();

Q_SIGNALS:
    void changed();
    /// Something waits here to be answered.
    void wanted();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Waiting {
        QString path;
        QByteArray bytes; ///< of what has no path
        QString name;
    };
    void add(std::vector<Waiting> some);
    void next();
    void remove(const QString& file);
    void fill();
    void fail(const QString& sentence);
    void choose();
    void paste();

    session::SessionThread& m_thread;
    QString m_name;
    QString m_form;
    std::vector<model::AttachedFile> m_files;
    std::deque<Waiting> m_waiting;
    QStringList m_problems;
    bool m_isWarned = false;
    bool m_isSealing = false;
    Banner* m_warning;
    QPushButton* m_goOn;
    QPushButton* m_leave;
    Banner* m_error;
    QWidget* m_list = nullptr;
    QVBoxLayout* m_lines;
    QPushButton* m_choose;
    QPushButton* m_paste;
    Busy* m_busy;
    ProgressLine* m_progress;
    FileView* m_view;
};

} // namespace heed::gui
