#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;

namespace heed::gui::log {

/// A check box whose words wrap, with a smaller line below them. A click on the words ticks it.
class Tick : public QWidget {
    Q_OBJECT

public:
    Tick(const QString& objectName, const QString& words, const QString& remark = {}, QWidget* parent = nullptr);

    bool isChecked() const;
    void setChecked(bool checked);
    QCheckBox* box() const { return m_box; }

Q_SIGNALS:
    void toggled(bool checked);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QCheckBox* m_box;
};

} // namespace heed::gui::log
