#include "home.h"
#include "platform/atomic_file.h"
#include "platform/log.h"
#include "qt_strings.h"

#include <QDir>
#include <QFileInfo>

#include <concepts>

#include <sys/stat.h>

using namespace heed;
using namespace heed::platform;

// A string that the program computed does not compile into a log line.
static_assert(!std::constructible_from<log::Value, QString>);
static_assert(!std::constructible_from<log::Value, QByteArray>);
static_assert(!std::constructible_from<log::Value, std::string>);
static_assert(!std::constructible_from<log::Value, QDateTime>);

TEST_CASE("The log says what happened in ids, codes and durations")
{
    const Home home;
    log::event("too early"); // nothing is open: nothing happens
    done(log::start());
    log::event("unlock", {{"vault", log::Id{QByteArray::fromHex("0123456789abcdef")}},
                          {"took", std::chrono::milliseconds(612)},
                          {"entries", 7},
                          {"first", true}});
    log::warning("append", {{"error", model::ErrorCode::DiskFull}, {"kind", log::Word("concern")}});
    log::stop();
    log::event("too late");
    const auto path = home.path("state/heed/heed.log");
    const auto lines = taken(readFile(path, 10'000)).split('\n');
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].endsWith("info unlock vault=01234567 took=612ms entries=7 first=yes"));
    CHECK(lines[1].endsWith("warning append error=disk-full kind=concern"));
}

TEST_CASE("The log is private and does not grow for ever")
{
    const Home home;
    const auto mask = ::umask(0);
    done(log::start());
    for (int i = 0; i < 60'000; ++i)
        log::event("a line that is there to fill the log until it has to be turned over", {{"number", i}});
    log::stop();
    ::umask(mask);
    const auto files = QDir(home.path("state/heed")).entryInfoList(QDir::Files);
    CHECK(files.size() == 3);
    for (const auto& file : files) {
        CHECK(file.size() <= 1024 * 1024);
        struct stat status {};
        REQUIRE(::stat(QFile::encodeName(file.filePath()).constData(), &status) == 0);
        CHECK((status.st_mode & 07777U) == 0600);
    }
}
