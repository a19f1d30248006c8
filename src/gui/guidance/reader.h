#pragma once

#include <QTextBrowser>

namespace heed::gui::guidance {

/// Shows Markdown. It loads nothing, from nowhere: no picture, no file, no address.
class Reader : public QTextBrowser {
    Q_OBJECT

public:
    explicit Reader(QWidget* parent = nullptr);

    void setText(const QString& markdown);
    /// Scrolls to the heading that stands `index`-th among those below the title.
    void goToHeading(int index);
    void goToSources();
    /// How far down the page is, and as a share of it, for when its text is set in another size.
    int scrolled() const;
    void scrollTo(int place);
    double scrolledShare() const;
    void scrollToShare(double share);
    /// Steps of larger text, from the next setText() on; negative: smaller.
    void setZoom(int steps) { m_zoom = steps; }

protected:
    QVariant loadResource(int type, const QUrl& name) override;

private:
    void goTo(const QTextBlock& block);
    void space();

    int m_zoom = 0;
};

} // namespace heed::gui::guidance
