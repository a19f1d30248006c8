#include "gui/widgets/undo_line.h"

#include "gui/widgets/named.h"

#include <QHideEvent>
#include <QPushButton>

#include <utility>

namespace heed::gui {

UndoLine::UndoLine(const QString& objectName, QWidget* parent)
    : Banner(Tone::Note, objectName, parent)
{
    auto* back = button(objectName + QStringLiteral("Back"), tr("Bring it back"));
    addButton(back);
    setDismissible(true);
    connect(back, &QPushButton::clicked, this, [this] {
        const auto bring = std::exchange(m_back, {});
        hide();
        if (bring)
            bring();
    });
    hide();
}

void UndoLine::offer(const QString& title, const QString& text, std::function<void()> back)
{
    m_back = std::move(back);
    announce(title, text);
}

void UndoLine::forget()
{
    m_back = {};
    hide();
}

void UndoLine::hideEvent(QHideEvent* event)
{
    Banner::hideEvent(event);
    if (isHidden()) // dismissed, and not only out of sight with its page
        m_back = {};
}

} // namespace heed::gui
