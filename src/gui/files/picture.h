#pragma once

#include "session/attachments.h"

#include <QImage>
#include <QWidget>

namespace heed::gui {

/// What can be seen of an attached file, made of it where it was opened: decoding is no work for the screen's thread.
struct Shown {
    model::AttachedFile about;
    QImage picture;
    QString text;
    bool isCut = false; ///< the text is longer
    QString why;        ///< a sentence where there is nothing to see
};

/// From memory alone, by the reader that fits what the file's first bytes were, no larger than a screen needs.
Shown shownOf(const session::OpenedFile& opened);

/// A picture as wide as there is room, and never larger than it is.
class Picture : public QWidget {
    Q_OBJECT

public:
    explicit Picture(QImage image, QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    int heightFor(int width) const;

    QImage m_image;
};

} // namespace heed::gui
