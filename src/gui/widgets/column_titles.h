#pragma once

#include <QStringList>
#include <QVariant>

namespace heed::gui {

/// What a table model answers for the header of its columns: titles, left aligned as the cells are.
inline QVariant columnTitle(const QStringList& titles, int section, Qt::Orientation orientation, int role)
{
    if (orientation != Qt::Horizontal || section < 0 || section >= titles.size())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(titles[section]) : QVariant();
}

} // namespace heed::gui
