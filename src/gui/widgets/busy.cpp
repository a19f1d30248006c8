#include "gui/widgets/busy.h"
#include "gui/frame/look.h"
#include "gui/widgets/announce.h"
#include "gui/widgets/named.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QTimer>

namespace heed::gui {

Busy::Busy(const QString& objectName, QWidget* parent)
    : QWidget(parent)
    , m_what(textLabel({}))
    , m_bar(named(new QProgressBar, objectName + QStringLiteral("Bar"), tr("Progress")))
    , m_cancel(button(objectName + QStringLiteral("Cancel"), tr("Stop")))
{
    setObjectName(objectName);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(em(10));
    m_what->setWordWrap(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_bar);
    row->addWidget(m_what, 1);
    row->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, &Busy::cancelled);
    hide();
}

void Busy::start(const QString& what, bool cancellable)
{
    m_busy = true;
    progress(what, 0, 0);
    m_cancel->setVisible(cancellable);
    QTimer::singleShot(150, this, [this] {
        if (!m_busy)
            return;
        show();
        announce(this);
    });
}

void Busy::progress(const QString& what, qint64 done, qint64 total)
{
    m_what->setText(what);
    setAccessibleName(what);
    // The bar counts in int: thousandths do.
    m_bar->setRange(0, total > 0 ? 1000 : 0);
    m_bar->setValue(total > 0 ? static_cast<int>(done * 1000 / total) : 0);
}

void Busy::stop()
{
    m_busy = false;
    hide();
}

} // namespace heed::gui
