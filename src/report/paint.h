#pragma once

#include "model/error.h"
#include "report/layout.h"

#include <QImage>
#include <QPagedPaintDevice>

namespace heed::report {

/// Paints all pages on a printer, a preview or a PDF, in the device's resolution and laid out for A4 whatever its
/// paper. Sets the device's margins to none before the first page. False if the device cannot be painted on or a page
/// cannot be begun.
bool paint(const Document& document, QPagedPaintDevice& device);

/// Several documents as one job, each with pages numbered from 1.
bool paint(const std::vector<Document>& documents, QPagedPaintDevice& device);

int pageCount(const Document& document);

/// A page (from 0) as an image, for a preview. Empty if there is no such page. Of many pages, lay them out once and
/// take the second.
QImage pageImage(const Document& document, int page, int dotsPerInch);
QImage pageImage(const Layout& layout, int page, int dotsPerInch);

} // namespace heed::report
