#pragma once

#include <QWidget>

class QBoxLayout;
class QLabel;

namespace heed::gui {
class Field;
}

namespace heed::gui::cases {

/// A field, and beside it what such a form said there the time before; below it where there is no room beside. Without
/// words from before it is the field alone.
class Beside : public QWidget {
    Q_OBJECT

public:
    /// What stands beside it is called `objectName`.before.
    Beside(const QString& objectName, Field* field, QWidget* parent = nullptr);

    /// `label` says whose and when: "Then, 3 November 2026". A screen reader reads it with the field.
    void setBefore(const QString& label, const QString& words);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    Field* m_field;
    QBoxLayout* m_row;
    QWidget* m_before;
    QLabel* m_label;
    QLabel* m_words;
};

} // namespace heed::gui::cases
