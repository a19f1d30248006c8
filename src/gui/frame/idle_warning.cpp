#include "gui/frame/idle_warning.h"
#include "gui/frame/look.h"
#include "gui/widgets/announce.h"
#include "gui/widgets/named.h"

#include <QVBoxLayout>

namespace heed::gui {

IdleWarning::IdleWarning(QWidget* window)
    : QFrame(window, Qt::ToolTip | Qt::FramelessWindowHint)
    , m_over(window)
    , m_title(headingLabel({}))
    , m_text(textLabel(tr("Press any key or move the mouse to stay. What you have typed is kept.")))
{
    setObjectName(QStringLiteral("idleWarning"));
    setProperty("role", QStringLiteral("floating"));
    setAttribute(Qt::WA_ShowWithoutActivating);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(em(1.6), em(1.2), em(1.6), em(1.2));
    column->addWidget(m_title);
    column->addWidget(m_text);
}

void IdleWarning::showFor(int secondsLeft)
{
    m_title->setText(tr("Heed locks in %n second(s)", nullptr, secondsLeft)
                         .replace(QStringLiteral("(s)"), secondsLeft == 1 ? QString() : QStringLiteral("s")));
    setAccessibleName(m_title->text());
    if (isVisible())
        return;
    setFixedWidth(std::min(em(30), m_over->width()));
    adjustSize();
    move(m_over->mapToGlobal(QPoint((m_over->width() - width()) / 2, em(3))));
    show();
    raise();
    announce(this);
}

} // namespace heed::gui
