#pragma once

#include "gui/child/timeline.h"

#include <QWidget>

namespace heed::gui::child {

/// The signs against weeks. A circle is a sign of risk, a diamond one of possible harm, a square can be either; the
/// letter in it says how it is known. Readable without colour; the table beside it says the same.
class TimelineChart : public QWidget {
    Q_OBJECT

public:
    explicit TimelineChart(QWidget* parent = nullptr);

    void setTimeline(const Timeline& timeline);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void wanted(const QString& reference);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Hit {
        const TimelineRow* row;
        const Dot* dot;
    };
    std::optional<Hit> dotAt(const QPointF& point) const;
    int rowHeight() const;
    int labelWidth() const;
    int top() const;
    qreal dotSize() const;
    QPointF placeOf(std::size_t row, const QDate& day) const;

    Timeline m_timeline;
};

} // namespace heed::gui::child
