#include "gui/cases/queue_model.h"
#include "gui/cases/words.h"
#include "platform/clock.h"
#include "qt_strings.h"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <deque>

using namespace heed;
using namespace heed::gui::cases;
using namespace Qt::StringLiterals;

namespace {

constexpr int aMillion = 1'000'000;

model::CaseRow rowAt(int place)
{
    model::CaseRow row;
    row.reference = u"R%1"_s.arg(place);
    row.child = u"Child %1"_s.arg(place);
    row.loggedAt = platform::now().addSecs(-3600);
    row.earlierConcerns = place % 5;
    row.signCodes = QStringList{u"unknown-cars"_s, u"missing"_s};
    return row;
}

model::CaseFilter searching(const QString& text)
{
    model::CaseFilter filter;
    filter.text = text;
    return filter;
}

/// Answers at once, and counts what was asked for.
struct Shelf {
    int rows = aMillion;
    int fetched = 0;

    void operator()(const QueueModel::Wanted& wanted, const QueueModel::Answer& answer)
    {
        model::CasePage page;
        const int first = wanted.after ? static_cast<int>(wanted.after->line) + 1 : 0;
        for (int i = first; i < std::min(rows, first + wanted.limit); ++i)
            page.rows.push_back(rowAt(i));
        fetched += static_cast<int>(page.rows.size());
        if (const int last = first + static_cast<int>(page.rows.size()) - 1; last + 1 < rows)
            page.next = model::CaseCursor{0, {}, 0, last};
        answer(std::move(page));
    }
};

} // namespace

TEST_CASE("the queue model keeps the rules of models while it grows")
{
    Shelf shelf{450, 0};
    // Answers come later, as they do from the session's thread: the tester asks for more in the middle of a reset.
    std::deque<std::function<void()>> coming;
    QueueModel queue([&](const QueueModel::Wanted& wanted, QueueModel::Answer answer) {
        coming.emplace_back([&shelf, wanted, answer = std::move(answer)] { shelf(wanted, answer); });
    });
    const auto deliver = [&] {
        while (!coming.empty()) {
            const auto next = std::move(coming.front());
            coming.pop_front();
            next();
        }
    };
    QAbstractItemModelTester tester(&queue, QAbstractItemModelTester::FailureReportingMode::Fatal);
    queue.reload();
    deliver();
    while (queue.canFetchMore({})) {
        queue.fetchMore({});
        deliver();
    }
    CHECK(queue.rowCount() == 450);
    queue.setFilter(searching(u"x"_s));
    queue.reload();
    deliver();
    CHECK(queue.rowCount() > 0);
}

TEST_CASE("a million concerns are not loaded to show the first")
{
    Shelf shelf;
    QueueModel queue(std::ref(shelf));
    queue.reload();
    CHECK(queue.canFetchMore({}));
    CHECK(queue.rowCount() <= 500);
    CHECK(shelf.fetched == queue.rowCount());
    queue.fetchMore({});
    CHECK(shelf.fetched == queue.rowCount());
    CHECK(queue.index(queue.rowCount() - 1, 0).data(QueueModel::ReferenceRole).toString() ==
          u"R%1"_s.arg(queue.rowCount() - 1));
}

TEST_CASE("what was scrolled past is let go, and comes back when it is looked at")
{
    Shelf shelf{20'000, 0};
    QueueModel queue(std::ref(shelf));
    queue.reload();
    const int first = queue.held();
    while (queue.canFetchMore({}))
        queue.fetchMore({});
    CHECK(queue.rowCount() == 20'000);
    CHECK(queue.held() <= 2'000);
    CHECK(queue.index(19'999, 0).data(QueueModel::ReferenceRole).toString() == u"R19999"_s);
    for (const int row : {0, 7'777, 19'999, 12'345}) {
        QSignalSpy changed(&queue, &QueueModel::dataChanged);
        queue.index(row, QueueModel::Child).data(); // asked for, as a view does that paints
        CHECK(queue.index(row, QueueModel::Child).data().toString().startsWith(u"Child %1"_s.arg(row)));
        CHECK(queue.held() <= 2'000);
    }
    CHECK(first <= 200);
}

TEST_CASE("an answer to an older question is dropped")
{
    std::vector<QueueModel::Answer> waiting;
    QueueModel queue(
        [&](const QueueModel::Wanted&, QueueModel::Answer answer) { waiting.push_back(std::move(answer)); });
    queue.setFilter(searching(u"a"_s));
    queue.setFilter(searching(u"ab"_s));
    REQUIRE(waiting.size() == 2);
    waiting[1](model::CasePage{{rowAt(2)}, {}});
    waiting[0](model::CasePage{{rowAt(1), rowAt(3)}, {}});
    REQUIRE(queue.rowCount() == 1);
    CHECK(queue.index(0, 0).data(QueueModel::ReferenceRole).toString() == u"R2"_s);
}

TEST_CASE("an answer may come when the model has gone, and an error leaves the rows")
{
    QueueModel::Answer late;
    {
        QueueModel queue([&](const QueueModel::Wanted&, QueueModel::Answer answer) { late = std::move(answer); });
        queue.reload();
    }
    late(model::CasePage{{rowAt(0)}, {}});

    bool fails = false;
    QueueModel queue([&](const QueueModel::Wanted&, const QueueModel::Answer& answer) {
        if (fails)
            answer(model::failure(model::ErrorCode::InUse, u"busy"_s));
        else
            answer(model::CasePage{{rowAt(0)}, {}});
    });
    queue.reload();
    fails = true;
    QSignalSpy failed(&queue, &QueueModel::failed);
    queue.reload();
    CHECK(failed.count() == 1);
    CHECK(queue.rowCount() == 1);
}

TEST_CASE("a line of the queue says things in words")
{
    Shelf shelf{5, 0};
    QueueModel queue(std::ref(shelf));
    queue.reload();
    CHECK(queue.index(0, QueueModel::Child).data().toString() == u"Child 0"_s);
    CHECK(queue.index(3, QueueModel::Child).data().toString() == u"Child 3\n4th in six weeks"_s);
    CHECK(queue.index(0, QueueModel::Signs).data().toString() == u"Unknown cars, Missing"_s);
    CHECK(queue.index(0, QueueModel::Since).data().toString().endsWith(u"1 hour"_s));
    CHECK(queue.index(0, QueueModel::Since).data(Qt::AccessibleTextRole).toString().endsWith(u", 1 hour"_s));
    CHECK(queue.headerData(QueueModel::Since, Qt::Horizontal).toString() == u"Waiting since"_s);
    CHECK(ordinalText(0).isEmpty());
    CHECK(ordinalText(1) == u"2nd in six weeks"_s);
    CHECK(ordinalText(10) == u"11th in six weeks"_s);
    CHECK(ordinalText(20) == u"21st in six weeks"_s);
}
