#pragma once

#include "gui/widgets/banner.h"

#include <functional>

namespace heed::gui {

/// Says on the page what was just thrown away, and brings it back for whoever did not mean to. Only for what stands in
/// no record: what is recorded stays.
class UndoLine : public Banner {
    Q_OBJECT

public:
    explicit UndoLine(const QString& objectName, QWidget* parent = nullptr);

    /// Shows it; `back` is called once, if the button is pressed before another offer or forget().
    void offer(const QString& title, const QString& text, std::function<void()> back);
    /// What was thrown away is gone for good.
    void forget();

protected:
    void hideEvent(QHideEvent* event) override;

private:
    std::function<void()> m_back;
};

} // namespace heed::gui
