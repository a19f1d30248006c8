#include "desk.h"
#include "print_queue.h"

#include "gui/cases/pages.h"
#include "gui/widgets/secret_clipboard.h"
#include "session/paper.h"
#include "session/review.h"

#include <catch2/catch_test_macros.hpp>

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QTest>
#include <QTextBrowser>
#include <QTimer>

using namespace heed;
using namespace heed::tests;
using namespace Qt::StringLiterals;

namespace {

/// A lead in front of the print view of a concern that names a third party in its own field and another in the words.
class AtThePrinter {
public:
    AtThePrinter()
        : desk(sharedSchool(), u"Donna Wealleans"_s)
    {
        auto concern = sampleConcern();
        concern.facts = u"Madeup left with Zeb and Qwerta Invented in a car."_s;
        concern.involved = {{model::InvolvedKind::Adult, u"Zeb Fictional"_s, u"Drives the car"_s, {}}};
        const auto logged =
            desk.run([concern](session::Session& session) { return session::logConcern(session, concern); });
        REQUIRE(logged);
        reference = logged->reference;
        auto* page = desk.put(gui::cases::makeCasesPage);
        page->open(reference);
        REQUIRE(waitFor([] { return seen<QLabel>(u"case.line"_s) && seen(u"case.print"_s)->isEnabled(); }));
        click(u"case.print"_s);
        type(u"print.recipient"_s, u"Manchester MASH"_s);
        type(u"print.reason"_s, u"Referral"_s);
    }

    static bool canLeave() { return seen<QPushButton>(u"print.save"_s)->isEnabled(); }

    model::PrintedBody lastCopy()
    {
        const auto record =
            desk.run([this](session::Session& session) { return session::openCase(session, reference); });
        REQUIRE(record);
        for (auto event = record->events.rbegin(); event != record->events.rend(); ++event)
            if (const auto* printed = std::get_if<model::PrintedBody>(&event->body))
                return *printed;
        FAIL("nothing was recorded");
        return {};
    }

    Desk desk;
    QString reference;
};

void choose(const QString& name, const QString& text)
{
    auto* box = seen<QComboBox>(name);
    REQUIRE(box);
    REQUIRE(box->findText(text) >= 0);
    box->setCurrentIndex(box->findText(text));
}

/// What stands on the pages that are shown, as they are read aloud.
QString shownText()
{
    return seen<QTextBrowser>(u"print.paperText"_s)->toPlainText();
}

} // namespace

TEST_CASE("A copy leaves out what a person ticks, its pages follow, and the journal says what and why")
{
    AtThePrinter at;
    click(u"print.preview"_s);
    REQUIRE(waitFor(AtThePrinter::canLeave));
    click(u"print.paperAsText"_s);
    REQUIRE(shownText().contains(u"Zeb Fictional"_s));
    // It is there to be read; what leaves is recorded.
    QApplication::clipboard()->setText(u"before"_s);
    auto* text = seen<QTextBrowser>(u"print.paperText"_s);
    text->selectAll();
    QTest::keyClick(text, Qt::Key_C, Qt::ControlModifier);
    CHECK(QApplication::clipboard()->text() == u"before"_s);

    click(u"print.leaveOut"_s);
    REQUIRE(waitFor([] { return isSeen(u"cut.name.0"_s) && isSeen(u"cut.name.1"_s); }));
    seen<QCheckBox>(u"cut.name.0"_s)->click();
    CHECK_FALSE(AtThePrinter::canLeave()); // until its pages are shown
    type(u"cut.typed"_s, u"Qwerta Invented"_s);
    click(u"cut.add"_s);
    seen<QCheckBox>(u"cut.section.opinion"_s)->click();
    choose(u"cut.section.opinion.ground"_s, u"It would be likely to cause serious harm"_s);
    type(u"cut.reason"_s, u"The reader lives in the home"_s);
    choose(u"print.sent"_s, u"By hand"_s);
    REQUIRE(waitFor([] { return AtThePrinter::canLeave() && shownText().contains(u"The reader lives"_s); }));
    CHECK_FALSE(shownText().contains(u"Zeb"_s));
    CHECK_FALSE(shownText().contains(u"Qwerta"_s));
    CHECK(shownText().contains(u"Madeup left with Adult 1 and Adult 2 in a car."_s));

    const QTemporaryDir folder;
    click(u"print.save"_s);
    auto* dialog = seen<QFileDialog>(u"print.dialog"_s);
    Q_EMIT dialog->fileSelected(folder.filePath(u"copy.pdf"_s));
    dialog->reject();
    REQUIRE(seen(u"print.done"_s));
    const auto copy = at.lastCopy();
    CHECK(copy.way == u"pdf"_s);
    CHECK(copy.sent == u"By hand"_s);
    REQUIRE(copy.cuts.size() == 3);
    CHECK(copy.cuts[0].what == u"The author's opinion"_s);
    CHECK(copy.cuts[0].ground == model::CutGround::SeriousHarm);
    CHECK(copy.cuts[1].what == u"Adult 1"_s);
    CHECK(copy.cuts[1].reason == u"The reader lives in the home"_s);
    // The next copy begins with nothing left out.
    const auto record =
        at.desk.run([&](session::Session& session) { return session::openCase(session, at.reference); });
    CHECK(record->logged.concern.facts.contains(u"Zeb"_s));
}

TEST_CASE("Before a summary leaves, the view names what nobody asked")
{
    AtThePrinter at;
    click(u"print.preview"_s);
    REQUIRE(waitFor(AtThePrinter::canLeave));
    REQUIRE(isSeen(u"print.gaps"_s));
    CHECK(seen<QLabel>(u"print.gapsTitle"_s)->text().contains(u"what is asked of you"_s));
    choose(u"print.kind"_s, u"Entry for CPOMS"_s);
    CHECK(waitFor([] { return AtThePrinter::canLeave() && !isSeen(u"print.gaps"_s); }));
}

TEST_CASE("A chronology can be of a period, and a day that is none is said at its field")
{
    AtThePrinter at;
    CHECK_FALSE(isSeen(u"print.from"_s));
    choose(u"print.kind"_s, u"Chronology of this child"_s);
    type(u"print.from"_s, u"3 nonsense"_s);
    click(u"print.preview"_s);
    CHECK(isSeen(u"print.fromError"_s));
    CHECK_FALSE(AtThePrinter::canLeave());
    type(u"print.from"_s, u"3 May 2020"_s);
    click(u"print.preview"_s);
    REQUIRE(waitFor(AtThePrinter::canLeave));
    click(u"print.paperAsText"_s);
    CHECK(shownText().contains(u"From 3 May 2020 to the day of printing"_s));
    CHECK(shownText().contains(u"What happened before 3 May 2020"_s));
}

TEST_CASE("The text for CPOMS is on the clipboard as a secret, and goes when Heed locks")
{
    AtThePrinter at;
    choose(u"print.kind"_s, u"Entry for CPOMS"_s);
    click(u"print.copy"_s);
    REQUIRE(waitFor([] { return isSeen(u"print.done"_s); }));
    const auto* data = QApplication::clipboard()->mimeData();
    CHECK(data->text().contains(u"Madeup left with Zeb"_s));
    CHECK(data->data(u"application/x-kde-passwordManagerHint"_s) == "secret");
    CHECK(data->hasFormat(u"application/x-qt-windows-mime;value=\"ExcludeClipboardContentFromMonitorProcessing\""_s));
    CHECK(at.lastCopy().way == u"clipboard"_s);
    gui::clearCopiedSecret();
    CHECK(QApplication::clipboard()->text().isEmpty());
    // What somebody copied since is theirs.
    gui::copySecret(u"secret"_s);
    QApplication::clipboard()->setText(u"a recipe"_s);
    gui::clearCopiedSecret();
    CHECK(QApplication::clipboard()->text() == u"a recipe"_s);
}

TEST_CASE("The text for CPOMS stays on the clipboard for a minute and no longer")
{
    using namespace std::chrono_literals;
    AtThePrinter at;
    choose(u"print.kind"_s, u"Entry for CPOMS"_s);
    click(u"print.copy"_s);
    REQUIRE(waitFor([] { return isSeen(u"print.done"_s); }));
    REQUIRE(QApplication::clipboard()->text().contains(at.reference));
    auto* minute = qApp->findChild<QTimer*>(u"secretClipboardTimer"_s);
    REQUIRE(minute);
    const auto isRunning = [&] {
        return minute->isActive() && minute->intervalAsDuration() == 60s && minute->remainingTimeAsDuration() > 50s;
    };
    CHECK(isRunning());
    CHECK(minute->timerType() == Qt::PreciseTimer); // a coarse one may be three seconds late
    minute->start(0ms);                             // the minute passes
    REQUIRE(waitFor([&] { return !minute->isActive(); }));
    CHECK(QApplication::clipboard()->text().isEmpty());

    // From the case itself it is the same minute, and what somebody copies meanwhile stays theirs.
    click(u"print.back"_s);
    minute->setInterval(1ms);
    click(u"case.copy"_s);
    REQUIRE(waitFor(isRunning));
    QApplication::clipboard()->setText(u"a recipe"_s);
    minute->start(0ms);
    REQUIRE(waitFor([&] { return !minute->isActive(); }));
    CHECK(QApplication::clipboard()->text() == u"a recipe"_s);
}

TEST_CASE("Where CPOMS is the school's record, a case asks to be copied there until it is marked")
{
    Desk desk(sharedSchool(), u"Donna Wealleans"_s);
    desk.context().profile.record = model::RecordSystem::Cpoms;
    const auto logged =
        desk.run([](session::Session& session) { return session::logConcern(session, sampleConcern()); });
    REQUIRE(logged);
    desk.put(gui::cases::makeCasesPage)->open(logged->reference);
    const auto reminds = [] {
        for (int i = 0; isSeen(u"case.missing.%1"_s.arg(i)); ++i)
            if (seen<QLabel>(u"case.missing.%1"_s.arg(i))->text().contains(u"CPOMS"_s))
                return true;
        return false;
    };
    REQUIRE(waitFor(reminds));
    click(u"case.copy"_s);
    REQUIRE(waitFor([] { return isSeen(u"case.elsewhere.save"_s); }));
    CHECK(QApplication::clipboard()->text().contains(logged->reference));
    type(u"case.elsewhere.reference"_s, u"1234"_s);
    click(u"case.elsewhere.save"_s);
    CHECK(waitFor([&] { return isSeen(u"case.missing.0"_s) && !reminds(); }));
    const auto record =
        desk.run([&](session::Session& session) { return session::openCase(session, logged->reference); });
    REQUIRE(record->elsewhere);
    CHECK(record->elsewhere->reference == u"1234"_s);
    CHECK(record->elsewhere->by == u"Donna Wealleans"_s);
    const auto rows = desk.run([](session::Session& session) { return session::queue(session); });
    REQUIRE(rows);
    for (const auto& row : rows->rows)
        if (row.reference == logged->reference)
            CHECK(row.elsewhere);
}

namespace {

/// Prints through the system's dialog; the PDF that the queue got, which is looked at here.
QString sentTo(const PrintQueue& queue, const AtThePrinter& at)
{
    click(u"print.preview"_s);
    REQUIRE(waitFor(AtThePrinter::canLeave));
    click(u"print.print"_s);
    REQUIRE(seen(u"print.printDialog"_s));
    auto* dialog = seen<QPrintDialog>(u"print.printDialog"_s);
    CHECK(dialog->printer()->printerName() == queue.name());
    CHECK(dialog->printer()->docName() == at.reference); // what a queue shows says nothing of the child
    dialog->accept();
    REQUIRE(waitFor([] { return isSeen(u"print.done"_s) || isSeen(u"print.error"_s); }));
    CHECK(isSeen(u"print.done"_s));
    REQUIRE(waitFor([&] { return !queue.jobs().isEmpty(); }));
    auto sent = queue.jobs().front();
    const auto text = textOfPdf(sent);
    CHECK(text.contains(u"Madeup left with Zeb"_s));
    CHECK(text.contains(u"Copy 1"_s));
    CHECK(text.contains(u"Page 1 of"_s));
    CHECK(infoOfPdf(sent).contains(u"A4"_s));
    return sent;
}

} // namespace

TEST_CASE("Printing goes through the system's dialog into its queue, whole, and is recorded")
{
    const PrintQueue queue(Printer::None);
    AtThePrinter at;
    sentTo(queue, at);
    CHECK(at.lastCopy().way == u"printer"_s);
}

TEST_CASE("What is printed with cups-pdf looks on each page as it was sent")
{
    if (const auto reason = PrintQueue::noCupsPdf(); !reason.isEmpty())
        SKIP(reason.toStdString());
    const PrintQueue queue(Printer::CupsPdf);
    AtThePrinter at;
    const auto sent = sentTo(queue, at);
    // Far more so than an empty page would.
    REQUIRE(waitFor([&] { return !queue.printed().isEmpty(); }));
    CHECK_FALSE(queue.printed().front().contains(u"Madeup"_s));
    CHECK(infoOfPdf(queue.printed().front()).contains(u"A4"_s));
    const auto wanted = pagesOfPdf(sent);
    const auto printed = pagesOfPdf(queue.printed().front());
    REQUIRE(printed.size() == wanted.size());
    for (std::size_t page = 0; page < wanted.size(); ++page) {
        INFO("page " << page + 1);
        QImage empty(wanted[page].size(), QImage::Format_Grayscale8);
        empty.fill(Qt::white);
        CHECK(differenceOf(printed[page], wanted[page]) < differenceOf(empty, wanted[page]) / 2);
    }
}
