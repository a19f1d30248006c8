#include "gui/files/picture.h"

#include "rules/attachments.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>

namespace heed::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostPixels = 32'000'000; // four bytes each: what Qt's readers allow themselves
constexpr int widest = 2400;              // pixels of a side that are kept
constexpr qsizetype mostText = 500'000;   // bytes that are shown

QByteArray formatOf(const QString& media)
{
    return media.section(u'/', 1).toLatin1();
}

void readPicture(const QByteArray& bytes, Shown& shown)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, formatOf(shown.about.media));
    reader.setAutoDetectImageFormat(false);
    reader.setDecideFormatFromContent(false);
    reader.setAutoTransform(true);
    const auto size = reader.size();
    if (size.isValid() && qint64(size.width()) * size.height() > mostPixels) {
        shown.why = u"This picture is too large to be shown inside Heed (%1 by %2 pixels)."_s.arg(size.width())
                        .arg(size.height());
        return;
    }
    if (size.isValid() && qMax(size.width(), size.height()) > widest)
        reader.setScaledSize(size.scaled(widest, widest, Qt::KeepAspectRatio));
    shown.picture = reader.read();
    if (shown.picture.isNull())
        shown.why = u"This picture is damaged, or not what it says it is: it cannot be shown."_s;
}

void readText(QByteArrayView bytes, Shown& shown)
{
    shown.isCut = bytes.size() > mostText;
    shown.text = QString::fromUtf8(bytes.first(qMin(bytes.size(), mostText)));
    // Marks that turn the order of what follows could make a text read as something else.
    shown.text.removeIf([](QChar c) {
        return (c >= QChar(0x202A) && c <= QChar(0x202E)) || (c >= QChar(0x2066) && c <= QChar(0x2069)) || c.isNull();
    });
}

} // namespace

Shown shownOf(const session::OpenedFile& opened)
{
    Shown shown;
    shown.about = opened.about;
    // Not a copy: the bytes stay where they are guarded.
    const auto bytes = QByteArray::fromRawData(reinterpret_cast<const char*>(opened.bytes->data()),
                                               static_cast<qsizetype>(opened.bytes->size()));
    switch (rules::showingOf(opened.about.media)) {
    case rules::Showing::Picture: readPicture(bytes, shown); break;
    case rules::Showing::Text: readText(bytes, shown); break;
    case rules::Showing::Nothing: shown.why = rules::whyNotShown(opened.about.media); break;
    }
    return shown;
}

Picture::Picture(QImage image, QWidget* parent)
    : QWidget(parent)
    , m_image(std::move(image))
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

int Picture::heightFor(int width) const
{
    const int shown = qMin(width, m_image.width());
    return qMax(1, static_cast<int>(qint64(m_image.height()) * shown / qMax(1, m_image.width())));
}

QSize Picture::sizeHint() const
{
    return {m_image.width(), heightFor(m_image.width())};
}

void Picture::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (minimumHeight() != heightFor(width()))
        setFixedHeight(heightFor(width()));
}

void Picture::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const int shown = qMin(width(), m_image.width());
    painter.drawImage(QRect(0, 0, shown, heightFor(shown)), m_image);
}

} // namespace heed::gui
