#include "gui/cases/queue_model.h"

#include "gui/cases/words.h"
#include "platform/clock.h"
#include "rules/due_times.h"

#include <QFont>
#include <QLocale>
#include <QPointer>

namespace heed::gui::cases {

using namespace Qt::StringLiterals;

namespace {

constexpr int atOnce = 200; // rows

/// "20 Nov 2026": a column has less room than a sentence.
QString shortDay(const QDate& day)
{
    static const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    return english.toString(day, u"d MMM yyyy"_s);
}

/// Of a clock that has run out, in the few words that the column has room for; its sentence is the tool tip.
QString missedText(const rules::ClockReading& clock, const QDateTime& now)
{
    if (clock.name == rules::writtenClock)
        return u"In writing: late"_s;
    if (clock.name == rules::decisionClock)
        return u"Decision: late"_s;
    if (clock.name == rules::chaseClock)
        return u"Chase today"_s;
    if (clock.name == rules::escalateClock)
        return u"Escalate now"_s;
    return u"Late by "_s + durationText(clock.due, now);
}

QString sinceText(const model::CaseRow& row, const rules::ClockReading* clock)
{
    const auto logged = platform::inSchoolTime(row.loggedAt);
    const auto now = platform::inSchoolTime(platform::now());
    const QString when =
        logged.date() == now.date() ? u"Today, "_s + logged.time().toString(u"HH:mm"_s) : shortDay(logged.date());
    QString second;
    if (row.immediateDanger)
        second = u"Immediate danger"_s;
    else if (clock && clock->isMissed())
        second = missedText(*clock, now);
    else if (row.state == model::State::Waiting)
        second = durationText(logged, now);
    else if (row.nextDue)
        second = u"Due "_s + shortDay(*row.nextDue);
    return second.isEmpty() ? when : when + u'\n' + second;
}

} // namespace

QueueModel::QueueModel(Fetch fetch, QObject* parent)
    : QAbstractTableModel(parent)
    , m_fetch(std::move(fetch))
{
    m_filter.limit = atOnce;
}

void QueueModel::setFilter(const std::optional<model::State>& state, const QString& text)
{
    m_filter.state = state;
    m_filter.text = text;
    reload();
}

void QueueModel::reload()
{
    ++m_generation;
    fetch(true);
}

void QueueModel::fetch(bool fromStart)
{
    m_isLoading = true;
    m_filter.offset = fromStart ? 0 : static_cast<int>(m_rows.size());
    m_fetch(m_filter, [guard = QPointer(this), generation = m_generation, fromStart](auto rows) {
        if (!guard || guard->m_generation != generation)
            return;
        // It may be asked for more in the middle of a change: it is loading until the rows are in.
        if (!rows) {
            guard->m_isLoading = false;
            guard->m_hasMore = false;
            Q_EMIT guard->failed(rows.error());
            return;
        }
        const bool isFull = static_cast<int>(rows->size()) >= guard->m_filter.limit;
        if (fromStart) {
            guard->beginResetModel();
            guard->m_rows = std::move(*rows);
            guard->m_clocks.clear();
            guard->m_hasMore = isFull;
            guard->m_isLoading = false;
            guard->endResetModel();
            Q_EMIT guard->loaded();
            return;
        }
        guard->m_hasMore = isFull;
        if (rows->empty()) {
            guard->m_isLoading = false;
            return;
        }
        const int first = static_cast<int>(guard->m_rows.size());
        guard->beginInsertRows({}, first, first + static_cast<int>(rows->size()) - 1);
        guard->m_rows.insert(guard->m_rows.end(), std::make_move_iterator(rows->begin()),
                             std::make_move_iterator(rows->end()));
        guard->m_isLoading = false;
        guard->endInsertRows();
    });
}

QStringList QueueModel::openReferences(int first, int last) const
{
    QStringList references;
    for (int i = first; i <= last && i < rowCount(); ++i)
        if (const auto& row = m_rows[static_cast<std::size_t>(i)]; row.state != model::State::Closed)
            references << row.reference;
    return references;
}

void QueueModel::setClocks(const QMap<QString, rules::ClockReading>& clocks)
{
    m_clocks.insert(clocks);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Since), index(rowCount() - 1, Since));
}

int QueueModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int QueueModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool QueueModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_hasMore && !m_isLoading;
}

void QueueModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent))
        fetch(false);
}

QString QueueModel::textOf(const model::CaseRow& row, int column) const
{
    switch (column) {
    case Since: {
        const auto clock = m_clocks.constFind(row.reference);
        return sinceText(row, clock == m_clocks.constEnd() ? nullptr : &*clock);
    }
    case Child: {
        const auto before = ordinalText(row.earlierConcerns);
        return before.isEmpty() ? row.child : row.child + u'\n' + before;
    }
    case Year: return row.yearGroup;
    case Signs: {
        QStringList signs;
        for (const auto& code : row.signCodes)
            signs << shortSign(code);
        return signs.isEmpty() ? u"None ticked"_s : signs.join(u", "_s);
    }
    case Level: return levelText(row.level);
    case State: return stateText(row.state);
    case Lead: return row.lead;
    case Reference: return row.reference;
    default: return {};
    }
}

QVariant QueueModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return textOf(row, index.column());
    case Qt::AccessibleTextRole: return textOf(row, index.column()).replace(u'\n', u", "_s);
    case Qt::ToolTipRole:
        if (const auto clock = m_clocks.constFind(row.reference);
            index.column() == Since && clock != m_clocks.constEnd())
            return clock->sentence;
        return index.column() == Signs ? QVariant(textOf(row, Signs)) : QVariant();
    case Qt::TextAlignmentRole: return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::FontRole:
        if (row.state == model::State::Waiting && (index.column() == Since || index.column() == Child)) {
            QFont font;
            font.setBold(true);
            return font;
        }
        return {};
    case ReferenceRole: return row.reference;
    case UrgentRole: return row.immediateDanger;
    default: return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Since: return u"Waiting since"_s;
    case Child: return u"Child"_s;
    case Year: return u"Year"_s;
    case Signs: return u"Signs"_s;
    case Level: return u"Level"_s;
    case State: return u"State"_s;
    case Lead: return u"Lead"_s;
    case Reference: return u"Reference"_s;
    default: return {};
    }
}

} // namespace heed::gui::cases
