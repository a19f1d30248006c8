#pragma once

#include <QObject>

namespace heed::gui {

/// Lets the wheel go past the field it watches.
class WheelStopper : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace heed::gui
