#include "desk.h"

#include "gui/frame/shell.h"
#include "gui/overview/pages.h"
#include "gui/widgets/paper_view.h"
#include "platform/clock.h"
#include "qt_strings.h"
#include "report/text.h"
#include "session/review.h"

#include <catch2/catch_test_macros.hpp>

#include <QApplication>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace heed;
using namespace heed::tests;
using namespace Qt::StringLiterals;

namespace {

void logTwo(School& school)
{
    Desk lead(school, school.lead());
    QStringList references;
    for (int i = 0; i < 2; ++i) {
        const auto logged =
            lead.run([](session::Session& session) { return session::logConcern(session, sampleConcern()); });
        REQUIRE(logged);
        references << logged->reference;
    }
    REQUIRE(lead.run([reference = references.front()](session::Session& session) {
        return session::acknowledge(session, reference);
    }));
}

QString tile(int number)
{
    auto* button = seen<QPushButton>(u"overview.now.%1"_s.arg(number));
    return button ? button->text() : QString();
}

} // namespace

TEST_CASE("the overview counts, and each figure opens the list behind it, also by keyboard")
{
    School school;
    logTwo(school);
    Desk lead(school, school.lead());
    std::optional<model::CaseFilter> opened;
    QObject::connect(lead.context().navigator, &gui::Navigator::openList, lead.context().navigator,
                     [&](const model::CaseFilter& filter) { opened = filter; });
    lead.put(gui::overview::makeOverviewPage);
    REQUIRE(waitFor([] { return tile(0) == u"1\nWaiting for somebody"_s; }));
    CHECK(tile(2) == u"1\nOpen"_s);
    CHECK(tile(3) == u"0\nClosed"_s);
    click(u"overview.now.0"_s);
    REQUIRE(opened);
    CHECK(opened->state == model::State::Waiting);

    auto* signs = seen<QTableWidget>(u"overview.signs"_s);
    REQUIRE(signs);
    const int thisMonth = signs->columnCount() - 1;
    int row = 0;
    while (row < signs->rowCount() && signs->item(row, thisMonth)->text() == u"0"_s)
        ++row;
    REQUIRE(row < signs->rowCount());
    CHECK(signs->item(row, thisMonth)->text() == u"2"_s);
    CHECK(signs->item(row, thisMonth)->data(Qt::AccessibleTextRole).toString().contains(u": 2. Opens the list"_s));
    signs->setFocus();
    signs->setCurrentCell(row, thisMonth);
    opened.reset();
    QTest::keyClick(signs, Qt::Key_Return);
    REQUIRE(opened);
    CHECK(opened->sign == u"unaffordable-things"_s);
    CHECK(opened->since->day() == 1);
    // What it says is what the list holds.
    const auto count =
        lead.run([filter = *opened](session::Session& session) { return session::countOf(session, filter, 100); });
    REQUIRE(count);
    CHECK(*count == 2);
    opened.reset();
    signs->setCurrentCell(row, thisMonth - 1); // a nought
    QTest::keyClick(signs, Qt::Key_Return);
    CHECK_FALSE(opened);
}

TEST_CASE("the governors' sheet names nobody, does not tell small numbers, and becomes a PDF")
{
    School school;
    logTwo(school);
    Desk lead(school, school.lead());
    lead.put(gui::overview::makeOverviewPage);
    click(u"overview.governors"_s);
    auto* paper = seen<gui::PaperView>(u"governors.paper"_s);
    REQUIRE(paper);
    REQUIRE(waitFor([&] { return paper->pages() > 0; }));
    const auto text = report::plainBody(paper->documents().front());
    CHECK(text.contains(u"fewer than 5"_s));
    CHECK_FALSE(text.contains(u"Leah"_s));
    CHECK_FALSE(text.contains(u"Marsh"_s));
    click(u"governors.save"_s);
    auto* dialog = seen<QFileDialog>(u"governors.dialog"_s);
    REQUIRE(dialog);
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"governors.pdf"_s);
    Q_EMIT dialog->fileSelected(path);
    dialog->reject();
    REQUIRE(seen(u"governors.done"_s));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.read(5) == "%PDF-");
    QApplication::setActiveWindow(lead.page());
    auto* save = seen(u"governors.save"_s);
    save->setFocus();
    QTest::keyClick(save, Qt::Key_Escape);
    CHECK(waitFor([] { return isSeen(u"overview.governors"_s) && !isSeen(u"governors.paper"_s); }));
}

TEST_CASE("in the window a figure of the overview leads to the queue, narrowed")
{
    School school;
    logTwo(school);
    auto window = school.signedIn();
    window->shell()->go(gui::Place::Overview);
    REQUIRE(waitFor([] { return tile(0) == u"1\nWaiting for somebody"_s; }));
    click(u"overview.now.0"_s);
    auto* table = seen<QTableView>(u"queue.table"_s);
    REQUIRE(table);
    CHECK(window->shell()->place() == gui::Place::Cases);
    CHECK(waitFor([&] { return table->model()->rowCount() == 1; }));
}
