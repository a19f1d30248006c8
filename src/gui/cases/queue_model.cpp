#include "gui/cases/queue_model.h"

#include "gui/cases/words.h"
#include "gui/widgets/column_titles.h"
#include "platform/clock.h"
#include "rules/completeness.h"
#include "rules/due_times.h"

#include <QFont>
#include <QLocale>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace heed::gui::cases {

using namespace Qt::StringLiterals;

namespace {

constexpr int atOnce = 50;      // rows
constexpr int mostWindows = 24; // that are held

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
}

void QueueModel::setFilter(const model::CaseFilter& filter)
{
    m_filter = filter;
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
    m_fetch({m_filter, fromStart ? std::nullopt : m_next, atOnce},
            [guard = QPointer(this), generation = m_generation, fromStart](model::Expected<model::CasePage> page) {
                if (!guard || guard->m_generation != generation)
                    return;
                if (page) {
                    guard->take(std::move(*page), fromStart);
                    return;
                }
                guard->m_isLoading = false;
                guard->m_next.reset();
                Q_EMIT guard->failed(page.error());
            });
}

void QueueModel::take(model::CasePage page, bool fromStart)
{
    // It may be asked for more in the middle of a change: it is loading until the rows are in.
    if (fromStart) {
        beginResetModel();
        m_windows.clear();
        m_clocks.clear();
        m_count = static_cast<int>(page.rows.size());
        if (!page.rows.empty())
            m_windows.push_back({{}, std::move(page.rows)});
        m_next = page.next;
        m_isLoading = false;
        endResetModel();
        Q_EMIT loaded();
        return;
    }
    const int more = static_cast<int>(page.rows.size());
    const auto after = std::exchange(m_next, page.next);
    if (more == 0) {
        m_isLoading = false;
        return;
    }
    beginInsertRows({}, m_count, m_count + more - 1);
    m_count += more;
    m_windows.push_back({after, std::move(page.rows)});
    m_isLoading = false;
    endInsertRows();
    letGo(static_cast<int>(m_windows.size()) - 1);
}

void QueueModel::bringBack(int window)
{
    auto& wanted = m_windows[static_cast<std::size_t>(window)];
    if (wanted.isComing)
        return;
    wanted.isComing = true;
    m_fetch({m_filter, wanted.after, atOnce},
            [guard = QPointer(this), generation = m_generation, window](model::Expected<model::CasePage> page) {
                if (!guard || guard->m_generation != generation)
                    return;
                auto& back = guard->m_windows[static_cast<std::size_t>(window)];
                back.isComing = false;
                if (!page) {
                    Q_EMIT guard->failed(page.error());
                    return;
                }
                back.rows = std::move(page->rows);
                guard->letGo(window);
                const int first = window * atOnce;
                Q_EMIT guard->dataChanged(guard->index(first, 0),
                                          guard->index(std::min(first + atOnce, guard->m_count) - 1, ColumnCount - 1));
            });
}

void QueueModel::letGo(int keep)
{
    for (;;) {
        const auto loaded = std::count_if(m_windows.begin(), m_windows.end(),
                                          [](const Window& window) { return !window.rows.empty(); });
        if (loaded <= mostWindows)
            return;
        int farthest = keep;
        for (int i = 0; i < static_cast<int>(m_windows.size()); ++i)
            if (!m_windows[static_cast<std::size_t>(i)].rows.empty() && std::abs(i - keep) > std::abs(farthest - keep))
                farthest = i;
        m_windows[static_cast<std::size_t>(farthest)].rows = {};
    }
}

const model::CaseRow* QueueModel::rowAt(int row) const
{
    if (row < 0 || row >= m_count)
        return nullptr;
    const auto& window = m_windows[static_cast<std::size_t>(row / atOnce)];
    const auto at = static_cast<std::size_t>(row % atOnce);
    return at < window.rows.size() ? &window.rows[at] : nullptr;
}

int QueueModel::held() const
{
    std::size_t rows = 0;
    for (const auto& window : m_windows)
        rows += window.rows.size();
    return static_cast<int>(rows);
}

QStringList QueueModel::openReferences(int first, int last) const
{
    QStringList references;
    for (int i = first; i <= last && i < rowCount(); ++i)
        if (const auto* row = rowAt(i); row && row->state != model::State::Closed)
            references << row->reference;
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
    return parent.isValid() ? 0 : m_count;
}

int QueueModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool QueueModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_next && !m_isLoading;
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
        if (row.found)
            return row.found->text;
        QStringList signs;
        for (const auto& code : row.signCodes)
            signs << shortSign(code);
        return signs.isEmpty() ? u"None ticked"_s : signs.join(u", "_s);
    }
    case Level: return levelText(row.level);
    case State: {
        const auto state = stateText(row.state);
        return rules::isMissingOnCpoms(row, m_system) ? state + u"\nNot on CPOMS"_s : state;
    }
    case Lead: return row.lead;
    case Reference: return row.reference;
    default: return {};
    }
}

QVariant QueueModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto* held = rowAt(index.row());
    if (!held) {
        // Views ask while they paint: what was let go comes back then.
        const_cast<QueueModel*>(this)->bringBack(index.row() / atOnce);
        return role == Qt::DisplayRole && index.column() == Child ? QVariant(u"…"_s) : QVariant();
    }
    const auto& row = *held;
    switch (role) {
    case Qt::DisplayRole: return textOf(row, index.column());
    case Qt::AccessibleTextRole: return textOf(row, index.column()).replace(u'\n', u", "_s);
    case Qt::ToolTipRole:
        if (const auto clock = m_clocks.constFind(row.reference);
            index.column() == Since && clock != m_clocks.constEnd())
            return clock->sentence;
        // What may be cut in its cell.
        return index.column() == Signs || index.column() == Child ? QVariant(textOf(row, index.column())) : QVariant();
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
    case FoundRole: return row.found ? QVariant::fromValue(*row.found) : QVariant();
    default: return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList titles{u"Waiting since"_s, u"Child"_s, u"Year"_s, u"Signs"_s,
                                    u"Level"_s,         u"State"_s, u"Lead"_s, u"Reference"_s};
    if (section == Signs && role == Qt::DisplayRole && orientation == Qt::Horizontal && !m_filter.text.isEmpty())
        return u"Found in"_s;
    return columnTitle(titles, section, orientation, role);
}

} // namespace heed::gui::cases
