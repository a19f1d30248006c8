#include "desk.h"
#include "hand.h"

#include "gui/cases/pages.h"
#include "gui/child/pages.h"
#include "gui/log/record_view.h"
#include "gui/widgets/banner.h"
#include "platform/clock.h"
#include "qt_strings.h"
#include "session/entries.h"
#include "session/review.h"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace heed;
using namespace heed::tests;
using namespace Qt::StringLiterals;

namespace {

QString logOne(School& school, const model::Concern& concern = sampleConcern())
{
    Desk staff(school, staffName());
    const auto answer =
        staff.run([concern](session::Session& session) { return session::logConcern(session, concern); });
    REQUIRE(answer);
    return answer->reference;
}

QString words(const QString& view)
{
    auto* shown = seen<gui::log::RecordView>(view);
    REQUIRE(shown);
    return shown->toPlainText();
}

bool chronologyHas(const QString& text)
{
    return waitFor([&] { return words(u"case.chronology"_s).contains(text); });
}

} // namespace

TEST_CASE("the queue is found, searched and opened by keyboard")
{
    auto& school = sharedSchool();
    auto concern = sampleConcern();
    concern.child.forename = u"Zebedee"_s;
    concern.child.surname = u"Quill"_s;
    const auto reference = logOne(school, concern);
    Desk lead(school, school.lead());
    lead.put(gui::cases::makeCasesPage);
    auto* table = seen<QTableView>(u"queue.table"_s);
    REQUIRE(table);
    REQUIRE(waitFor([&] { return table->model()->rowCount() > 0; }));
    CHECK(QApplication::focusWidget() == table);
    CHECK(waitFor([] { return seen<QLabel>(u"queue.counts"_s)->text().contains(u"waiting"_s); }));

    QTest::keyClick(table, Qt::Key_F, Qt::ControlModifier);
    REQUIRE(QApplication::focusWidget()->objectName() == u"queue.search"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"zebedee"_s);
    REQUIRE(waitFor(
        [&] { return table->model()->rowCount() == 1 && table->model()->index(0, 7).data().toString() == reference; }));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    REQUIRE(waitFor([&] { return QApplication::focusWidget() == table && table->currentIndex().isValid(); }));
    QTest::keyClick(table, Qt::Key_Return);
    REQUIRE(
        waitFor([] { return isSeen(u"case.title"_s) && seen<QLabel>(u"case.title"_s)->text() == u"Zebedee Quill"_s; }));
    REQUIRE(waitFor([] { return QApplication::focusWidget()->objectName() == u"case.acknowledge"_s; }));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    CHECK(isSeen(u"queue.table"_s));

    for (const auto& odd : {u"\""_s, u"*"_s, u"AND"_s, u"-"_s, u"\U0001F600"_s, QString(10'000, u'a')}) {
        seen<QLineEdit>(u"queue.search"_s)->setText(odd);
        QTest::qWait(250);
        lead.run([](session::Session&) -> model::Result { return {}; });
        INFO(odd.left(10).toStdString());
        CHECK_FALSE(isSeen(u"queue.error"_s));
    }
    CHECK(seen<QLabel>(u"queue.empty"_s)->text().startsWith(u"No concern matches: with"_s));
}

TEST_CASE("a lead acknowledges, acts, decides, answers, closes, reopens, and saves the referral")
{
    auto& school = sharedSchool();
    const auto reference = logOne(school);
    Desk lead(school, school.lead());
    auto* page = lead.put(gui::cases::makeCasesPage);
    page->open(reference);
    REQUIRE(waitFor([] { return words(u"case.logged"_s).contains(u"silver car"_s); }));
    CHECK(words(u"case.logged"_s).contains(u"He's just a mate"_s));
    CHECK(seen<QLabel>(u"case.standing"_s)->text().startsWith(u"Waiting for"_s));
    CHECK(seen(u"case.missing.0"_s));

    click(u"case.acknowledge"_s);
    REQUIRE(waitFor([] { return !isSeen(u"case.acknowledge"_s); }));
    CHECK(seen<QLabel>(u"case.standing"_s)->text().startsWith(u"Open. Acknowledged by Donna Wealleans"_s));

    click(u"case.open.note"_s);
    type(u"case.note.text"_s, u"Spoke to her form tutor <b>today</b>."_s);
    click(u"case.note.save"_s);
    REQUIRE(chronologyHas(u"form tutor <b>today</b>"_s));

    // What was wrong stays, and each of the two names the other.
    click(u"case.open.note"_s);
    const auto* entries = seen<QComboBox>(u"case.note.corrects"_s);
    REQUIRE(entries);
    const auto wrong = entries->itemText(entries->count() - 1);
    CHECK(wrong.startsWith(u"The note by Donna Wealleans, "_s));
    CHECK(entries->itemText(1).startsWith(u"What was logged by "_s));
    choose(u"case.note.corrects"_s, wrong);
    type(u"case.note.text"_s, u"It was her head of year."_s);
    click(u"case.note.save"_s);
    REQUIRE(chronologyHas(u"Put right: the note by Donna Wealleans, "_s));
    CHECK(words(u"case.chronology"_s).contains(u"Put right later, see below: Donna Wealleans, "_s));
    CHECK(words(u"case.chronology"_s).contains(u"form tutor <b>today</b>"_s));

    click(u"case.open.action"_s);
    click(u"case.action.save"_s);
    CHECK(seen<QLabel>(u"case.action.textError"_s)->text() == u"Say what is to be done."_s);
    type(u"case.action.text"_s, u"Ring her mother"_s);
    type(u"case.action.who"_s, u"Amanda Clifton"_s);
    type(u"case.action.due"_s, u"1 January 2020"_s);
    click(u"case.action.save"_s);
    REQUIRE(waitFor([] { return isSeen(u"case.action.text.0"_s); }));
    CHECK(seen<QLabel>(u"case.action.text.0"_s)->text() ==
          u"Ring her mother · Amanda Clifton · by 1 January 2020: overdue"_s);
    click(u"case.action.done.0"_s);
    type(u"case.done.text"_s, u"She did not know of the car."_s);
    click(u"case.done.save"_s);
    REQUIRE(waitFor([] {
        return isSeen(u"case.action.text.0"_s) &&
               seen<QLabel>(u"case.action.text.0"_s)->text().contains(u"done by Donna Wealleans"_s);
    }));

    click(u"case.open.level"_s);
    choose(u"case.level.level"_s, u"High"_s);
    type(u"case.level.reason"_s, u"Third car in a month"_s);
    click(u"case.level.save"_s);
    REQUIRE(waitFor([] { return seen<QLabel>(u"case.line"_s)->text().endsWith(u"Level: High"_s); }));

    click(u"case.open.contact"_s);
    type(u"case.contact.who"_s, u"Jo Field"_s);
    type(u"case.contact.agency"_s, u"MASH"_s);
    choose(u"case.contact.how"_s, u"By telephone"_s);
    type(u"case.contact.text"_s, u"Took the referral"_s);
    click(u"case.contact.save"_s);
    REQUIRE(chronologyHas(u"Took the referral"_s));

    click(u"case.open.decision"_s);
    choose(u"case.decision.decision"_s, u"Refer"_s);
    type(u"case.decision.reason"_s, u"Pattern of cars and gifts"_s);
    click(u"case.decision.save"_s);
    REQUIRE(chronologyHas(u"Pattern of cars and gifts"_s));

    click(u"case.open.referral"_s);
    type(u"case.referral.to"_s, u"Manchester MASH"_s);
    type(u"case.referral.phoneDay"_s, u"today"_s);
    type(u"case.referral.reason"_s, u"Risk of exploitation"_s);
    click(u"case.referral.save"_s);
    REQUIRE(chronologyHas(u"Risk of exploitation"_s));

    click(u"case.open.assessment"_s);
    type(u"case.assessment.tool"_s, u"Phoenix tool"_s);
    click(u"case.assessment.save"_s);
    for (const auto& field : {u"level"_s, u"assessor"_s, u"day"_s, u"basis"_s}) {
        INFO(field.toStdString());
        CHECK(wordsOf(u"case.assessment."_s + field + u"Error"_s).endsWith(u"or write \"not known\"."_s));
        if (field != u"basis"_s)
            type(u"case.assessment."_s + field, u"not known"_s);
    }
    seen<QPlainTextEdit>(u"case.assessment.basis"_s)->setPlainText(u"not known"_s);
    click(u"case.assessment.save"_s);
    REQUIRE(chronologyHas(u"Phoenix tool"_s));

    click(u"case.open.feedback"_s);
    type(u"case.feedback.text"_s, u"Thank you, it is in hand."_s);
    click(u"case.feedback.save"_s);
    REQUIRE(chronologyHas(u"it is in hand"_s));

    click(u"case.open.handOver"_s);
    choose(u"case.handOver.to"_s, u"Amanda Clifton"_s);
    type(u"case.handOver.reason"_s, u"Her year group"_s);
    click(u"case.handOver.save"_s);
    REQUIRE(waitFor([] { return seen<QLabel>(u"case.standing"_s)->text().contains(u"Lead: Amanda Clifton"_s); }));

    click(u"case.print"_s);
    click(u"print.preview"_s);
    CHECK(seen<QLabel>(u"print.recipientError"_s)->text() == u"Say for whom it is."_s);
    type(u"print.recipient"_s, u"Manchester MASH"_s);
    type(u"print.reason"_s, u"Referral"_s);
    click(u"print.preview"_s);
    REQUIRE(seen(u"print.paper"_s));
    REQUIRE(waitFor([] { return seen<QPushButton>(u"print.save"_s)->isEnabled(); }));
    click(u"print.save"_s);
    auto* dialog = seen<QFileDialog>(u"print.dialog"_s);
    REQUIRE(dialog);
    CHECK(dialog->selectedFiles().value(0).endsWith(reference + u".pdf"_s));
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"referral.pdf"_s);
    Q_EMIT dialog->fileSelected(path);
    dialog->reject();
    REQUIRE(seen(u"print.done"_s));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.read(5) == "%PDF-");
    // What is shown is what leaves: after a change nothing does until the pages are shown anew, which they are.
    type(u"print.reason"_s, u"Another"_s);
    CHECK_FALSE(seen<QPushButton>(u"print.save"_s)->isEnabled());
    CHECK(waitFor([] { return seen<QPushButton>(u"print.save"_s)->isEnabled(); }));
    click(u"print.back"_s);
    REQUIRE(chronologyHas(u"Manchester MASH"_s));

    click(u"case.open.close"_s);
    click(u"case.close.save"_s);
    CHECK(seen<QLabel>(u"case.close.outcomeError"_s)->text() == u"Choose an outcome."_s);
    CHECK(seen<QLabel>(u"case.close.reasonError"_s)->text() == u"Say why, in a sentence."_s);
    choose(u"case.close.outcome"_s, u"Referred; others now lead"_s);
    type(u"case.close.reason"_s, u"Social care leads now"_s);
    click(u"case.close.save"_s);
    REQUIRE(waitFor(
        [] { return seen<QLabel>(u"case.standing"_s)->text().startsWith(u"Closed: Referred; others now lead"_s); }));
    CHECK_FALSE(isOffered(u"case.open.close"_s));
    click(u"case.open.reopen"_s);
    type(u"case.reopen.reason"_s, u"Seen again"_s);
    click(u"case.reopen.save"_s);
    REQUIRE(waitFor([] { return isOffered(u"case.open.close"_s); }));
}

TEST_CASE("in each form of a case Tab leads through its fields to Cancel, and out of it")
{
    auto& school = sharedSchool();
    const auto reference = logOne(school);
    Desk lead(school, school.lead());
    auto* page = lead.put(gui::cases::makeCasesPage);
    page->open(reference);
    REQUIRE(seen(u"case.open.note"_s));
    for (const auto& form : {u"note"_s, u"action"_s, u"contact"_s, u"decision"_s, u"referral"_s, u"informed"_s,
                             u"consent"_s, u"level"_s, u"assessment"_s, u"review"_s, u"feedback"_s, u"close"_s}) {
        INFO(form.toStdString());
        click(u"case.open."_s + form);
        auto* shown = seen(u"case."_s + form);
        REQUIRE(shown);
        REQUIRE(shown->isAncestorOf(QApplication::focusWidget()));
        QStringList passed;
        while (shown->isAncestorOf(QApplication::focusWidget()) && passed.size() < 100) {
            passed << QApplication::focusWidget()->objectName();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        INFO(passed.join(u", "_s).toStdString());
        CHECK(passed.size() < 100);
        CHECK(passed.last() == u"case."_s + form + u".cancel"_s);
        CHECK(passed.removeDuplicates() == 0);
        press(u"case."_s + form + u".cancel"_s);
        // A second Enter only opens it again: it acknowledges nothing and decides nothing.
        const auto back = QApplication::focusWidget()->objectName();
        CHECK((back == u"case.open."_s + form || back == u"case.more"_s));
    }
}

TEST_CASE("what stands in a form of a case comes back, also over a lock; two leads who close both get an answer")
{
    auto& school = sharedSchool();
    const auto reference = logOne(school);
    {
        Desk lead(school, school.lead());
        auto* page = lead.put(gui::cases::makeCasesPage);
        page->open(reference);
        click(u"case.open.note"_s);
        type(u"case.note.text"_s, u"Half a no"_s);
        // Another form hides it and loses nothing.
        click(u"case.open.close"_s);
        type(u"case.close.reason"_s, u"Because"_s);
        click(u"case.open.note"_s);
        CHECK(seen<QPlainTextEdit>(u"case.note.text"_s)->toPlainText() == u"Half a no"_s);
        lead.lock();
    }
    Desk lead(school, school.lead());
    auto* page = lead.put(gui::cases::makeCasesPage);
    page->open(reference);
    REQUIRE(seen(u"case.note.text"_s));
    CHECK(seen<QPlainTextEdit>(u"case.note.text"_s)->toPlainText() == u"Half a no"_s);
    click(u"case.note.cancel"_s);
    REQUIRE(waitFor([] { return isOffered(u"case.open.close"_s); }));
    // Cancelled by a slip of the hand: it comes back as it was, and can be cancelled again.
    CHECK(seen<gui::Banner>(u"case.thrown"_s)->title().contains(u"note"_s, Qt::CaseInsensitive));
    click(u"case.thrownBack"_s);
    CHECK(seen<QPlainTextEdit>(u"case.note.text"_s)->toPlainText() == u"Half a no"_s);
    CHECK_FALSE(isSeen(u"case.thrown"_s));
    click(u"case.note.cancel"_s);
    // What is typed now is not overwritten by what was typed then.
    click(u"case.open.note"_s);
    REQUIRE(isSeen(u"case.thrown"_s));
    type(u"case.note.text"_s, u"New"_s);
    CHECK_FALSE(isSeen(u"case.thrown"_s));
    click(u"case.note.cancel"_s);
    click(u"case.thrownDismiss"_s);
    // A form in which nothing was typed leaves nothing to bring back.
    click(u"case.open.note"_s);
    click(u"case.note.cancel"_s);
    CHECK_FALSE(isSeen(u"case.thrown"_s));

    Desk other(school, u"Amanda Clifton"_s);
    REQUIRE(other.run([reference](session::Session& session) {
        return session::close(session, reference, {u"Support in school is in place"_s, u"First"_s});
    }));
    click(u"case.open.close"_s);
    choose(u"case.close.outcome"_s, u"Referred; others now lead"_s);
    type(u"case.close.reason"_s, u"Second"_s);
    click(u"case.close.save"_s);
    // Either it is refused with everything as typed, or both stand in the record.
    REQUIRE(waitFor([] {
        return isSeen(u"case.close.error"_s) || seen<QLabel>(u"case.standing"_s)->text().startsWith(u"Closed"_s);
    }));
    if (isSeen(u"case.close.error"_s))
        CHECK(seen<QPlainTextEdit>(u"case.close.reason"_s)->toPlainText() == u"Second"_s);
}

TEST_CASE("the child's page shows every concern and leads to it")
{
    auto& school = sharedSchool();
    auto concern = sampleConcern();
    concern.child.forename = u"Wren"_s;
    concern.child.surname = u"Ode"_s;
    concern.child.dateOfBirth = QDate(2013, 1, 2);
    const auto first = logOne(school, concern);
    const auto second = logOne(school, concern);
    Desk lead(school, school.lead());
    auto* page = lead.put(gui::child::makeChildPage);
    type(u"child.search"_s, u"Wren Ode"_s);
    click(u"child.find"_s);
    REQUIRE(waitFor([] { return isSeen(u"child.name"_s) && seen<QLabel>(u"child.name"_s)->text() == u"Wren Ode"_s; }));
    REQUIRE(seen(u"child.case."_s + first));
    REQUIRE(seen(u"child.case."_s + second));
    auto* figures = seen<QTableView>(u"child.figures"_s);
    REQUIRE(figures);
    CHECK(waitFor([&] { return figures->model()->rowCount() == 2; }));
    CHECK(seen(u"child.timeline"_s)->accessibleDescription().contains(u"Unknown cars: 2 times"_s));
    // The dots by the keyboard: the newest has the ring, and says which it is.
    auto* chart = seen(u"child.timeline"_s);
    chart->setFocus(Qt::TabFocusReason);
    const auto said = [&] { return chart->accessibleDescription(); };
    CHECK(said().contains(u"Number 2 of 2"_s));
    CHECK(said().contains(second));
    QTest::keyClick(chart, Qt::Key_Left);
    CHECK(said().contains(u"Number 1 of 2"_s));
    CHECK(said().contains(first));
    CHECK(seen<QLabel>(u"child.dot"_s)->text().contains(u"unaffordable"_s));
    QTest::keyClick(chart, Qt::Key_Return);
    CHECK(lead.openedCase == first);
    QTest::keyClick(chart, Qt::Key_Right);
    click(u"child.dot.open"_s);
    CHECK(lead.openedCase == second);
    lead.openedCase.clear();
    click(u"child.case."_s + second);
    CHECK(lead.openedCase == second);
    page->open(u"Nobody Here"_s);
    CHECK(seen(u"child.error"_s));
}

TEST_CASE("a case that may not be opened says so on the page")
{
    Desk lead(sharedSchool(), sharedSchool().lead());
    auto* page = lead.put(gui::cases::makeCasesPage);
    page->open(u"AAAA-AAAA-AAA"_s);
    CHECK(seen(u"case.error"_s));
    CHECK_FALSE(seen(u"case.open.note"_s)->isEnabled());
}

TEST_CASE("a structured review stands beside the one before, asks for every part, and adds nothing up")
{
    auto& school = sharedSchool();
    const auto reference = logOne(school);
    Desk lead(school, school.lead());
    lead.put(gui::cases::makeCasesPage)->open(reference);
    REQUIRE(waitFor([] { return isOffered(u"case.open.review"_s); }));
    const QStringList prompts{u"vulnerabilities"_s,   u"risk"_s,       u"possibleHarm"_s,
                              u"protectiveFactors"_s, u"childsView"_s, u"context"_s};
    const auto fill = [&](const QString& word) {
        for (const auto& prompt : prompts)
            for (const auto* part : {"evidence", "judgement", "rationale"})
                seen<QPlainTextEdit>(u"case.review."_s + prompt + u'.' + QLatin1StringView(part))
                    ->setPlainText(word + u' ' + prompt + u' ' + QLatin1StringView(part));
    };
    click(u"case.open.review"_s);
    CHECK_FALSE(isSeen(u"case.before"_s)); // there is none yet
    const auto shows = [](const QString& words) {
        for (const auto* label : seen(u"case.review"_s)->findChildren<QLabel*>())
            if (label->text().contains(words))
                return true;
        return false;
    };
    CHECK(shows(u"A structured prompt, not a validated measure"_s));
    fill(u"First"_s);
    seen<QPlainTextEdit>(u"case.review.context.rationale"_s)->clear();
    click(u"case.review.save"_s);
    CHECK(isSeen(u"case.review.context.rationaleError"_s));
    seen<QPlainTextEdit>(u"case.review.context.rationale"_s)->setPlainText(u"First context rationale"_s);
    click(u"case.review.save"_s);
    REQUIRE(chronologyHas(u"First protectiveFactors judgement"_s));
    CHECK(words(u"case.chronology"_s).contains(u"A structured prompt, not a validated measure"_s));

    // Each answer of then stands beside the one of now, and is read out with it.
    click(u"case.open.review"_s);
    CHECK(wordsOf(u"case.review.before"_s).contains(school.lead()));
    for (const auto& prompt : prompts)
        for (const auto* part : {"evidence", "judgement", "rationale"}) {
            const auto field = u"case.review."_s + prompt + u'.' + QLatin1StringView(part);
            INFO(field.toStdString());
            const auto then = u"First "_s + prompt + u' ' + QLatin1StringView(part);
            CHECK(wordsOf(field + u".before"_s) == then);
            const auto* now = seen(field);
            const auto* before = seen(field + u".before"_s);
            CHECK(now->accessibleDescription().contains(then));
            CHECK(before->mapTo(before->window(), QPoint()).x() >
                  now->mapTo(now->window(), QPoint(now->width(), 0)).x());
        }
    CHECK_FALSE(isSeen(u"case.before"_s));
    fill(u"Second"_s);
    click(u"case.review.save"_s);
    REQUIRE(chronologyHas(u"Second risk evidence"_s));
    click(u"case.open.review"_s);
    CHECK(wordsOf(u"case.review.risk.evidence.before"_s) == u"Second risk evidence"_s);
    click(u"case.review.cancel"_s);

    const auto record =
        lead.run([reference](session::Session& session) { return session::openCase(session, reference); });
    REQUIRE(record);
    int reviews = 0;
    for (const auto& event : record->events)
        reviews += event.kind == model::Kind::Review;
    CHECK(reviews == 2);
    CHECK_FALSE(words(u"case.chronology"_s).contains(u"no action"_s, Qt::CaseInsensitive));
}

TEST_CASE("an assessment by others stands beside the last; a missed clock names the next person and shows in the queue")
{
    auto& school = sharedSchool();
    const auto reference = logOne(school);
    Desk lead(school, school.lead());
    auto* page = lead.put(gui::cases::makeCasesPage);
    page->open(reference);
    REQUIRE(waitFor([&] { return isSeen(u"case.clock.0"_s); }));
    CHECK(seen<QLabel>(u"case.clock.0"_s)->text().startsWith(u"Acknowledge: "_s));

    click(u"case.open.assessment"_s);
    type(u"case.assessment.tool"_s, u"Invented tool"_s);
    type(u"case.assessment.level"_s, u"amber"_s);
    type(u"case.assessment.assessor"_s, u"An invented worker"_s);
    type(u"case.assessment.day"_s, u"yesterday"_s);
    seen<QPlainTextEdit>(u"case.assessment.basis"_s)->setPlainText(u"Two visits"_s);
    choose(u"case.assessment.trend"_s, u"Higher"_s);
    click(u"case.assessment.save"_s);
    REQUIRE(chronologyHas(u"Rests on: Two visits"_s));
    CHECK(words(u"case.chronology"_s).contains(u"risk is higher"_s));
    click(u"case.open.assessment"_s);
    REQUIRE(isSeen(u"case.before"_s));
    CHECK(seen<QLabel>(u"case.before.text"_s)->text().contains(u"amber"_s));
    click(u"case.assessment.cancel"_s);

    // A week later nobody has acknowledged it.
    {
        platform::FixedClock later(platform::now().addDays(7));
        page->open(reference);
        REQUIRE(waitFor([&] {
            return isSeen(u"case.clock.0"_s) && seen<QLabel>(u"case.clock.0"_s)->text() == u"Acknowledge: Missed"_s;
        }));
        CHECK(seen<QLabel>(u"case.clock.sentence.0"_s)->text().contains(u"Tell the next person now: "_s));
        click(u"case.back"_s);
        page->refresh();
        auto* table = seen<QTableView>(u"queue.table"_s);
        REQUIRE(table);
        CHECK(waitFor([&] {
            for (int row = 0; row < table->model()->rowCount(); ++row)
                if (table->model()->index(row, 0).data().toString().contains(u"Late by "_s))
                    return true;
            return false;
        }));
    }
}

TEST_CASE("who was informed and who agreed are recorded without a referral, and are no longer missing")
{
    auto& school = sharedSchool();
    const auto reference = logOne(school);
    Desk lead(school, school.lead());
    auto* page = lead.put(gui::cases::makeCasesPage);
    page->open(reference);
    const auto lacks = [] {
        QStringList all;
        for (int i = 0; isSeen(u"case.missing.%1"_s.arg(i)); ++i)
            all << seen<QLabel>(u"case.missing.%1"_s.arg(i))->text();
        return all.join(u'\n').contains(u"whether the parents or carers know"_s);
    };
    REQUIRE(waitFor(lacks));

    click(u"case.open.informed"_s);
    click(u"case.informed.save"_s);
    CHECK(isSeen(u"case.informed.partyError"_s));
    choose(u"case.informed.party"_s, u"The parents or carers"_s);
    choose(u"case.informed.told"_s, u"They were not told"_s);
    click(u"case.informed.save"_s);
    REQUIRE(waitFor([] { return isSeen(u"case.informed.error"_s); }));
    CHECK(seen<gui::Banner>(u"case.informed.error"_s)->text().contains(u"Say why they were not told."_s));
    // The focus is where it was: who types goes on there, and not somewhere else on the page.
    auto* why = seen<QPlainTextEdit>(u"case.informed.reason"_s);
    why->setFocus();
    seen<gui::Banner>(u"case.informed.error"_s)->hide();
    QTest::keyClick(why, Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(waitFor([] { return isSeen(u"case.informed.error"_s); }));
    CHECK(QApplication::focusWidget() == why);
    why->setPlainText(u"A carer is named in it"_s);
    click(u"case.informed.save"_s);
    REQUIRE(chronologyHas(u"Not told of it: The parents or carers"_s));
    CHECK(words(u"case.chronology"_s).contains(u"A carer is named in it"_s));
    CHECK_FALSE(lacks());

    click(u"case.open.consent"_s);
    type(u"case.consent.to"_s, u"Family help"_s);
    choose(u"case.consent.answer"_s, u"Given"_s);
    choose(u"case.consent.party"_s, u"Somebody else"_s);
    type(u"case.consent.whom"_s, u"Her aunt"_s);
    click(u"case.consent.save"_s);
    REQUIRE(chronologyHas(u"Consent: given"_s));
    CHECK(words(u"case.chronology"_s).contains(u"Her aunt"_s));
}

TEST_CASE("of a case with thousands of entries the newest are shown, and the earlier when they are asked for")
{
    constexpr int notes = 1200;
    auto& school = sharedSchool();
    const auto reference = logOne(school);
    Desk lead(school, school.lead());
    const auto written = lead.run([&](session::Session& session) -> model::Result {
        HEED_TAKE(const auto facts, session.state().find(reference));
        std::vector<session::Session::State::Entry> entries;
        entries.reserve(notes);
        for (int i = 0; i < notes; ++i)
            entries.push_back(
                {session::recordDraft(facts, model::Kind::Note, model::TextBody{u"Note %1."_s.arg(i), {}, {}, {}}),
                 rules::Record::Others,
                 nullptr,
                 {}});
        HEED_TRY(session.state().writeAll(std::move(entries), {}));
        return {};
    });
    REQUIRE(written);
    auto* page = lead.put(gui::cases::makeCasesPage);
    page->open(reference);
    REQUIRE(chronologyHas(u"Note 1199."_s));
    CHECK(words(u"case.chronology"_s).contains(u"Note 1100."_s));
    CHECK_FALSE(words(u"case.chronology"_s).contains(u"Note 1099."_s));
    for (int pressed = 0; isSeen(u"case.earlier"_s); ++pressed) {
        REQUIRE(pressed < 4);
        click(u"case.earlier"_s);
    }
    CHECK(words(u"case.chronology"_s).contains(u"Note 0."_s));
}
