#pragma once

#include "gui/files/picture.h"
#include "gui/widgets/card.h"

#include <functional>

class QLabel;

namespace heed::session {
class SessionThread;
}

namespace heed::gui {

class Busy;
class ProgressLine;

/// One attached file, opened and shown on the page itself; closed, nothing of it is kept.
class FileView : public Card {
    Q_OBJECT

public:
    using Open = std::function<model::Expected<session::OpenedFile>(session::Session&, const session::Progress&)>;

    FileView(session::SessionThread& thread, const QString& objectName, QWidget* parent = nullptr);

    /// Opens it by `open` on the session's thread, and shows it. Another that is open goes.
    void show(const model::AttachedFile& about, Open open);
    void closeFile();

Q_SIGNALS:
    /// The focus was inside and needs a place.
    void closed();

private:
    void put(const model::Expected<Shown>& shown);

    session::SessionThread& m_thread;
    QString m_name;
    QLabel* m_title;
    QWidget* m_content = nullptr;
    QPushButton* m_close;
    Busy* m_busy;
    ProgressLine* m_progress;
    int m_asked = 0;
};

/// "picture, 1.4 MB".
QString kindAndSize(const model::AttachedFile& file);

} // namespace heed::gui
