#include "gui/child/figures_model.h"

#include "gui/widgets/column_titles.h"
#include "report/words.h"

namespace heed::gui::child {

using namespace Qt::StringLiterals;

namespace {

QString sourcesText(const TimelineRow& row)
{
    QStringList parts;
    const std::array<std::optional<model::Source>, 5> sources{
        model::Source::Saw, model::Source::Child, model::Source::Other, model::Source::Record, std::nullopt};
    for (const auto& source : sources) {
        const auto count =
            std::count_if(row.dots.begin(), row.dots.end(), [&](const Dot& dot) { return dot.source == source; });
        if (count > 0)
            parts << u"%1 %2"_s.arg(count).arg(sourceWords(source));
    }
    return parts.join(u", "_s);
}

} // namespace

void FiguresModel::setTimeline(const Timeline& timeline)
{
    beginResetModel();
    m_rows.clear();
    for (const auto& row : timeline.rows)
        if (!row.dots.empty())
            m_rows.push_back(row);
    m_today = timeline.to;
    endResetModel();
}

int FiguresModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FiguresModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FiguresModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const auto& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case Sign: {
        QString label = row.label;
        if (!label.isEmpty())
            label[0] = label[0].toUpper();
        return label;
    }
    case Meaning: return meaningWords(row.meaning);
    case First: return report::dateText(*row.first());
    case Last: return report::dateText(*row.last());
    case FourWeeks: return QString::number(row.since(m_today.addDays(-27), m_today));
    case SixMonths: return QString::number(row.since(m_today.addMonths(-6), m_today));
    case TwelveMonths: return QString::number(row.since(m_today.addMonths(-12), m_today));
    case Sources: return sourcesText(row);
    default: return {};
    }
}

QVariant FiguresModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList titles{u"Sign"_s,    u"Can mean"_s, u"First seen"_s, u"Last seen"_s,
                                    u"4 weeks"_s, u"6 months"_s, u"12 months"_s,  u"How it is known"_s};
    return columnTitle(titles, section, orientation, role);
}

} // namespace heed::gui::child
