#pragma once

#include "gui/child/timeline.h"

#include <QAbstractTableModel>

namespace heed::gui::child {

/// The timeline in figures, for everybody and for a screen reader: only the signs that were noticed.
class FiguresModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Sign, Meaning, First, Last, FourWeeks, SixMonths, TwelveMonths, Sources, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setTimeline(const Timeline& timeline);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<TimelineRow> m_rows;
    QDate m_today;
};

} // namespace heed::gui::child
