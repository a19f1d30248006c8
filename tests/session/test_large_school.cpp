#include "crypto/self_test.h"
#include "platform/clock.h"
#include "qt_strings.h"
#include "session/links.h"
#include "session/logging.h"
#include "session/overview.h"
#include "session/own.h"
#include "session/register.h"
#include "session/review.h"
#include "session/upkeep.h"
#include "taken.h"
#include "upkeep/demo.h"

#include <QTemporaryDir>

#include <sqlite3.h>

#include <algorithm>
#include <map>
#include <mutex>

using namespace heed;
using namespace heed::tests;

namespace {

/// While it lives, notes for each statement of every connection that is opened how many rows it passed over at most
/// that no index had led to.
class Passed {
public:
    Passed() { sqlite3_auto_extension(reinterpret_cast<void (*)()>(&Passed::watch)); }
    ~Passed() { sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(&Passed::watch)); }

    /// The statements that passed over more than that, each with how many; but for those that have to, by how they
    /// begin.
    QStringList moreThan(int rows, const QStringList& allowed) const
    {
        const std::lock_guard lock(s_mutex);
        QStringList found;
        for (const auto& [sql, most] : s_most)
            if (most > rows && std::none_of(allowed.begin(), allowed.end(),
                                            [&sql = sql](const QString& begin) { return sql.startsWith(begin); }))
                found << QStringLiteral("%1: %2").arg(most).arg(sql);
        return found;
    }

    qsizetype statements() const
    {
        const std::lock_guard lock(s_mutex);
        return static_cast<qsizetype>(s_most.size());
    }

private:
    static int watch(sqlite3* database, char**, const void*)
    {
        return sqlite3_trace_v2(database, SQLITE_TRACE_PROFILE, &Passed::ended, nullptr);
    }

    static int ended(unsigned, void*, void* statement, void*)
    {
        auto* ran = static_cast<sqlite3_stmt*>(statement);
        const int rows = sqlite3_stmt_status(ran, SQLITE_STMTSTATUS_FULLSCAN_STEP, 1);
        const std::lock_guard lock(s_mutex);
        auto& most = s_most[QString::fromUtf8(sqlite3_sql(ran))];
        most = std::max(most, rows);
        return 0;
    }

    static inline std::mutex s_mutex;
    static inline std::map<QString, int> s_most;
};

/// What the queue is narrowed to, one by one.
std::vector<model::CaseFilter> filters(const QString& lead)
{
    std::vector<model::CaseFilter> all;
    const auto add = [&](auto set) { set(all.emplace_back()); };
    for (const auto state : {model::State::Waiting, model::State::Open, model::State::Closed})
        add([&](model::CaseFilter& filter) { filter.state = state; });
    for (const auto order :
         {model::CaseOrder::Newest, model::CaseOrder::Oldest, model::CaseOrder::Due, model::CaseOrder::Child})
        add([&](model::CaseFilter& filter) { filter.order = order; });
    add([](model::CaseFilter& filter) { filter.level = model::Level::High; });
    add([&](model::CaseFilter& filter) { filter.dsl = lead; });
    add([](model::CaseFilter& filter) { filter.yearGroup = QStringLiteral("9"); });
    add([](model::CaseFilter& filter) { filter.sign = QStringLiteral("missing"); });
    add([](model::CaseFilter& filter) { filter.flag = QStringLiteral("looked-after"); });
    add([](model::CaseFilter& filter) { filter.acknowledged = model::Wait::Hour; });
    add([](model::CaseFilter& filter) { filter.overdue = true; });
    add([](model::CaseFilter& filter) { filter.since = platform::now().date().addDays(-100); });
    for (const auto* text : {"friend", "a", "unkn", "ab01 cde", "zzz"})
        add([&](model::CaseFilter& filter) { filter.text = QString::fromLatin1(text); });
    return all;
}

} // namespace

TEST_CASE("However much a school has logged, what a lead and staff do reads no table from end to end")
{
    QTemporaryDir folder;
    qputenv("XDG_STATE_HOME", folder.filePath(QStringLiteral("state")).toLocal8Bit());
    REQUIRE(crypto::start());
    const auto path = folder.filePath(QStringLiteral("Large.heed"));
    constexpr int concerns = 400; // with some 2,300 entries
    constexpr quint32 seed = 1;
    taken(session::makeDemo(path, concerns, seed));
    const auto school = upkeep::demoSchool(seed, concerns, platform::now());
    const auto signIn = [&](model::Role role) {
        for (const auto& member : school.staff)
            if (member.role == role)
                return taken(session::Session::signIn(path, member.name, crypto::spanOf(member.password.toUtf8())));
        throw std::logic_error("nobody has that role");
    };
    // More than a page of the queue, far fewer than there are.
    constexpr int few = 150;
    Passed passed;
    {
        auto lead = signIn(model::Role::Dsl);
        taken(session::counts(*lead));
        const auto page = taken(session::queue(*lead, {}, {}, 50));
        taken(session::queue(*lead, {}, page.next, 50));
        QStringList references;
        for (const auto& row : page.rows)
            references << row.reference;
        taken(session::nextClocks(*lead, references));
        for (const auto& filter : filters(school.staff.front().name)) {
            taken(session::queue(*lead, filter, {}, 50));
            taken(session::countOf(*lead, filter, 101));
        }
        const auto& reference = references.front();
        const auto record = taken(session::openCase(*lead, reference));
        taken(session::sameElsewhere(*lead, reference));
        done(session::acknowledge(*lead, reference));
        done(session::addNote(*lead, reference, QStringLiteral("Rang home.")));
        const auto action = taken(session::addAction(*lead, reference, {QStringLiteral("Ring"), {}, {}, {}}));
        done(session::finishAction(*lead, reference, action, QStringLiteral("Done")));
        done(session::close(*lead, reference, {QStringLiteral("Monitor"), QStringLiteral("It is settled")}));
        done(session::reopen(*lead, reference, QStringLiteral("Seen again")));
        const auto child = record.logged.children.value(0);
        taken(session::childPage(*lead, child));
        taken(session::childSigns(*lead, child));
        taken(session::childFacts(*lead, child));
        taken(session::readersOf(*lead, child));
        CHECK_FALSE(session::findChild(*lead, QStringLiteral("Mad"))); // one of many
        const auto another =
            std::find_if(page.rows.begin(), page.rows.end(), [&](const auto& row) { return row.childId != child; });
        REQUIRE(another != page.rows.end());
        const auto other = another->childId;
        done(session::mergeChildren(*lead, other, child, QStringLiteral("One child")));
        taken(session::mergedInto(*lead, child));
        done(session::unmergeChild(*lead, other, QStringLiteral("Two after all")));
        taken(session::overview(*lead));
        taken(session::gathering(*lead));
        taken(session::governorsSheet(*lead));
        taken(session::findPupils(*lead, QStringLiteral("an")));
        taken(session::logConcern(*lead, record.logged.concern));
        taken(lead->refresh());
    }
    {
        auto staff = signIn(model::Role::Staff);
        while (!taken(session::followOwn(*staff)))
            continue;
        const auto own = taken(session::myConcerns(*staff));
        REQUIRE_FALSE(own.empty());
        model::Concern concern;
        concern.child.forename = QStringLiteral("Nina");
        concern.child.surname = QStringLiteral("Madeup");
        concern.facts = QStringLiteral("Came in with a new telephone.");
        taken(session::logConcern(*staff, concern));
        taken(session::myConcerns(*staff));
    }
    CHECK(passed.statements() > 50);
    // The register is read once to find its names in; one's own entries when it is put by which they are; and what was
    // logged in the last six weeks to see for whom it gathers.
    const QStringList allowed{QStringLiteral("SELECT body FROM pupil ORDER BY id"),
                              QStringLiteral("SELECT device, number FROM event UNION SELECT device"),
                              QStringLiteral("SELECT owner, count(DISTINCT record), max(logged)")};
    for (const auto& statement : passed.moreThan(few, allowed))
        FAIL_CHECK(statement.toStdString());
}
