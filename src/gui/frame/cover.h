#pragma once

#include <QWidget>

class QLabel;

namespace heed::gui {

/// What a child who comes near sees: the day and the date, nothing of Heed.
class Cover : public QWidget {
    Q_OBJECT

public:
    explicit Cover(QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QLabel* m_day;
    QLabel* m_date;
};

} // namespace heed::gui
