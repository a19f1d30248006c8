#include "desk.h"
#include "hand.h"

#include "gui/cases/pages.h"
#include "gui/frame/shell.h"
#include "gui/widgets/paper_dialog.h"
#include "guidance/listing.h"
#include "rules/review_prompts.h"
#include "session/logging.h"
#include "session/review.h"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

using namespace heed;
using namespace heed::tests;
using namespace Qt::StringLiterals;

// The page that Heed grew from, row by row: each is reached with the mouse or the keys, as a person would.

namespace {

QTextBrowser* reader()
{
    return seen<QTextBrowser>(u"guidanceReader"_s);
}

QString title()
{
    return reader()->toPlainText().section(u'\n', 0, 0);
}

QTreeWidget* contents()
{
    return seen<QTreeWidget>(u"guidanceContents"_s);
}

/// A click with the mouse in the middle of what can be seen of it.
void clickOn(QTreeWidgetItem* item)
{
    auto* tree = contents();
    QApplication::processEvents(); // rows that opened have their heights
    tree->scrollToItem(item, QAbstractItemView::PositionAtCenter);
    const auto place = tree->visualItemRect(item);
    REQUIRE(tree->viewport()->rect().contains(place.center()));
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, place.center());
}

QTreeWidgetItem* itemOf(const QString& id)
{
    for (QTreeWidgetItemIterator each(contents()); *each; ++each)
        if ((*each)->data(0, Qt::UserRole).toString() == id)
            return *each;
    return nullptr;
}

/// From the contents, opening the section first where it is closed.
void openByMouse(const QString& id)
{
    INFO(id.toStdString());
    auto* item = itemOf(id);
    REQUIRE(item);
    if (item->parent() && !item->parent()->isExpanded())
        clickOn(item->parent());
    item = itemOf(id);
    clickOn(item);
}

const QStringList& rows()
{
    static const QStringList ids{
        // What CSE is, going missing, key facts; signs; who is at risk; what to do
        u"what-is-cse"_s, u"going-missing"_s, u"key-facts"_s, u"who-is-at-risk"_s, u"signs"_s, u"what-to-do"_s,
        u"if-a-child-tells-you"_s, u"a-good-concern"_s, u"words-to-use"_s,
        // CPOMS; MASH; the Phoenix tool and what took its place; the refresher
        u"cpoms"_s, u"mash"_s, u"phoenix-and-hubs"_s, u"refresher"_s,
        // Numbers
        u"emergency"_s, u"police-101"_s, u"manchester-mash"_s, u"nspcc-helpline"_s, u"childline"_s, u"ceop"_s,
        u"crimestoppers"_s, u"nspcc-whistleblowing"_s, u"missing-people"_s, u"report-remove"_s,
        // NSPCC; NWG; LGA; Pace; Barnardo's and the trauma model; the manual
        u"nspcc-cse"_s, u"nspcc-signs"_s, u"nspcc-preventing"_s, u"nspcc-case-reviews"_s,
        u"animation-my-story-is-real"_s, u"animation-when-someone-cares"_s, u"animation-jay"_s, u"nspcc-therapeutic"_s,
        u"nwg"_s, u"nwg-licensing"_s, u"lga"_s, u"pace-advice"_s, u"pace-relational-safeguarding"_s,
        u"barnardos-impacts"_s, u"trauma-model"_s, u"gm-procedures"_s, u"complex-safeguarding"_s, u"language-guide"_s};
    return ids;
}

std::unique_ptr<gui::MainWindow> atTheGuidance()
{
    auto& school = sharedSchool();
    auto window = school.signedIn();
    click(u"navGuidance"_s);
    REQUIRE(reader());
    return window;
}

} // namespace

TEST_CASE("Every row of the school's page is reached by clicking from the first screen, and says its source and day")
{
    const auto window = atTheGuidance();
    auto all = rows();
    for (const auto& sign : session::checklist().signsListed)
        all << u"sign-"_s + sign.code;
    for (const auto& id : all) {
        openByMouse(id);
        INFO(id.toStdString());
        CHECK(title() == itemOf(id)->text(0));
        const auto text = reader()->toPlainText();
        CHECK((text.contains(u"Where this comes from"_s) || text.contains(u"Source: "_s)));
        CHECK((text.contains(u"Last checked on "_s) || text.contains(u"last reviewed on "_s)));
        CHECK(text.contains(u"\nFor: "_s));
    }
    // Nothing of the library is left out of the contents.
    for (const auto& line : heed::guidance::list(heed::guidance::Library::builtIn()).entries) {
        INFO(line.id.toStdString());
        CHECK(all.contains(line.id));
    }
}

TEST_CASE("Every page and card is reached by the keyboard alone, and so are its links")
{
    const auto window = atTheGuidance();
    auto* tree = contents();
    tree->setFocus(Qt::TabFocusReason);
    QTest::keyClick(tree, Qt::Key_Home);
    QSet<QString> met;
    for (int steps = 0; steps < 1000; ++steps) {
        auto* item = tree->currentItem();
        REQUIRE(item);
        if (const auto id = item->data(0, Qt::UserRole).toString(); id.isEmpty()) {
            if (!item->isExpanded())
                QTest::keyClick(tree, Qt::Key_Right); // a section opens
        } else if (!met.contains(id)) {
            QTest::keyClick(tree, Qt::Key_Return);
            CHECK(title() == tree->currentItem()->text(0));
            met.insert(id);
        }
        auto* before = tree->currentItem();
        QTest::keyClick(tree, Qt::Key_Down);
        if (tree->currentItem() == before)
            break;
    }
    for (const auto& line : heed::guidance::list(heed::guidance::Library::builtIn()).entries) {
        INFO(line.id.toStdString());
        CHECK(met.contains(line.id));
    }

    // From the search by Tab to what was found, and in the page from link to link.
    type(u"guidanceSearch"_s, u"thirteen signs"_s);
    REQUIRE(waitFor([&] { return tree->topLevelItem(0)->text(0) == u"The thirteen signs"_s; }));
    while (QApplication::focusWidget() != tree) {
        REQUIRE(QApplication::focusWidget()->objectName() != u"guidanceReader"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QTest::keyClick(tree, Qt::Key_Home);
    QTest::keyClick(tree, Qt::Key_Return);
    CHECK(title() == u"The thirteen signs"_s);
    reader()->setFocus(Qt::TabFocusReason);
    for (int i = 0; i < 40 && title() == u"The thirteen signs"_s; ++i) {
        QTest::keyClick(reader(), Qt::Key_Tab);
        if (reader()->textCursor().selectedText().contains(u"Going missing"_s))
            QTest::keyClick(reader(), Qt::Key_Return);
    }
    CHECK(title() == u"Sign 6: going missing"_s);
}

TEST_CASE("In doubt, the form leads to the page of a sign and back to where one was, with nothing lost")
{
    const auto window = sharedSchool().signedIn();
    click(u"navLog"_s);
    type(u"facts"_s, u"He got into a red car."_s);
    auto* sign = seen(u"sign.unknown-cars"_s);
    REQUIRE(sign);
    sign->setFocus(Qt::TabFocusReason);
    QTest::keyClick(sign, Qt::Key_F1);
    REQUIRE(waitFor([] { return isSeen(u"guidanceReader"_s); }));
    CHECK(title() == u"Sign 5: cars driven by unknown adults"_s);
    click(u"guidanceReturn"_s);
    REQUIRE(waitFor([] { return isSeen(u"facts"_s); }));
    CHECK(seen<QPlainTextEdit>(u"facts"_s)->toPlainText() == u"He got into a red car."_s);
    CHECK(QApplication::focusWidget() == sign);
    CHECK_FALSE(seen<QAbstractButton>(u"sign.unknown-cars"_s)->isChecked());

    // By mouse, and by Escape back.
    click(u"sign.missing.about"_s);
    CHECK(title() == u"Sign 6: going missing"_s);
    QTest::keyClick(reader(), Qt::Key_Escape);
    REQUIRE(waitFor([] { return isSeen(u"facts"_s); }));
    CHECK(QApplication::focusWidget()->objectName() == u"sign.missing"_s);

    // The page ticks the sign in what was begun.
    click(u"sign.missing.about"_s);
    click(u"logWithSign"_s);
    REQUIRE(waitFor([] { return isSeen(u"facts"_s); }));
    CHECK(seen<QAbstractButton>(u"sign.missing"_s)->isChecked());
    CHECK(seen<QPlainTextEdit>(u"facts"_s)->toPlainText() == u"He got into a red car."_s);

    // Beside the flags: the groups, the age, and the page.
    click(u"child.more"_s);
    const auto hint = seen(u"child.flag.looked-after"_s)->parentWidget()->accessibleDescription();
    CHECK(hint.contains(u"in care, leaving care or with a disability"_s));
    CHECK(hint.contains(u"start at 8"_s));
    CHECK(hint.contains(u"2012"_s));
    click(u"child.whoIsAtRisk"_s);
    CHECK(title() == u"Who is more at risk"_s);
    click(u"guidanceReturn"_s);
    click(u"signs.about"_s);
    CHECK(title() == u"The thirteen signs"_s);

    // Whoever comes by the navigation has nothing to go back to.
    click(u"navGuidance"_s);
    CHECK_FALSE(isSeen(u"guidanceReturn"_s));
}

TEST_CASE("What to do names the people of the school's own list, and the hub's card has its hours and the call sheet")
{
    const auto window = atTheGuidance();
    openByMouse(u"what-to-do"_s);
    for (const auto& lead : session::defaultProfile().dsls)
        CHECK(reader()->toPlainText().contains(lead.name));
    CHECK(reader()->toPlainText().contains(u"999"_s));
    CHECK_FALSE(isSeen(u"guidanceCallSheet"_s));

    openByMouse(u"manchester-mash"_s);
    const auto card = reader()->toPlainText();
    CHECK(card.contains(u"Telephone: 0161 234 5001"_s));
    CHECK(card.contains(u"Hours: Not confirmed: ask when you ring."_s));
    CHECK(card.contains(u"No answer out of hours? Call 101, or 999 in danger"_s));
    click(u"guidanceCallSheet"_s);
    auto* dialog = seen<gui::PaperDialog>(u"paperDialog"_s);
    REQUIRE(dialog);
    QTemporaryDir folder;
    const auto path = folder.filePath(u"call.pdf"_s);
    dialog->saveAs(path);
    QFile pdf(path);
    REQUIRE(pdf.open(QIODevice::ReadOnly));
    CHECK(pdf.read(5) == "%PDF-");
    dialog->close();
    openByMouse(u"mash"_s);
    CHECK(isSeen(u"guidanceCallSheet"_s));
}

TEST_CASE("A lead goes from the hub's card to the filled call sheet of a case, and staff to the empty one")
{
    auto& school = sharedSchool();
    const auto logged = [&school] {
        Desk lead(school, school.lead());
        return lead.run([](session::Session& session) { return session::logConcern(session, sampleConcern()); });
    }();
    REQUIRE(logged);
    {
        const auto window = atTheGuidance();
        openByMouse(u"manchester-mash"_s);
        click(u"guidanceCaseSheet"_s);
        REQUIRE(seen(u"callSheetCase"_s));
        auto* cases = seen<QComboBox>(u"callSheetCase"_s);
        CHECK(cases->currentIndex() == 0); // none was opened before
        click(u"callSheetOpen"_s);
        CHECK(wordsOf(u"callSheetCaseError"_s) == u"Choose a case."_s);
        QTest::keyClick(cases, Qt::Key_Escape);
        CHECK_FALSE(isSeen(u"callSheetCard"_s));

        click(u"guidanceCaseSheet"_s);
        REQUIRE(seen(u"callSheetCase"_s));
        cases->setCurrentIndex(cases->findData(logged->reference));
        CHECK(cases->currentText().contains(logged->reference));
        click(u"callSheetOpen"_s);
        // The pages stand there; for whom and why is known.
        REQUIRE(waitFor([] { return isSeen(u"print.paper"_s); }));
        CHECK(seen<QComboBox>(u"print.kind"_s)->currentText() == u"What to say on the telephone"_s);
        CHECK(seen<QLineEdit>(u"print.recipient"_s)->text() == school.lead());
        CHECK_FALSE(seen<QLineEdit>(u"print.reason"_s)->text().isEmpty());
        REQUIRE(waitFor([] { return isOffered(u"print.print"_s); }));
        // Another paper is not for the caller; what a person typed stays.
        choose(u"print.kind"_s, u"Referral summary"_s);
        CHECK(seen<QLineEdit>(u"print.recipient"_s)->text().isEmpty());
        type(u"print.recipient"_s, u"A social worker"_s);
        choose(u"print.kind"_s, u"What to say on the telephone"_s);
        CHECK(seen<QLineEdit>(u"print.recipient"_s)->text() == u"A social worker"_s);

        // The case that was opened last is the one that the call is about, most of the time.
        click(u"navGuidance"_s);
        click(u"guidanceCaseSheet"_s);
        REQUIRE(seen(u"callSheetCase"_s));
        CHECK(cases->currentData().toString() == logged->reference);
        click(u"callSheetAllCases"_s);
        CHECK(waitFor([] { return isSeen(u"queue.table"_s); }));
    }
    const auto window = school.signedIn(staffName());
    click(u"navGuidance"_s);
    openByMouse(u"manchester-mash"_s);
    CHECK(isSeen(u"guidanceCallSheet"_s));
    CHECK_FALSE(isSeen(u"guidanceCaseSheet"_s));
}

TEST_CASE("The forms of a case lead to the page that helps with them, and back to what was typed")
{
    auto& school = sharedSchool();
    const auto logged = [&school] {
        Desk lead(school, school.lead());
        return lead.run([](session::Session& session) { return session::logConcern(session, sampleConcern()); });
    }();
    REQUIRE(logged);
    const auto window = school.signedIn();
    click(u"navCases"_s);
    window->shell()->page(gui::Place::Cases)->open(logged->reference);
    REQUIRE(waitFor([] { return isOffered(u"case.open.assessment"_s); }));

    click(u"case.open.assessment"_s);
    type(u"case.assessment.tool"_s, u"A hub's tool"_s);
    click(u"case.assessment.guide"_s);
    CHECK(title() == u"The Phoenix tool and the complex safeguarding hubs"_s);
    CHECK(seen<QAbstractButton>(u"guidanceReturn"_s)->text().endsWith(u"Back to the case"_s));
    click(u"guidanceReturn"_s);
    REQUIRE(isSeen(u"case.assessment"_s));
    CHECK(seen<QLineEdit>(u"case.assessment.tool"_s)->text() == u"A hub's tool"_s);
    CHECK(QApplication::focusWidget()->objectName() == u"case.assessment.guide"_s);
    click(u"case.assessment.cancel"_s);

    // The reminder that it is not on CPOMS yet, and the form that marks it; back by Escape.
    click(u"case.missing.guide"_s);
    CHECK(title() == u"Putting it on CPOMS"_s);
    QTest::keyClick(reader(), Qt::Key_Escape);
    REQUIRE(waitFor([] { return isSeen(u"case.title"_s); }));
    CHECK(QApplication::focusWidget()->objectName() == u"case.missing.guide"_s);
    click(u"case.open.elsewhere"_s);
    click(u"case.elsewhere.guide"_s);
    CHECK(title() == u"Putting it on CPOMS"_s);
    click(u"guidanceReturn"_s);
    CHECK(isSeen(u"case.elsewhere"_s));
}

TEST_CASE("The contents can be for one kind of reader, in the list and in what a search finds")
{
    const auto window = atTheGuidance();
    auto* readers = seen<QComboBox>(u"guidanceReaders"_s);
    REQUIRE(readers);
    choose(u"guidanceReaders"_s, u"Businesses"_s);
    CHECK(itemOf(u"nwg-licensing"_s));
    CHECK_FALSE(itemOf(u"pace-advice"_s));
    choose(u"guidanceReaders"_s, u"Parents"_s);
    CHECK(itemOf(u"pace-advice"_s));
    CHECK_FALSE(itemOf(u"phoenix-and-hubs"_s));
    type(u"guidanceSearch"_s, u"Phoenix"_s);
    REQUIRE(waitFor([] { return !itemOf(u"what-is-cse"_s); }));
    CHECK_FALSE(itemOf(u"phoenix-and-hubs"_s));
    choose(u"guidanceReaders"_s, u"Everybody"_s);
    CHECK(itemOf(u"phoenix-and-hubs"_s));

    // No title is cut off where the column is narrow.
    type(u"guidanceSearch"_s, {});
    REQUIRE(waitFor([] { return itemOf(u"sign-crime"_s); }));
    contents()->setFixedWidth(contents()->fontMetrics().averageCharWidth() * 28);
    const auto heightOf = [](const QString& id) { return contents()->visualItemRect(itemOf(id)).height(); };
    CHECK(waitFor([&] { return heightOf(u"sign-unusual-locations"_s) > heightOf(u"sign-crime"_s); }));
    openByMouse(u"gm-procedures"_s);
    CHECK(reader()->toPlainText().contains(u"For: Staff and safeguarding leads"_s));
}

TEST_CASE("A page is printed or saved as it is read, and its text keeps its place when it grows")
{
    const auto window = atTheGuidance();
    openByMouse(u"words-to-use"_s);
    reader()->moveCursor(QTextCursor::End);
    reader()->ensureCursorVisible();
    const auto place = [] { return reader()->cursorForPosition({20, 40}).block().text(); };
    const auto before = place();
    REQUIRE_FALSE(before.isEmpty());
    click(u"guidanceLarger"_s);
    CHECK_FALSE(reader()->toPlainText().startsWith(place()));
    // Forth and back comes to where one was.
    const auto read = place();
    openByMouse(u"cpoms"_s);
    click(u"guidanceBack"_s);
    CHECK(title() == u"Words to use"_s);
    CHECK(place() == read);

    click(u"guidancePrint"_s);
    auto* dialog = seen<gui::PaperDialog>(u"paperDialog"_s);
    REQUIRE(dialog);
    click(u"paperAsText"_s);
    const auto* paper = dialog->findChild<QTextBrowser*>();
    REQUIRE(paper);
    CHECK(paper->toPlainText().contains(u"Call it what it is"_s));
    CHECK(paper->toPlainText().contains(u"The Children's Society and NAPAC"_s));
    dialog->close();
}

TEST_CASE("On a case: the entry for CPOMS, an outside assessment with its document, and the review with its remark")
{
    Desk lead(sharedSchool(), u"Donna Wealleans"_s);
    lead.context().profile.record = model::RecordSystem::Cpoms;
    const auto logged =
        lead.run([](session::Session& session) { return session::logConcern(session, sampleConcern()); });
    REQUIRE(logged);
    lead.put(gui::cases::makeCasesPage)->open(logged->reference);
    REQUIRE(waitFor([] { return isOffered(u"case.copy"_s); }));
    CHECK(isOffered(u"case.open.elsewhere"_s));

    click(u"case.open.assessment"_s);
    for (const auto& field :
         {u"tool"_s, u"level"_s, u"assessor"_s, u"day"_s, u"basis"_s, u"trend"_s, u"files.choose"_s}) {
        INFO(field.toStdString());
        CHECK(isSeen(u"case.assessment."_s + field));
    }
    auto* trend = seen<QComboBox>(u"case.assessment.trend"_s);
    for (const auto& words : {u"Higher"_s, u"Lower"_s, u"The same"_s})
        CHECK(trend->findText(words) >= 0);
    click(u"case.assessment.cancel"_s);

    click(u"case.open.review"_s);
    bool hasRemark = false;
    for (const auto* label : seen(u"case.review"_s)->findChildren<QLabel*>())
        hasRemark |= label->text().startsWith(u"A structured prompt, not a validated measure"_s);
    CHECK(hasRemark);
    click(u"case.review.cancel"_s);

    click(u"case.print"_s);
    choose(u"print.kind"_s, u"What to say on the telephone"_s);
    CHECK(isSeen(u"print.preview"_s));
}

TEST_CASE("A review that was left off comes back with the one before still beside it")
{
    const auto logged = [] {
        Desk lead(sharedSchool(), u"Donna Wealleans"_s);
        const auto made =
            lead.run([](session::Session& session) { return session::logConcern(session, sampleConcern()); });
        REQUIRE(made);
        model::ReviewBody review;
        for (const auto& prompt : rules::reviewPrompts())
            review.*prompt.part = {u"Seen in September"_s, u"A worry"_s, u"Because of it"_s};
        REQUIRE(lead.run([reference = made->reference, review](session::Session& session) {
            return session::recordReview(session, reference, review);
        }));
        lead.put(gui::cases::makeCasesPage)->open(made->reference);
        REQUIRE(waitFor([] { return isOffered(u"case.open.review"_s); }));
        click(u"case.open.review"_s);
        CHECK(waitFor([] { return isSeen(u"case.review.risk.evidence.before"_s); }));
        type(u"case.review.risk.evidence"_s, u"Seen in November"_s);
        lead.lock();
        return made->reference;
    }();
    Desk lead(sharedSchool(), u"Donna Wealleans"_s);
    lead.put(gui::cases::makeCasesPage)->open(logged);
    REQUIRE(waitFor([] { return isSeen(u"case.review"_s); }));
    CHECK(seen<QPlainTextEdit>(u"case.review.risk.evidence"_s)->toPlainText() == u"Seen in November"_s);
    CHECK(waitFor([] { return isSeen(u"case.review.risk.evidence.before"_s); }));
    CHECK(wordsOf(u"case.review.risk.evidence.before"_s) == u"Seen in September"_s);
}

TEST_CASE("Where there is room for one only, the page is read alone and the contents come on request")
{
    const auto window = atTheGuidance();
    auto* page = window->shell()->page(gui::Place::Guidance);
    const auto em = page->fontMetrics().height();
    window->resize(qMax(window->minimumWidth(), 40 * em), 700);
    window->shell()->page(gui::Place::Guidance)->setFixedWidth(30 * em);
    REQUIRE(waitFor([] { return isSeen(u"guidanceShowContents"_s); }));
    CHECK(isSeen(u"guidanceReader"_s));
    CHECK_FALSE(isSeen(u"guidanceContents"_s));
    click(u"guidanceShowContents"_s);
    CHECK(isSeen(u"guidanceContents"_s));
    CHECK_FALSE(isSeen(u"guidanceReader"_s));
    CHECK(QApplication::focusWidget()->objectName() == u"guidanceSearch"_s);
    openByMouse(u"key-facts"_s);
    CHECK(title() == u"Key facts"_s);
    CHECK_FALSE(isSeen(u"guidanceContents"_s));
    click(u"guidanceShowContents"_s);
    click(u"guidanceHideContents"_s);
    CHECK(isSeen(u"guidanceReader"_s));
}
