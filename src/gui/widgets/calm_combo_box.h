#pragma once

#include <QComboBox>

namespace heed::gui {

/// A combo box that the mouse wheel never changes: a wheel that scrolls the page past
/// past it never does.
class CalmComboBox : public QComboBox {
    Q_OBJECT

public:
    explicit CalmComboBox(QWidget* parent = nullptr);

protected:
    void wheelEvent(QWheelEvent* event) override;
};

/// The same for the number, date and time fields: the wheel goes to the page.
void ignoreWheel(QWidget* field);

} // namespace heed::gui
