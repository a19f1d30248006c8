#include "gui/log/disclosure.h"

#include "gui/widgets/named.h"

#include <QVBoxLayout>

namespace heed::gui::log {

Disclosure::Disclosure(const QString& objectName, const QString& title, QWidget* content, QWidget* parent)
    : QWidget(parent)
    , m_button(linkButton(objectName, title, this))
    , m_content(content)
{
    m_button->setCheckable(true);
    setTitle(title);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_button, 0, Qt::AlignLeft);
    layout->addWidget(content);
    content->setVisible(false);
    setFocusProxy(m_button);

    connect(m_button, &QPushButton::toggled, this, [this](bool open) {
        label();
        m_content->setVisible(open);
        Q_EMIT toggled(open);
    });
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
    m_title = title;
    label();
}

void Disclosure::setAbout(const QString& about)
{
    m_about = about;
    label();
}

void Disclosure::label()
{
    m_button->setText((isOpen() ? QStringLiteral("\u25be ") : QStringLiteral("\u25b8 ")) + m_title);
    m_button->setAccessibleName(m_about.isEmpty() ? m_title : m_title + QStringLiteral(": ") + m_about);
    m_button->setAccessibleDescription(isOpen() ? QStringLiteral("Open") : QStringLiteral("Closed"));
}

} // namespace heed::gui::log
