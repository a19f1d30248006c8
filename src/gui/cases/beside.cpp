#include "gui/cases/beside.h"

#include "gui/frame/look.h"
#include "gui/widgets/field.h"
#include "gui/widgets/named.h"

#include <QBoxLayout>
#include <QResizeEvent>

namespace heed::gui::cases {

using namespace Qt::StringLiterals;

Beside::Beside(const QString& objectName, Field* field, QWidget* parent)
    : QWidget(parent)
    , m_field(field)
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_before(new QWidget(this))
    , m_label(remarkLabel({}, m_before))
    , m_words(textLabel({}, m_before))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(em(1.2));
    m_row->addWidget(field, 3);
    m_row->addWidget(m_before, 2);
    auto* column = new QVBoxLayout(m_before);
    column->setContentsMargins(0, 0, 0, em(0.4));
    column->setSpacing(em(0.2));
    column->addWidget(m_label);
    column->addWidget(m_words);
    column->addStretch();
    m_words->setObjectName(objectName + u".before"_s);
    m_before->hide();
}

void Beside::setBefore(const QString& label, const QString& words)
{
    m_label->setText(label);
    m_words->setText(words);
    m_before->setVisible(!words.isEmpty());
    m_field->setAside(words.isEmpty() ? QString() : label + u": "_s + words);
}

void Beside::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    constexpr int roomForTwo = 70; // characters
    m_row->setDirection(event->size().width() < fontMetrics().averageCharWidth() * roomForTwo
                            ? QBoxLayout::TopToBottom
                            : QBoxLayout::LeftToRight);
}

} // namespace heed::gui::cases
