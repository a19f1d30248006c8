#include "home.h"
#include "platform/atomic_file.h"
#include "platform/new_folder.h"
#include "qt_strings.h"

#include <QDir>

using namespace heed::platform;
using heed::model::ErrorCode;

namespace {

QStringList entries(const QTemporaryDir& dir)
{
    return QDir(dir.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}

} // namespace

TEST_CASE("A new folder gets its name when it is whole, and one that is not finished goes")
{
    const QTemporaryDir dir;
    const auto place = dir.filePath(QStringLiteral("Ours.heed"));
    {
        auto made = taken(NewFolder::begin(place, privateFolder));
        done(createFile(made.path() + QStringLiteral("/one"), "1"));
        CHECK(entries(dir).size() == 1);
        CHECK_FALSE(QDir(place).exists());
    }
    CHECK(entries(dir).isEmpty());
    {
        auto made = taken(NewFolder::begin(place, privateFolder));
        done(createFile(made.path() + QStringLiteral("/one"), "1"));
        done(made.publish());
    }
    CHECK(entries(dir) == QStringList{QStringLiteral("Ours.heed")});
    {
        auto again = taken(NewFolder::begin(place, privateFolder));
        CHECK(errorOf(again.publish()).code == ErrorCode::AlreadyExists);
    }
    CHECK(entries(dir) == QStringList{QStringLiteral("Ours.heed")});
    CHECK(taken(readFile(place + QStringLiteral("/one"), 10)) == "1");
}

TEST_CASE("What a program that died has left of a folder goes when the next is begun, and nothing that looks like it")
{
    const QTemporaryDir dir;
    const auto place = dir.filePath(QStringLiteral("Ours.heed"));
    const QDir in(dir.path());
    const auto left = QStringLiteral("Ours.heed.unfinished-0123456789abcdef");
    const QStringList stay{QStringLiteral("Ours.heed.unfinished-notes"),
                           QStringLiteral("Theirs.heed.unfinished-0123456789abcdef"), QStringLiteral("precious")};
    for (const auto& name : stay + QStringList{left})
        REQUIRE(in.mkpath(name + QStringLiteral("/desks")));
    // A link with such a name leads nowhere that anything is removed.
    REQUIRE(QFile::link(in.filePath(QStringLiteral("precious")),
                        in.filePath(QStringLiteral("Ours.heed.unfinished-00000000000000aa"))));
    auto other = taken(NewFolder::begin(place, privateFolder)); // somebody who is still at it
    CHECK_FALSE(in.exists(left));
    auto mine = taken(NewFolder::begin(place, privateFolder));
    CHECK(QDir(other.path()).exists());
    for (const auto& name : stay)
        CHECK(in.exists(name + QStringLiteral("/desks")));
    done(createFile(mine.path() + QStringLiteral("/one"), "1"));
    done(mine.publish());
    CHECK(errorOf(other.publish()).code == ErrorCode::AlreadyExists);
}
