#include "desk.h"
#include "guidance/readability.h"

#include "gui/log/after_view.h"
#include "gui/log/check_view.h"
#include "gui/log/concern_form.h"
#include "gui/log/row_list.h"
#include "platform/clock.h"
#include "rules/concern_check.h"
#include "rules/phrases.h"
#include "rules/routing.h"
#include "session/logging.h"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextBrowser>

#include <algorithm>

using namespace heed;
using namespace heed::tests;
using namespace Qt::StringLiterals;

// What somebody reads from the first field to "I have told", however they fill it in: labels, hints, placeholders,
// choices, tooltips, what a screen reader adds, errors, advice, whom to tell and why, and the page after it.

namespace {

/// All words that stand in these widgets, seen or not yet.
QStringList wordsIn(const QWidget* root)
{
    QStringList words;
    auto widgets = root->findChildren<QWidget*>();
    for (const auto* widget : widgets) {
        words << widget->toolTip() << widget->accessibleDescription();
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            words << label->text();
        else if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            words << button->text();
        else if (const auto* line = qobject_cast<const QLineEdit*>(widget))
            words << line->placeholderText();
        else if (const auto* box = qobject_cast<const QPlainTextEdit*>(widget))
            words << box->placeholderText();
        else if (const auto* record = qobject_cast<const QTextBrowser*>(widget))
            words << record->toPlainText().split(u'\n');
        else if (const auto* combo = qobject_cast<const QComboBox*>(widget))
            for (int i = 0; i < combo->count(); ++i)
                words << combo->itemText(i);
    }
    return words;
}

/// The form with everything open and one row of each kind that can be added.
QStringList wordsOfTheForm(gui::PlacePage* page)
{
    auto* form = page->findChild<gui::log::ConcernForm*>();
    REQUIRE(form);
    for (auto* rows : form->findChildren<gui::log::RowList*>())
        rows->addRow();
    auto words = wordsIn(page);
    for (auto* button : form->findChildren<QAbstractButton*>())
        if (button->isCheckable()) {
            button->click(); // what it brings: "Ring 999 now", the missing child's questions, who is told
            words << wordsIn(page);
            button->click();
        }
    // What is typed and cannot be read.
    for (auto* line : form->findChildren<QLineEdit*>())
        line->setText(u"5/13"_s);
    for (const auto& problem : form->unreadable())
        words << problem.sentence;
    return words;
}

struct Case {
    model::Concern concern;
    QDateTime at;
    QString author;
};

/// One concern for each way in which somebody can be sent on.
std::vector<Case> cases(const model::Profile& profile)
{
    const auto school = QDateTime::fromString(u"2026-11-24T10:00:00Z"_s, Qt::ISODate);
    const auto night = school.addSecs(13 * 3600);
    model::Concern plain;
    plain.child.forename = u"Testy"_s;
    plain.facts = u"Testy got into a car."_s;
    plain.child.onRoll = true;
    std::vector<Case> all{{plain, school, {}}, {plain, night, {}}, {plain, school, profile.dsls.front().name}};
    const auto add = [&](const auto& change) {
        for (const auto& at : {school, night}) {
            auto made = plain;
            change(made);
            all.push_back({made, at, {}});
        }
    };
    add([](auto& c) { c.child.onRoll = false; });
    add([](auto& c) { c.child.onRoll = std::nullopt; });
    add([](auto& c) { c.immediateDanger = true; });
    add([](auto& c) { c.missingNow = true; });
    add([](auto& c) { c.aboutStaff = true; });
    add([](auto& c) { c.aboutHead = true; });
    add([](auto& c) {
        c.child.onRoll = false;
        c.child.homeAuthority = u"Salford"_s;
    });
    return all;
}

} // namespace

TEST_CASE("The words from the first field to the page after it have a reading age of 12 or lower")
{
    Desk staff(sharedSchool(), staffName());
    auto* page = staff.put(gui::log::makeLogPage, {1280, 4000});
    auto words = wordsOfTheForm(page);
    const auto ofTheForm = words.size();
    const auto profile = session::defaultProfile();

    gui::log::CheckView check(session::checklist());
    gui::log::AfterView after(staff.context());
    for (const auto& one : cases(profile)) {
        const auto route = rules::route(one.concern, profile, one.at, one.author);
        for (const auto& reason : route.reasons)
            words << reason.sentence;
        // What it says when all is missing or wrong belongs to it as well.
        auto wrong = one.concern;
        wrong.facts.clear();
        wrong.child = {};
        wrong.child.upn = u"A123"_s;
        wrong.child.dateOfBirth = QDate(1980, 1, 1);
        wrong.observedAt = one.at.addYears(1);
        auto problems = rules::check(wrong, session::checklist(), one.at);
        CHECK(problems.size() >= 3);
        check.setConcern(one.concern, problems, route);
        words << wordsIn(&check);
        after.setLogged({u"id"_s, u"7K3M-9QX2-TPR"_s, u"fingerprint"_s, u"child"_s, one.at, route, {}}, one.concern,
                        session::checklist());
        words << wordsIn(&after);
    }
    for (const auto* phrases : {&rules::blamingPhrases(), &rules::opinionPhrases()})
        for (const auto& phrase : *phrases)
            words << phrase.why << phrase.alternative;

    // The signs have the words of the school's page, which are not ours to change.
    for (const auto& sign : session::checklist().signsListed) {
        auto label = sign.label;
        words.removeAll(label);
        label[0] = label[0].toUpper();
        words.removeAll(label);
    }
    words.removeAll(QString());
    words.removeDuplicates();
    CHECK(ofTheForm > 150);
    CHECK(words.size() > 300);
    // Each of these can only be there if its part of the way was looked at.
    const auto all = words.join(u'\n');
    for (const auto& part : {u"such as 3/5/2011"_s, u"Nobody has to wait before they report"_s, u"Ctrl+Enter"_s,
                             u"Bruise"_s, u"Do not promise to keep it secret"_s, u"I could not reach"_s,
                             u"Can be a sign of harm already happening."_s, u"Heed cannot read"_s}) {
        INFO(part.toStdString());
        CHECK(all.contains(part));
    }

    const auto sentences = sentencesOf(all);
    auto worst = sentences;
    std::erase_if(worst, [](const Sentence& one) { return one.words < 8; });
    std::sort(worst.begin(), worst.end(),
              [](const Sentence& a, const Sentence& b) { return a.readingAge() > b.readingAge(); });
    QStringList told;
    for (std::size_t i = 0; i < std::min<std::size_t>(worst.size(), 12); ++i)
        told << u"age %1: %2"_s.arg(worst[i].readingAge(), 0, 'f', 1).arg(worst[i].text);
    INFO(words.size() << " texts, of reading age " << readingAge(sentences) << ", whole sentences only "
                      << readingAge(wholeOnly(sentences)) << "; the hardest:\n"
                      << told.join(u'\n').toStdString());
    CHECK(readingAge(sentences) <= 12);
    CHECK(readingAge(wholeOnly(sentences)) <= 12);
    for (const auto& sentence : sentences) {
        INFO(sentence.text.toStdString());
        CHECK(sentence.words <= 32);
        if (sentence.words >= 8)
            CHECK(sentence.readingAge() <= 19);
    }
}
