#include "gui/frame/nav_button.h"
#include "gui/frame/look.h"
#include "gui/frame/palettes.h"
#include "gui/widgets/named.h"

#include <QPainter>

namespace heed::gui {

NavButton::NavButton(const QString& objectName, const QString& text, int number, QWidget* parent)
    : QAbstractButton(parent)
    , m_number(number)
{
    named(this, objectName, text);
    setText(text);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setToolTip(tr("Alt+%1").arg(number));
    setAccessibleDescription(tr("Alt+%1").arg(number));
}

void NavButton::setBadge(qint64 count, const QString& inWords)
{
    m_badge = count;
    setAccessibleName(count > 0 ? text() + QStringLiteral(", ") + inWords : text());
    updateGeometry();
    update();
}

QSize NavButton::sizeHint() const
{
    QFont bold = font();
    bold.setBold(true);
    return {QFontMetrics(bold).horizontalAdvance(text()) + em(4.2), em(2.4)};
}

void NavButton::paintEvent(QPaintEvent*)
{
    const auto c = colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF whole = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(Qt::NoPen);
    if (isChecked())
        painter.setBrush(c.isHighContrast ? c.surface : mixed(c.surface, c.accent, c.isDark ? 0.26 : 0.14));
    else if (underMouse())
        painter.setBrush(c.isHighContrast ? c.surface : mixed(c.surface, c.accent, 0.07));
    else
        painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(whole, 7, 7);
    if (isChecked()) {
        painter.setBrush(c.accent);
        painter.drawRoundedRect(QRectF(whole.left(), whole.top() + em(0.45), em(0.28), whole.height() - em(0.9)), 2, 2);
    }
    if (hasFocus()) {
        painter.setPen(QPen(c.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(whole, 7, 7);
    }
    QFont words = font();
    words.setBold(isChecked());
    painter.setFont(words);
    painter.setPen(c.text);
    painter.drawText(rect().adjusted(em(0.95), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
    if (m_badge <= 0)
        return;
    const auto count = m_badge > 99 ? QStringLiteral("99+") : QString::number(m_badge);
    QFont small = font();
    small.setBold(true);
    small.setPointSizeF(small.pointSizeF() * 0.88);
    const int width = std::max(em(1.5), QFontMetrics(small).horizontalAdvance(count) + em(0.8));
    const QRectF pill(this->width() - width - em(0.6), (height() - em(1.5)) / 2.0, width, em(1.5));
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.dangerEdge);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter.setPen(c.onEdge);
    painter.setFont(small);
    painter.drawText(pill, Qt::AlignCenter, count);
}

} // namespace heed::gui
