#pragma once

#include "model/route.h"

#include <QFrame>

class QBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace heed::gui {
class Banner;
}

namespace heed::gui::log {

/// Whether it is a service that one rings, and nobody to go to.
bool isService(const model::Recipient& whom);
/// "Tell Donna Wealleans now, in person", or "Ring Manchester MASH now: 0161 234 5001".
QString whatToDo(const model::Recipient& whom);
/// A telephone number in a sentence never breaks over two lines.
QString unbroken(QString sentence);
/// "Deputies, in this order: A, then B."; empty without deputies.
QString deputiesText(const model::Route& route);

/// Who will be told, beside the form from the first moment. In the order in which it is read: 999, whom to tell and
/// their number, why, who is next, and who else.
class RoutePanel : public QFrame {
    Q_OBJECT

public:
    explicit RoutePanel(QWidget* parent = nullptr);

    void setRoute(const model::Route& route);
    const model::Route& route() const { return m_route; }
    /// Where there is little room: whom and their number; the rest on request.
    void setCompact(bool compact);
    /// Whether the rest has been asked for.
    bool isOpen() const;
    /// The whole panel as one text, for a screen reader.
    QString spoken() const;

Q_SIGNALS:
    void resized();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showParts();
    /// Where both fit and there is little room, the number stands in the name's line. True if it moved.
    bool fitNumber();

    model::Route m_route;
    bool m_isShown = false;
    bool m_isCompact = false;
    QPushButton* m_more;
    Banner* m_danger;
    QBoxLayout* m_whom = nullptr; ///< name and number
    QLabel* m_name;
    QLabel* m_role;
    QLabel* m_phone;
    QLabel* m_reasons;
    QLabel* m_deputies;
    QLabel* m_also;
};

} // namespace heed::gui::log
