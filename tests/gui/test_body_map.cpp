#include "gui/log/body_canvas.h"
#include "gui/log/concern_form.h"
#include "help.h"
#include "qt_strings.h"
#include "rules/body_figure.h"
#include "session/logging.h"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace heed;
using namespace heed::gui::log;
using namespace heed::tests;
using namespace Qt::StringLiterals;

namespace {

struct Form {
    ConcernForm form{session::checklist(), session::defaultProfile()};

    Form()
    {
        form.resize(900, 6000);
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
    BodyCanvas* picture() { return at<BodyCanvas>(u"bodyMap.picture"_s); }
    void press(int key, int times = 1, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        for (int i = 0; i < times; ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
    }
    QString where() { return at<QLabel>(u"bodyMap.where"_s)->text(); }
};

} // namespace

TEST_CASE("ticking injuries opens the body map, which warns and is filled in by keyboard alone")
{
    Form f;
    CHECK_FALSE(f.picture()->isVisible());
    auto* injuries = f.at<QAbstractButton>(u"sign.injuries"_s);
    injuries->setFocus();
    f.press(Qt::Key_Space);
    REQUIRE(f.picture()->isVisible());
    CHECK(f.at<QWidget>(u"bodyMap.never"_s)->isVisible());
    f.picture()->setFocus(Qt::TabFocusReason);
    CHECK(f.picture()->accessibleName() == u"Body map, front"_s);

    // From the middle of the belly to the child's left hand, which is on our right.
    f.press(Qt::Key_Right, 4, Qt::ShiftModifier);
    f.press(Qt::Key_Down, 3, Qt::ShiftModifier);
    CHECK(f.where().contains(u"left"_s));
    const auto region =
        rules::bodyRegion(model::BodyView::Front, f.picture()->cursorPlace().x(), f.picture()->cursorPlace().y());
    f.press(Qt::Key_Return);
    REQUIRE(f.form.concern().bodyMap.size() == 1);
    CHECK(rules::bodyRegion(f.form.concern().bodyMap[0]) == region);
    CHECK(f.picture()->accessibleDescription().contains(u"Mark 1 is here"_s));
    f.press(Qt::Key_Up, 3, Qt::ShiftModifier);
    f.press(Qt::Key_Space);
    REQUIRE(f.form.concern().bodyMap.size() == 2);
    CHECK(f.form.concern().bodyMap[1].y < f.form.concern().bodyMap[0].y);

    f.at<QComboBox>(u"mark0.kind"_s)->setFocus();
    QTest::keyClicks(f.at<QComboBox>(u"mark0.kind"_s), u"Bruise"_s);
    f.at<QLineEdit>(u"mark0.size"_s)->setText(u"3 cm"_s);
    f.at<QLineEdit>(u"mark0.colour"_s)->setText(u"blue"_s);
    f.at<QComboBox>(u"mark0.broken"_s)->setCurrentIndex(2);
    f.at<QPlainTextEdit>(u"mark0.account"_s)->setPlainText(u"He held me"_s);
    const auto mark = f.form.concern().bodyMap[0];
    CHECK(mark.kind == u"Bruise"_s);
    CHECK(mark.brokenSkin == false);
    CHECK(mark.childsAccount == u"He held me"_s);

    // Delete takes away the one under the cursor; the other becomes the first.
    f.picture()->setFocus();
    f.press(Qt::Key_Delete);
    REQUIRE(f.form.concern().bodyMap.size() == 1);
    CHECK(f.form.concern().bodyMap[0].kind == u"Bruise"_s);

    f.at<QAbstractButton>(u"bodyMap.view.back"_s)->click();
    CHECK(f.picture()->accessibleName() == u"Body map, back"_s);
    CHECK(f.at<QAbstractButton>(u"bodyMap.view.front"_s)->accessibleName() == u"Front, one mark"_s);
}

TEST_CASE("a click places a mark where it is, at any size; a second click there chooses it")
{
    Form f;
    f.at<QAbstractButton>(u"sign.injuries"_s)->click();
    f.at<QAbstractButton>(u"bodyMap.view.head-left"_s)->click();
    const auto placeAt = [&](double x, double y) {
        const auto size = f.picture()->size();
        const int edge = static_cast<int>(size.width() - f.picture()->sizeHint().width()) / 2;
        QTest::mouseClick(f.picture(), Qt::LeftButton, {},
                          {edge + qRound(size.width() * x), qRound(size.height() * y)});
    };
    placeAt(0.56, 0.5);
    REQUIRE(f.form.concern().bodyMap.size() == 1);
    CHECK(rules::bodyRegion(f.form.concern().bodyMap[0]) == u"left ear"_s);
    placeAt(0.56, 0.5);
    CHECK(f.form.concern().bodyMap.size() == 1);
    const auto before = f.picture()->width();
    f.at<QAbstractButton>(u"bodyMap.larger"_s)->click();
    CHECK(f.picture()->width() > before);
    placeAt(0.5, 0.12);
    REQUIRE(f.form.concern().bodyMap.size() == 2);
    CHECK(rules::bodyRegion(f.form.concern().bodyMap[1]) == u"top of the head"_s);

    // Beside the figure nothing is marked, by mouse or by keyboard, and it is said.
    placeAt(0.02, 0.02);
    CHECK(f.form.concern().bodyMap.size() == 2);
    CHECK(f.where().startsWith(u"No mark was placed. Beside the figure."_s));
    CHECK_FALSE(f.at<QAbstractButton>(u"bodyMap.marks.add"_s)->isEnabled());
    f.press(Qt::Key_Return);
    CHECK(f.form.concern().bodyMap.size() == 2);
    placeAt(0.5, 0.3);
    CHECK(f.form.concern().bodyMap.size() == 3);
    CHECK(f.at<QAbstractButton>(u"bodyMap.marks.add"_s)->isEnabled());
}

TEST_CASE("marks come back with a draft, and stay in sight when the sign is unticked")
{
    Form f;
    f.at<QAbstractButton>(u"sign.injuries"_s)->click();
    f.picture()->setFocus();
    f.press(Qt::Key_Return);
    f.at<QLineEdit>(u"mark0.noticed"_s)->setText(u"31/2"_s);
    f.at<QLineEdit>(u"mark0.shape"_s)->setText(u"round"_s);
    f.at<QAbstractButton>(u"sign.injuries"_s)->click();
    CHECK(f.picture()->isVisible());
    REQUIRE(f.form.unreadable().size() == 1);
    CHECK(f.form.unreadable()[0].key == u"bodyMap[0].firstNoticed"_s);
    f.form.goTo(u"bodyMap[0].firstNoticed"_s);
    CHECK(QApplication::focusWidget()->objectName() == u"mark0.noticed"_s);

    Form other;
    REQUIRE(other.form.restoreDraft(f.form.saveDraft()));
    CHECK(other.form.concern().bodyMap == f.form.concern().bodyMap);
    CHECK(other.form.concern().bodyMap[0].shape == u"round"_s);
    CHECK(other.picture()->isVisible());
    CHECK(other.form.unreadable().size() == 1);
    other.form.clearAll();
    CHECK(other.form.isEmpty());
}

TEST_CASE("a missing child, a range of time and what the child wishes are written as they were typed")
{
    Form f;
    CHECK_FALSE(f.at<QWidget>(u"missing"_s)->isVisible());
    f.at<QAbstractButton>(u"sign.missing"_s)->click();
    CHECK(f.at<QWidget>(u"missing"_s)->isVisible());
    f.at<QAbstractButton>(u"missing.go"_s)->click();
    CHECK(QApplication::focusWidget()->objectName() == u"missing.since"_s);
    f.at<QLineEdit>(u"missing.since"_s)->setText(u"18/11/2025"_s);
    f.at<QLineEdit>(u"missing.sinceTime"_s)->setText(u"9.30pm"_s);
    f.at<QLineEdit>(u"missing.back"_s)->setText(u"19/11/2025"_s);
    f.at<QComboBox>(u"missing.toldPolice"_s)->setCurrentIndex(1);
    f.at<QAbstractButton>(u"part.observedAt"_s)->click();
    f.at<QLineEdit>(u"observedAt"_s)->setText(u"18/11/2025"_s);
    CHECK(f.form.concern().precision == model::Precision::Day);
    f.at<QLineEdit>(u"observedUntil"_s)->setText(u"20/11/2025"_s);
    f.at<QAbstractButton>(u"part.childsWishes"_s)->click();
    f.at<QPlainTextEdit>(u"childsWishes"_s)->setPlainText(u"To go home"_s);

    const auto concern = f.form.concern();
    REQUIRE(concern.missing);
    CHECK(concern.missing->since == model::Moment{QDate(2025, 11, 18), QTime(21, 30)});
    CHECK(concern.missing->back == model::Moment{QDate(2025, 11, 19), std::nullopt});
    CHECK(concern.missing->toldPolice == true);
    CHECK(concern.observedUntil > concern.observedAt);
    CHECK(concern.precision == model::Precision::Day);
    CHECK(concern.childsWishes == u"To go home"_s);

    f.at<QLineEdit>(u"observedTime"_s)->setText(u"14:00"_s);
    f.at<QComboBox>(u"precision"_s)->setCurrentIndex(1);
    CHECK(f.form.concern().precision == model::Precision::About);
    f.form.clearAll();
    CHECK(f.form.isEmpty());
    f.at<QComboBox>(u"precision"_s)->setCurrentIndex(2);
    CHECK(f.form.concern().precision == model::Precision::NotKnown);
    CHECK_FALSE(f.form.concern().observedAt);
}
