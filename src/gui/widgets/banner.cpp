#include "gui/widgets/banner.h"
#include "gui/frame/look.h"
#include "gui/widgets/announce.h"
#include "gui/widgets/flow_layout.h"
#include "gui/widgets/named.h"

#include <QAccessible>
#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace heed::gui {
namespace {

constexpr int markWidth = 2;    // em
constexpr int narrowWidth = 40; // em

struct Tint {
    QColor back;
    QColor edge;
    QString mark;
};

Tint tintOf(Banner::Tone tone)
{
    const auto c = colours();
    switch (tone) {
    case Banner::Tone::Tell: return {c.tellBack, c.tellEdge, QStringLiteral("\u2192")};
    case Banner::Tone::Warning: return {c.warningBack, c.warningEdge, QStringLiteral("!")};
    case Banner::Tone::Danger: return {c.dangerBack, c.dangerEdge, QStringLiteral("!")};
    case Banner::Tone::Note: break;
    }
    return {c.noteBack, c.noteEdge, QStringLiteral("i")};
}

} // namespace

void announce(QWidget* widget)
{
    QAccessibleEvent event(widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

Banner::Banner(Tone tone, const QString& objectName, QWidget* parent)
    : QFrame(parent)
    , m_tone(tone)
    , m_title(headingLabel({}))
    , m_text(textLabel({}))
    , m_buttons(new FlowLayout)
    , m_dismiss(button(objectName + QStringLiteral("Dismiss"), tr("Dismiss")))
{
    setObjectName(objectName);
    m_title->setObjectName(objectName + QStringLiteral("Title"));
    m_text->setObjectName(objectName + QStringLiteral("Text"));
    auto* words = new QVBoxLayout;
    words->setSpacing(em(0.25));
    words->addWidget(m_title);
    words->addWidget(m_text);
    words->addLayout(m_buttons);
    auto* row = new QHBoxLayout(this);
    row->addLayout(words, 1);
    row->addWidget(m_dismiss, 0, Qt::AlignTop);
    m_dismiss->setProperty("role", QStringLiteral("quiet"));
    m_dismiss->hide();
    m_title->hide();
    connect(m_dismiss, &QPushButton::clicked, this, &QWidget::hide);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    recolour();
}

void Banner::set(const QString& title, const QString& text)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_whole = title;
    fit();
    setAccessibleName(title.isEmpty() ? text : title);
    setAccessibleDescription(title.isEmpty() ? QString() : text);
}

void Banner::setBrief(const QString& title)
{
    m_brief = title;
    fit();
}

/// What stands around it may squeeze it, and its words wrap.
void Banner::fit()
{
    if (!m_brief.isEmpty()) {
        const bool isNarrow = width() < em(narrowWidth);
        m_title->setText(isNarrow ? m_brief : m_whole);
        m_text->setVisible(!isNarrow && !m_text->text().isEmpty());
    }
    layout()->activate();
    setMinimumHeight(layout()->totalHeightForWidth(width()));
}

void Banner::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fit();
}

void Banner::setTone(Tone tone)
{
    m_tone = tone;
    recolour();
}

void Banner::announce(const QString& title, const QString& text)
{
    set(title, text);
    show();
    gui::announce(this);
}

void Banner::addButton(QPushButton* button)
{
    m_buttons->addWidget(button);
}

void Banner::setDismissible(bool dismissible)
{
    m_dismiss->setVisible(dismissible);
    m_dismiss->setAccessibleDescription(tr("Hides this message"));
}

QString Banner::title() const
{
    return m_whole;
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::recolour()
{
    if (auto* row = layout())
        row->setContentsMargins(em(markWidth) + em(0.9), em(0.7), em(0.9), em(0.7));
    update();
}

void Banner::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        recolour();
}

void Banner::paintEvent(QPaintEvent*)
{
    const auto tint = tintOf(m_tone);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF whole = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(tint.edge, colours().isHighContrast ? 2 : 1));
    painter.setBrush(tint.back);
    painter.drawRoundedRect(whole, 8, 8);

    const qreal size = em(1.5);
    const QRectF disc(whole.left() + em(0.7), whole.top() + em(0.7), size, size);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint.edge);
    if (m_tone == Tone::Warning || m_tone == Tone::Danger)
        painter.drawRoundedRect(disc, 4, 4);
    else
        painter.drawEllipse(disc);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(colours().onEdge);
    painter.drawText(disc, Qt::AlignCenter, tint.mark);
}

} // namespace heed::gui
