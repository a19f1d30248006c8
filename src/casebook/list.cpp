#include "casebook/casebook.h"
#include "casebook/search_words.h"
#include "platform/clock.h"
#include "rules/gathering.h"

#include <QTimeZone>

#include <algorithm>
#include <tuple>
#include <variant>

namespace heed::casebook {

using model::CaseCursor;
using model::CaseFilter;
using model::CaseOrder;
using model::Expected;
using model::State;

namespace {

constexpr int fewEnough = 1000; // rows that are fetched and sorted rather than met along an index
constexpr int mostParts = 200;  // words of the list that one typed part may stand for
constexpr int undueUrgency = 3; // as the projection puts them in order: open with nothing due, then closed
constexpr int closedUrgency = 4;
constexpr auto noDue = QLatin1StringView("9999");
constexpr int shortestPart = 3;
constexpr int shortestRoot = 4; // letters: the list of words answers alone from here on

/// A piece of SQL and the values for its question marks.
struct Piece {
    QByteArray sql;
    std::vector<std::variant<qint64, QString>> values;

    void add(const char* text) { sql += text; }
    template <class... Values> void add(const char* text, const Values&... more)
    {
        sql += text;
        (values.emplace_back(more), ...);
    }
    void add(const Piece& other)
    {
        sql += other.sql;
        values.insert(values.end(), other.values.begin(), other.values.end());
    }
};

Expected<sql::Statement> prepared(sql::Connection& connection, const Piece& piece)
{
    HEED_TAKE(auto statement, connection.prepare(piece.sql.constData()));
    statement.reset();
    int index = 0;
    for (const auto& value : piece.values) {
        ++index;
        if (const auto* number = std::get_if<qint64>(&value))
            statement.bindAt(index, *number);
        else
            statement.bindAt(index, std::get<QString>(value));
    }
    return statement;
}

qint64 beginOf(const QDate& day)
{
    static const QTimeZone school("Europe/London");
    return QDateTime(day, QTime(0, 0), school).toSecsSinceEpoch();
}

/// What must hold of a row, whichever way it is come to.
Piece conditionsOf(const CaseFilter& filter, const QDate& today)
{
    Piece where{"1", {}};
    if (filter.state == State::Waiting)
        where.add(" AND urgency < 2");
    else if (filter.state == State::Open)
        where.add(" AND urgency BETWEEN 2 AND 3");
    else if (filter.state == State::Closed)
        where.add(" AND urgency = 4");
    if (filter.level)
        where.add(" AND level = ?", model::nameOf(*filter.level));
    if (!filter.dsl.isEmpty())
        where.add(" AND lead = ?", filter.dsl);
    if (!filter.yearGroup.isEmpty())
        where.add(" AND year_group = ?", filter.yearGroup);
    if (!filter.sign.isEmpty())
        where.add(" AND instr(signs, ?) > 0", QString(u' ' + filter.sign + u' '));
    if (!filter.flag.isEmpty())
        where.add(" AND instr(flags, ?) > 0", QString(u' ' + filter.flag + u' '));
    if (filter.since)
        where.add(" AND logged >= ?", beginOf(*filter.since));
    if (filter.until)
        where.add(" AND logged < ?", beginOf(filter.until->addDays(1)));
    if (filter.overdue)
        where.add(" AND due_key < ? AND urgency < 3", today.toString(Qt::ISODate));
    if (filter.acknowledged == model::Wait::Never) {
        where.add(" AND acknowledged IS NULL");
    } else if (filter.acknowledged) {
        const auto [from, to] = boundsOf(*filter.acknowledged);
        where.add(" AND acknowledged - logged > ? AND acknowledged - logged <= ?", from, to);
    }
    return where;
}

QString quoted(const QString& word)
{
    return u'"' + word + u'"';
}

/// The filter as words of the index: an AND of facets, and whether anything but the state is among them.
struct Facets {
    QStringList all;
    bool isMoreThanState = false;
    bool isImpossible = false; ///< nothing was logged on any of the days

    QString matchWith(std::optional<State> state) const
    {
        auto words = all;
        if (state)
            words << quoted(facet(QStringLiteral("state"), model::nameOf(*state)));
        return words.join(QStringLiteral(" AND "));
    }
};

/// The months in which something was logged.
struct Logged {
    QDate first; ///< the first day of the first month; invalid where nothing was logged
    QDate last;  ///< the last day of the last
};

Expected<Logged> loggedMonths(sql::Connection& connection)
{
    const auto of = [&](const char* sql) { return connection.value<QString>(sql); };
    HEED_TAKE(const auto first,
              of("SELECT min(name) FROM tally WHERE name >= 'month/' AND name < 'month0' AND count > 0"));
    HEED_TAKE(const auto last,
              of("SELECT max(name) FROM tally WHERE name >= 'month/' AND name < 'month0' AND count > 0"));
    const auto day = [](const std::optional<QString>& name) {
        return name ? QDate::fromString(name->mid(6) + QStringLiteral("-01"), Qt::ISODate) : QDate();
    };
    const auto end = day(last);
    return Logged{day(first), end.isValid() ? end.addMonths(1).addDays(-1) : end};
}

/// "(year=2025 OR month=2026-01 OR day=2026-02-01)": as few as there are for these days.
QString daysBetween(QDate from, QDate to)
{
    QStringList words;
    const auto add = [&](const char* name, const char* format) {
        words << quoted(facet(QString::fromLatin1(name), from.toString(QString::fromLatin1(format))));
    };
    while (from <= to) {
        const QDate yearsEnd(from.year(), 12, 31);
        const QDate monthsEnd(from.year(), from.month(), from.daysInMonth());
        if (from.dayOfYear() == 1 && yearsEnd <= to) {
            add("logged", "yyyy");
            from = yearsEnd.addDays(1);
        } else if (from.day() == 1 && monthsEnd <= to) {
            add("month", "yyyy-MM");
            from = monthsEnd.addDays(1);
        } else {
            add("day", "yyyy-MM-dd");
            from = from.addDays(1);
        }
    }
    return u'(' + words.join(QStringLiteral(" OR ")) + u')';
}

Facets facetsOf(const CaseFilter& filter, const Logged& logged)
{
    Facets facets;
    const auto add = [&](const char* name, const QString& value) {
        facets.all << quoted(facet(QString::fromLatin1(name), value));
        facets.isMoreThanState = true;
    };
    if (filter.level)
        add("level", model::nameOf(*filter.level));
    if (!filter.dsl.isEmpty())
        add("dsl", filter.dsl);
    if (!filter.yearGroup.isEmpty())
        add("year", filter.yearGroup);
    if (!filter.sign.isEmpty())
        add("sign", filter.sign);
    if (!filter.flag.isEmpty())
        add("flag", filter.flag);
    if (filter.acknowledged)
        add("wait", model::nameOf(*filter.acknowledged));
    if (filter.overdue)
        add("due", QStringLiteral("yes"));
    if ((filter.since || filter.until) && logged.first.isValid()) {
        const auto first = std::max(filter.since.value_or(logged.first), logged.first);
        const auto last = std::min(filter.until.value_or(logged.last), logged.last);
        facets.isImpossible = first > last;
        if (first > logged.first || last < logged.last) {
            facets.all << daysBetween(first, last);
            facets.isMoreThanState = true;
        }
    }
    return facets;
}

/// How an order is asked for, and what lies behind a cursor in it.
struct Ordering {
    QByteArray by;
    Piece behind;
};

Ordering orderingOf(CaseOrder order, const char* line, const std::optional<CaseCursor>& after)
{
    Ordering ordering{"urgency, position, line", {}};
    switch (order) {
    case CaseOrder::Urgency:
        if (after)
            ordering.behind.add(" AND (urgency, position, line) > (?, ?, ?)", after->first, after->second, after->line);
        break;
    case CaseOrder::Newest:
        ordering.by = QByteArray(line) + " DESC";
        if (after)
            ordering.behind.add((QByteArray(" AND ") + line + " < ?").constData(), after->line);
        break;
    case CaseOrder::Oldest:
        ordering.by = line;
        if (after)
            ordering.behind.add((QByteArray(" AND ") + line + " > ?").constData(), after->line);
        break;
    case CaseOrder::Due:
        ordering.by = "due_key, line";
        if (after)
            ordering.behind.add(" AND (due_key, line) > (?, ?)", after->name, after->line);
        break;
    case CaseOrder::Child:
        ordering.by = "sort_name, line";
        if (after)
            ordering.behind.add(" AND (sort_name, line) > (?, ?)", after->name, after->line);
        break;
    }
    return ordering;
}

constexpr char columns[] =
    "SELECT line, concern.id, reference, child_name, child, year_group, logged, author, state, level, danger, route, "
    "signs, "
    "lead, due, urgency, position, due_key, sort_name, files, elsewhere, "
    "(SELECT count(*) FROM described other WHERE other.owner = concern.child AND other.logged < concern.logged AND "
    "other.logged >= concern.logged - ? AND NOT other.registered AND other.record <> concern.id) ";

model::CaseRow rowOf(const sql::Statement& statement, const vault::Policy& policy)
{
    model::CaseRow row;
    row.id = QString::fromLatin1(statement.get<QByteArray>(1).toHex());
    row.reference = statement.get<QString>(2);
    row.child = statement.get<QString>(3);
    row.childId = statement.get<QString>(4);
    row.yearGroup = statement.get<QString>(5);
    row.loggedAt = QDateTime::fromSecsSinceEpoch(statement.get<qint64>(6), Qt::UTC);
    row.author = policy.nameOf(statement.get<QString>(7));
    row.state = model::valueOf<State>(statement.get<QString>(8)).value_or(State::Waiting);
    row.level = model::valueOf<model::Level>(statement.get<QString>(9));
    row.immediateDanger = statement.get<bool>(10);
    row.routedTo = model::valueOf<model::RouteKind>(statement.get<QString>(11)).value_or(model::RouteKind::Dsl);
    row.signCodes = statement.get<QString>(12).split(u' ', Qt::SkipEmptyParts);
    row.lead = statement.get<QString>(13);
    if (!statement.isNull(14))
        row.nextDue = QDate::fromString(statement.get<QString>(14), Qt::ISODate);
    row.files = statement.get<int>(19);
    row.elsewhere = statement.get<bool>(20);
    row.earlierConcerns = statement.get<int>(21);
    return row;
}

CaseCursor cursorOf(const sql::Statement& statement, CaseOrder order)
{
    return {statement.get<qint64>(15),
            order == CaseOrder::Child ? statement.get<QString>(18) : statement.get<QString>(17),
            statement.get<qint64>(16), statement.get<qint64>(0)};
}

} // namespace

Expected<QString> Casebook::partsOf(const QString& word)
{
    // Without a list of the words, a part in the middle of one could only be found by reading every record.
    HEED_TAKE(auto statement, m_connection.prepare("SELECT word FROM term WHERE number IN (SELECT rowid FROM term_part "
                                                   "WHERE term_part MATCH ? LIMIT ?)"));
    statement.bind(quoted(word), mostParts);
    QStringList words;
    for (;;) {
        HEED_TAKE(const bool found, statement.step());
        if (!found)
            break;
        words << quoted(statement.get<QString>(0));
    }
    return words.join(QStringLiteral(" OR "));
}

Expected<QString> Casebook::matchOf(const std::vector<TypedRun>& runs)
{
    const auto expression = [&](const QString& word, bool isJoined) -> Expected<QString> {
        if (word.size() < 2)
            return quoted(word);
        const bool isLetters = std::none_of(word.begin(), word.end(), [](QChar symbol) { return symbol.isDigit(); });
        QString parts;
        if (word.size() >= shortestPart) {
            HEED_TAKE(parts, partsOf(word));
        }
        const bool areMany = parts.count(u'"') >= 2 * mostParts;
        // The list of words answers alone, but for the beginning of a reference, which it does not hold.
        if (isLetters && word.size() >= shortestRoot && !areMany && !isJoined && !parts.isEmpty())
            return QString(u'(' + quoted(word) + QStringLiteral(" OR ") + parts + u')');
        const auto beginning = quoted(word) + u'*';
        return parts.isEmpty() ? beginning : QString(u'(' + beginning + QStringLiteral(" OR ") + parts + u')');
    };
    QStringList all;
    for (const auto& run : runs) {
        QStringList each;
        for (const auto& word : run.words) {
            HEED_TAKE(const auto one, expression(word, false));
            each << one;
        }
        auto whole = each.join(QStringLiteral(" AND "));
        if (!run.joined.isEmpty()) {
            HEED_TAKE(const auto joined, expression(run.joined, true));
            whole = QStringLiteral("((%1) OR %2)").arg(whole, joined);
        }
        all << whole;
    }
    return all.join(QStringLiteral(" AND "));
}

namespace {

/// A part of a list: where its rows come from, in which order, and behind which of them. Several follow one another.
struct Leg {
    Piece from; ///< "FROM … WHERE "
    CaseOrder order = CaseOrder::Newest;
    const char* line = "line";
    std::optional<CaseCursor> after;
    QString match = {}; ///< of the words, where it is these that lead
    bool isFew = false; ///< in no order, and to be sorted before anything more is read of a row
};

Leg byWords(const QString& match, CaseOrder order, const char* also, const std::optional<CaseCursor>& after)
{
    Leg leg{{}, order, "words.rowid", after, match};
    leg.from.add("FROM words CROSS JOIN concern ON concern.line = words.rowid WHERE words MATCH ? AND ", match);
    leg.from.add(also);
    return leg;
}

Leg along(const char* from, CaseOrder order, const std::optional<CaseCursor>& after)
{
    Leg leg{{}, order, "line", after};
    leg.from.add(from);
    return leg;
}

/// By urgency: along the queue what waits or has something due, of which there is never much. The rest lies in the
/// order of arrival, which is that of the index of words.
std::vector<Leg> legsByUrgency(const CaseFilter& filter, const Facets& facets, const std::optional<CaseCursor>& after)
{
    const auto isAsked = [&](State state) { return !filter.state || filter.state == state; };
    std::vector<Leg> legs;
    if ((isAsked(State::Waiting) || isAsked(State::Open)) && (!after || after->first < undueUrgency))
        legs.push_back(along("FROM concern INDEXED BY concern_in_queue WHERE urgency < 3 AND ", filter.order, after));
    for (const auto& [state, urgency, also] : {std::tuple(State::Open, undueUrgency, "urgency = 3 AND "),
                                               std::tuple(State::Closed, closedUrgency, "urgency = 4 AND ")})
        if (isAsked(state) && (!after || after->first <= urgency))
            legs.push_back(byWords(facets.matchWith(state), CaseOrder::Newest, also,
                                   after && after->first == urgency ? after : std::nullopt));
    return legs;
}

/// By what is due: along that index, and behind it what has nothing due, in the order of arrival.
std::vector<Leg> legsByDue(const CaseFilter& filter, const Facets& facets, const std::optional<CaseCursor>& after)
{
    const bool isBehind = after && after->name == noDue;
    std::vector<Leg> legs;
    if (!isBehind)
        legs.push_back(
            along("FROM concern INDEXED BY concern_by_due WHERE due_key < '9999' AND ", filter.order, after));
    legs.push_back(byWords(facets.matchWith(filter.state), CaseOrder::Oldest, "due_key = '9999' AND ",
                           isBehind ? after : std::nullopt));
    return legs;
}

} // namespace

Expected<const Casebook::Met*> Casebook::firstMet(const QString& match)
{
    HEED_TAKE(const auto version, m_connection.dataVersion());
    if (m_met && m_met->match == match && m_met->version == version)
        return &*m_met;
    m_met.reset();
    Met met{match, version, {}};
    HEED_TAKE(auto statement, m_connection.prepare("SELECT rowid FROM words WHERE words MATCH ? LIMIT ?"));
    statement.bind(match, fewEnough + 1);
    for (;;) {
        HEED_TAKE(const bool found, statement.step());
        if (!found)
            break;
        met.lines.push_back(statement.get<qint64>(0));
    }
    m_met = std::move(met);
    return &*m_met;
}

namespace {

/// These lines, in no order.
Leg byLines(const std::vector<qint64>& lines, CaseOrder order, const std::optional<CaseCursor>& after)
{
    QStringList numbers;
    numbers.reserve(std::ssize(lines));
    for (const auto line : lines)
        numbers << QString::number(line);
    Leg leg{{}, order, "line", after};
    leg.isFew = true;
    leg.from.add("FROM json_each(?) CROSS JOIN concern ON line = value WHERE ",
                 QString(u'[' + numbers.join(u',') + u']'));
    return leg;
}

/// What the filter asks for, in parts of which none goes through many rows that it does not show. `met`: the first of
/// those that the filter's words find, where only they lead to it.
std::vector<Leg> legsOf(const CaseFilter& filter, const Facets& facets, const QString& typed,
                        const std::vector<qint64>& met, const std::optional<CaseCursor>& after)
{
    if (typed.isEmpty() && !facets.isMoreThanState)
        return std::vector{along("FROM concern WHERE ", filter.order, after)};
    if (!typed.isEmpty() || filter.order == CaseOrder::Newest || filter.order == CaseOrder::Oldest) {
        auto match = facets.matchWith(filter.state);
        if (!typed.isEmpty())
            match += (match.isEmpty() ? QString() : QStringLiteral(" AND ")) + typed;
        const auto order = filter.order == CaseOrder::Oldest ? CaseOrder::Oldest : CaseOrder::Newest;
        return std::vector{byWords(match, order, "", after)};
    }
    if (std::ssize(met) <= fewEnough)
        return std::vector{byLines(met, filter.order, after)};
    if (filter.order == CaseOrder::Urgency)
        return legsByUrgency(filter, facets, after);
    if (filter.order == CaseOrder::Due)
        return legsByDue(filter, facets, after);
    return std::vector{along("FROM concern INDEXED BY concern_by_name WHERE ", filter.order, after)};
}

/// Whether rows are sorted otherwise than they are met along the words.
bool isSorted(const CaseFilter& filter, const Facets& facets, const QString& typed)
{
    return typed.isEmpty() && facets.isMoreThanState && filter.order != CaseOrder::Newest &&
           filter.order != CaseOrder::Oldest;
}

} // namespace

Expected<model::CasePage> Casebook::list(const CaseFilter& filter, const std::optional<CaseCursor>& after, int limit,
                                         const QDate& today, const vault::Policy& policy)
{
    model::CasePage page;
    const auto runs = typedRuns(filter.text);
    if (runs.empty() && !filter.text.trimmed().isEmpty())
        return page;
    HEED_TAKE(const auto typed, matchOf(runs));
    HEED_TAKE(const auto logged, loggedMonths(m_connection));
    const auto facets = facetsOf(filter, logged);
    if (facets.isImpossible)
        return page;
    std::vector<qint64> met;
    if (isSorted(filter, facets, typed)) {
        HEED_TAKE(const auto* first, firstMet(facets.matchWith(filter.state)));
        met = first->lines;
    }
    const auto legs = legsOf(filter, facets, typed, met, after);
    CaseCursor last;
    std::vector<qint64> lines;
    for (const auto& leg : legs) {
        const auto ordering = orderingOf(leg.order, leg.line, leg.after);
        const auto wanted = limit - static_cast<int>(page.rows.size());
        Piece query{columns, {rules::gatheringSeconds}};
        if (leg.isFew)
            query.add("FROM (SELECT line AS chosen ");
        query.add(leg.from);
        query.add(conditionsOf(filter, today));
        query.add(ordering.behind);
        query.sql += " ORDER BY " + ordering.by;
        query.add(" LIMIT ?", static_cast<qint64>(wanted) + 1);
        if (leg.isFew) {
            query.add(") CROSS JOIN concern ON line = chosen");
            query.sql += " ORDER BY " + ordering.by;
        }
        HEED_TAKE(auto statement, prepared(m_connection, query));
        for (;;) {
            HEED_TAKE(const bool found, statement.step());
            if (!found)
                break;
            if (static_cast<int>(page.rows.size()) == limit) {
                page.next = last;
                break;
            }
            page.rows.push_back(rowOf(statement, policy));
            last = cursorOf(statement, leg.order);
            lines.push_back(last.line);
        }
        if (page.next)
            break;
    }
    if (runs.empty())
        return page;
    HEED_TAKE(auto shown, m_connection.prepare("SELECT texts FROM shown WHERE line = ?"));
    for (std::size_t i = 0; i < page.rows.size(); ++i) {
        shown.reset();
        shown.bind(lines[i]);
        HEED_TAKE(const bool found, shown.step());
        if (found)
            page.rows[i].found = foundIn(shown.get<QString>(0), runs);
    }
    return page;
}

Expected<qint64> Casebook::countOf(const CaseFilter& filter, qint64 most, const QDate& today)
{
    const auto runs = typedRuns(filter.text);
    if (runs.empty() && !filter.text.trimmed().isEmpty())
        return 0;
    HEED_TAKE(const auto typed, matchOf(runs));
    HEED_TAKE(const auto logged, loggedMonths(m_connection));
    const auto facets = facetsOf(filter, logged);
    if (facets.isImpossible)
        return 0;
    // The words alone say it, but for a day that has passed and for names that differ in what no word holds.
    const bool byWordsAlone = !filter.overdue && filter.dsl.isEmpty();
    if (byWordsAlone && isSorted(filter, facets, typed)) {
        HEED_TAKE(const auto* first, firstMet(facets.matchWith(filter.state)));
        if (const auto count = std::ssize(first->lines); count <= fewEnough || count >= most)
            return std::min<qint64>(count, most);
    }
    // Whatever the order, they are counted along the words: there each that is met counts.
    auto anyOrder = filter;
    anyOrder.order = CaseOrder::Newest;
    const auto legs = legsOf(anyOrder, facets, typed, {}, {});
    Piece query{"SELECT count(*) FROM (SELECT 1 ", {}};
    if (const auto& match = legs.front().match; !match.isEmpty() && byWordsAlone) {
        query.add("FROM words WHERE words MATCH ? LIMIT ?)", match, most);
    } else {
        query.add(legs.front().from);
        query.add(conditionsOf(filter, today));
        query.add(" LIMIT ?)", most);
    }
    HEED_TAKE(auto statement, prepared(m_connection, query));
    HEED_TAKE(const bool found, statement.step());
    return found ? statement.get<qint64>(0) : 0;
}

} // namespace heed::casebook
