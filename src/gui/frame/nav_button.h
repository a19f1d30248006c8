#pragma once

#include <QAbstractButton>

namespace heed::gui {

/// One place: its name, its key, a mark while it is shown, and how much waits there.
class NavButton : public QAbstractButton {
    Q_OBJECT

public:
    NavButton(const QString& objectName, const QString& text, int number, QWidget* parent = nullptr);

    void setBadge(qint64 count, const QString& inWords);
    qint64 badge() const { return m_badge; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_number;
    qint64 m_badge = 0;
};

} // namespace heed::gui
