#pragma once

#include "gui/child/timeline.h"

#include <QWidget>

namespace heed::gui::child {

/// The signs against weeks. A circle is a sign of risk, a diamond one of possible harm, a square can be either; the
/// letter in it says how it is known. Readable without colour; the table beside it says the same. The arrow keys go
/// from dot to dot, Enter opens the concern of the one that has the ring.
class TimelineChart : public QWidget {
    Q_OBJECT

public:
    explicit TimelineChart(QWidget* parent = nullptr);

    void setTimeline(const Timeline& timeline);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void wanted(const QString& reference);
    /// Which dot has the ring, in words, and whose concern it is; empty for none.
    void pointed(const QString& words, const QString& reference);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Hit {
        const TimelineRow* row;
        const Dot* dot;
    };
    std::optional<Hit> dotAt(const QPointF& point) const;
    /// What a dot says: the sign, the day, how it is known, whose concern.
    static QString wordsOf(const Hit& hit);
    std::optional<Hit> current() const;
    void goTo(const std::optional<DotPlace>& place);
    void tellPointed();
    void describe();
    int rowHeight() const;
    int labelWidth() const;
    int top() const;
    qreal dotSize() const;
    QPointF placeOf(std::size_t row, const QDate& day) const;

    Timeline m_timeline;
    std::optional<DotPlace> m_current; ///< which dot has the ring
};

} // namespace heed::gui::child
