#pragma once

#include <QFrame>

class QLayout;
class QLabel;
class QPushButton;

namespace heed::gui {

/// A box that must be seen: a sentence or two with a mark at its left, and perhaps buttons. A tone is never told by
/// colour alone.
class Banner : public QFrame {
    Q_OBJECT

public:
    enum class Tone { Note, Tell, Warning, Danger };

    /// Object name as given; title may be empty.
    Banner(Tone tone, const QString& objectName, QWidget* parent = nullptr);

    void set(const QString& title, const QString& text);
    /// What is said instead of title and text where there is little room, as on a small screen with large text.
    void setBrief(const QString& title);
    void setTone(Tone tone);
    /// Shows the sentence, and lets a screen reader say it.
    void announce(const QString& title, const QString& text);
    void addButton(QPushButton* button);
    /// A button at the right that hides the banner.
    void setDismissible(bool dismissible);
    QString title() const;
    QString text() const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void recolour();
    void fit();

    Tone m_tone;
    QString m_whole; ///< the title
    QString m_brief;
    QLabel* m_title;
    QLabel* m_text;
    QLayout* m_buttons;
    QPushButton* m_dismiss;
};

} // namespace heed::gui
