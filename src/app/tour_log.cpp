#include "app/tour_log.h"

#include "app/tour_driver.h"
#include "app/tour_guidance.h"
#include "platform/clock.h"

#include <QAbstractItemView>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QPainter>

namespace heed::app {

using namespace Qt::StringLiterals;

void LogTour::submit(const QString& picturesName, const QString& checkWords, const QString& afterWords)
{
    m_drive.click(u"log.check"_s);
    m_drive.wait(u"the concern can be read over"_s, [this] { return m_drive.isSeen(u"check.submit"_s); });
    m_drive.picture(picturesName + u"-check"_s, checkWords);
    m_drive.click(u"check.submit"_s);
    m_drive.wait(u"the concern is logged"_s, [this] { return m_drive.isSeen(u"after.reference"_s); });
    m_drive.picture(picturesName + u"-told"_s, afterWords);
    m_clock.advance(240);
}

bool LogTour::routeSays(const QString& words)
{
    return m_drive.there<QLabel>(u"route.reasons"_s)->text().contains(words);
}

QString LogTour::ofThisSchool()
{
    m_drive.see(u"facts"_s);
    m_drive.picture(u"empty-form"_s, u"Staff sign in and are at the form at once, with whom to tell beside it."_s);
    m_drive.type(u"child.forename"_s, u"e"_s);
    m_drive.wait(u"the register answers"_s, [this] { return m_drive.isSeen(u"child.matches"_s); });
    m_drive.picture(u"register"_s, u"Typing a name finds pupils of the register, with year and class."_s);
    m_drive.type(u"child.forename"_s, u"Ellie"_s);
    m_drive.type(u"child.surname"_s, u"Example"_s);
    m_drive.type(u"child.yearGroup"_s, u"9"_s);
    m_drive.click(u"child.onRoll.yes"_s);
    m_drive.type(u"facts"_s,
                 u"At 10:15, by the school gate, Ellie got out of a grey car. A man of about thirty was driving. "
                 "She had a new telephone in her hand. She said that it was a present."_s);
    m_drive.wait(u"the route follows the form"_s, [this] { return routeSays(u"A child of this school"_s); });
    m_drive.click(u"untoldBannerDismiss"_s); // one of the days before, in the made-up school
    m_drive.click(u"sign.unaffordable-things"_s);
    m_drive.click(u"sign.unknown-cars"_s);
    m_drive.picture(u"form"_s,
                    u"What was seen, and two of the thirteen signs. The form says who will be told, and why."_s);
    tourDoubt(m_drive);
    attachFiles();
    submit(u"school"_s, u"Everything once more, to read over."_s,
           u"It is logged: the reference, whom to tell now, and what not to do."_s);
    return m_drive.see<QLabel>(u"after.reference"_s)->text();
}

/// A letter and a plan that nobody ever wrote or drew.
void LogTour::attachFiles()
{
    const auto letter = QDir(m_drive.folder()).absoluteFilePath(u"letter.txt"_s);
    QFile text(letter);
    if (!text.open(QIODevice::WriteOnly) || text.write("Wait by the gate on Tuesday.\nDo not tell your mother.\n") < 0)
        throw TourFailure(u"The made-up letter cannot be written."_s);
    text.close();
    const auto plan = QDir(m_drive.folder()).absoluteFilePath(u"plan.png"_s);
    QImage image(900, 500, QImage::Format_RGB32);
    image.fill(QColor(246, 244, 238));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(90, 90, 90), 26));
    painter.drawLine(0, 330, 900, 330);
    painter.setPen(QPen(QColor(40, 90, 140), 4));
    painter.drawRect(120, 90, 260, 150);
    painter.drawEllipse(QPoint(560, 330), 22, 22);
    painter.end();
    if (!image.save(plan))
        throw TourFailure(u"The made-up plan cannot be drawn."_s);
    m_drive.click(u"part.files"_s);
    for (const auto& path : {letter, plan}) {
        m_drive.click(u"files.choose"_s);
        m_drive.chooseFile(u"files.dialog"_s, path);
        if (m_drive.isSeen(u"files.goOn"_s)) {
            m_drive.picture(u"files-warning"_s, u"Before the first file: what must never be attached."_s);
            m_drive.click(u"files.goOn"_s);
        }
    }
    m_drive.wait(u"both files are sealed"_s, [this] { return m_drive.isSeen(u"files.name.1"_s); });
    m_drive.click(u"files.look.1"_s);
    m_drive.wait(u"the plan is shown"_s, [this] { return m_drive.isSeen(u"files.view.picture"_s); });
    m_drive.picture(u"files"_s, u"Files, sealed as they were read, and shown inside Heed."_s);
    m_drive.click(u"files.view.close"_s);
    QFile::remove(letter);
    QFile::remove(plan);
}

QString LogTour::ofAnotherSchool()
{
    m_drive.click(u"after.another"_s);
    m_drive.type(u"child.forename"_s, u"Sam"_s);
    m_drive.type(u"child.surname"_s, u"Sample"_s);
    m_drive.click(u"child.onRoll.no"_s);
    m_drive.type(u"facts"_s, u"Sam goes to another school and waits for our pupils at the bus stop. "
                             "Today Sam said: I have not been home since Friday."_s);
    m_drive.wait(u"the route follows the form"_s, [this] { return routeSays(u"not at this school"_s); });
    m_drive.click(u"sign.missing"_s);
    m_drive.picture(u"elsewhere-form"_s, u"A child who is not at this school: the form says to ring MASH."_s);
    m_drive.type(u"missing.since"_s, u"20/11/2026"_s);
    m_drive.type(u"missing.sinceTime"_s, u"18:00"_s);
    m_drive.choose(u"missing.toldPolice"_s, u"No"_s);
    m_drive.picture(u"missing"_s, u"Missing: since when, back when, and whether the police know."_s);
    m_drive.click(u"sign.injuries"_s);
    auto* body = m_drive.see(u"bodyMap.picture"_s);
    body->setFocus(Qt::TabFocusReason);
    for (int i = 0; i < 4; ++i)
        m_drive.press(Qt::Key_Right, Qt::ShiftModifier);
    for (int i = 0; i < 2; ++i)
        m_drive.press(Qt::Key_Down, Qt::ShiftModifier);
    m_drive.press(Qt::Key_Return);
    m_drive.picture(u"body-map"_s, u"Choosing injuries opens the body map; a mark was placed by keyboard."_s);
    m_drive.choose(u"mark0.kind"_s, u"Bruise"_s);
    m_drive.type(u"mark0.size"_s, u"about 3 cm across"_s);
    m_drive.type(u"mark0.colour"_s, u"yellow and blue"_s);
    m_drive.type(u"mark0.account"_s, u"Somebody held my arm."_s);
    m_drive.picture(u"body-map-mark"_s, u"Each mark in words, with what can be seen and what the child says."_s);
    submit(u"elsewhere"_s, u"The second concern, to read over."_s, u"Ring Manchester MASH, with the number."_s);
    return m_drive.see<QLabel>(u"after.reference"_s)->text();
}

void LogTour::ownConcerns(const QString& reference)
{
    m_drive.click(u"navMyConcerns"_s);
    m_drive.wait(u"the author's concerns are listed"_s, [&] { return m_drive.isSeen(u"mine."_s + reference); });
    m_drive.picture(u"my-concerns"_s, u"The author sees their own concerns and how they stand."_s);
}

/// All that opens on request, of one child picked from the register.
QString LogTour::withEveryPart()
{
    m_drive.click(u"after.another"_s);
    m_drive.type(u"child.forename"_s, u"a"_s);
    m_drive.see(u"child.matches"_s);
    m_drive.press(Qt::Key_Down);
    m_drive.press(Qt::Key_Return);
    m_drive.see(u"child.matches.wrong"_s);
    m_drive.click(u"child.more"_s);
    m_drive.picture(u"picked"_s, u"A pupil picked from the register, and what else somebody may know of a child."_s);
    fillParts();
    putRight();
    m_drive.click(u"check.submit"_s);
    m_drive.wait(u"the concern is logged"_s, [this] { return m_drive.isSeen(u"after.reference"_s); });
    auto reference = m_drive.see<QLabel>(u"after.reference"_s)->text();
    notReached();
    m_clock.advance(240);
    return reference;
}

void LogTour::fillParts()
{
    m_drive.type(u"facts"_s,
                 u"At the bus stop a silver car stopped. Two of our pupils were asked to get in, and one did."_s);
    m_drive.click(u"part.childsWords"_s);
    m_drive.type(u"childsWords"_s, u"He says he's my mate. You can't tell my aunt."_s);
    m_drive.click(u"part.observedAt"_s);
    m_drive.type(u"observedAt"_s, u"20 November"_s);
    m_drive.type(u"observedTime"_s, u"15:35"_s);
    m_drive.type(u"observedUntilTime"_s, u"15:50"_s);
    m_drive.choose(u"precision"_s, u"Only roughly"_s);
    m_drive.type(u"place"_s, u"The bus stop by the back gate"_s);
    m_drive.picture(u"when"_s, u"When it was, roughly or as a range, and where. The child's own words stand apart."_s);
    m_drive.click(u"part.involved"_s);
    m_drive.type(u"involved0.name"_s, u"Called Zed"_s);
    m_drive.type(u"involved0.what"_s, u"The driver, about thirty"_s);
    m_drive.click(u"involved.add"_s);
    m_drive.choose(u"involved1.kind"_s, u"A vehicle"_s);
    m_drive.type(u"involved1.name"_s, u"KX12"_s);
    m_drive.choose(u"involved1.reliability"_s, u"I saw it myself"_s);
    m_drive.picture(u"involved"_s, u"Others involved: part of a number plate is enough."_s);
    m_drive.click(u"part.children"_s);
    m_drive.type(u"children0.forename"_s, u"Robin"_s);
    m_drive.type(u"children0.part"_s, u"Was asked too, and walked away"_s);
    m_drive.picture(u"further-child"_s, u"Several children of one concern, each with their part."_s);
}

void LogTour::putRight()
{
    m_drive.type(u"child.dateOfBirth"_s, u"3/5/2031"_s);
    m_drive.type(u"facts"_s, u"A silver car stopped and she obviously put herself at risk. AB got in too."_s);
    m_drive.click(u"log.check"_s);
    m_drive.see(u"check.problems"_s);
    m_drive.picture(u"check-errors"_s, u"What must be put right stands on top, and leads to its field."_s);
    m_drive.see(u"check.advice"_s);
    m_drive.click(u"check.advice.go.0"_s);
    m_drive.click(u"log.check"_s);
    m_drive.click(u"check.problems.go.0"_s);
    m_drive.picture(u"put-right"_s, u"The field, with what is wrong with it."_s);
    m_drive.type(u"child.dateOfBirth"_s, {});
    m_drive.click(u"log.check"_s);
    m_drive.see(u"check.advice.go.0"_s)->setFocus(Qt::TabFocusReason);
    m_drive.picture(u"check-advice"_s, u"Help with wording is advice, and stops nobody."_s);
}

void LogTour::notReached()
{
    const auto name = m_drive.see(u"after.notReached"_s)->accessibleName();
    m_drive.click(u"after.notReached"_s);
    m_drive.wait(u"the next is named"_s, [&] { return m_drive.see(u"after.notReached"_s)->accessibleName() != name; });
    m_drive.click(u"after.told"_s);
    m_drive.see(u"after.save"_s);
    m_drive.picture(u"not-reached"_s, u"Who could not be reached is recorded, and the next is named."_s);
    m_drive.click(u"after.save"_s);
    m_drive.see(u"after.done"_s);
}

void LogTour::answered(const QString& reference)
{
    m_drive.click(u"navMyConcerns"_s);
    m_drive.see(u"mine.events."_s + reference);
    m_drive.see(u"mine.add."_s + reference)->setFocus(Qt::TabFocusReason);
    m_drive.picture(u"answered"_s,
                    u"The author sees who acknowledged it, when it was closed, and what a lead answers."_s);
}

} // namespace heed::app
