#include "as_nobody.h"
#include "home.h"
#include "platform/atomic_file.h"
#include "platform/state_folder.h"
#include "qt_strings.h"

#include <QDir>

#include <catch2/generators/catch_generators.hpp>

#include <atomic>
#include <cerrno>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>

using namespace heed::platform;
using heed::model::ErrorCode;

namespace {

unsigned modeOf(const QString& path)
{
    struct stat status {};
    REQUIRE(::stat(QFile::encodeName(path).constData(), &status) == 0);
    return status.st_mode & 07777U;
}

QStringList namesIn(const QTemporaryDir& folder)
{
    return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

} // namespace

TEST_CASE("A file is replaced whole, keeps its mode to the bit, and leaves nothing beside it")
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("vault.json"));
    const auto mask = ::umask(077);
    done(replaceFile(path, "one"));
    CHECK(modeOf(path) == 0600);
    done(replaceFile(path, QByteArray(100'000, 'x'), groupFile));
    CHECK(modeOf(path) == 0660);
    ::umask(mask);
    CHECK(taken(readFile(path, 100'000)) == QByteArray(100'000, 'x'));
    done(replaceFile(path, {}));
    CHECK(taken(readFile(path, 10)).isEmpty());
    CHECK(namesIn(folder) == QStringList{QStringLiteral("vault.json")});
}

TEST_CASE("Creating never replaces, and of many who try at once one succeeds")
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("one"));
    std::atomic<int> made = 0;
    std::atomic<int> refused = 0;
    std::vector<std::thread> threads;
    threads.reserve(8);
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&, i] {
            const auto result = createFile(path, QByteArray::number(i));
            made += result.has_value();
            refused += !result && result.error().code == ErrorCode::AlreadyExists;
        });
    for (auto& thread : threads)
        thread.join();
    CHECK(made == 1);
    CHECK(refused == 7);
    CHECK(namesIn(folder) == QStringList{QStringLiteral("one")});
}

TEST_CASE("A file that cannot be written leaves the old one and nothing beside it")
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("vault.json"));
    done(replaceFile(path, "old"));
    // The nearest to a full disk that needs no disk: the process may write no more than this.
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    auto* const handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{1000, before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
    const auto result = replaceFile(path, QByteArray(5000, 'x'));
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    CHECK(errorOf(result).code == ErrorCode::MachineFailed);
    CHECK(taken(readFile(path, 100)) == "old");
    CHECK(namesIn(folder) == QStringList{QStringLiteral("vault.json")});
}

TEST_CASE("What cannot be read is told apart")
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("x"));
    CHECK(errorOf(readFile(path, 10)).code == ErrorCode::NotFound);
    CHECK(errorOf(readFile(path + QStringLiteral("/y"), 10)).code == ErrorCode::NotFound);
    CHECK(errorOf(readFile(folder.path(), 10)).code == ErrorCode::BadInput);
    done(createFile(path, QByteArray(11, 'x')));
    CHECK(errorOf(readFile(path, 10)).code == ErrorCode::BadInput);
    CHECK(taken(readFile(path, 11)).size() == 11);
    CHECK(errorOf(readFile(QStringLiteral("/dev/zero"), 10)).code == ErrorCode::BadInput);
    const auto pipe = folder.filePath(QStringLiteral("pipe"));
    REQUIRE(::mkfifo(QFile::encodeName(pipe).constData(), 0600) == 0);
    CHECK(errorOf(readFile(pipe, 10)).code == ErrorCode::BadInput); // and does not wait for a writer
    CHECK_FALSE(taken(readFile(QStringLiteral("/proc/self/status"), 100'000)).isEmpty()); // of size 0, it says
}

TEST_CASE("No permission is said as such")
{
    const QTemporaryDir folder;
    const AsNobody nobody(folder.path());
    const auto path = folder.filePath(QStringLiteral("x"));
    done(createFile(path, "old", 0));
    CHECK(errorOf(readFile(path, 10)).code == ErrorCode::NoPermission);
    REQUIRE(::chmod(QFile::encodeName(folder.path()).constData(), 0500) == 0);
    CHECK(errorOf(replaceFile(path, "new")).code == ErrorCode::NoPermission);
    CHECK(errorOf(removeFile(path)).code == ErrorCode::NoPermission);
    CHECK(errorOf(makeFolder(path + QStringLiteral("y"))).code == ErrorCode::NoPermission);
    REQUIRE(::chmod(QFile::encodeName(folder.path()).constData(), 0700) == 0);
}

TEST_CASE("What the system says becomes a code and one sentence")
{
    struct Case {
        int number;
        ErrorCode code;
    };
    const auto c = GENERATE(values<Case>({{ENOSPC, ErrorCode::DiskFull},
                                          {EDQUOT, ErrorCode::DiskFull},
                                          {EACCES, ErrorCode::NoPermission},
                                          {EROFS, ErrorCode::NoPermission},
                                          {ENOENT, ErrorCode::NotFound},
                                          {EEXIST, ErrorCode::AlreadyExists},
                                          {EBUSY, ErrorCode::InUse},
                                          {EIO, ErrorCode::MachineFailed}}));
    const auto error = systemError(c.number, QStringLiteral("/a/b.json"));
    CHECK(error.code == c.code);
    CHECK(error.message.contains(QStringLiteral("\"b.json\"")));
    CHECK(error.message.count(QStringLiteral(". ")) == 0);
    CHECK(error.message.endsWith(u'.'));
}

TEST_CASE("Folders are made with the mode asked for, and those above are private")
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("a/b"));
    done(makeFolder(path, groupFolder));
    CHECK(modeOf(path) == 02770);
    CHECK(modeOf(folder.filePath(QStringLiteral("a"))) == 0700);
    done(makeFolder(path)); // is there: left as it is
    CHECK(modeOf(path) == 02770);
    done(createFile(path + QStringLiteral("/file"), "x"));
    CHECK(errorOf(makeFolder(path + QStringLiteral("/file"))).code == ErrorCode::AlreadyExists);
    CHECK(errorOf(makeFolder(path + QStringLiteral("/file/c"))).code == ErrorCode::NotFound);
    done(removeFile(path + QStringLiteral("/file")));
    done(removeFile(path + QStringLiteral("/file")));
}

TEST_CASE("The state folder is where the system says, and private")
{
    const Home home;
    CHECK(taken(stateFolder()) == home.path("state/heed"));
    CHECK(taken(configFolder()) == home.path("config/heed"));
    CHECK(modeOf(home.path("state/heed")) == 0700);
    const auto before = qgetenv("HOME");
    qputenv("HOME", QFile::encodeName(home.path("home")));
    qputenv("XDG_STATE_HOME", "not/absolute");
    CHECK(taken(stateFolder()) == home.path("home/.local/state/heed"));
    qputenv("HOME", before);
}
