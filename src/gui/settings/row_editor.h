#pragma once

#include <QWidget>

#include <vector>

class QVBoxLayout;
class QPushButton;

namespace heed::gui::settings {

/// One row of a list that a person edits.
class EditorRow : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;
    virtual QWidget* firstField() = 0;
    /// Gives its fields names that hold the row's number.
    virtual void setNumber(int number) = 0;

Q_SIGNALS:
    void changed();
};

/// Rows that can be added, taken out and, where the order counts, moved up and down; all by keyboard too.
class RowEditor : public QWidget {
    Q_OBJECT

public:
    RowEditor(const QString& objectName, const QString& addText, bool ordered, QWidget* parent = nullptr);

    void clear();
    EditorRow* append(EditorRow* row);
    int count() const { return static_cast<int>(m_lines.size()); }
    EditorRow* row(int index) const { return m_lines[static_cast<std::size_t>(index)].row; }

Q_SIGNALS:
    void addWanted();
    void changed();

private:
    struct Line {
        QWidget* frame;
        EditorRow* row;
        QPushButton* up;
        QPushButton* down;
        QPushButton* remove;
    };
    void move(EditorRow* row, int step);
    void take(EditorRow* row);
    void renumber();
    int indexOf(const EditorRow* row) const;

    QString m_name;
    bool m_ordered;
    QVBoxLayout* m_rows;
    QPushButton* m_add;
    std::vector<Line> m_lines;
};

} // namespace heed::gui::settings
