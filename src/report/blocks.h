#pragma once

#include "report/pieces.h"

namespace heed::report {

/// Makes strips of a document's blocks, one after the other; the space above a block depends on what stands before it.
class Builder {
public:
    std::vector<Layout::Piece> take() { return std::move(m_pieces); }
    std::size_t size() const { return m_pieces.size(); }

    void operator()(const Heading& block);
    void operator()(const Paragraph& block);
    void operator()(const Facts& block);
    void operator()(const Notice& block);
    void operator()(const Table& block);
    void operator()(const Bullets& block);
    void operator()(const WritingBoxes& block);
    void operator()(const Timeline& block);
    void operator()(const BodyMap& block);
    void operator()(const Code& block);
    void operator()(const PageBreak& block);
    void operator()(const CutLine& block);

    /// After each block: a page break asked for takes effect on the first piece of the next.
    void applyBreak(std::size_t from);

private:
    enum class After { Start, Heading, Subheading, Remark, Boxes, Other };

    bool isAfterHeading() const { return m_after == After::Heading || m_after == After::Subheading; }
    bool isTight() const { return m_after != After::Boxes && m_after != After::Other; }
    void addSpace(qreal height);

    std::vector<Layout::Piece> m_pieces;
    After m_after = After::Start;
    bool m_breakNext = false;
};

} // namespace heed::report
