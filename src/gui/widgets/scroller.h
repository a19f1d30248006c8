#pragma once

#include <QScrollArea>

namespace heed::gui {

/// Scrolls up and down only, and keeps what has the focus in sight.
class Scroller : public QScrollArea {
    Q_OBJECT

public:
    Scroller(QWidget* content, const QString& objectName, int widest, bool centred);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fit();

    QWidget* m_content;
    int m_widest;
};

/// Brings the top of `part` to the top of what it scrolls in, once all is laid out.
void showFromTop(QWidget* part);

} // namespace heed::gui
