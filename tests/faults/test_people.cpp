#include "hurt.h"

#include "session/state.h"

#include <catch2/generators/catch_generators.hpp>

#include <QFile>

#include <map>

using namespace heed;
using namespace heed::tests;
using disk::Fault;

namespace {

const auto leaver = QStringLiteral("Second Lead");

/// The signed files and what this PC remembers, to begin anew from the same day.
class Snapshot {
public:
    explicit Snapshot(const School& school)
    {
        for (const auto& folder :
             {school.path(), school.path() + QStringLiteral("/desks"), school.path() + QStringLiteral("/members"),
              school.filePath(QStringLiteral("pc-one/heed/vaults"))})
            for (const auto& name : QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files)) {
                QFile file(QDir(folder).filePath(name));
                REQUIRE(file.open(QIODevice::ReadOnly));
                m_files.emplace(file.fileName(), file.readAll());
            }
        CHECK(m_files.size() >= 6);
    }
    void putBack() const
    {
        for (const auto& [path, bytes] : m_files) {
            QFile file(path);
            REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            REQUIRE(file.write(bytes) == bytes.size());
        }
    }

private:
    std::map<QString, QByteArray> m_files;
};

} // namespace

TEST_CASE("Killed or without room at any call while somebody is taken out: the next step of a lead puts it right")
{
    School school;
    auto lead = school.signInLead();
    REQUIRE(session::addMember(*lead, leaver, model::Role::Dsl, staffPassword));
    REQUIRE(session::logConcern(*lead, someConcern()));
    done(lead->refresh().map([](bool) {}));
    const Snapshot before(school);
    const auto fault = GENERATE(Fault::Killed, Fault::Full);
    const int faults = atEach(
        fault, 9, [&] { return said(session::endMember(*lead, leaver)); },
        [&](const disk::Run& run) {
            isWhole(*lead);
            done(lead->state().openDesk({}));
            const auto& policy = lead->state().policy();
            const auto* left = &*std::find_if(policy.vault.members.begin(), policy.vault.members.end(),
                                              [](const auto& member) { return member.name == leaver; });
            CHECK((!run.didWell || left->endedAt));
            for (const auto& desk : {model::safeguardingDesk, model::everyoneDesk}) {
                CHECK(policy.desk(desk)->isReader(QStringLiteral("member:") + left->id) == !left->endedAt.has_value());
                CHECK(policy.desk(desk)->newest().number == (left->endedAt ? 2 : 1));
            }
            isWhole(*lead);
            before.putBack();
            done(vault::reread(lead->state().folder, lead->state().unlocked));
            lead->state().desk.reset(); // it was made anew for the new epoch
            done(lead->state().openDesk({}));
        });
    CHECK(faults > 15);
}

TEST_CASE("Killed or without room at any call while a school is set up: it is there and opens, or the place is free")
{
    School school;
    session::SetUpRequest request;
    request.path = school.filePath(QStringLiteral("Another.heed"));
    request.profile = session::defaultProfile();
    request.member = QStringLiteral("Testa Lead");
    request.password = dslPassword;
    const auto fault = GENERATE(Fault::Killed, Fault::Full);
    const auto work = [&] { return said(session::setUpVault(request)); };
    const int calls = disk::run(0, Fault::Nothing, work).calls;
    REQUIRE(QDir(request.path).removeRecursively());
    // The beginning in strides, since each try makes keys from a password; the end call by call.
    for (int call = 1; call <= calls; call += call < calls - 20 ? 9 : 2) {
        const auto run = disk::run(call, fault, work);
        INFO("call " << call << " of " << calls);
        saysWhatHappened(run, fault);
        if (QDir(request.path).exists()) {
            const auto opened =
                session::Session::signIn(request.path, request.member, crypto::spanOf(dslPassword.toUtf8()));
            INFO((opened ? "" : opened.error().message.toStdString()));
            REQUIRE(opened);
            isWhole(**opened);
        } else {
            CHECK_FALSE(run.didWell);
        }
        if (run.hasAnswered)
            CHECK(halves(school.filePath({})).isEmpty());
        QDir(request.path).removeRecursively();
    }
    done(session::setUpVault(request).map([](const auto&) {}));
    CHECK(halves(school.filePath({})).isEmpty());
}
