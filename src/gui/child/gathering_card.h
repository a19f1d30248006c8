#pragma once

#include "gui/frame/context.h"
#include "gui/widgets/card.h"
#include "session/overview.h"

namespace heed::gui::child {

/// The children about whom several things were logged in the last six weeks, each leading to the child's page: what a
/// lead sees before any name is typed.
class GatheringCard : public Card {
    Q_OBJECT

public:
    explicit GatheringCard(Context& context, QWidget* parent = nullptr);

    /// Reads them anew.
    void refresh();

Q_SIGNALS:
    void wanted(const QString& child);

private:
    void setChildren(const std::vector<session::Gathering>& children);

    Context& m_context;
    QWidget* m_lines = nullptr;
};

} // namespace heed::gui::child
