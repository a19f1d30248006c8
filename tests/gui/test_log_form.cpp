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
        for (int i = 0; i < 3; ++i)
            at<QAbstractButton>(u"involved.add"_s)->click();
        at<QLineEdit>(u"involved0.name"_s)->setText(u"nobody"_s);
        at<QLineEdit>(u"involved2.name"_s)->setText(u"KX"_s);
        at<QComboBox>(u"involved2.kind"_s)->setCurrentIndex(3);
        at<QAbstractButton>(u"involved.remove.0"_s)->click();
        open(u"children"_s);
        at<QAbstractButton>(u"children.add"_s)->click();
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
    CHECK(QApplication::focusWidget()->objectName().startsWith(u"involved1."_s));
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
