#pragma once

#include "session/review.h"

#include <QAbstractTableModel>

#include <functional>

namespace heed::gui::cases {

/// The queue in windows: more is fetched as it is scrolled to, and of what was passed only where each window begins is
/// kept, so that a million concerns cost what is looked at. The order is the session's. An answer to an older filter is
/// dropped.
class QueueModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Since, Child, Year, Signs, Level, State, Lead, Reference, ColumnCount };
    enum Role { ReferenceRole = Qt::UserRole + 1, UrgentRole, FoundRole };

    using Answer = std::function<void(model::Expected<model::CasePage>)>;
    /// What is asked for: a filter, where to begin, and how many rows.
    struct Wanted {
        model::CaseFilter filter;
        std::optional<model::CaseCursor> after;
        int limit = 0;
    };
    /// Fetches it and calls back, at once or later.
    using Fetch = std::function<void(const Wanted&, Answer)>;

    explicit QueueModel(Fetch fetch, QObject* parent = nullptr);

    /// Starts again from the first row.
    void setFilter(const model::CaseFilter& filter);
    void reload();
    /// The references of rows that are not closed, from `first` to `last`.
    QStringList openReferences(int first, int last) const;
    /// The running clock of each of these records; a missed one is said in the first column.
    void setClocks(const QMap<QString, rules::ClockReading>& clocks);
    /// Whether the school's record is elsewhere: what is not there yet then says so.
    void setRecordSystem(model::RecordSystem system) { m_system = system; }
    const model::CaseFilter& filter() const { return m_filter; }
    bool isLoading() const { return m_isLoading; }
    /// The row, or nothing while its window is away.
    const model::CaseRow* rowAt(int row) const;
    /// How many rows are held.
    int held() const;

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
    struct Window {
        std::optional<model::CaseCursor> after;
        std::vector<model::CaseRow> rows; ///< empty: was passed, and is fetched again when it is looked at
        bool isComing = false;
    };

    QString textOf(const model::CaseRow& row, int column) const;
    void fetch(bool fromStart);
    void take(model::CasePage page, bool fromStart);
    void bringBack(int window);
    void letGo(int keep);

    Fetch m_fetch;
    model::CaseFilter m_filter;
    std::vector<Window> m_windows; ///< all full but the last
    std::optional<model::CaseCursor> m_next;
    int m_count = 0;
    model::RecordSystem m_system = model::RecordSystem::Heed;
    QMap<QString, rules::ClockReading> m_clocks;
    bool m_isLoading = false;
    int m_generation = 0;
};

} // namespace heed::gui::cases

Q_DECLARE_METATYPE(heed::model::Found)
