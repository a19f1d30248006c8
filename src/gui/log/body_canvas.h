#pragma once

#include "model/body_mark.h"

#include <QWidget>

namespace heed::gui::log {

/// One picture of the body map with its marks and a cursor. By mouse: a click places a mark, or chooses the one that is
/// there. By keyboard: the arrow keys move the cursor (Shift: in large steps), Enter places a mark, Delete takes away
/// the one that is chosen, + and - change the size.
class BodyCanvas : public QWidget {
    Q_OBJECT

public:
    explicit BodyCanvas(QWidget* parent = nullptr);

    struct Mark {
        int number;
        int x;
        int y;
    };

    void setView(model::BodyView view);
    model::BodyView view() const { return m_view; }
    void setMarks(const std::vector<Mark>& marks, int chosen);
    /// 1 to 4.
    void setZoom(double zoom);
    double zoom() const { return m_zoom; }
    QPoint cursorPlace() const { return m_cursor; }
    bool isOnBody() const;
    /// "On the left wrist, front." or that the cursor is beside the figure.
    QString where() const;
    QRect cursorRect() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void cursorMoved();
    void placed(int x, int y);
    void missed(); ///< somebody wanted a mark where there is no body
    void chosen(int number);
    void removed(int number);
    void zoomAsked(double zoom);
    void refitted(); ///< it is of another size now

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QRectF picture() const;
    QPointF at(int x, int y) const;
    const Mark* markAt(const QPointF& point) const;
    void moveCursor(int x, int y);
    void place();
    void describe();
    void refit();

    model::BodyView m_view = model::BodyView::Front;
    std::vector<Mark> m_marks;
    int m_chosen = 0;
    QPoint m_cursor{500, 400};
    double m_zoom = 1;
};

} // namespace heed::gui::log
