#pragma once

#include "session/shares.h"
#include "session/thread.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace heed::gui {
class Field;
}

namespace heed::gui::log {
class TextBox;
}

namespace heed::gui::signin {

/// Recovery sheets that are being typed or pasted, one box for each; every group is checked as it is typed, and what is
/// wrong with a sheet stands below it.
class ShareEntries : public QWidget {
    Q_OBJECT

public:
    ShareEntries(session::SessionThread* thread, const QString& vault, QWidget* parent = nullptr);
    ~ShareEntries() override;

    /// What was typed, without the boxes that are empty.
    QStringList shares() const;
    const session::SharesLook& look() const { return m_look; }
    void clear();
    QWidget* first() const;

Q_SIGNALS:
    void looked();

private:
    struct Entry {
        Field* field;
        log::TextBox* box;
        QLabel* says;
    };

    void arrange(int count);
    void ask();
    void tell(const session::SharesLook& look);

    session::SessionThread* m_thread;
    QString m_vault;
    QVBoxLayout* m_column;
    std::vector<Entry> m_entries;
    session::SharesLook m_look;
    QTimer m_pause;
    int m_asked = 0;
};

} // namespace heed::gui::signin
