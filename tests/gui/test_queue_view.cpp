#include "desk.h"
#include "hand.h"

#include "gui/cases/cell_delegate.h"
#include "gui/cases/pages.h"
#include "gui/cases/queue_model.h"
#include "gui/widgets/banner.h"
#include "qt_strings.h"
#include "session/review.h"
#include "session/saved_filters.h"

#include <catch2/catch_test_macros.hpp>

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace heed;
using namespace heed::tests;
using namespace Qt::StringLiterals;
using gui::cases::QueueModel;

namespace {

/// A lead at the queue of a school of its own, with three concerns: Ada and Bo of year 8, and Cy of year 10.
struct Queue {
    Queue()
    {
        school.enrol(u"Amanda Clifton"_s, model::Role::Dsl);
        lead = std::make_unique<Desk>(school, school.lead());
        for (const auto& [name, year] : {std::pair{u"Ada"_s, u"8"_s}, {u"Bo"_s, u"8"_s}, {u"Cy"_s, u"10"_s}}) {
            auto concern = sampleConcern();
            concern.child.forename = name;
            concern.child.surname = u"Made-up"_s;
            concern.child.yearGroup = year;
            concern.facts = u"%1 talked of a café by the canal, and nothing else."_s.arg(name);
            const auto logged =
                lead->run([&concern](session::Session& session) { return session::logConcern(session, concern); });
            REQUIRE(logged);
            references << logged->reference;
        }
        page = lead->put(gui::cases::makeCasesPage);
        table = seen<QTableView>(u"queue.table"_s);
        REQUIRE(table);
        REQUIRE(rowsBecome(3));
    }

    bool rowsBecome(int count) const
    {
        return waitFor([&] { return table->model()->rowCount() == count && !said(u"queue.counts"_s).isEmpty(); });
    }
    static QString said(const QString& name)
    {
        auto* label = seen<QLabel>(name);
        return label ? label->text() : QString();
    }
    QString child(int row) const { return table->model()->index(row, QueueModel::Child).data().toString(); }
    /// What a cell says in its first line.
    QString firstLine(int row, int column) const
    {
        return table->model()->index(row, column).data().toString().section(u'\n', 0, 0);
    }
    bool isEveryRow(int column, const QString& text) const
    {
        const auto* model = table->model();
        for (int row = 0; row < model->rowCount(); ++row)
            if (firstLine(row, column) != text)
                return false;
        return model->rowCount() > 0;
    }
    model::State stateOf(const QString& reference)
    {
        return lead->run([&](session::Session& session) { return session::openCase(session, reference); })->state;
    }

    School school;
    std::unique_ptr<Desk> lead;
    QStringList references;
    gui::PlacePage* page = nullptr;
    QTableView* table = nullptr;
};

} // namespace

TEST_CASE("the queue is narrowed by what is chosen, says so in words, and has a way back from nothing")
{
    Queue queue;
    CHECK_FALSE(isSeen(u"queue.year"_s));
    CHECK_FALSE(isSeen(u"queue.clear"_s));
    click(u"queue.more"_s);
    choose(u"queue.year"_s, u"Year 8"_s);
    REQUIRE(queue.rowsBecome(2));
    CHECK(waitFor([&] { return Queue::said(u"queue.narrowed"_s) == u"2 found: Year 8"_s; }));
    choose(u"queue.state"_s, u"Closed"_s);
    REQUIRE(waitFor([] { return isSeen(u"queue.empty"_s); }));
    CHECK(Queue::said(u"queue.empty"_s) == u"No concern matches: Closed, Year 8."_s);
    CHECK_FALSE(isSeen(u"queue.table"_s));
    click(u"queue.showAll"_s);
    REQUIRE(queue.rowsBecome(3));
    CHECK(isSeen(u"queue.table"_s));
    CHECK_FALSE(isSeen(u"queue.narrowed"_s));
    CHECK(seen<QComboBox>(u"queue.year"_s)->currentText() == u"Any"_s);

    type(u"queue.since"_s, u"never"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    CHECK(waitFor([] {
        const auto* field = seen(u"queue.since"_s);
        return field && field->accessibleDescription().contains(u"3 May 2026"_s);
    }));
    choose(u"queue.order"_s, u"By child's surname"_s);
    REQUIRE(queue.rowsBecome(3));
}

TEST_CASE("a search marks what it found as one types, and Enter goes to the rows")
{
    Queue queue;
    QTest::keyClick(queue.table, Qt::Key_F, Qt::ControlModifier);
    REQUIRE(QApplication::focusWidget()->objectName() == u"queue.search"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"afe"_s);
    const auto found = [&] { return queue.table->model()->index(0, 0).data(QueueModel::FoundRole); };
    REQUIRE(waitFor([&] { return found().canConvert<model::Found>(); }));
    const auto piece = found().value<model::Found>();
    REQUIRE(piece.marks.size() == 1);
    CHECK(piece.text.mid(piece.marks.front().at, piece.marks.front().length) == u"afé"_s);
    CHECK(queue.table->model()->headerData(QueueModel::Signs, Qt::Horizontal).toString() == u"Found in"_s);
    CHECK_FALSE(seen<QComboBox>(u"queue.order"_s)->isEnabled());
    CHECK_FALSE(queue.table->grab().toImage().isNull()); // it is painted with its marks
    QTest::keyClicks(QApplication::focusWidget(), u" ada"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    REQUIRE(queue.rowsBecome(1));
    CHECK(waitFor([&] { return QApplication::focusWidget() == queue.table; }));
    CHECK(queue.child(0).startsWith(u"Ada"_s));
    QTest::keyClick(queue.table, Qt::Key_Return);
    CHECK(waitFor([] { return isSeen(u"case.title"_s); }));
}

TEST_CASE("a filter is kept under a name, chosen again and forgotten")
{
    Queue queue;
    click(u"queue.more"_s);
    choose(u"queue.year"_s, u"Year 10"_s);
    REQUIRE(queue.rowsBecome(1));
    click(u"queue.keep"_s);
    CHECK(waitFor([] { return isSeen(u"queue.filterError"_s); }));
    type(u"queue.keepAs"_s, u"Older ones"_s);
    click(u"queue.keep"_s);
    auto* kept = seen<QComboBox>(u"queue.kept"_s);
    REQUIRE(waitFor([&] { return kept->findText(u"Older ones"_s) >= 0; }));
    CHECK_FALSE(isSeen(u"queue.filterError"_s));
    click(u"queue.clear"_s);
    REQUIRE(queue.rowsBecome(3));
    // Whoever did not mean to goes back.
    CHECK(seen(u"queue.back"_s)->accessibleDescription().contains(u"Year 10"_s));
    click(u"queue.back"_s);
    REQUIRE(queue.rowsBecome(1));
    CHECK_FALSE(isSeen(u"queue.back"_s));
    click(u"queue.clear"_s);
    REQUIRE(queue.rowsBecome(3));
    // As the keyboard chooses it.
    kept->setFocus();
    QTest::keyClicks(kept, u"Older"_s);
    REQUIRE(queue.rowsBecome(1));
    CHECK(queue.child(0).startsWith(u"Cy"_s));
    click(u"queue.drop"_s);
    REQUIRE(waitFor([&] { return kept->findText(u"Older ones"_s) < 0 && isSeen(u"queue.thrownBack"_s); }));
    click(u"queue.thrownBack"_s);
    REQUIRE(waitFor([&] { return kept->findText(u"Older ones"_s) >= 0; }));
    QTest::keyClick(kept, Qt::Key_Down);
    REQUIRE(waitFor([] { return isOffered(u"queue.drop"_s); }));
    click(u"queue.drop"_s);
    REQUIRE(waitFor([&] { return kept->findText(u"Older ones"_s) < 0; }));
    const auto left = queue.lead->run([](session::Session& session) { return session::savedFilters(session); });
    REQUIRE(left);
    CHECK(left->empty());
}

TEST_CASE("several are chosen with the keyboard, acknowledged, and handed over")
{
    Queue queue;
    queue.table->setCurrentIndex(queue.table->model()->index(0, 0));
    queue.table->setFocus();
    CHECK_FALSE(isSeen(u"chosen.acknowledge"_s));
    QTest::keyClick(queue.table, Qt::Key_Down, Qt::ShiftModifier);
    REQUIRE(isSeen(u"chosen.acknowledge"_s));
    CHECK(Queue::said(u"chosen.count"_s) == u"2 concerns chosen"_s);
    // What is new meanwhile does not take the choice away.
    queue.page->refresh();
    queue.lead->run([](session::Session&) -> model::Result { return {}; });
    CHECK(isSeen(u"chosen.acknowledge"_s));
    click(u"chosen.acknowledge"_s);
    CHECK(QApplication::focusWidget()->objectName() == u"chosen.acknowledging.save"_s);
    click(u"chosen.acknowledging.save"_s);
    REQUIRE(waitFor([] { return isSeen(u"chosen.result"_s); }));
    CHECK(seen<gui::Banner>(u"chosen.result"_s)->title() == u"2 concerns acknowledged."_s);
    int waiting = 0;
    for (const auto& reference : queue.references)
        waiting += queue.stateOf(reference) == model::State::Waiting ? 1 : 0;
    CHECK(waiting == 1);
    REQUIRE(waitFor([&] { return queue.firstLine(1, QueueModel::State) == u"Open"_s; }));

    // The rest and what is acknowledged already: the one is done, the others are told.
    queue.table->setFocus();
    queue.table->selectAll();
    CHECK(Queue::said(u"chosen.count"_s) == u"3 concerns chosen"_s);
    click(u"chosen.acknowledge"_s);
    click(u"chosen.acknowledging.save"_s);
    REQUIRE(waitFor([] {
        const auto* result = seen<gui::Banner>(u"chosen.result"_s);
        return result && result->title() == u"1 concern acknowledged."_s;
    }));
    CHECK(seen<gui::Banner>(u"chosen.result"_s)->text().contains(u"has acknowledged it already"_s));

    REQUIRE(waitFor([&] { return queue.isEveryRow(QueueModel::State, u"Open"_s); }));
    queue.table->selectAll();
    click(u"chosen.handOver"_s);
    click(u"chosen.handingOver.save"_s);
    CHECK(isSeen(u"chosen.handingOver"_s)); // without a colleague and a reason nothing is done
    choose(u"chosen.handingOver.to"_s, u"Amanda Clifton"_s);
    type(u"chosen.handingOver.reason"_s, u"I am away until Monday"_s);
    click(u"chosen.handingOver.save"_s);
    REQUIRE(waitFor([&] { return queue.isEveryRow(QueueModel::Lead, u"Amanda Clifton"_s); }));
}

TEST_CASE("a name too long for its line is cut, and which one in six weeks it is stays to be read")
{
    struct Open : gui::cases::CellDelegate {
        using CellDelegate::initStyleOption;
    };
    const Open delegate;
    QStandardItemModel model(1, 1);
    const auto name = u"Maximiliana-Theodosia Featherstonehaugh-Madeup"_s;
    const auto textIn = [&](int width) {
        QStyleOptionViewItem option;
        option.rect = QRect(0, 0, width, 50);
        delegate.initStyleOption(&option, model.index(0, 0));
        return option.text.split(QChar::LineSeparator);
    };
    model.setItem(0, 0, new QStandardItem(name + u"\n2nd in six weeks"_s));
    const int enough = QFontMetrics(QApplication::font()).horizontalAdvance(u"2nd in six weeks, and more"_s);
    const auto cut = textIn(enough);
    REQUIRE(cut.size() == 2);
    CHECK(cut.front().startsWith(u"Maximiliana"_s));
    CHECK(cut.front().endsWith(u'…'));
    CHECK(cut.back() == u"2nd in six weeks"_s);
    CHECK(textIn(4000).front() == name);
    // A name alone may take both lines.
    model.setItem(0, 0, new QStandardItem(name));
    CHECK(textIn(enough).front() == name);
}
