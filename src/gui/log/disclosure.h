#pragma once

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace heed::gui::log {

/// A part of a form that opens on request: a button with an arrow, and what it opens.
class Disclosure : public QWidget {
    Q_OBJECT

public:
    /// Takes `content`. The button gets `objectName`, the content's own name is left alone.
    Disclosure(const QString& objectName, const QString& title, QWidget* content, QWidget* parent = nullptr);

    bool isOpen() const;
    void setOpen(bool open);
    void setTitle(const QString& title);
    /// What a screen reader says after the title, where one page has several with the same.
    void setAbout(const QString& about);
    QWidget* content() const { return m_content; }

Q_SIGNALS:
    void toggled(bool open);

private:
    void label();

    QPushButton* m_button;
    QString m_title;
    QString m_about;
    QWidget* m_content;
};

} // namespace heed::gui::log
