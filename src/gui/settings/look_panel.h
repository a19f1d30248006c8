#pragma once

#include "gui/frame/context.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QSpinBox;

namespace heed::gui::settings {

/// Theme, size of the text, and when Heed locks itself: of this person on this computer, kept at once.
class LookPanel : public QWidget {
    Q_OBJECT

public:
    LookPanel(Context& context, std::function<void()> changed, QWidget* parent = nullptr);

private:
    void apply();

    Context& m_context;
    std::function<void()> m_changed;
    QComboBox* m_theme;
    QComboBox* m_size;
    QSpinBox* m_idle;
};

} // namespace heed::gui::settings
