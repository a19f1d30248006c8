#pragma once

#include <QObject>

namespace heed::gui {

/// Keys that work everywhere, also within dialogs and menus: F12 hides, Ctrl+L locks, and Enter presses the button that
/// has the focus, as the space bar does.
class GlobalKeys : public QObject {
    Q_OBJECT

public:
    explicit GlobalKeys(QObject* parent = nullptr);

Q_SIGNALS:
    void hideWanted();
    void lockWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace heed::gui
