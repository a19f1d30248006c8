#pragma once

#include "report/document.h"

#include <QPagedPaintDevice>
#include <QPainter>

#include <functional>
#include <memory>

namespace heed::report {

/// Lengths are twentieths of a point, so that text is laid out alike for a screen, a printer and a PDF.
constexpr int unitsPerPoint = 20;
constexpr int unitsPerInch = 72 * unitsPerPoint;

/// A document broken into A4 pages. A heading stays with what follows, a paragraph leaves no single line behind, a
/// short quotation or table row is not cut, and a table's header comes again on each page.
class Layout {
public:
    explicit Layout(const Document& document);

    int pageCount() const { return static_cast<int>(m_pages.size()); }
    /// The origin is the paper's top left corner.
    void paint(QPainter& painter, int page) const;

    struct Mark {
        QString text;
        int level;
        int page;
        qreal top; ///< from the paper's top edge
    };
    /// The headings, in order, for a PDF's bookmarks.
    const std::vector<Mark>& marks() const { return m_marks; }

    using Paint = std::function<void(QPainter&, qreal top)>;

    /// What is painted again when a piece starts a page.
    struct Repeat {
        qreal height = 0;
        Paint paint;
    };

    /// A strip across the page that is never cut.
    struct Piece {
        qreal height = 0;
        qreal before = 0;  ///< space above, dropped at the top of a page
        bool keep = false; ///< on one page with the next
        bool newPage = false;
        std::shared_ptr<const Repeat> repeat;
        Paint paint;
        QString mark; ///< a heading's text
        int markLevel = 0;
    };

private:
    struct Placed {
        qreal top;
        Paint paint;
    };

    void place(const std::vector<Piece>& pieces);
    void paintFurniture(QPainter& painter, int page) const;

    Sheet m_sheet;
    std::vector<std::vector<Placed>> m_pages;
    std::vector<Mark> m_marks;
};

/// All pages of one layout as a job of their own.
bool paintLayout(const Layout& layout, QPagedPaintDevice& device);

} // namespace heed::report
