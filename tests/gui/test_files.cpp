#include "desk.h"
#include "hand.h"

#include "gui/cases/pages.h"
#include "gui/log/pages.h"
#include "gui/widgets/banner.h"
#include "qt_strings.h"
#include "session/attachments.h"
#include "session/drafts.h"
#include "session/review.h"

#include <catch2/catch_test_macros.hpp>

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QImage>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace heed;
using namespace heed::tests;
using namespace Qt::StringLiterals;

namespace {

/// What somebody has on a stick.
class Stick {
public:
    Stick()
        : letter(write(u"letter.txt"_s, "An invented letter.\nIt has two lines.\n"))
        , program(write(u"setup.exe"_s, "anything"))
        , picture(path(u"map.png"_s))
    {
        QImage image(300, 200, QImage::Format_RGB32);
        image.fill(Qt::darkGreen);
        REQUIRE(image.save(picture));
    }

    QString path(const QString& name) const { return m_folder.filePath(name); }
    QString write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
        return file.fileName();
    }

private:
    QTemporaryDir m_folder;

public:
    const QString letter;
    const QString program;
    const QString picture;
};

/// As from a file manager, onto what has this name.
void drop(QWidget* on, const QStringList& paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const auto& path : paths)
        urls << QUrl::fromLocalFile(path);
    data.setUrls(urls);
    data.setText(paths.join(u'\n'));
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(on, &enter);
    CHECK(enter.isAccepted());
    QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(on, &event);
}

QString label(const QString& name)
{
    const auto* found = seen<QLabel>(name);
    return found ? found->text() : QString();
}

/// Nothing of an earlier test stands in the form.
void clearForm(Desk& desk)
{
    REQUIRE(desk.run([](session::Session& session) { return session::dropDraft(session, u"concern"_s); }));
    REQUIRE(desk.run([](session::Session& session) { return session::dropAttached(session, u"concern"_s); }));
}

std::vector<model::AttachedFile> held(Desk& desk)
{
    const auto files =
        desk.run([](session::Session& session) { return session::attachedFiles(session, u"concern"_s); });
    REQUIRE(files);
    return *files;
}

} // namespace

TEST_CASE("files are dropped, pasted, looked at, taken away, kept through a lock, and go with the concern")
{
    const Stick stick;
    auto& school = sharedSchool();
    QString reference;
    {
        Desk staff(school, staffName());
        clearForm(staff);
        staff.put(gui::log::makeLogPage);
        auto* facts = seen<QPlainTextEdit>(u"facts"_s);
        REQUIRE(facts);

        // Onto a box for text: it takes the files, not where they lie. Nothing is sealed before the warning is
        // answered.
        drop(facts->viewport(), {stick.letter, stick.program, stick.picture});
        REQUIRE(isSeen(u"files.goOn"_s));
        CHECK(facts->toPlainText().isEmpty());
        CHECK(QApplication::focusWidget()->objectName() == u"files.goOn"_s);
        CHECK(held(staff).empty());
        click(u"files.leave"_s);
        CHECK_FALSE(isSeen(u"files.goOn"_s));
        drop(seen(u"files"_s), {stick.letter, stick.program, stick.picture});
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        REQUIRE(waitFor([] { return isSeen(u"files.name.1"_s); }));
        CHECK(label(u"files.name.0"_s) == u"letter.txt"_s);
        CHECK(label(u"files.name.1"_s) == u"map.png"_s);
        REQUIRE(waitFor([] { return isSeen(u"files.error"_s); }));
        const auto words = seen(u"files.error"_s)->findChildren<QLabel*>();
        CHECK(std::any_of(words.begin(), words.end(),
                          [](const QLabel* one) { return one->text().contains(u"\"setup.exe\" is a program"_s); }));

        click(u"files.look.1"_s);
        REQUIRE(waitFor([] { return isSeen(u"files.view.picture"_s); }));
        click(u"files.look.0"_s);
        REQUIRE(waitFor([] { return isSeen(u"files.view.text"_s); }));
        CHECK(seen<QPlainTextEdit>(u"files.view.text"_s)->toPlainText().contains(u"It has two lines."_s));
        click(u"files.view.close"_s);
        CHECK_FALSE(isSeen(u"files.view.text"_s));

        QImage copied(40, 40, QImage::Format_RGB32);
        copied.fill(Qt::red);
        QApplication::clipboard()->setImage(copied);
        seen(u"files.choose"_s)->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_V, Qt::ControlModifier);
        REQUIRE(waitFor([] { return isSeen(u"files.name.2"_s); }));
        CHECK(label(u"files.name.2"_s).startsWith(u"Pasted picture"_s));
        QApplication::clipboard()->clear();
        click(u"files.remove.2"_s);
        REQUIRE(waitFor([] { return !isSeen(u"files.name.2"_s); }));

        const auto third = stick.write(u"third.txt"_s, "Chosen.");
        click(u"files.choose"_s);
        auto* dialog = seen<QFileDialog>(u"files.dialog"_s);
        REQUIRE(dialog);
        Q_EMIT dialog->filesSelected({third});
        dialog->reject();
        REQUIRE(waitFor([] { return isSeen(u"files.name.2"_s); }));
        staff.lock();
    }
    {
        Desk staff(school, staffName());
        staff.put(gui::log::makeLogPage);
        REQUIRE(waitFor([] { return isSeen(u"files.name.2"_s); }));
        type(u"facts"_s, u"Showed me a letter and a map."_s);
        type(u"child.surname"_s, u"Madeup"_s);
        click(u"log.check"_s);
        REQUIRE(waitFor([] { return isSeen(u"check.record"_s); }));
        CHECK(seen<QTextEdit>(u"check.record"_s)->toPlainText().contains(u"letter.txt"_s));
        click(u"check.submit"_s);
        REQUIRE(waitFor([&] { return staff.logged.has_value(); }));
        reference = staff.logged->reference;
        CHECK(held(staff).empty());
    }
    Desk lead(school, school.lead());
    lead.put(gui::cases::makeCasesPage);
    lead.page()->open(reference);
    REQUIRE(waitFor([] { return isSeen(u"case.files.name.2"_s); }));
    CHECK(label(u"case.files.name.0"_s) == u"letter.txt"_s);
    click(u"case.files.look.1"_s);
    REQUIRE(waitFor([] { return isSeen(u"case.files.view.picture"_s); }));
    click(u"case.files.view.close"_s);

    // A copy outside Heed needs somebody it is for and a reason, and stands in the record.
    click(u"case.files.save.0"_s);
    click(u"case.files.saving.save"_s);
    CHECK_FALSE(isSeen(u"case.files.dialog"_s));
    type(u"case.files.saving.recipient"_s, u"Manchester MASH"_s);
    type(u"case.files.saving.reason"_s, u"They asked for it."_s);
    click(u"case.files.saving.save"_s);
    auto* dialog = seen<QFileDialog>(u"case.files.dialog"_s);
    REQUIRE(dialog);
    const auto out = stick.path(u"out.txt"_s);
    Q_EMIT dialog->fileSelected(out);
    dialog->reject();
    REQUIRE(waitFor([] { return isSeen(u"case.files.note"_s); }));
    QFile saved(out);
    REQUIRE(saved.open(QIODevice::ReadOnly));
    CHECK(saved.readAll().startsWith("An invented letter."));
    CHECK(waitFor([] { return seen<QTextEdit>(u"case.chronology"_s)->toPlainText().contains(u"Attached file"_s); }));
}

TEST_CASE("throwing the form away takes its files back")
{
    const Stick stick;
    auto& school = sharedSchool();
    {
        Desk staff(school, staffName());
        clearForm(staff);
        staff.put(gui::log::makeLogPage);
        type(u"facts"_s, u"Something."_s);
        drop(seen(u"facts"_s), {stick.letter});
        click(u"files.goOn"_s);
        REQUIRE(waitFor([] { return isSeen(u"files.name.0"_s); }));
        staff.lock();
    }
    Desk staff(school, staffName());
    staff.put(gui::log::makeLogPage);
    REQUIRE(waitFor([] { return isSeen(u"log.startAgain"_s) && isSeen(u"files.name.0"_s); }));
    click(u"log.startAgain"_s);
    CHECK(waitFor([&] { return held(staff).empty(); }));
    CHECK_FALSE(isSeen(u"files.name.0"_s));
    CHECK(seen<gui::Banner>(u"log.thrown"_s)->text().contains(u"attached again"_s));
}

TEST_CASE("a note carries a file that is attached in its form")
{
    const Stick stick;
    auto& school = sharedSchool();
    QString reference;
    {
        Desk staff(school, staffName());
        const auto answer =
            staff.run([](session::Session& session) { return session::logConcern(session, sampleConcern()); });
        REQUIRE(answer);
        reference = answer->reference;
    }
    Desk lead(school, school.lead());
    lead.put(gui::cases::makeCasesPage);
    lead.page()->open(reference);
    REQUIRE(waitFor([] { return isOffered(u"case.open.note"_s); }));
    click(u"case.open.note"_s);
    type(u"case.note.text"_s, u"The letter came today."_s);
    drop(seen(u"case.note.files"_s), {stick.letter});
    click(u"case.note.files.goOn"_s);
    REQUIRE(waitFor([] { return isSeen(u"case.note.files.name.0"_s); }));
    click(u"case.note.save"_s);
    REQUIRE(waitFor([] { return isSeen(u"case.files.name.0"_s); }));
    CHECK(label(u"case.files.name.0"_s) == u"letter.txt"_s);
}
