#include "gui/log/tick.h"

#include "gui/widgets/named.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QMouseEvent>
#include <QStyle>

namespace heed::gui::log {

Tick::Tick(const QString& objectName, const QString& words, const QString& remarkText, QWidget* parent)
    : QWidget(parent)
    , m_box(named(new QCheckBox(this), objectName, words))
{
    m_box->setAccessibleDescription(remarkText);
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(2);
    layout->setColumnStretch(1, 1);
    layout->addWidget(m_box, 0, 0, Qt::AlignTop);

    const auto addLine = [&](QLabel* label, int row) {
        label->setTextInteractionFlags(Qt::NoTextInteraction);
        label->setCursor(Qt::PointingHandCursor);
        label->installEventFilter(this);
        layout->addWidget(label, row, 1);
    };
    addLine(textLabel(words, this), 0);
    if (!remarkText.isEmpty())
        addLine(remarkLabel(remarkText, this), 1);
    setFocusProxy(m_box);
    connect(m_box, &QCheckBox::toggled, this, &Tick::toggled);
}

bool Tick::isChecked() const
{
    return m_box->isChecked();
}

void Tick::setChecked(bool checked)
{
    m_box->setChecked(checked);
}

bool Tick::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonRelease && static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton) {
        m_box->setFocus(Qt::MouseFocusReason);
        m_box->click();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace heed::gui::log
