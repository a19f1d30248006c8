#include "gui/log/concern_form.h"
#include "gui/log/day_field.h"
#include "gui/log/disclosure.h"
#include "gui/widgets/field.h"
#include "help.h"
#include "platform/clock.h"
#include "qt_strings.h"
#include "session/logging.h"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTest>
#include <QWheelEvent>

using namespace heed;
using namespace heed::gui::log;
using namespace heed::tests;
using namespace Qt::StringLiterals;

namespace {

struct Form {
    ConcernForm form{session::checklist(), session::defaultProfile()};

    Form()
    {
        form.resize(900, 4000);
        form.show();
        QApplication::setActiveWindow(&form);
        form.firstField()->setFocus();
    }
    template <class W> W* at(const QString& name)
    {
        auto* found = form.findChild<W*>(name);
        INFO(name.toStdString());
        REQUIRE(found);
        return found;
    }
    void open(const QString& part) { at<QAbstractButton>(u"part."_s + part)->setChecked(true); }
    void fill()
    {
        at<QLineEdit>(u"child.forename"_s)->setText(u"Leah"_s);
        at<QLineEdit>(u"child.dateOfBirth"_s)->setText(u"5/13"_s);
        at<QPlainTextEdit>(u"facts"_s)->setPlainText(u"  Seen at the gate.  "_s);
        at<QAbstractButton>(u"sign.missing"_s)->click();
        at<QLineEdit>(u"sign.missing.seen"_s)->setText(u"yesterday"_s);
        at<QComboBox>(u"sign.missing.source"_s)->setCurrentIndex(2);
        open(u"childsWords"_s);
        at<QPlainTextEdit>(u"childsWords"_s)->setPlainText(u"\"I'm fine\""_s);
        open(u"involved"_s);
        for (int i = 0; i < 2; ++i) // the first came by opening
            at<QAbstractButton>(u"involved.add"_s)->click();
        at<QLineEdit>(u"involved0.name"_s)->setText(u"nobody"_s);
        at<QLineEdit>(u"involved2.name"_s)->setText(u"KX"_s);
        at<QComboBox>(u"involved2.kind"_s)->setCurrentIndex(3);
        at<QAbstractButton>(u"involved.remove.0"_s)->click();
        open(u"children"_s);
        at<QLineEdit>(u"children0.forename"_s)->setText(u"Mia"_s);
        at<QPlainTextEdit>(u"children0.part"_s)->setPlainText(u"Was with her"_s);
    }
};

} // namespace

TEST_CASE("days are read as people write them")
{
    const QDate today(2026, 11, 23);
    CHECK(readDay(u"3/5/2011"_s, today) == QDate(2011, 5, 3));
    CHECK(readDay(u"3.5.11"_s, today) == QDate(2011, 5, 3));
    CHECK(readDay(u"2011-05-03"_s, today) == QDate(2011, 5, 3));
    CHECK(readDay(u" 3rd May 2011 "_s, today) == QDate(2011, 5, 3));
    CHECK(readDay(u"3 may"_s, today) == QDate(2026, 5, 3));
    CHECK(readDay(u"24/11"_s, today) == QDate(2025, 11, 24));
    CHECK(readDay(u"1/2/98"_s, today) == QDate(1998, 2, 1));
    CHECK(readDay(u"yesterday"_s, today) == QDate(2026, 11, 22));
    CHECK_FALSE(readDay(u"31/2/2011"_s, today));
    CHECK_FALSE(readDay(u"5/13"_s, today));
    CHECK_FALSE(readDay(u"last week"_s, today));
    CHECK_FALSE(readDay({}, today));
    CHECK(readTime(u"2.10 pm"_s) == QTime(14, 10));
    CHECK(readTime(u"1410"_s) == QTime(14, 10));
    CHECK(readTime(u"9"_s) == QTime(9, 0));
    CHECK(readTime(u"12am"_s) == QTime(0, 0));
    CHECK_FALSE(readTime(u"25:00"_s));
    CHECK_FALSE(readTime(u"14pm"_s));
}

TEST_CASE("the form gives the concern that stands in it, and names what it cannot read")
{
    Form f;
    CHECK(f.form.isEmpty());
    f.fill();
    const auto concern = f.form.concern();
    CHECK(concern.child.forename == u"Leah"_s);
    CHECK_FALSE(concern.child.onRoll);
    CHECK_FALSE(concern.child.dateOfBirth);
    CHECK(concern.facts == u"Seen at the gate."_s);
    REQUIRE(concern.signsSeen.size() == 1);
    CHECK(concern.signsSeen[0].seen == platform::inSchoolTime(platform::now()).date().addDays(-1));
    CHECK(concern.signsSeen[0].source == model::Source::Child);
    REQUIRE(concern.involved.size() == 1);
    CHECK(concern.involved[0] == model::Involved{model::InvolvedKind::Vehicle, u"KX"_s, {}, {}});
    REQUIRE(concern.children.size() == 1);
    CHECK(concern.children[0].part == u"Was with her"_s);
    REQUIRE(f.form.unreadable().size() == 1);
    CHECK(f.form.unreadable()[0].key == u"child.dateOfBirth"_s);
}

TEST_CASE("a draft brings everything back: rows, open parts, what cannot be read, the cursor")
{
    Form f;
    f.fill();
    auto* facts = f.at<QPlainTextEdit>(u"facts"_s);
    facts->setFocus();
    auto cursor = facts->textCursor();
    cursor.setPosition(7);
    facts->setTextCursor(cursor);
    const auto draft = f.form.saveDraft();

    Form g;
    REQUIRE(g.form.restoreDraft(draft));
    CHECK(g.form.concern() == f.form.concern());
    CHECK(g.at<QLineEdit>(u"child.dateOfBirth"_s)->text() == u"5/13"_s);
    CHECK(g.at<QPlainTextEdit>(u"facts"_s)->toPlainText() == u"  Seen at the gate.  "_s);
    CHECK(g.at<QPlainTextEdit>(u"facts"_s)->textCursor().position() == 7);
    CHECK(QApplication::focusWidget() == g.at<QPlainTextEdit>(u"facts"_s));
    CHECK(g.at<QAbstractButton>(u"part.involved"_s)->isChecked());
    CHECK(g.at<QWidget>(u"child.part"_s)->isVisible());
    CHECK(g.at<QPlainTextEdit>(u"childsWords"_s)->isVisible());

    CHECK_FALSE(g.form.restoreDraft("no draft"));
    CHECK(g.form.concern() == f.form.concern());
    g.form.clearAll();
    CHECK(g.form.isEmpty());
}

TEST_CASE("long, right-to-left and combining text and emoji stay as they were typed")
{
    Form f;
    QString all;
    const QString odd =
        u"\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd e\u0301 \U0001F468\u200D\U0001F469\u200D\U0001F467 \u202Ex\u202C <b>&amp;</b> "_s;
    while (all.size() < 100'000)
        all += odd;
    all = all.trimmed();
    auto* facts = f.at<QPlainTextEdit>(u"facts"_s);
    QElapsedTimer timer;
    timer.start();
    facts->setPlainText(all);
    QTest::keyClick(facts, Qt::Key_End, Qt::ControlModifier);
    QTest::keyClick(facts, Qt::Key_X);
    f.form.grab();
    CHECK(timer.elapsed() < 10'000);
    CHECK(f.form.concern().facts == all + u'x');
    Form g;
    REQUIRE(g.form.restoreDraft(f.form.saveDraft()));
    CHECK(g.form.concern().facts == all + u'x');
    // A box grows, but never past what can be seen.
    CHECK(facts->height() < 700);
}

TEST_CASE("paste brings words and no formatting")
{
    Form f;
    auto* facts = f.at<QPlainTextEdit>(u"facts"_s);
    auto* data = new QMimeData;
    data->setHtml(u"<b style='color:red'>Loud</b>"_s);
    data->setText(u"Loud"_s);
    QApplication::clipboard()->setMimeData(data);
    facts->paste();
    CHECK(facts->toPlainText() == u"Loud"_s);
    CHECK(facts->textCursor().charFormat().fontWeight() != QFont::Bold);
}

TEST_CASE("what is pasted into a line stays, however long, and becomes one line")
{
    Form f;
    auto* forename = f.at<QLineEdit>(u"child.forename"_s);
    QApplication::clipboard()->setText(QString(100'000, u'w'));
    forename->setFocus();
    forename->paste();
    CHECK(f.form.concern().child.forename.size() == 100'000);
    f.form.mark({{u"child.forename"_s, u"Too long."_s, rules::Severity::Error}});
    CHECK(f.at<QLabel>(u"child.forenameError"_s)->text() == u"Too long."_s);
    QApplication::clipboard()->setText(u" Ana\n Maria\t"_s);
    forename->clear();
    forename->paste();
    CHECK(f.form.concern().child.forename == u"Ana Maria"_s);
}

TEST_CASE("the first of several children is asked for its part too, and what was written stays in sight")
{
    Form f;
    CHECK_FALSE(f.at<QWidget>(u"child.part"_s)->isVisible());
    f.open(u"children"_s);
    CHECK(f.at<QWidget>(u"child.part"_s)->isVisible());
    f.at<QPlainTextEdit>(u"child.part"_s)->setPlainText(u"Was fetched"_s);
    f.at<QAbstractButton>(u"children.remove.0"_s)->click();
    CHECK(f.at<QWidget>(u"child.part"_s)->isVisible());
    CHECK(f.form.concern().child.part == u"Was fetched"_s);
    Form g;
    REQUIRE(g.form.restoreDraft(f.form.saveDraft()));
    CHECK(g.at<QWidget>(u"child.part"_s)->isVisible());
    g.form.clearAll();
    CHECK_FALSE(g.at<QWidget>(u"child.part"_s)->isVisible());
}

TEST_CASE("what is asked of a missing child opens below what was ticked, and keeps what it holds")
{
    Form f;
    const auto below = [&](const QString& one, const QString& other) {
        QApplication::processEvents();
        return f.at<QWidget>(one)->mapTo(&f.form, QPoint()).y() > f.at<QWidget>(other)->mapTo(&f.form, QPoint()).y();
    };
    auto* since = f.at<QLineEdit>(u"missing.since"_s);
    CHECK_FALSE(since->isVisible());
    f.at<QAbstractButton>(u"sign.missing"_s)->click();
    CHECK(since->isVisible());
    CHECK(below(u"missing.since"_s, u"sign.missing"_s));
    CHECK_FALSE(f.at<QWidget>(u"missing.go"_s)->isVisible());
    since->setText(u"yesterday"_s);
    f.at<QAbstractButton>(u"missingNow"_s)->click();
    CHECK(since->isVisible());
    CHECK(below(u"missing.since"_s, u"missingNow"_s));
    CHECK(below(u"facts"_s, u"missing.since"_s));
    CHECK(f.at<QWidget>(u"missing.go"_s)->isVisible());
    f.at<QAbstractButton>(u"missingNow"_s)->click();
    f.at<QAbstractButton>(u"sign.missing"_s)->click();
    CHECK(since->isVisible()); // nothing is sent unseen
    CHECK(f.form.concern().missing);
    since->clear();
    f.at<QAbstractButton>(u"sign.missing"_s)->click();
    f.at<QAbstractButton>(u"sign.missing"_s)->click();
    CHECK_FALSE(since->isVisible());
}

TEST_CASE("why it is written so late is asked once the day is some time ago, and not before")
{
    Form f;
    f.open(u"observedAt"_s);
    auto* day = f.at<QLineEdit>(u"observedAt"_s);
    auto* why = f.at<QPlainTextEdit>(u"delayReason"_s);
    CHECK_FALSE(why->isVisible());
    day->setText(u"today"_s);
    CHECK_FALSE(why->isVisible());
    day->setText(dayText(platform::inSchoolTime(platform::now()).date().addDays(-9)));
    CHECK(why->isVisible());
    // Put on paper in time: then nobody was late.
    f.at<QLineEdit>(u"writtenAt"_s)->setText(day->text());
    CHECK_FALSE(why->isVisible());
    f.at<QLineEdit>(u"writtenAt"_s)->clear();
    why->setPlainText(u"I was ill."_s);
    day->clear();
    CHECK(why->isVisible());
    CHECK(f.form.concern().delayReason == u"I was ill."_s);
    f.form.clearAll();
    CHECK_FALSE(why->isVisible());
}

TEST_CASE("a part of rows opens with its first, and rows in which nothing stands do not count")
{
    Form f;
    f.open(u"involved"_s);
    f.open(u"children"_s);
    QApplication::processEvents(); // what was added is shown by an event
    CHECK(f.at<QWidget>(u"involved0.name"_s)->isVisible());
    CHECK(f.at<QWidget>(u"children0.forename"_s)->isVisible());
    CHECK(f.form.isEmpty());
    f.at<QAbstractButton>(u"children.add"_s)->click();
    f.at<QLineEdit>(u"children1.forename"_s)->setText(u"Mia"_s);
    f.at<QLineEdit>(u"children1.dateOfBirth"_s)->setText(u"5/13"_s);
    REQUIRE(f.form.concern().children.size() == 1);
    REQUIRE(f.form.unreadable().size() == 1);
    CHECK(f.form.unreadable().front().key == u"children[0].dateOfBirth"_s);
    f.form.goTo(u"children[0].dateOfBirth"_s);
    CHECK(QApplication::focusWidget()->objectName() == u"children1.dateOfBirth"_s);
    // Rows read alike to the eye, which sees where they stand; a screen reader says which.
    CHECK(f.at<QLineEdit>(u"children1.forename"_s)->accessibleName() == u"Forename, further child 2"_s);
    f.at<QAbstractButton>(u"children.remove.0"_s)->click();
    CHECK(f.at<QLineEdit>(u"children1.forename"_s)->accessibleName() == u"Forename, further child 1"_s);
}

TEST_CASE("on the signs, arrow keys go on and a word's beginning jumps")
{
    Form f;
    auto* first = f.at<QWidget>(u"sign.sexualised-behaviour"_s);
    first->setFocus();
    QTest::keyClicks(first, u"miss"_s);
    CHECK(QApplication::focusWidget()->objectName() != u"sign.sexualised-behaviour"_s);
    // "miss" also begins "miscarriage" until its fourth letter.
    CHECK(QApplication::focusWidget()->objectName() == u"sign.missing"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    REQUIRE(f.form.concern().signsSeen.size() == 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    CHECK(QApplication::focusWidget()->objectName() == u"sign.older-partner"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up);
    CHECK(QApplication::focusWidget()->objectName() == u"sign.missing"_s);
}

TEST_CASE("a link opens what hides its field and goes there")
{
    Form f;
    f.form.goTo(u"childsWords"_s);
    CHECK(QApplication::focusWidget()->objectName() == u"childsWords"_s);
    f.form.goTo(u"child.upn"_s);
    CHECK(QApplication::focusWidget()->objectName() == u"child.upn"_s);
    CHECK(QApplication::focusWidget()->isVisible());
    f.form.goTo(u"delayReason"_s);
    CHECK(QApplication::focusWidget()->objectName() == u"delayReason"_s);
    f.fill();
    f.form.goTo(u"signs[0].seen"_s);
    CHECK(QApplication::focusWidget()->objectName() == u"sign.missing.seen"_s);
    f.form.goTo(u"children[0].part"_s);
    CHECK(QApplication::focusWidget()->objectName() == u"children0.part"_s);
    f.form.goTo(u"involved[0].name"_s);
    CHECK(QApplication::focusWidget()->objectName() == u"involved2.name"_s);
    f.form.goTo(u"signs[0].note"_s);
    CHECK(QApplication::focusWidget()->objectName() == u"sign.missing.note"_s);
    f.form.goTo(u"missing.police"_s);
    CHECK(QApplication::focusWidget()->objectName() == u"missing.police"_s);
    f.form.mark({{u"child.upn"_s, u"Wrong letter."_s, rules::Severity::Error}});
    CHECK(f.at<QLabel>(u"child.upnError"_s)->text() == u"Wrong letter."_s);
    f.form.mark({});
    CHECK(f.at<QLabel>(u"child.upnError"_s)->text().isEmpty());
}

TEST_CASE("every field of the form has both its names, and the wheel changes none")
{
    Form f;
    f.fill();
    for (auto* part : f.form.findChildren<Disclosure*>())
        part->setOpen(true);
    int fields = 0;
    for (auto* widget : f.form.findChildren<QWidget*>()) {
        const bool isField = qobject_cast<QLineEdit*>(widget) || qobject_cast<QPlainTextEdit*>(widget) ||
                             qobject_cast<QComboBox*>(widget) || qobject_cast<QAbstractButton*>(widget);
        const bool isInner = widget->objectName().startsWith(u"qt_"_s) ||
                             qobject_cast<QComboBox*>(widget->parentWidget()) ||
                             qobject_cast<QLineEdit*>(widget->parentWidget()) || qobject_cast<QScrollBar*>(widget);
        if (!isField || isInner)
            continue;
        ++fields;
        INFO(widget->metaObject()->className() << " " << widget->objectName().toStdString());
        CHECK_FALSE(widget->objectName().isEmpty());
        CHECK_FALSE(widget->accessibleName().isEmpty());
    }
    CHECK(fields > 60);

    auto* combo = f.at<QComboBox>(u"sign.missing.source"_s);
    combo->setFocus();
    const int before = combo->currentIndex();
    QWheelEvent wheel(QPointF(5, 5), combo->mapToGlobal(QPointF(5, 5)), {}, QPoint(0, -120), Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(combo, &wheel);
    CHECK(combo->currentIndex() == before);
}

TEST_CASE("A paper form is typed in with who wrote it and when, and its age asks for no excuse")
{
    Form f;
    f.form.goTo(u"writtenBy"_s);
    CHECK(QApplication::focusWidget()->objectName() == u"writtenBy"_s);
    f.at<QLineEdit>(u"writtenBy"_s)->setText(u"Sam Okafor"_s);
    f.at<QLineEdit>(u"writtenAt"_s)->setText(u"3 November 2026"_s);
    f.at<QLineEdit>(u"writtenTime"_s)->setText(u"14:10"_s);
    const auto concern = f.form.concern();
    CHECK(concern.writtenBy == u"Sam Okafor"_s);
    REQUIRE(concern.writtenAt);
    CHECK(concern.writtenAt->toUTC() == QDateTime(QDate(2026, 11, 3), QTime(14, 10), Qt::UTC));
    f.at<QLineEdit>(u"writtenAt"_s)->setText(u"soon"_s);
    REQUIRE(f.form.unreadable().size() == 1);
    CHECK(f.form.unreadable().front().key == u"writtenAt"_s);
    f.form.clearAll();
    CHECK(f.form.isEmpty());
}
