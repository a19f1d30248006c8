#include "desk.h"

#include "gui/log/concern_form.h"
#include "qt_strings.h"
#include "session/attachments.h"
#include "session/drafts.h"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace heed;
using namespace heed::tests;
using namespace Qt::StringLiterals;

namespace {

void press(Qt::Key key)
{
    QTest::keyClick(QApplication::focusWidget(), key);
    // What was added is shown by an event.
    QApplication::processEvents();
}

QString wordsFor(const QString& name)
{
    static const QStringList days{u"seen"_s, u"day"_s,          u"since"_s,     u"back"_s,
                                  u"date"_s, u"firstNoticed"_s, u"observedAt"_s};
    const auto last = name.section(u'.', -1);
    if (last == u"dateOfBirth"_s)
        return u"3/5/2012"_s;
    if (last == u"upn"_s)
        return {};
    if (last.endsWith(u"Time"_s) || last == u"time"_s)
        return u"10:15"_s;
    return days.contains(last) ? u"today"_s : u"Words of "_s + name;
}

/// What somebody does with a field that they have come to by the Tab key, and never left the keyboard for.
void fill(QWidget* field, const QString& name, QStringList& met)
{
    auto* button = qobject_cast<QAbstractButton*>(field);
    if (button && name.startsWith(u"sign."_s)) {
        // The signs are one stop: the arrow keys go through them.
        for (int i = 0; i < 13; ++i) {
            met << QApplication::focusWidget()->objectName();
            press(Qt::Key_Space);
            if (i < 12)
                press(Qt::Key_Down);
        }
        for (int i = 0; i < 12; ++i)
            press(Qt::Key_Up);
    } else if (name == u"bodyMap.picture"_s) {
        press(Qt::Key_Return);
    } else if (button && button->isCheckable() && !button->isChecked() && !name.startsWith(u"bodyMap."_s)) {
        press(Qt::Key_Space);
    } else if (auto* combo = qobject_cast<QComboBox*>(field); combo && !combo->isEditable()) {
        press(Qt::Key_Down);
    } else if (auto* box = qobject_cast<QPlainTextEdit*>(field);
               qobject_cast<QLineEdit*>(field) || (combo && combo->isEditable()) || (box && !box->isReadOnly())) {
        QTest::keyClicks(field, wordsFor(name));
    }
}

} // namespace

TEST_CASE("the whole form is reached and filled in by the Tab key, the arrows, Space and typing")
{
    Desk staff(sharedSchool(), staffName());
    REQUIRE(staff.run([](session::Session& session) { return session::dropDraft(session, u"concern"_s); }));
    REQUIRE(staff.run([](session::Session& session) { return session::dropAttached(session, u"concern"_s); }));
    auto* page = staff.put(gui::log::makeLogPage);
    auto* form = page->findChild<gui::log::ConcernForm*>();
    REQUIRE(form);
    form->firstField()->setFocus(Qt::TabFocusReason);
    QStringList met;
    for (int stops = 0; stops < 600; ++stops) {
        auto* field = QApplication::focusWidget();
        REQUIRE(field);
        const auto name = field->objectName();
        if (name == u"log.check"_s)
            break;
        INFO(name.toStdString());
        CHECK_FALSE(name.isEmpty());
        if (!met.contains(name)) {
            met << name;
            fill(field, name, met);
            // What was added has the focus already.
            if (QApplication::focusWidget() != field)
                continue;
        }
        press(Qt::Key_Tab);
    }
    INFO(met.join(u' ').toStdString());
    CHECK(QApplication::focusWidget()->objectName() == u"log.check"_s);

    const auto concern = form->concern();
    CHECK_FALSE(concern.child.forename.isEmpty());
    CHECK(concern.child.dateOfBirth == QDate(2012, 5, 3));
    CHECK(concern.child.onRoll.has_value() == !met.contains(u"child.onRoll.unsure"_s));
    CHECK_FALSE(concern.child.vulnerabilities.empty());
    CHECK(concern.immediateDanger);
    CHECK(concern.missingNow);
    REQUIRE(concern.missing);
    CHECK(concern.missing->since);
    CHECK(concern.missing->back);
    CHECK(concern.facts == u"Words of facts"_s);
    CHECK(concern.signsSeen.size() == 14); // with something else, whose note is its words
    CHECK(std::all_of(concern.signsSeen.begin(), concern.signsSeen.end(), [](const model::SignSeen& sign) {
        return sign.seen && sign.source && (sign.code == model::otherSignCode) == sign.note.isEmpty();
    }));
    REQUIRE(concern.bodyMap.size() == 1);
    CHECK_FALSE(concern.bodyMap.front().colour.isEmpty());
    for (const auto& text : {concern.otherSign, concern.childsWords, concern.opinion, concern.actionTaken,
                             concern.childsWishes, concern.place})
        CHECK(text.startsWith(u"Words of "_s));
    CHECK(concern.observedAt);
    REQUIRE(concern.involved.size() == 1);
    CHECK_FALSE(concern.involved.front().what.isEmpty());
    REQUIRE(concern.children.size() == 1);
    CHECK_FALSE(concern.children.front().part.isEmpty());
    CHECK(concern.aboutStaff);
    CHECK(concern.aboutHead);
    for (const auto& name : {u"files.choose"_s, u"files.paste"_s})
        CHECK(met.contains(name));

    press(Qt::Key_Return);
    CHECK(waitFor([] { return isSeen(u"check.record"_s); }));
    REQUIRE(staff.run([](session::Session& session) { return session::dropDraft(session, u"concern"_s); }));
}
