#pragma once

#include <QWidget>

#include <functional>
#include <vector>

class QPushButton;
class QVBoxLayout;

namespace heed::gui::log {

/// Rows that can be added and taken away: further children, others involved.
class RowList : public QWidget {
    Q_OBJECT

public:
    using Make = std::function<QWidget*(int number)>;

    /// `what`: "another person or thing"; `one`: what a row is to a screen reader, "person or thing", which is said
    /// with its place after each field's name. The number in object names never comes again.
    RowList(const QString& objectName, const QString& what, QString one, int most, Make make,
            QWidget* parent = nullptr);

    QWidget* addRow();
    void removeRow(QWidget* row);
    void clearRows();
    const std::vector<QWidget*>& rows() const { return m_rows; }

Q_SIGNALS:
    void changed();

private:
    void tellApart();

    QString m_one;
    Make m_make;
    int m_most;
    int m_made = 0;
    std::vector<QWidget*> m_rows;
    QVBoxLayout* m_lines;
    QPushButton* m_add;
};

} // namespace heed::gui::log
