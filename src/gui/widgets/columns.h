#pragma once

#include <QWidget>

class QBoxLayout;

namespace heed::gui {

/// Two widgets side by side where there is room, one above the other where there is not.
class Columns : public QWidget {
    Q_OBJECT

public:
    Columns(QWidget* first, QWidget* second, int firstShare = 1, int secondShare = 1, QWidget* parent = nullptr);

    bool areStacked() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QBoxLayout* m_layout;
};

} // namespace heed::gui
