#include "app/tour.h"
#include "app/arguments.h"
#include "app/tour_child.h"
#include "app/tour_driver.h"
#include "app/tour_guidance.h"
#include "app/tour_log.h"
#include "app/tour_paper.h"
#include "app/tour_queue.h"
#include "gui/frame/look.h"
#include "gui/frame/main_window.h"
#include "model/role.h"
#include "platform/clock.h"
#include "platform/log.h"

#include <QTableWidget>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTextStream>

namespace heed::app {
namespace {

using namespace Qt::StringLiterals;

struct Person {
    QString name;
    QString password;
};

class Tour {
public:
    Tour(gui::MainWindow& window, const QString& folder, platform::FixedClock& clock)
        : m_drive(&window, folder)
        , m_clock(clock)
    {
    }

    void run()
    {
        makeSchool();
        signIn(m_staff);
        LogTour logging(m_drive, m_clock);
        m_reference = logging.ofThisSchool();
        m_elsewhere = logging.ofAnotherSchool();
        logging.withEveryPart();
        logging.ownConcerns(m_reference);
        guidance();
        review();
        printReferral();
        changeTo(m_staff);
        logging.answered(m_reference);
        changeTo(m_lead);
        tourChild(m_drive);
        overview();
        settings();
        looks();
        m_drive.say(u"Done. The pictures and the PDFs are in "_s + m_drive.folder());
    }

private:
    void makeSchool()
    {
        m_drive.picture(u"first-start"_s, u"Heed starts for the first time and offers two ways."_s);
        m_drive.click(u"demoChoice"_s);
        m_drive.click(u"demoMake"_s);
        m_drive.wait(
            u"the made-up school is made"_s, [this] { return m_drive.isSeen(u"demoSignIn0"_s); },
            std::chrono::minutes(5));
        m_drive.picture(u"made-up-school"_s, u"A made-up school is there, with the people who can sign in to it."_s);
        m_staff = person(model::Role::Staff);
        m_lead = person(model::Role::Dsl);
    }

    Person person(model::Role role)
    {
        for (int row = 0; m_drive.isSeen(u"demoSignIn%1"_s.arg(row)); ++row) {
            const auto says = m_drive.see(u"demoSignIn%1"_s.arg(row))->accessibleName();
            const QString start = u"Sign in as "_s;
            const QString end = u", "_s + model::title(role);
            if (!says.endsWith(end))
                continue;
            const auto password = m_drive.see(u"demoPassword%1"_s.arg(row))->accessibleName().section(u": "_s, -1);
            if (m_staffRow < 0)
                m_staffRow = row;
            return {says.mid(start.size()).chopped(end.size()), password};
        }
        throw TourFailure(u"The made-up school has nobody who is: %1."_s.arg(model::title(role)));
    }

    void signIn(const Person& who)
    {
        if (m_drive.isSeen(u"demoSignIn0"_s)) {
            m_drive.click(u"demoSignIn%1"_s.arg(m_staffRow));
            m_drive.wait(u"the school's name is shown"_s, [this] {
                return m_drive.isSeen(u"dutyName"_s) && !m_drive.see<QLabel>(u"dutyName"_s)->text().isEmpty();
            });
            m_drive.picture(u"sign-in"_s,
                            u"Before anybody signs in: 999, who is on duty, whom to ring, a blank form."_s);
            m_drive.click(u"recoverButton"_s);
            m_drive.type(u"share1"_s, u"QQQQQ 12345"_s);
            m_drive.wait(u"the sheet is checked as it is typed"_s,
                         [this] { return !m_drive.see<QLabel>(u"share1Says"_s)->text().isEmpty(); });
            m_drive.picture(u"recover"_s, u"Nobody can get in any more: printed sheets let somebody in again."_s);
            m_drive.click(u"recoverBack"_s);
            m_drive.wait(u"back at signing in"_s, [this] { return m_drive.isSeen(u"signInName"_s); });
        }
        m_drive.type(u"signInName"_s, who.name);
        m_drive.type(u"signInPassword"_s, u"not the password"_s);
        if (!m_shownRefusal) {
            m_shownRefusal = true;
            m_drive.click(u"signInButton"_s);
            m_drive.wait(u"a wrong password is refused"_s, [this] { return m_drive.isSeen(u"signInPasswordError"_s); });
            m_drive.picture(u"wrong-password"_s, u"A wrong password is told in place."_s);
        }
        m_drive.type(u"signInPassword"_s, who.password);
        m_drive.click(u"signInButton"_s);
        m_drive.wait(u"%1 is signed in"_s.arg(who.name), [this] { return m_drive.isSeen(u"shell"_s); });
        m_drive.say(u"     %1 is signed in."_s.arg(who.name));
    }

    void changeTo(const Person& who)
    {
        m_drive.press(Qt::Key_L, Qt::ControlModifier);
        m_drive.wait(u"Heed is locked"_s, [this] { return m_drive.isSeen(u"signInPage"_s); });
        signIn(who);
    }

    void guidance()
    {
        m_drive.press(Qt::Key_L, Qt::ControlModifier);
        m_drive.wait(u"Heed is locked"_s, [this] { return m_drive.isSeen(u"signInPage"_s); });
        m_drive.picture(u"locked"_s, u"Ctrl+L locks at once."_s);
        signIn(m_lead);
        tourGuidance(m_drive);
    }

    /// Opens a case from the queue, as the keyboard does.
    void openCase(const QString& reference)
    {
        m_drive.click(u"navCases"_s);
        m_drive.type(u"queue.search"_s, reference);
        auto* table = m_drive.see<QAbstractItemView>(u"queue.table"_s);
        m_drive.wait(u"the queue shows one case"_s, [table] { return table->model()->rowCount() == 1; });
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 0));
        m_drive.press(Qt::Key_Return);
        m_drive.wait(u"the case is open"_s, [this] { return m_drive.isSeen(u"case.title"_s); });
    }

    void review()
    {
        tourQueue(m_drive);
        openCase(m_reference);
        m_drive.wait(u"the case can be acknowledged"_s, [this] {
            return m_drive.isSeen(u"case.acknowledge"_s) && m_drive.see(u"case.acknowledge"_s)->isEnabled();
        });
        m_drive.picture(u"case"_s, u"The concern as it was logged, and what the record does not say yet."_s);
        m_drive.click(u"case.files.look.0"_s);
        m_drive.wait(u"the letter is shown"_s, [this] { return m_drive.isSeen(u"case.files.view.text"_s); });
        m_drive.picture(u"case-files"_s, u"What was attached, shown on the case itself."_s);
        m_drive.click(u"case.files.view.close"_s);
        m_drive.click(u"case.acknowledge"_s);
        m_drive.wait(u"the case is acknowledged"_s, [this] { return !m_drive.isSeen(u"case.acknowledge"_s); });
        m_clock.advance(300);
        m_drive.click(u"case.open.action"_s);
        m_drive.type(u"case.action.text"_s, u"Ask the office who fetches Ellie, and speak with her mother today."_s);
        m_drive.type(u"case.action.who"_s, m_lead.name);
        m_drive.picture(u"action"_s, u"What is to be done, by whom and by when."_s);
        m_drive.click(u"case.action.save"_s);
        m_drive.wait(u"the action stands in the record"_s, [this] { return m_drive.isSeen(u"case.action.text.0"_s); });
        m_clock.advance(2400);
        m_drive.click(u"case.action.done.0"_s);
        m_drive.type(u"case.done.text"_s,
                     u"Her uncle fetches her on Tuesdays; her mother confirmed it and knows of the telephone."_s);
        m_drive.click(u"case.done.save"_s);
        m_drive.wait(u"the action is done"_s, [this] { return !m_drive.isSeen(u"case.action.done.0"_s); });
        tourFamily(m_drive);
        tourAssessment(m_drive);
        m_drive.openMenu(u"case.more"_s);
        m_drive.picture(u"case-more"_s, u"What is needed less often stands in one menu."_s);
        m_drive.chooseInMenu(u"case.open.review"_s);
        tourReview(m_drive);
        m_drive.openMenu(u"case.more"_s);
        m_drive.chooseInMenu(u"case.open.feedback"_s);
        m_drive.type(u"case.feedback.text"_s, u"Thank you. We have spoken with Ellie and with her mother."_s);
        m_drive.click(u"case.feedback.save"_s);
        m_drive.wait(u"the author is answered"_s, [this] { return !m_drive.isSeen(u"case.feedback.save"_s); });
        m_drive.openMenu(u"case.more"_s);
        m_drive.chooseInMenu(u"case.open.close"_s);
        m_drive.choose(u"case.close.outcome"_s, m_drive.see<QComboBox>(u"case.close.outcome"_s)->itemText(1));
        m_drive.type(u"case.close.reason"_s,
                     u"The driver is her uncle, her mother knows of both, and Ellie is well."_s);
        m_drive.picture(u"closing"_s, u"A closing needs an outcome and a reason."_s);
        m_drive.click(u"case.close.save"_s);
        m_drive.wait(u"the case is closed"_s, [this] { return m_drive.isSeen(u"case.open.reopen"_s); });
        m_drive.picture(u"closed"_s, u"Closed, with everything that happened in order. It can be opened again."_s);
    }

    void printReferral()
    {
        printPaper(m_drive, u"Referral summary"_s, u"summary"_s);
        printPaper(m_drive, u"Chronology of this child"_s, u"chronology"_s);
        printPaper(m_drive, u"Entry for CPOMS"_s, u"cpoms"_s);
        printPaper(m_drive, u"Referral summary"_s, u"summary-cut"_s, true);
        openCase(m_elsewhere);
        m_drive.wait(u"the second case is read"_s,
                     [this] { return m_drive.isSeen(u"case.print"_s) && m_drive.see(u"case.print"_s)->isEnabled(); });
        printPaper(m_drive, u"What to say on the telephone"_s, u"call-sheet"_s);
    }

    void overview()
    {
        m_drive.click(u"navOverview"_s);
        m_drive.wait(u"the figures are counted"_s, [this] { return m_drive.isSeen(u"overview.now.0"_s); });
        m_drive.picture(u"overview"_s,
                        u"Monday morning: what waits, what is late, and since when. Figures open lists."_s);
        m_drive.see(u"overview.governors"_s)->setFocus(Qt::TabFocusReason);
        m_drive.picture(u"overview-signs"_s, u"What was noticed, month by month. Counted, never scored."_s);
        m_drive.click(u"overview.governors"_s);
        m_drive.wait(u"the sheet is shown"_s, [this] { return m_drive.see(u"governors.save"_s)->isEnabled(); });
        m_drive.picture(u"governors"_s, u"A year for the governors: no names, small numbers not told."_s);
        m_drive.click(u"governors.save"_s);
        const auto path = QDir(m_drive.folder()).absoluteFilePath(u"governors.pdf"_s);
        QFile::remove(path);
        m_drive.chooseFile(u"governors.dialog"_s, path);
        m_drive.wait(u"the PDF is written"_s, [&] { return QFileInfo(path).size() > 0; });
    }

    /// As far as the preview: what a file from another system would change.
    void takePupilsOver()
    {
        const auto path = m_drive.folder() + u"/pupils.csv"_s;
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            throw TourFailure(u"The tour cannot write a file of pupils."_s);
        file.write("Forename;Surname;Preferred Forename;Date of birth;Year;Reg;Home language\n"
                   "Benjamin;Pretend-Tour;Jamie;03/05/2012;Year 9;9B;Welsh\n"
                   "Robin;Invented-Tour;;30/02/2012;Year 9;9A;English\n"
                   "Sam;Sample-Tour;;14/07/2013;Year 8;8D;English\n");
        file.close();
        m_drive.click(u"pupilsImport"_s);
        m_drive.chooseFile(u"importDialog"_s, path);
        m_drive.see(u"importLook"_s);
        m_drive.picture(u"pupils-columns"_s, u"What the columns of the school's own export hold, to be put right."_s);
        m_drive.click(u"importLook"_s);
        m_drive.see(u"importTake"_s);
        m_drive.picture(u"pupils-preview"_s, u"What would change, before anything does."_s);
        m_drive.click(u"importCancel"_s);
        file.remove();
    }

    /// As far as what would happen.
    void newSchoolYear()
    {
        m_drive.click(u"pupilsNewYear"_s);
        m_drive.wait(u"the new year is planned"_s,
                     [this] { return m_drive.see<QTableWidget>(u"newYearSteps"_s)->rowCount() > 0; });
        m_drive.picture(u"new-school-year"_s, u"What a new school year would do, year group by year group."_s);
        m_drive.click(u"newYear.cancel"_s);
    }

    void openPupil()
    {
        auto* table = m_drive.see<QTableWidget>(u"pupilsTable"_s);
        table->setFocus();
        table->setCurrentCell(0, 0);
        m_drive.press(Qt::Key_Return);
        m_drive.see(u"pupil.forename"_s);
        m_drive.picture(u"pupil"_s, u"One pupil: what everybody sees, and what is for the leads alone."_s);
        m_drive.click(u"pupilContactsAdd"_s);
        m_drive.type(u"pupil.contact1.name"_s, u"Ms Placeholder-Tour"_s);
        m_drive.type(u"pupil.contact1.phone"_s, u"0161 496 0199"_s);
        m_drive.picture(u"pupil-contacts"_s, u"Who is around the child."_s);
        m_drive.see(u"pupil.save"_s)->setFocus();
        m_drive.picture(u"pupil-siblings"_s,
                        u"Brothers and sisters are offered, and concerns of a child who was not on roll."_s);
        m_drive.click(u"pupil.cancel"_s);
    }

    void settings()
    {
        m_drive.click(u"navSettings"_s);
        auto* tabs = m_drive.see<QTabWidget>(u"settingsTabs"_s);
        const auto show = [&](const QString& title) {
            for (int i = 0; i < tabs->count(); ++i)
                if (tabs->tabText(i) == title)
                    tabs->setCurrentIndex(i);
        };
        show(u"The school"_s);
        m_drive.see(u"whatIfAnswer"_s);
        m_drive.picture(u"the-school"_s, u"A lead edits the school, and asks who would be told if\u2026"_s);
        m_drive.see(u"acknowledgeMinutes"_s)->setFocus();
        m_drive.picture(u"days-and-clocks"_s,
                        u"The school day, how long the clocks run, closures and bank holidays."_s);
        m_drive.see(u"recordSystem"_s)->setFocus();
        m_drive.picture(u"how-it-works"_s, u"Which system is the record; the duty to report is shown and off."_s);
        show(u"Pupils"_s);
        m_drive.wait(u"the register is read"_s,
                     [this] { return m_drive.see<QTableWidget>(u"pupilsTable"_s)->rowCount() > 0; });
        m_drive.picture(u"pupils"_s, u"The pupil register, which the form searches."_s);
        takePupilsOver();
        newSchoolYear();
        openPupil();
        show(u"Our guidance"_s);
        m_drive.click(u"ownPageAdd"_s);
        m_drive.type(u"ownPage.title"_s, u"At our gate"_s);
        m_drive.type(u"ownPage.summary"_s, u"Whom to ring from the gate and the field."_s);
        m_drive.type(u"ownPage.source"_s, u"Our child protection policy, 2026"_s);
        m_drive.type(u"ownPage.text"_s, u"The gate has a radio. Say that you need a safeguarding lead, and no more."_s);
        m_drive.picture(u"own-page"_s, u"A lead writes a page of the school's own."_s);
        m_drive.click(u"ownPage.save"_s);
        m_drive.wait(u"the page is in force"_s, [this] { return m_drive.isSeen(u"ownTitle1"_s); });
        m_drive.picture(u"own-pages"_s, u"The school's own pages, each with its day."_s);
        show(u"Colleagues"_s);
        m_drive.click(u"enrolButton"_s);
        m_drive.type(u"enrol.name"_s, u"Robin Supply"_s);
        m_drive.choose(u"enrol.role"_s, u"Member of staff"_s);
        m_drive.click(u"enrol.save"_s);
        m_drive.wait(u"the colleague is enrolled"_s, [this] { return m_drive.isSeen(u"startingPassword"_s); });
        m_drive.picture(u"colleagues"_s, u"A colleague is enrolled; their starting password is shown once."_s);
        m_drive.click(u"startingPasswordDone"_s);
        auto* members = m_drive.see<QAbstractItemView>(u"membersTable"_s);
        m_drive.type(u"membersFind"_s, m_staff.name);
        m_drive.wait(u"the colleague is found"_s, [members] { return members->model()->rowCount() == 1; });
        members->setFocus();
        members->setCurrentIndex(members->model()->index(0, 0));
        m_drive.click(u"memberEnd"_s);
        m_drive.picture(u"leaving"_s, u"What follows when somebody leaves is said before it is done."_s);
        m_drive.click(u"memberEndForm.cancel"_s);
        show(u"Recovery"_s);
        m_drive.click(u"recoveryReissue"_s);
        m_drive.picture(u"recovery"_s, u"The recovery sheets: how they stand, whether they work, and new ones."_s);
        m_drive.click(u"reissueCancel"_s);
        show(u"Backups"_s);
        m_drive.click(u"backupNow"_s);
        m_drive.wait(u"a backup is made and checked"_s, [this] { return m_drive.isSeen(u"backupAnswer"_s); });
        m_drive.picture(u"backups"_s, u"When the last good backup was made, a second place, and the way back."_s);
        show(u"Checks"_s);
        m_drive.click(u"verifyButton"_s);
        m_drive.wait(
            u"the check is done"_s, [this] { return m_drive.isSeen(u"verifyAnswer"_s); }, std::chrono::minutes(5));
        m_drive.picture(u"checks"_s, u"Everything is checked, and Heed says what it could check."_s);
        show(u"This computer"_s);
    }

    void looks()
    {
        m_drive.choose(u"theme"_s, u"Dark"_s);
        m_drive.choose(u"textSize"_s, u"150 %"_s);
        m_drive.picture(u"dark"_s, u"Dark, and larger."_s);
        m_drive.click(u"navGuidance"_s);
        m_drive.picture(u"dark-guidance"_s, u"The guidance, dark and larger."_s);
        tourQueueLook(m_drive);
        m_drive.click(u"navSettings"_s);
        auto* tabs = m_drive.see<QTabWidget>(u"settingsTabs"_s);
        for (int i = 0; i < tabs->count(); ++i)
            if (tabs->tabText(i) == u"The school"_s)
                tabs->setCurrentIndex(i);
        m_drive.see(u"acknowledgeMinutes"_s)->setFocus();
        m_drive.picture(u"dark-days"_s, u"Days and clocks, dark and larger."_s);
        tabs->setCurrentIndex(0);
        m_drive.choose(u"theme"_s, u"High contrast"_s);
        m_drive.click(u"navLog"_s);
        m_drive.picture(u"high-contrast"_s, u"High contrast."_s);
        m_drive.press(Qt::Key_F12);
        m_drive.picture(u"hidden"_s, u"F12: a child came near."_s);
        m_drive.press(Qt::Key_F12);
    }

    TourDriver m_drive;
    platform::FixedClock& m_clock;
    Person m_staff;
    Person m_lead;
    int m_staffRow = -1;
    bool m_shownRefusal = false;
    QString m_reference;
    QString m_elsewhere;
};

} // namespace

int runTour(const Arguments& arguments)
{
    const auto& folder = arguments.tour;
    QTemporaryDir own;
    if (!own.isValid() || !QDir().mkpath(folder)) {
        QTextStream(stderr) << u"The tour needs a folder to write to: \"%1\" is none."_s.arg(folder) << Qt::endl;
        return 1;
    }
    // A home of its own: settings, memory and the made-up school go with it.
    for (const auto* name : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"})
        qputenv(name, own.path().toLocal8Bit());
    const auto logging = platform::log::start();
    // A school day at a school hour, whatever the day is: the pictures always show the same.
    platform::FixedClock clock(QDateTime(QDate(2026, 11, 24), QTime(10, 20), Qt::UTC));
    platform::Settings settings;
    settings.theme = arguments.theme;
    settings.textPercent = arguments.textPercent;
    settings.idleMinutes = 60; // the clock jumps
    gui::applyLook(settings);
    int answer = 0;
    try {
        gui::MainWindow window(settings);
        window.resize(1280, 800);
        window.start();
        window.show();
        window.activateWindow();
        try {
            Tour(window, folder, clock).run();
        } catch (const TourFailure& failure) {
            QTextStream(stderr) << failure.what() << Qt::endl;
            window.grab().save(folder + u"/failed.png"_s);
            answer = 1;
        }
    } catch (const std::exception& failure) {
        QTextStream(stderr) << failure.what() << Qt::endl;
        answer = 1;
    }
    platform::log::stop();
    Q_UNUSED(logging)
    return answer;
}

} // namespace heed::app
