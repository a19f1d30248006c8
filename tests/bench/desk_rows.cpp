#include "rows.h"

#include "bare.h"
#include "memory.h"
#include "session/entries.h"
#include "session/overview.h"
#include "session/register.h"
#include "session/review.h"
#include "session/state.h"
#include "session/upkeep.h"
#include "upkeep/demo.h"

#include <QTemporaryDir>

#include <cstdio>
#include <stdexcept>

namespace heed::bench {
namespace {

using model::CaseFilter;
using model::CaseOrder;
using session::Session;

constexpr int page = 50; // rows that the queue asks for at once
constexpr int keysRuns = 3;

template <class T> T must(model::Expected<T> result)
{
    if (!result)
        throw std::runtime_error(result.error().message.toStdString());
    return std::move(*result);
}

void must(const model::Result& result)
{
    if (!result)
        throw std::runtime_error(result.error().message.toStdString());
}

constexpr char columns[] =
    "SELECT line, concern.id, reference, child_name, child, year_group, logged, author, state, level, danger, route, "
    "signs, lead, due, urgency, position, due_key, sort_name, concern.files, elsewhere, "
    "(SELECT count(*) FROM described other WHERE other.owner = concern.child AND other.logged < concern.logged AND "
    "other.logged >= concern.logged - 3628800 AND NOT other.registered AND other.record <> concern.id) ";

std::string alongWords(const std::string& rest = {})
{
    return columns + std::string("FROM words CROSS JOIN concern ON line = words.rowid WHERE words MATCH ?1 ") + rest +
           " ORDER BY words.rowid DESC LIMIT " + std::to_string(page + 1);
}

/// Rows as a table asks for them: the list, which of them there are, and how many in all.
struct Narrowed {
    const char* name;
    CaseFilter filter;
    std::string sql; ///< that the bare query asks with
    std::vector<std::string> values;
};

CaseFilter filterOf(void (*set)(CaseFilter&))
{
    CaseFilter filter;
    set(filter);
    return filter;
}

std::vector<Narrowed> filters(const std::string& dsl, const QDate& today)
{
    const auto inQueue = [](const std::string& where) {
        return columns + ("FROM concern WHERE " + where) + " ORDER BY urgency, position LIMIT " +
               std::to_string(page + 1);
    };
    const auto day = today.addDays(-100);
    auto month = filterOf([](CaseFilter&) {});
    month.since = QDate(day.year(), day.month(), 1);
    month.until = month.since->addMonths(1).addDays(-1);
    auto one = filterOf([](CaseFilter&) {});
    one.since = one.until = today.addDays(-203);
    auto whose = filterOf([](CaseFilter&) {});
    whose.dsl = QString::fromStdString(dsl);
    const auto monthWord = "\"month=" + month.since->toString(QStringLiteral("yyyy-MM")).toStdString() + "\"";
    const auto dslWord = "\"dsl=" + QString::fromStdString(dsl).toLower().replace(u' ', u'-').toStdString() + "\"";
    const auto begin = std::to_string(QDateTime(*one.since, QTime(0, 0)).toSecsSinceEpoch());
    const auto end = std::to_string(QDateTime(one.since->addDays(1), QTime(0, 0)).toSecsSinceEpoch());
    return {
        {"filter: open",
         filterOf([](CaseFilter& filter) { filter.state = model::State::Open; }),
         inQueue("urgency BETWEEN 2 AND 3"),
         {}},
        {"filter: closed",
         filterOf([](CaseFilter& filter) { filter.state = model::State::Closed; }),
         inQueue("urgency = 4"),
         {}},
        {"filter: high",
         filterOf([](CaseFilter& filter) { filter.level = model::Level::High; }),
         alongWords(),
         {"\"level=high\""}},
        {"filter: whose case", whose, alongWords(), {dslWord}},
        {"filter: year",
         filterOf([](CaseFilter& filter) { filter.yearGroup = QStringLiteral("9"); }),
         alongWords(),
         {"\"year=9\""}},
        {"filter: sign",
         filterOf([](CaseFilter& filter) { filter.sign = QStringLiteral("missing"); }),
         alongWords(),
         {"\"sign=missing\""}},
        {"filter: flag",
         filterOf([](CaseFilter& filter) { filter.flag = QStringLiteral("looked-after"); }),
         alongWords(),
         {"\"flag=looked-after\""}},
        {"filter: a month, long ago", month, alongWords(), {monthWord}},
        {"filter: a day, long ago",
         one,
         alongWords("AND logged >= " + begin + " AND logged < " + end),
         {"\"month=" + one.since->toString(QStringLiteral("yyyy-MM")).toStdString() + "\""}},
        {"filter: overdue",
         filterOf([](CaseFilter& filter) { filter.overdue = true; }),
         inQueue("due_key < '" + today.toString(Qt::ISODate).toStdString() + "' AND urgency < 3"),
         {}},
        {"filter: year, sign, level and flag together",
         filterOf([](CaseFilter& filter) {
             filter.yearGroup = QStringLiteral("9");
             filter.sign = QStringLiteral("missing");
             filter.level = model::Level::Low;
             filter.flag = QStringLiteral("sen");
         }),
         alongWords(),
         {"\"year=9\" AND \"sign=missing\" AND \"level=low\" AND \"flag=sen\""}},
        {"filter: closed and high, by surname",
         filterOf([](CaseFilter& filter) {
             filter.state = model::State::Closed;
             filter.level = model::Level::High;
             filter.order = CaseOrder::Child;
         }),
         columns +
             std::string("FROM concern INDEXED BY concern_by_name WHERE urgency = 4 AND level = 'high' ORDER BY "
                         "sort_name, line LIMIT ") +
             std::to_string(page + 1),
         {}},
    };
}

/// All that the page of the queue asks for when it is narrowed.
void narrow(Session& session, const CaseFilter& filter)
{
    constexpr qint64 mostCounted = 1001;
    must(session::queue(session, filter, {}, page));
    must(session::countOf(session, filter, mostCounted));
}

Row search(Session& session, BareReader& bare, const std::string& name, const QString& text)
{
    std::vector<double> ours;
    std::vector<double> theirs;
    const auto sql = alongWords();
    for (int run = 0; run <= keysRuns; ++run) {
        for (qsizetype i = 1; i <= text.size(); ++i) {
            CaseFilter filter;
            filter.text = text.left(i);
            if (filter.text.endsWith(u' '))
                continue;
            std::string match;
            for (const auto& word : filter.text.toLower().split(u' '))
                match += (match.empty() ? "\"" : " AND \"") + word.toStdString() + "\" *";
            const auto one = milliseconds([&] { must(session::queue(session, filter, {}, page)); });
            const auto other = milliseconds([&] { bare.readWithTexts(sql, {match}); });
            if (run > 0) {
                ours.push_back(one);
                theirs.push_back(other);
            }
        }
    }
    return rowOf(name, std::move(ours), std::move(theirs));
}

/// A child with so many entries, in concerns of ten entries each. It is written once.
QString childOf(Session& session, int entriesOfChild)
{
    constexpr int notes = 9;
    const int concerns = entriesOfChild / (notes + 1);
    const auto forename = QStringLiteral("Benchmark%1").arg(entriesOfChild);
    const auto name = forename + QStringLiteral(" Madeup-Child");
    if (const auto known = session::findChild(session, name))
        return known->id;
    auto& state = session.state();
    QString id;
    for (int i = 0; i < concerns; ++i) {
        model::Concern concern;
        concern.child.forename = forename;
        concern.child.surname = QStringLiteral("Madeup-Child");
        concern.child.upn = QStringLiteral("Z99999999%1").arg(entriesOfChild, 4, 10, QLatin1Char('0'));
        concern.facts =
            QStringLiteral("Came in with a new telephone and would not say where it came from. ").repeated(5);
        concern.signsSeen.push_back(
            {QStringLiteral("unaffordable-things"), QDate(2026, 1, 1).addDays(i * 5 % 300), model::Source::Saw, {}});
        std::vector<Session::State::Entry> entries;
        auto draft = must(session::concernDraft(state, concern, QDateTime::currentDateTimeUtc()));
        const casebook::Casebook::RecordFacts facts{draft.id, draft.desk, state.ring().member};
        entries.push_back({std::move(draft), rules::Record::Own, nullptr, {}});
        for (int note = 0; note < notes; ++note)
            entries.push_back(
                {session::recordDraft(
                     facts, model::Kind::Note,
                     model::TextBody{QStringLiteral("Spoke with her tutor again.").repeated(4), {}, {}, {}}),
                 rules::Record::Own,
                 nullptr,
                 {}});
        must(state.writeAll(std::move(entries), {}));
    }
    return must(session::findChild(session, name)).id;
}

void showChild(Session& session, const QString& child)
{
    must(session::childPage(session, child));
    must(session::childSigns(session, child));
    must(session::childFacts(session, child));
}

} // namespace

std::vector<Row> theDesk(const DeskRequest& request)
{
    QTemporaryDir folder;
    qputenv("XDG_STATE_HOME", folder.filePath(QStringLiteral("state")).toLocal8Bit());
    auto path = QString::fromStdString(request.vault);
    const auto school = upkeep::demoSchool(request.seed, 0, QDateTime::currentDateTime());
    const auto& lead = school.staff.front();
    std::vector<Row> rows;
    if (path.isEmpty()) {
        path = folder.filePath(QStringLiteral("Bench.heed"));
        const auto took = milliseconds([&] { must(session::makeDemo(path, request.concerns, request.seed)); });
        rows.push_back(rowOf("made the invented school, once", {took}, {}));
    }
    const auto password = lead.password.toUtf8();
    std::unique_ptr<Session> session;
    const auto signIn = [&] { session = must(Session::signIn(path, lead.name, crypto::spanOf(password))); };

    signIn();
    const auto child = childOf(*session, 500);
    const auto large = childOf(*session, 5000);
    session.reset();
    if (request.rebuild) {
        signIn();
        forgetPeak();
        const auto took = milliseconds([&] { must(session::rebuildCasebook(*session)); });
        std::fprintf(stderr, "peak while the casebook was built: %.0f MiB\n", peakMebibytes());
        const auto entries = static_cast<int>(must(session->state().journal.count()));
        const auto counted = must(session::counts(*session));
        const auto concerns = static_cast<int>(counted.waiting + counted.open + counted.closed);
        constexpr int sample = 20'000;
        const auto some = std::min(entries, sample);
        const double times = static_cast<double>(entries) / some;
        const auto bare = milliseconds([&] {
            bareOpenings(some, 1300);
            bareRows(folder.filePath(QStringLiteral("rows.db")).toStdString(), some, 500,
                     static_cast<int>(concerns / times));
        });
        rows.push_back(rowOf("rebuild of the casebook", {took}, {bare * times}));
        session.reset();
    }

    forgetPeak();
    rows.push_back(compare(
        "sign in, DSL, to the queue", request.runs,
        [&] {
            session.reset();
            signIn();
            must(session::counts(*session));
            must(session::queue(*session, {}, {}, page));
        },
        bareArgon2id));
    std::fprintf(stderr, "peak while signing in: %.0f MiB\n", peakMebibytes());
    forgetPeak();

    auto& state = session->state();
    const auto key = state.ring().desks.at(state.deskName()).casebookKey(state.policy().vault.vault, state.deskName());
    BareReader bare(state.folder.casebook(state.deskName()).toStdString(), key.span());
    const auto sql = columns + std::string("FROM concern ORDER BY urgency, position LIMIT ") + std::to_string(page + 1);
    rows.push_back(compare(
        "the queue's first page", request.runs * 5, [&] { must(session::queue(*session, {}, {}, page)); },
        [&] { bare.read(sql); }));
    {
        std::vector<double> ours;
        std::vector<double> theirs;
        std::optional<model::CaseCursor> after;
        constexpr int pages = 100;
        for (int i = 0; i < pages; ++i) {
            std::optional<model::CaseCursor> next;
            ours.push_back(milliseconds([&] { next = must(session::queue(*session, {}, after, page)).next; }));
            theirs.push_back(milliseconds([&] {
                after ? bare.read(
                            columns +
                                std::string("FROM concern WHERE (urgency, position, line) > (CAST(?1 AS "
                                            "INTEGER), CAST(?2 AS INTEGER), CAST(?3 AS INTEGER)) ORDER BY "
                                            "urgency, position, line LIMIT ") +
                                std::to_string(page + 1),
                            {std::to_string(after->first), std::to_string(after->second), std::to_string(after->line)})
                      : bare.read(sql);
            }));
            if (!next)
                break;
            after = next;
        }
        rows.push_back(rowOf("scrolling, each page", std::move(ours), std::move(theirs)));
    }
    // Another filter in between: what a list and its count share is not shared with the run before.
    const auto other = filterOf([](CaseFilter& filter) { filter.sign = QStringLiteral("truancy"); });
    for (const auto& one : filters(lead.name.toStdString(), QDate::currentDate())) {
        std::vector<double> ours;
        std::vector<double> theirs;
        for (int run = 0; run < request.runs * 3; ++run) {
            narrow(*session, other);
            ours.push_back(milliseconds([&] { narrow(*session, one.filter); }));
            theirs.push_back(milliseconds([&] {
                bare.read(one.sql, one.values);
                if (!one.values.empty())
                    bare.read("SELECT count(*), 'in all' FROM (SELECT 1 FROM words WHERE words MATCH ?1 LIMIT 1001)",
                              one.values);
            }));
        }
        rows.push_back(rowOf(one.name, std::move(ours), std::move(theirs)));
    }
    const auto somebody = upkeep::demoSchool(request.seed, request.concerns, QDateTime::currentDateTime()).pupil(77);
    rows.push_back(search(*session, bare, "search, each key: a common word", QStringLiteral("friend")));
    rows.push_back(search(*session, bare, "search, each key: a rare word", QStringLiteral("benchmark")));
    rows.push_back(search(*session, bare, "search, each key: the beginning of words", QStringLiteral("unkn")));
    rows.push_back(search(*session, bare, "search, each key: a name", model::nameOf(somebody)));
    rows.push_back(search(*session, bare, "search, each key: a plate", QStringLiteral("ab01 cde")));
    rows.push_back(compare(
        "the overview", request.runs, [&] { must(session::overview(*session)); },
        [&] { bare.read("SELECT name, count FROM tally"); }));
    for (const auto& [words, id] :
         {std::pair("open a child with 500 entries", child), std::pair("open a child with 5,000 entries", large)})
        rows.push_back(compare(
            words, request.runs * 3, [&] { showChild(*session, id); },
            [&] {
                bare.read("SELECT event.* FROM described JOIN event ON event.record = described.record WHERE owner = "
                          "?1",
                          {id.toStdString()});
            }));
    std::fprintf(stderr, "peak while working: %.0f MiB\n", peakMebibytes());
    return rows;
}

} // namespace heed::bench
