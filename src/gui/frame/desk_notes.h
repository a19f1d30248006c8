#pragma once

#include "gui/frame/context.h"
#include "session/drafts.h"
#include "session/recovery.h"

#include <QMap>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace heed::gui {

class Banner;

/// What the reader of a desk must know of its keys: who came in by recovery, until it is acknowledged; that there are
/// no recovery sheets; and, on quiet lines, that the sheets have not been tried this term and that drafts lie unsent.
class DeskNotes : public QWidget {
    Q_OBJECT

public:
    explicit DeskNotes(Context& context, QWidget* parent = nullptr);

    void reload();
    /// The quiet lines stand on the desk only.
    void setOnDesk(bool onDesk);

Q_SIGNALS:
    void recoveryWanted();

private:
    void tell(const std::vector<session::RecoveryNotice>& notices);
    void tell(const session::RecoveryState& state);
    void tell(const session::UnsentDrafts& drafts);
    void acknowledge(const QString& id);

    Context& m_context;
    QVBoxLayout* m_column;
    QMap<QString, Banner*> m_notices;
    Banner* m_noShares;
    QWidget* m_drill;
    QLabel* m_drillSays;
    QLabel* m_unsent;
    bool m_isDrillDue = false;
    bool m_isUnsent = false;
    bool m_isOnDesk = false;
};

} // namespace heed::gui
