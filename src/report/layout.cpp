#include "report/layout.h"

#include "report/blocks.h"
#include "report/words.h"

#include <algorithm>

namespace heed::report {

Layout::Layout(const Document& document)
    : m_sheet(document.sheet)
{
    Builder builder;
    for (const auto& block : document.blocks) {
        const auto from = builder.size();
        std::visit(builder, block);
        builder.applyBreak(from);
    }
    place(builder.take());
}

void Layout::place(const std::vector<Piece>& pieces)
{
    const qreal room = style::bottom - style::top;
    m_pages.emplace_back();
    qreal y = 0;
    const auto newPage = [&] {
        m_pages.emplace_back();
        y = 0;
    };
    for (std::size_t i = 0; i < pieces.size();) {
        // What must stay together: pieces up to the first that lets go of the next.
        std::size_t end = i;
        qreal height = pieces[i].height;
        while (pieces[end].keep && end + 1 < pieces.size() && !pieces[end + 1].newPage) {
            ++end;
            height += pieces[end].before + pieces[end].height;
        }
        const qreal repeated = pieces[i].repeat ? pieces[i].repeat->height : 0;
        if (y > 0 && (pieces[i].newPage || (y + pieces[i].before + height > room && height + repeated <= room)))
            newPage();
        for (; i <= end; ++i) {
            const auto& piece = pieces[i];
            if (y > 0 && y + piece.before + piece.height > room)
                newPage();
            if (y > 0) {
                y += piece.before;
            } else if (piece.repeat && m_pages.size() > 1) {
                m_pages.back().push_back({style::top, piece.repeat->paint});
                y += piece.repeat->height;
            }
            if (!piece.mark.isEmpty())
                m_marks.push_back({piece.mark, piece.markLevel, pageCount() - 1, style::top + y});
            if (piece.paint)
                m_pages.back().push_back({style::top + y, piece.paint});
            y += piece.height;
        }
    }
    while (m_pages.size() > 1 && m_pages.back().empty())
        m_pages.pop_back();
}

void Layout::paint(QPainter& painter, int page) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_sheet.bare)
        paintFurniture(painter, page);
    for (const auto& placed : m_pages[static_cast<std::size_t>(page)])
        placed.paint(painter, placed.top);
    painter.restore();
}

void Layout::paintFurniture(QPainter& painter, int page) const
{
    const auto& printing = m_sheet.printing;
    const qreal half = style::width / 2;
    const auto draw = [&](const QString& text, const style::Type& type, qreal x, qreal room, qreal y,
                          Qt::Alignment alignment) {
        if (!text.isEmpty())
            setOneLine(text, type, room, alignment).draw(painter, x, y);
    };
    const qreal head = 11 * style::mm;
    draw(m_sheet.mark, style::strong(), style::left, half, head, Qt::AlignLeft);
    draw(joined({m_sheet.reference.isEmpty() ? QString() : QStringLiteral("Reference ") + m_sheet.reference,
                 QStringLiteral("Copy %1").arg(printing.copy)},
                QStringLiteral("  \u00b7  ")),
         style::strong(), style::left + half, half, head, Qt::AlignRight);
    draw(m_sheet.title, style::small(), style::left, half * 0.7, head + style::strong().pitch, Qt::AlignLeft);
    draw(QStringLiteral("For: ") + (printing.recipient.isEmpty() ? QStringLiteral("not stated") : printing.recipient),
         style::small(), style::left + half * 0.7, half * 1.3, head + style::strong().pitch, Qt::AlignRight);
    drawRule(painter, style::left, style::right, head + style::strong().pitch + style::small().pitch + 3 * style::pt,
             0.5 * style::pt, style::darkRule());

    const qreal foot = style::paperHeight - 14 * style::mm;
    drawRule(painter, style::left, style::right, foot, 0.5 * style::pt, style::rule());
    draw(joined({QStringLiteral("Printed ") + momentText(printing.printedAt, printing.zone) +
                     (printing.printedBy.isEmpty() ? QString() : QStringLiteral(" by ") + printing.printedBy),
                 printing.school},
                QStringLiteral("  \u00b7  ")),
         style::small(), style::left, half * 1.6, foot + 3 * style::pt, Qt::AlignLeft);
    draw(QStringLiteral("Page %1 of %2").arg(page + 1).arg(pageCount()), style::small(), style::left + half * 1.6,
         half * 0.4, foot + 3 * style::pt, Qt::AlignRight);
}

} // namespace heed::report
