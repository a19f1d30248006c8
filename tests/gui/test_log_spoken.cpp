#include "desk.h"

#include "gui/log/concern_form.h"
#include "gui/log/disclosure.h"
#include "gui/log/row_list.h"
#include "qt_strings.h"
#include "session/drafts.h"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace heed;
using namespace heed::tests;
using namespace Qt::StringLiterals;

namespace {

struct Spoken {
    int stops = 0;
    QStringList nameless; ///< what can have the focus and says nothing of itself
    QStringList doubles;  ///< what says the same as another, and can be told from it by nothing
};

/// What a screen reader meets that can have the focus, from `root` down.
void listen(QAccessibleInterface* root, Spoken& spoken, QSet<QString>& said)
{
    for (int i = 0; root && i < root->childCount(); ++i) {
        auto* child = root->child(i);
        if (!child || child->state().invisible)
            continue;
        if (child->state().focusable) {
            ++spoken.stops;
            const auto name = child->text(QAccessible::Name);
            const auto* object = child->object();
            const auto where = object ? object->objectName() : QString();
            if (name.trimmed().isEmpty())
                spoken.nameless << u"%1 (%2)"_s.arg(where).arg(child->role());
            // A button of a row says of what; two with the same words would be one to somebody who cannot see them.
            // What a list of answers is called is its label's on Linux, and its own name is the answer.
            else if (said.contains(name) && child->role() != QAccessible::ComboBox &&
                     child->role() != QAccessible::StaticText)
                spoken.doubles << u"%1: %2"_s.arg(where, name);
            said << name;
        }
        if (child->role() != QAccessible::ComboBox && child->role() != QAccessible::EditableText)
            listen(child, spoken, said);
    }
}

void hold(QWidget* page, const char* what, int least)
{
    Spoken spoken;
    QSet<QString> said;
    listen(QAccessible::queryAccessibleInterface(page), spoken, said);
    INFO(what << "\nnameless: " << spoken.nameless.join(u", "_s).toStdString()
              << "\ndoubles: " << spoken.doubles.join(u", "_s).toStdString());
    CHECK(spoken.stops >= least);
    CHECK(spoken.nameless.isEmpty());
    CHECK(spoken.doubles.isEmpty());
}

QString described(const QString& name)
{
    auto* widget = seen(name);
    REQUIRE(widget);
    return QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Description);
}

} // namespace

TEST_CASE("a screen reader can say and tell apart everything on the form, the check page, the page after it and one's "
          "own concerns")
{
    Desk staff(sharedSchool(), staffName());
    REQUIRE(staff.run([](session::Session& session) { return session::dropDraft(session, u"concern"_s); }));
    auto* page = staff.put(gui::log::makeLogPage, {1280, 9000});
    hold(page, "the form as it opens", 20);

    // Guidance beside a field is heard with it, and a sign's own with the sign.
    CHECK(described(u"facts"_s).contains(u"Names in full"_s));
    CHECK(described(u"sign.crime"_s).contains(u"Can be a sign of"_s));
    CHECK(described(u"part.childsWords"_s) == u"Closed"_s);

    for (auto* part : page->findChildren<gui::log::Disclosure*>())
        part->setOpen(true);
    for (const auto* sign : {"missing", "injuries", "crime"})
        click(u"sign."_s + QLatin1StringView(sign));
    for (auto* list : page->findChildren<gui::log::RowList*>())
        for (int i = 0; i < 2; ++i)
            list->addRow();
    QApplication::processEvents();
    CHECK(described(u"part.childsWords"_s) == u"Open"_s);
    hold(page, "the form with all its parts open and two of each row", 90);

    type(u"child.dateOfBirth"_s, u"1/1/2099"_s);
    seen<QPlainTextEdit>(u"facts"_s)->setPlainText(u"She said that he obviously flirted with AB."_s);
    click(u"log.check"_s);
    REQUIRE(seen(u"check.problems"_s));
    hold(page, "the check page with errors and advice", 5);
    // What is wrong is heard at its field.
    click(u"check.problems.go.0"_s);
    CHECK(described(u"child.dateOfBirth"_s).contains(u"has not come yet"_s));
    type(u"child.dateOfBirth"_s, {});
    click(u"log.check"_s);
    click(u"check.submit"_s);
    REQUIRE(seen(u"afterView"_s));
    hold(page, "the page after it", 5);
    click(u"after.told"_s);
    hold(page, "saying whom one told", 8);

    auto* own = staff.put(gui::log::makeMyConcernsPage, {1280, 9000});
    REQUIRE(staff.run([](session::Session&) -> model::Result { return {}; }));
    REQUIRE(waitFor([&] { return own->findChild<gui::log::Disclosure*>() != nullptr; }));
    hold(own, "one's own concerns", 4);
}
