#pragma once

#include <QObject>

namespace heed::gui {

/// Two keys that work everywhere, also within dialogs and menus: F12 hides, Ctrl+L locks.
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
