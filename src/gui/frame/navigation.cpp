#include "gui/frame/navigation.h"
#include "gui/frame/look.h"
#include "gui/frame/nav_button.h"
#include "gui/widgets/named.h"

#include <QKeyEvent>
#include <QShortcut>
#include <QVBoxLayout>

namespace heed::gui {

Navigation::Navigation(QWidget* parent)
    : QFrame(parent)
    , m_column(new QVBoxLayout(this))
{
    named(this, QStringLiteral("navigation"), tr("Places"));
    setProperty("role", QStringLiteral("side"));
    m_column->setContentsMargins(em(0.6), em(1.0), em(0.6), em(1.0));
    m_column->setSpacing(em(0.25));
    m_column->addStretch();
}

void Navigation::add(Place place, const QString& objectName, const QString& text)
{
    const int number = static_cast<int>(m_order.size()) + 1;
    auto* made = new NavButton(objectName, text, number);
    m_column->insertWidget(m_column->count() - 1, made);
    m_order << place;
    m_buttons.insert(place, made);
    connect(made, &QAbstractButton::clicked, this, [this, place] { Q_EMIT chosen(place); });
    auto* key = new QShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + number)), this);
    connect(key, &QShortcut::activated, this, [this, place] { Q_EMIT chosen(place); });
}

void Navigation::select(Place place)
{
    if (auto* found = m_buttons.value(place))
        found->setChecked(true);
}

void Navigation::setBadge(Place place, qint64 count, const QString& inWords)
{
    if (auto* found = m_buttons.value(place))
        found->setBadge(count, inWords);
}

void Navigation::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    for (qsizetype i = 0; step != 0 && i < m_order.size(); ++i) {
        if (!m_buttons.value(m_order.at(i))->hasFocus())
            continue;
        const auto next = (i + step + m_order.size()) % m_order.size();
        m_buttons.value(m_order.at(next))->setFocus(Qt::TabFocusReason);
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace heed::gui
