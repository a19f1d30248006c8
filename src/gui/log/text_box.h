#pragma once

#include <QPlainTextEdit>

namespace heed::gui::log {

/// A box for plain text that grows with what is typed. Pasted formatting is dropped; Tab goes on to the next field.
class TextBox : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit TextBox(int lines, QWidget* parent = nullptr);

    QString words() const { return toPlainText(); }

protected:
    void insertFromMimeData(const QMimeData* source) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void fit();

    int m_lines;
};

} // namespace heed::gui::log
