#include "gui/widgets/field.h"
#include "gui/frame/look.h"
#include "gui/widgets/named.h"

#include <QVBoxLayout>

namespace heed::gui {

Field::Field(const QString& objectName, const QString& label, QWidget* input, const QString& hint, QWidget* parent)
    : QWidget(parent)
    , m_label(new QLabel(label))
    , m_hint(remarkLabel(hint))
    , m_error(new QLabel)
    , m_input(named(input, objectName, QString(label).remove(u'&')))
{
    m_label->setProperty("role", QStringLiteral("strong"));
    m_label->setBuddy(input);
    m_label->setWordWrap(true);
    m_error->setProperty("role", QStringLiteral("error"));
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->setObjectName(objectName + QStringLiteral("Error"));
    m_error->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em(0.2));
    column->addWidget(m_label);
    column->addWidget(m_hint);
    column->addWidget(m_error);
    column->addWidget(input);
    m_hint->setVisible(!hint.isEmpty()); // only now that it has a parent: else it would be a window
    setFocusProxy(input);
    describe();
}

void Field::setError(const QString& sentence)
{
    m_error->setText(sentence);
    m_error->setVisible(!sentence.isEmpty());
    describe();
}

QString Field::error() const
{
    return m_error->text();
}

void Field::setHint(const QString& hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    describe();
}

void Field::setAside(const QString& words)
{
    m_aside = words;
    describe();
}

void Field::describe()
{
    const auto parts = QStringList{m_error->text(), m_hint->text(), m_aside};
    QStringList said;
    for (const auto& part : parts)
        if (!part.isEmpty())
            said << part;
    m_input->setAccessibleDescription(said.join(u' '));
}

} // namespace heed::gui
