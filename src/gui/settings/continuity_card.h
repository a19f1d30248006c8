#pragma once

#include "gui/frame/context.h"
#include "gui/widgets/card.h"

namespace heed::gui::settings {

/// The pack for the day the computers are down, to be printed while they are not.
class ContinuityCard : public Card {
    Q_OBJECT

public:
    explicit ContinuityCard(Context& context, QWidget* parent = nullptr);

private:
    void showPack();

    Context& m_context;
};

} // namespace heed::gui::settings
