#include "home.h"
#include "platform/file_lock.h"
#include "qt_strings.h"

#include <atomic>
#include <thread>
#include <vector>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace heed::platform;
using heed::model::ErrorCode;
using std::chrono::milliseconds;

TEST_CASE("Two threads never hold the lock together")
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral(".lock"));
    std::atomic<int> inside = 0;
    std::atomic<int> together = 0;
    std::vector<std::thread> threads;
    threads.reserve(4);
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (int n = 0; n < 20; ++n) {
                const auto lock = FileLock::take(path);
                together += !lock || ++inside != 1;
                std::this_thread::yield();
                --inside;
            }
        });
    for (auto& thread : threads)
        thread.join();
    CHECK(together == 0);
}

TEST_CASE("Another process waits, is told when it was too long, and gets the lock when its holder dies")
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral(".lock"));
    int ready[2];
    REQUIRE(::pipe(ready) == 0);
    const auto child = ::fork();
    if (child == 0) {
        const auto lock = FileLock::take(path);
        (void)!::write(ready[1], "x", 1);
        ::pause();
        ::_exit(lock ? 0 : 1);
    }
    char byte = 0;
    REQUIRE(::read(ready[0], &byte, 1) == 1);
    const auto refused = errorOf(FileLock::take(path, milliseconds(50)));
    CHECK(refused.code == ErrorCode::InUse);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    CHECK(FileLock::take(path, milliseconds(1000)));
    ::close(ready[0]);
    ::close(ready[1]);
}

TEST_CASE("A lock can be handed on and let go of early")
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral(".lock"));
    auto first = taken(FileLock::take(path, milliseconds(0), 0660));
    struct stat status {};
    REQUIRE(::stat(QFile::encodeName(path).constData(), &status) == 0);
    CHECK((status.st_mode & 07777U) == 0660);
    auto second = std::move(first);
    CHECK_FALSE(FileLock::take(path, milliseconds(0)));
    second.release();
    first = taken(FileLock::take(path, milliseconds(0)));
    CHECK_FALSE(FileLock::take(path, milliseconds(0)));
    CHECK(errorOf(FileLock::take(folder.filePath(QStringLiteral("no/where")))).code == ErrorCode::NotFound);
}
