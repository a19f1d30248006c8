#include "gui/widgets/card.h"
#include "gui/frame/look.h"
#include "gui/widgets/named.h"
#include "gui/widgets/scroller.h"

namespace heed::gui {

Card::Card(QWidget* parent)
    : QFrame(parent)
    , m_content(new QVBoxLayout(this))
{
    setProperty("role", QStringLiteral("card"));
    m_content->setContentsMargins(em(1.1), em(1.0), em(1.1), em(1.1));
    m_content->setSpacing(em(0.7));
}

Card::Card(const QString& title, QWidget* parent)
    : Card(parent)
{
    setAccessibleName(title);
    m_content->addWidget(headingLabel(title));
}

QScrollArea* scrolling(QWidget* content, const QString& objectName, int widest, bool centred)
{
    return new Scroller(content, objectName, widest, centred);
}

} // namespace heed::gui
