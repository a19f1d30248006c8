#pragma once

#include "gui/frame/navigator.h"

#include <QFrame>
#include <QMap>

class QPushButton;
class QVBoxLayout;

namespace heed::gui {

class NavButton;

/// The places at the left, reached by click, Tab and arrows, or Alt and their number.
class Navigation : public QFrame {
    Q_OBJECT

public:
    explicit Navigation(QWidget* parent = nullptr);

    void add(Place place, const QString& objectName, const QString& text);
    void select(Place place);
    void setBadge(Place place, qint64 count, const QString& inWords);
    QList<Place> places() const { return m_order; }

Q_SIGNALS:
    void chosen(Place place);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QVBoxLayout* m_column;
    QMap<Place, NavButton*> m_buttons;
    QList<Place> m_order;
};

} // namespace heed::gui
