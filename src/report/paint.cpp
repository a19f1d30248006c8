#include "report/paint.h"

#include "report/layout.h"

#include <QPageLayout>
#include <QPainter>

namespace heed::report {

namespace {

/// Begins the painter with the first page of the first layout.
bool paintPages(const Layout& layout, QPainter& painter, QPagedPaintDevice& device)
{
    for (int page = 0; page < layout.pageCount(); ++page) {
        if (painter.isActive() ? !device.newPage() : !painter.begin(&device))
            return false;
        painter.save();
        painter.scale(device.logicalDpiX() / qreal(unitsPerInch), device.logicalDpiY() / qreal(unitsPerInch));
        // A printer that cannot print to the paper's edge has its origin at the edge of what it can.
        const auto paintable = device.pageLayout().paintRect(QPageLayout::Inch);
        painter.translate(-paintable.x() * unitsPerInch, -paintable.y() * unitsPerInch);
        layout.paint(painter, page);
        painter.restore();
    }
    return true;
}

void setPaper(QPagedPaintDevice& device)
{
    device.setPageSize(QPageSize(QPageSize::A4));
    device.setPageMargins(QMarginsF(0, 0, 0, 0));
}

} // namespace

bool paintLayout(const Layout& layout, QPagedPaintDevice& device)
{
    setPaper(device);
    QPainter painter;
    return paintPages(layout, painter, device) && painter.end();
}

bool paint(const Document& document, QPagedPaintDevice& device)
{
    return paintLayout(Layout(document), device);
}

bool paint(const std::vector<Document>& documents, QPagedPaintDevice& device)
{
    setPaper(device);
    QPainter painter;
    for (const auto& document : documents)
        if (!paintPages(Layout(document), painter, device))
            return false;
    return painter.isActive() && painter.end();
}

int pageCount(const Document& document)
{
    return Layout(document).pageCount();
}

QImage pageImage(const Document& document, int page, int dotsPerInch)
{
    return pageImage(Layout(document), page, dotsPerInch);
}

QImage pageImage(const Layout& layout, int page, int dotsPerInch)
{
    if (page < 0 || page >= layout.pageCount())
        return {};
    const qreal scale = dotsPerInch / qreal(unitsPerInch);
    QImage image(qRound(210 / 25.4 * dotsPerInch), qRound(297 / 25.4 * dotsPerInch), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(scale, scale);
    layout.paint(painter, page);
    return image;
}

} // namespace heed::report
