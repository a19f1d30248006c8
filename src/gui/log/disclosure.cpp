#include "gui/log/disclosure.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace heed::gui::log {

Disclosure::Disclosure(const QString& objectName, const QString& title, QWidget* content, QWidget* parent)
    : QWidget(parent)
    , m_button(new QToolButton(this))
    , m_content(content)
{
    m_button->setObjectName(objectName);
    m_button->setCheckable(true);
    m_button->setAutoRaise(true);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setArrowType(Qt::RightArrow);
    m_button->setFocusPolicy(Qt::StrongFocus);
    m_button->setCursor(Qt::PointingHandCursor);
    setTitle(title);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_button, 0, Qt::AlignLeft);
    layout->addWidget(content);
    content->setVisible(false);
    setFocusProxy(m_button);

    connect(m_button, &QToolButton::toggled, this, [this](bool open) {
        m_button->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        m_button->setAccessibleDescription(open ? QStringLiteral("Open") : QStringLiteral("Closed"));
        m_content->setVisible(open);
        Q_EMIT toggled(open);
    });
    m_button->setAccessibleDescription(QStringLiteral("Closed"));
}

bool Disclosure::isOpen() const
{
    return m_button->isChecked();
}

void Disclosure::setOpen(bool open)
{
    m_button->setChecked(open);
}

void Disclosure::setTitle(const QString& title)
{
    m_button->setText(title);
    m_button->setAccessibleName(title);
}

} // namespace heed::gui::log
