#pragma once

#include "session/review.h"

#include <QAbstractTableModel>

#include <functional>

namespace heed::gui::cases {

/// The queue in pieces: more is fetched as it is scrolled to, so that a million concerns cost what is looked at. The
/// order is the session's. An answer to an older filter is dropped.
class QueueModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Since, Child, Year, Signs, Level, State, Lead, Reference, ColumnCount };
    enum Role { ReferenceRole = Qt::UserRole + 1, UrgentRole };

    using Answer = std::function<void(model::Expected<std::vector<model::CaseRow>>)>;
    /// Fetches the rows that the filter names and calls back, at once or later.
    using Fetch = std::function<void(const session::QueueFilter&, Answer)>;

    explicit QueueModel(Fetch fetch, QObject* parent = nullptr);

    /// Starts again from the first row.
    void setFilter(const std::optional<model::State>& state, const QString& text);
    void reload();
    /// The references of rows that are not closed, from `first` to `last`.
    QStringList openReferences(int first, int last) const;
    /// The running clock of each of these records; a missed one is said in the first column.
    void setClocks(const QMap<QString, rules::ClockReading>& clocks);
    const session::QueueFilter& filter() const { return m_filter; }
    bool isLoading() const { return m_isLoading; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    /// The first rows are there, or there are none.
    void loaded();
    void failed(const heed::model::Error& error);

private:
    QString textOf(const model::CaseRow& row, int column) const;
    void fetch(bool fromStart);

    Fetch m_fetch;
    session::QueueFilter m_filter;
    std::vector<model::CaseRow> m_rows;
    QMap<QString, rules::ClockReading> m_clocks;
    bool m_hasMore = false;
    bool m_isLoading = false;
    int m_generation = 0;
};

} // namespace heed::gui::cases
