#include "gui/widgets/columns.h"
#include "gui/frame/look.h"

#include <QBoxLayout>

namespace heed::gui {
namespace {

constexpr int roomForTwo = 52; // em

}

Columns::Columns(QWidget* first, QWidget* second, int firstShare, int secondShare, QWidget* parent)
    : QWidget(parent)
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(em(1.2));
    m_layout->addWidget(first, firstShare, Qt::AlignTop);
    m_layout->addWidget(second, secondShare, Qt::AlignTop);
}

bool Columns::areStacked() const
{
    return m_layout->direction() == QBoxLayout::TopToBottom;
}

void Columns::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_layout->setDirection(width() < em(roomForTwo) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace heed::gui
