#include "qt_strings.h"
#include "school.h"
#include "taken.h"

#include "platform/clock.h"
#include "rules/attachments.h"
#include "session/attachments.h"
#include "session/backups.h"
#include "session/drafts.h"
#include "session/review.h"
#include "session/upkeep.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <sys/stat.h>

using namespace heed;
using namespace heed::tests;
using namespace Qt::StringLiterals;
using model::ErrorCode;

namespace {

const QString form = u"concern"_s;
const QByteArray secret = "Something that nobody else may read: the invented pupil Madeup spoke of it. ";

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

QByteArray text(const session::OpenedFile& opened)
{
    return {reinterpret_cast<const char*>(opened.bytes->data()), static_cast<qsizetype>(opened.bytes->size())};
}

QStringList namesIn(const School& school)
{
    return QDir(school.path() + u"/files"_s).entryList(QDir::Files | QDir::Hidden);
}

/// A letter on a stick, as somebody would attach it.
QString letter(const School& school, const QString& name = u"letter.txt"_s, qsizetype size = 100'000)
{
    REQUIRE(QDir().mkpath(school.filePath(u"stick"_s)));
    const auto path = school.filePath(u"stick/"_s + name);
    write(path, secret.repeated(size / secret.size() + 1));
    return path;
}

std::unique_ptr<session::Session> enrolled(School& school, session::Session& lead, const QString& name,
                                           model::Role role = model::Role::Staff)
{
    const auto& password = role == model::Role::Head ? headPassword : staffPassword;
    taken(session::addMember(lead, name, role, password));
    return school.signIn(name, password);
}

QStringList findings(session::Session& reader)
{
    QStringList all;
    for (const auto& one : taken(session::verify(reader)).findings)
        all << one.code + u' ' + one.sentence;
    return all;
}

} // namespace

TEST_CASE("A file goes sealed with its concern, and its author and the desk open it, nobody else")
{
    School school;
    auto lead = school.signInLead();
    auto anna = enrolled(school, *lead, u"Anna Assistant"_s);
    auto bob = enrolled(school, *lead, u"Bob Builder"_s);
    const auto path = letter(school);
    const auto held = taken(session::attachFile(*anna, form, path));
    CHECK(held.name == u"letter.txt"_s);
    CHECK(held.media == u"text/plain"_s);
    CHECK(taken(session::attachedFiles(*anna, form)) == std::vector{held});
    CHECK(taken(session::attachedFiles(*bob, form)).empty());
    CHECK(text(taken(session::openHeld(*anna, form, held.file))) == [&] {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }());
    CHECK(codeOf(session::openHeld(*bob, form, held.file)) == ErrorCode::NotFound);

    const auto logged = taken(session::logConcern(*anna, someConcern(), form));
    CHECK(taken(session::attachedFiles(*anna, form)).empty());
    done(lead->refresh().map([](bool) {}));
    const auto record = taken(session::openCase(*lead, logged.reference));
    REQUIRE(record.events.front().files == std::vector{held});
    CHECK(text(taken(session::openAttached(*lead, logged.reference, held.file))).startsWith(secret));
    CHECK(text(taken(session::openAttached(*lead, logged.reference, u"letter.txt"_s))).startsWith(secret));
    CHECK(text(taken(session::openAttached(*anna, logged.reference, held.file))).startsWith(secret));
    CHECK(codeOf(session::openAttached(*bob, logged.reference, held.file)) == ErrorCode::NotFound);
    CHECK(codeOf(session::openAttached(*lead, logged.reference, u"other.txt"_s)) == ErrorCode::NotFound);
    CHECK(findings(*lead).isEmpty());
    CHECK(findings(*anna).isEmpty());

    const auto rows = taken(session::queue(*lead, {})).rows;
    REQUIRE(rows.size() == 1);
    CHECK(rows.front().files == 1);
    model::CaseFilter filter;
    filter.text = u"letter"_s;
    CHECK(taken(session::queue(*lead, filter)).rows.size() == 1);
}

TEST_CASE("Additions, notes and assessments carry files too, and what is passed on takes its files along")
{
    School school;
    auto lead = school.signInLead();
    auto head = enrolled(school, *lead, u"Hedda Mock"_s, model::Role::Head);
    taken(session::attachFile(*lead, form, letter(school, u"first.txt"_s)));
    const auto logged = taken(session::logConcern(*lead, someConcern(), form));
    for (const auto& name : {u"added.txt"_s, u"noted.txt"_s, u"assessed.txt"_s})
        taken(session::attachFile(*lead, name, letter(school, name, 10)));
    done(session::addTo(*lead, logged.reference, u"More."_s, {}, u"added.txt"_s));
    done(session::addNote(*lead, logged.reference, u"A note."_s, {}, u"noted.txt"_s));
    model::AssessmentBody assessment;
    assessment.tool = u"An invented tool"_s;
    assessment.level = u"amber"_s;
    assessment.assessor = u"An invented worker"_s;
    assessment.basis = u"Two visits"_s;
    // A day to come is a slip; the file that was chosen waits for the next try.
    assessment.date = platform::inSchoolTime(platform::now()).date().addDays(1);
    CHECK(codeOf(session::recordAssessment(*lead, logged.reference, assessment, u"assessed.txt"_s)) ==
          ErrorCode::BadInput);
    assessment.date = assessment.date->addDays(-1);
    done(session::recordAssessment(*lead, logged.reference, assessment, u"assessed.txt"_s));
    QStringList names;
    for (const auto& event : taken(session::openCase(*lead, logged.reference)).events)
        for (const auto& file : event.files)
            names << file.name;
    CHECK(names == QStringList{u"first.txt"_s, u"added.txt"_s, u"noted.txt"_s, u"assessed.txt"_s});
    CHECK(taken(session::queue(*lead, {})).rows.front().files == 4);

    done(session::passTo(*lead, logged.reference, model::headDesk, u"It is about somebody who works here."_s));
    done(head->refresh().map([](bool) {}));
    const auto rows = taken(session::queue(*head, {})).rows;
    REQUIRE(rows.size() == 1);
    CHECK(text(taken(session::openAttached(*head, rows.front().reference, u"first.txt"_s))).startsWith(secret));
    CHECK(findings(*head).isEmpty());
    // The desk that does not read the addition cannot tell whose its file is, and says so without alarm.
    CHECK(taken(session::verify(*head)).notDone.join(u' ').contains(u"3 sealed files"_s));
}

TEST_CASE("What cannot be attached is refused by name, and what is attached already stays")
{
    School school;
    auto lead = school.signInLead();
    const auto refused = [&](const QString& path, const QString& name, const QString& why) {
        const auto answer = session::attachFile(*lead, form, path);
        REQUIRE_FALSE(answer);
        INFO(answer.error().message.toStdString());
        CHECK(answer.error().message.contains(QString(u'"' + name + u'"')));
        CHECK(answer.error().message.contains(why));
    };
    const auto first = taken(session::attachFile(*lead, form, letter(school)));
    const auto at = [&](const QString& name) { return school.filePath(u"stick/"_s + name); };
    write(at(u"empty.txt"_s), {});
    write(at(u"setup.exe"_s), "anything");
    write(at(u"picture.png"_s), QByteArray("\x7f"
                                           "ELF\x02\x01\x01",
                                           7) +
                                    QByteArray(100, '\0'));
    refused(at(u"empty.txt"_s), u"empty.txt"_s, u"empty"_s);
    refused(at(u"setup.exe"_s), u"setup.exe"_s, u"program"_s);
    refused(at(u"picture.png"_s), u"picture.png"_s, u"program"_s);
    refused(at(u"none.txt"_s), u"none.txt"_s, u"does not exist"_s);
    refused(school.filePath(u"stick"_s), u"stick"_s, u"folder"_s);
    {
        QFile large(at(u"film.mp4"_s));
        REQUIRE(large.open(QIODevice::WriteOnly));
        REQUIRE(large.resize(rules::largestAttachment + 1));
    }
    refused(at(u"film.mp4"_s), u"film.mp4"_s, u"40 MB"_s);
    REQUIRE(::mkfifo(QFile::encodeName(at(u"pipe"_s)).constData(), 0600) == 0);
    refused(at(u"pipe"_s), u"pipe"_s, u"plain file"_s);
    for (int i = 1; i < 10; ++i)
        taken(session::attachBytes(*lead, form, u"picture %1.png"_s.arg(i), "\x89PNG\r\n\x1a\n and more"));
    refused(letter(school, u"eleventh.txt"_s, 10), u"eleventh.txt"_s, u"10 files"_s);

    const auto held = taken(session::attachedFiles(*lead, form));
    REQUIRE(held.size() == 10);
    CHECK(held.front() == first);
    CHECK(held.back().media == u"image/png"_s);
    CHECK(namesIn(school).size() == 10);

    session::Progress stopped;
    stopped.cancelled = [] { return true; };
    done(session::detachFile(*lead, form, held.back().file));
    CHECK(codeOf(session::attachFile(*lead, form, letter(school), stopped)) == ErrorCode::Cancelled);
    CHECK(taken(session::attachedFiles(*lead, form)).size() == 9);
    CHECK(namesIn(school).size() == 9);
    done(session::dropAttached(*lead, form));
    CHECK(namesIn(school).isEmpty());
}

TEST_CASE("What a form holds survives locking, a refused submission and the death of the program")
{
    School school;
    platform::FixedClock clock(QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC));
    auto lead = school.signInLead();
    const auto held = taken(session::attachFile(*lead, form, letter(school)));
    const auto command = session::commandForm + u"1"_s;
    taken(session::attachFile(*lead, command, letter(school, u"by command.txt"_s)));
    auto bad = someConcern();
    bad.facts.clear();
    CHECK_FALSE(session::logConcern(*lead, bad, form));
    CHECK(taken(session::attachedFiles(*lead, form)).size() == 1);
    CHECK(taken(session::unsentDrafts(*lead)).count == 0);

    // A year later: what a command left is gone, what a form holds is not.
    lead.reset();
    clock.advance(365LL * 24 * 3600);
    lead = school.signInLead();
    CHECK(taken(session::attachedFiles(*lead, command)).empty());
    CHECK(taken(session::attachedFiles(*lead, form)) == std::vector{held});
    CHECK(namesIn(school) == QStringList{held.file});
    const auto logged = taken(session::logConcern(*lead, someConcern(), form));
    CHECK(text(taken(session::openAttached(*lead, logged.reference, held.file))).startsWith(secret));

    // What its entry carries is nobody's to take back.
    done(session::detachFile(*lead, form, held.file));
    done(session::dropAttached(*lead, form));
    CHECK(namesIn(school) == QStringList{held.file});
}

TEST_CASE("A list of waiting files that is older than the entry that took them removes none of them")
{
    School school;
    auto lead = school.signInLead();
    const auto held = taken(session::attachFile(*lead, form, letter(school)));
    // As a restored backup or a power cut may leave it: the list as it was before the entry.
    const QDir drafts(school.path() + u"/drafts"_s);
    const auto names = drafts.entryList(QDir::Files);
    REQUIRE(names.size() == 1);
    QFile list(drafts.filePath(names.front()));
    REQUIRE(list.open(QIODevice::ReadOnly));
    const auto before = list.readAll();
    list.close();
    const auto logged = taken(session::logConcern(*lead, someConcern(), form));
    CHECK(drafts.entryList(QDir::Files).isEmpty());
    write(drafts.filePath(names.front()), before);

    lead = school.signInLead();
    CHECK(taken(session::attachedFiles(*lead, form)).size() == 1);
    done(session::dropAttached(*lead, form));
    CHECK(taken(session::attachedFiles(*lead, form)).empty());
    CHECK(namesIn(school) == QStringList{held.file});
    CHECK(text(taken(session::openAttached(*lead, logged.reference, held.file))).startsWith(secret));
}

TEST_CASE("A file that is gone, changed, exchanged or put there by somebody is named by the check")
{
    School school;
    auto lead = school.signInLead();
    const auto one = taken(session::attachFile(*lead, form, letter(school, u"one.txt"_s)));
    const auto two = taken(session::attachFile(*lead, form, letter(school, u"two.txt"_s)));
    const auto files = school.path() + u"/files/"_s;
    SECTION("before it is sent: then nothing is sent, and nothing is lost")
    {
        REQUIRE(QFile::remove(files + one.file));
        const auto answer = session::logConcern(*lead, someConcern(), form);
        CHECK(codeOf(answer) == ErrorCode::Damaged);
        CHECK(answer.error().message.contains(u"\"one.txt\""_s));
        done(session::detachFile(*lead, form, one.file));
        CHECK(session::logConcern(*lead, someConcern(), form));
    }
    SECTION("afterwards")
    {
        const auto logged = taken(session::logConcern(*lead, someConcern(), form));
        QString what;
        SECTION("gone")
        {
            REQUIRE(QFile::remove(files + one.file));
            what = u"\"one.txt\" is gone"_s;
        }
        SECTION("changed")
        {
            QFile file(files + one.file);
            REQUIRE(file.open(QIODevice::ReadWrite));
            REQUIRE(file.seek(70'000));
            REQUIRE(file.write("x") == 1);
            what = u"\"one.txt\" is not the file"_s;
        }
        SECTION("exchanged for another that was sealed too")
        {
            REQUIRE(QFile::remove(files + one.file));
            REQUIRE(QFile::copy(files + two.file, files + one.file));
            what = u"\"one.txt\" is not the file"_s;
        }
        const auto found = findings(*lead);
        REQUIRE(found.size() == 1);
        CHECK(found.front().contains(what));
        const auto opened = session::openAttached(*lead, logged.reference, one.file);
        CHECK(codeOf(opened) == ErrorCode::Damaged);
        CHECK(opened.error().message.contains(what));
        CHECK(session::openAttached(*lead, logged.reference, two.file));
    }
    SECTION("put there")
    {
        write(files + u"holiday.jpg"_s, "anything");
        const auto found = findings(*lead);
        REQUIRE(found.size() == 1);
        CHECK(found.front().startsWith(u"file-unknown"_s));
    }
}

TEST_CASE("A file leaves Heed only to where its reader says, for somebody and for a reason, and that is recorded first")
{
    School school;
    auto lead = school.signInLead();
    auto anna = enrolled(school, *lead, u"Anna Assistant"_s);
    const auto held = taken(session::attachFile(*anna, form, letter(school)));
    const auto logged = taken(session::logConcern(*anna, someConcern(), form));
    done(lead->refresh().map([](bool) {}));
    session::SaveFileRequest request{logged.reference, held.file, u"Manchester MASH"_s, u"They asked for it"_s,
                                     school.filePath(u"out.txt"_s)};
    const auto copies = [&] {
        int count = 0;
        for (const auto& event : taken(session::openCase(*lead, logged.reference)).events)
            if (const auto* body = std::get_if<model::PrintedBody>(&event.body)) {
                CHECK(body->file == u"letter.txt"_s);
                CHECK(body->recipient == u"Manchester MASH"_s);
                ++count;
            }
        return count;
    };
    auto unsaid = request;
    unsaid.recipient.clear();
    CHECK(codeOf(session::saveAttached(*lead, unsaid)) == ErrorCode::BadInput);
    unsaid = request;
    unsaid.reason.clear();
    CHECK(codeOf(session::saveAttached(*lead, unsaid)) == ErrorCode::BadInput);
    unsaid = request;
    unsaid.path = school.filePath(u"no such folder/out.txt"_s);
    CHECK_FALSE(session::saveAttached(*lead, unsaid));
    CHECK(codeOf(session::saveAttached(*anna, request)) == ErrorCode::NotFound);
    CHECK(copies() == 0);

    taken(session::saveAttached(*lead, request));
    CHECK(copies() == 1);
    QFile file(request.path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.size() == held.size);
    CHECK(file.readAll().startsWith(secret));
    struct stat status {};
    REQUIRE(::stat(QFile::encodeName(request.path).constData(), &status) == 0);
    CHECK((status.st_mode & 07777U) == 0600);
    CHECK(codeOf(session::saveAttached(*lead, request)) == ErrorCode::AlreadyExists);
    CHECK(copies() == 1);
    CHECK(text(taken(session::releaseAttached(*lead, request))).startsWith(secret));
    CHECK(copies() == 2);
}

TEST_CASE("No byte of an attached file stands in the clear in vault, state, settings or temporary folders")
{
    School school;
    const auto temporary = school.filePath(u"tmp"_s);
    REQUIRE(QDir().mkpath(temporary));
    const auto before = qgetenv("TMPDIR");
    qputenv("TMPDIR", temporary.toLocal8Bit());
    qputenv("XDG_CONFIG_HOME", school.filePath(u"config"_s).toLocal8Bit());
    {
        auto lead = school.signInLead();
        const auto path = letter(school, u"letter.txt"_s, 2'000'000);
        const auto held = taken(session::attachFile(*lead, form, path));
        taken(session::attachBytes(*lead, form, u"pasted.txt"_s, secret.repeated(10)));
        const auto logged = taken(session::logConcern(*lead, someConcern(), form));
        taken(session::openAttached(*lead, logged.reference, held.file));
        taken(session::backUpNow(*lead));
        taken(session::attachFile(*lead, u"case-x"_s, path));
        REQUIRE(QFile::remove(path));
    }
    qputenv("TMPDIR", before);
    int looked = 0;
    QDirIterator all(school.filePath({}), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        INFO(file.fileName().toStdString());
        const auto bytes = file.readAll();
        CHECK_FALSE(bytes.contains(secret.first(20)));
        CHECK_FALSE(bytes.contains("letter.txt"));
        ++looked;
    }
    CHECK(looked > 10);
}

TEST_CASE("A backup holds the files and brings them back")
{
    School school;
    auto lead = school.signInLead();
    const auto held = taken(session::attachFile(*lead, form, letter(school)));
    const auto logged = taken(session::logConcern(*lead, someConcern(), form));
    const auto made = taken(session::backUpNow(*lead));
    const auto beside = school.filePath(u"Restored.heed"_s);
    taken(session::restoreBackup(made.folder, beside));
    school.usePc(u"pc-two"_s);
    const auto password = dslPassword.toUtf8();
    auto restored = taken(session::Session::signIn(beside, u"Testa Lead"_s, crypto::spanOf(password)));
    CHECK(text(taken(session::openAttached(*restored, logged.reference, held.file))).startsWith(secret));
    CHECK(findings(*restored).isEmpty());
}
