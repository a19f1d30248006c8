#pragma once

#include <QFrame>
#include <QScrollArea>
#include <QVBoxLayout>

namespace heed::gui {

/// A raised surface that keeps what belongs together together.
class Card : public QFrame {
    Q_OBJECT

public:
    explicit Card(QWidget* parent = nullptr);
    /// With a heading on top.
    explicit Card(const QString& title, QWidget* parent = nullptr);

    QVBoxLayout* content() { return m_content; }

private:
    QVBoxLayout* m_content;
};

/// A page's scroll area around `content`: follows the focus, has no frame, and never scrolls sideways. `widest` in
/// average characters keeps lines readable; 0: as wide as the window.
QScrollArea* scrolling(QWidget* content, const QString& objectName, int widest = 0, bool centred = false);

} // namespace heed::gui
