#include "file_bytes.h"
#include "qt_strings.h"
#include "school.h"
#include "taken.h"

#include "platform/groups.h"
#include "session/backups.h"
#include "session/drafts.h"
#include "session/review.h"

#include <QDirIterator>
#include <QFile>

#include <sys/stat.h>
#include <unistd.h>

using namespace heed;
using namespace heed::tests;

namespace {

const QByteArray precious("Nobody else may read this, and it must not go.");

/// A vault whose files a group shares, used as on any day.
struct Shared : School {
    explicit Shared(const QString& group)
    {
        session::SetUpRequest request;
        request.path = filePath(QStringLiteral("Shared.heed"));
        request.profile = session::defaultProfile();
        request.member = QStringLiteral("Testa Lead");
        request.password = dslPassword;
        request.group = group;
        taken(session::setUpVault(request));
        lead = taken(
            session::Session::signIn(request.path, QStringLiteral("Testa Lead"), crypto::spanOf(dslPassword.toUtf8())));
        REQUIRE(session::addMember(*lead, QStringLiteral("Anna Assistant"), model::Role::Staff, staffPassword));
        REQUIRE(session::logConcern(*lead, someConcern()));
        done(session::saveDraft(*lead, QStringLiteral("concern"), "not yet sent"));
        vault = request.path;
    }
    QString vault;
    std::unique_ptr<session::Session> lead;
};

int modeOf(const QString& path)
{
    struct stat status {};
    REQUIRE(::lstat(QFile::encodeName(path).constData(), &status) == 0);
    return static_cast<int>(status.st_mode & 07777);
}

void haveModes(const QString& folder, int file, int inFolder)
{
    CHECK(modeOf(folder) == inFolder);
    QDirIterator all(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    int looked = 0;
    while (all.hasNext()) {
        const auto path = all.next();
        INFO(path.toStdString());
        CHECK(modeOf(path) == (all.fileInfo().isDir() ? inFolder : file));
        ++looked;
    }
    CHECK(looked > 10);
}

} // namespace

TEST_CASE("Every file of a vault is for its account alone, or for the group that set-up names, backups included")
{
    const auto groups = platform::ownGroups();
    REQUIRE_FALSE(groups.isEmpty());
    const Shared school(groups.front());
    taken(session::backUpNow(*school.lead));
    haveModes(school.vault, 0660, 02770);
    // A place that is shared, too, such as a NAS.
    const auto nas = school.filePath(QStringLiteral("nas"));
    taken(session::backUpTo(*school.lead, nas));
    haveModes(nas, 0660, 02770);

    const auto own = school.signInLead();
    REQUIRE(session::logConcern(*own, someConcern()));
    done(session::saveDraft(*own, QStringLiteral("concern"), "not yet sent"));
    taken(session::backUpNow(*own));
    haveModes(school.path(), 0600, 0700);
}

TEST_CASE("A link that a colleague puts into a shared vault makes Heed neither copy nor remove another's files")
{
    Shared school(platform::ownGroups().front());
    const auto home = school.filePath(QStringLiteral("home"));
    REQUIRE(QDir().mkpath(home + QStringLiteral("/letters.new-2026")));
    write(home + QStringLiteral("/id_rsa"), precious);
    write(home + QStringLiteral("/0123456789abcdef"), precious);
    write(home + QStringLiteral("/letters.new-2026/one"), precious);
    write(home + QStringLiteral("/a.new-1"), precious);
    taken(session::backUpNow(*school.lead));
    const auto link = [](const QString& to, const QString& path) { REQUIRE(QFile::link(to, path)); };
    const auto moved = [&](const QString& name) {
        REQUIRE(QDir(school.vault).rename(name, name + QStringLiteral("-before")));
    };
    bool isRefused = true;
    SECTION("a draft that is a link")
    {
        link(home + QStringLiteral("/id_rsa"), school.vault + QStringLiteral("/drafts/0123456789abcdef"));
        isRefused = false; // it is passed over
    }
    SECTION("an attachment that is a link")
    {
        link(home + QStringLiteral("/id_rsa"), school.vault + QStringLiteral("/files/0123456789abcdef"));
        isRefused = false;
    }
    SECTION("what looks like an unfinished backup")
    {
        link(home, school.vault + QStringLiteral("/backups/2026-11-23-090000-0000.new-01234567"));
        isRefused = false;
    }
    SECTION("the folder of attachments")
    {
        moved(QStringLiteral("files"));
        link(home, school.vault + QStringLiteral("/files"));
    }
    SECTION("the folder of drafts")
    {
        moved(QStringLiteral("drafts"));
        link(home, school.vault + QStringLiteral("/drafts"));
    }
    SECTION("the folder of backups")
    {
        moved(QStringLiteral("backups"));
        link(home, school.vault + QStringLiteral("/backups"));
    }
    SECTION("the attachments of the backups")
    {
        moved(QStringLiteral("backups/files"));
        link(home, school.vault + QStringLiteral("/backups/files"));
    }
    const auto made = session::backUpNow(*school.lead);
    INFO((made ? "" : made.error().message.toStdString()));
    CHECK(made.has_value() != isRefused);
    if (isRefused) {
        CHECK(made.error().message.contains(QStringLiteral("is a link to elsewhere")));
        CHECK(codeOf(session::Session::frontPage(school.vault)) == model::ErrorCode::Damaged);
    }
    for (const auto* name : {"id_rsa", "0123456789abcdef", "letters.new-2026/one", "a.new-1"})
        CHECK(read(home + u'/' + QLatin1StringView(name)) == precious);
    CHECK(QDir(home).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size() == 4);
    QDirIterator all(school.vault, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (all.hasNext())
        CHECK_FALSE(read(all.next()).contains(precious));
}
