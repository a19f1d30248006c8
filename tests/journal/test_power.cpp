#include "failing_vfs.h"
#include "room.h"
#include "upkeep/verify.h"

#include <QFileInfo>

#include <sqlite3.h>

#include <catch2/generators/catch_generators.hpp>

using namespace heed;
using namespace heed::tests;
using namespace heed::journal;
using sql::FailingVfs;
using Kept = FailingVfs::Kept;

TEST_CASE("Whenever the power goes while an entry is written, what was acknowledged is there and the chain goes on")
{
    Room room;
    const auto& lead = room.add(QStringLiteral("Testa Lead"), model::Role::Dsl);
    casebook::Reading reading;
    reading.keys = room.deskKeys(model::safeguardingDesk);
    reading.desk = model::safeguardingDesk;
    reading.policy = &room.policy;
    const auto key = crypto::SecretBytes::random(32);
    const auto kept = GENERATE(Kept::Nothing, Kept::Everything, Kept::Some);
    const unsigned seeds = kept == Kept::Some ? 5 : 1;
    int cuts = 0;
    bool reached = true;
    for (int call = 1; reached; ++call) {
        for (unsigned seed = 0; seed < seeds; ++seed) {
            const QTemporaryDir dir(QFileInfo::exists(QStringLiteral("/dev/shm"))
                                        ? QStringLiteral("/dev/shm/heed-XXXXXX")
                                        : QStringLiteral("/tmp/heed-XXXXXX"));
            const vault::Folder folder(dir.path());
            room.usePc(("pc" + std::to_string(++cuts)).c_str());
            const auto write = [&](Journal& journal, const char* text) {
                return append(journal, room.memory(), room.policy, lead, noteDraft(QString::fromLatin1(text)), morning);
            };
            FailingVfs disk;
            REQUIRE(sqlite3_vfs_register(sqlite3_vfs_find(disk.name()), 1) == SQLITE_OK);
            std::optional<Written> first;
            std::optional<Written> second;
            {
                auto journal = taken(Journal::create(folder, room.policy.vault.vault, key));
                first = taken(write(journal, "first"));
                disk.failAt(call, FailingVfs::Fault::PowerCut);
                if (auto written = write(journal, "second"))
                    second = std::move(*written);
                reached = disk.failed();
                disk.cutPower();
            }
            disk.powerBack(kept, seed);
            INFO("call " << call << ", seed " << seed << ", acknowledged " << second.has_value());
            auto journal = taken(Journal::open(folder, room.policy.vault.vault, key));
            const auto count = taken(journal.count());
            CHECK((count == 1 || count == 2));
            REQUIRE(taken(journal.at(first->place))->entry.hash() == first->hash);
            if (second)
                CHECK(taken(journal.at(second->place))->entry.hash() == second->hash);
            CHECK(taken(standing(journal, room.policy, taken(room.memory().load()))).isGood());
            const auto third = taken(write(journal, "third"));
            CHECK(third.place == Place{first->place.device, count + 1});
            CHECK(taken(upkeep::verifyJournal(journal, reading)).findings.empty());
        }
    }
    CHECK(cuts > 6);
}
