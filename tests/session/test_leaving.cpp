#include "qt_strings.h"
#include "school.h"
#include "crypto/random.h"
#include "journal/append.h"
#include "model/reference.h"
#include "platform/clock.h"
#include "session/review.h"
#include "session/upkeep.h"
#include "vault/password.h"
#include "vault/unlock.h"

#include <QDirIterator>

#include <thread>

using namespace heed;
using namespace heed::tests;

namespace {

const auto leaver = QStringLiteral("Second Lead");

void copyFolder(const QString& from, const QString& to)
{
    QDirIterator all(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const auto path = all.next();
        const auto target = QDir(to).filePath(QDir(from).relativeFilePath(path));
        REQUIRE(QDir().mkpath(QFileInfo(target).path()));
        REQUIRE(QFile::copy(path, target));
    }
}

/// Somebody who has left, with every file of a day when they were a member, their own password and the source.
class Attacker {
public:
    Attacker(School& school, const QString& copy)
        : m_school(school)
    {
        school.usePc(QStringLiteral("pc-of-who-has-left"));
        const auto folder = vault::Folder::open(copy);
        REQUIRE(folder);
        auto unlocked = vault::unlock(*folder, leaver, vault::passwordBytes(staffPassword).span(), platform::now());
        REQUIRE(unlocked);
        m_unlocked.emplace(std::move(*unlocked));
    }
    ~Attacker() { m_school.usePc(QStringLiteral("pc-one")); }

    /// Into the school's own journal, whose key they have, under the vault.json that they kept.
    journal::Written write(const journal::Draft& draft)
    {
        const auto& policy = m_unlocked->policy;
        const auto folder = vault::Folder::open(m_school.path());
        REQUIRE(folder);
        auto journal = journal::Journal::open(*folder, policy.vault.vault, m_unlocked->keyring.journalKey);
        REQUIRE(journal);
        const auto memory = platform::InstallationFile::of(policy.vault.vault);
        REQUIRE(memory);
        auto written =
            journal::append(*journal, *memory, policy, m_unlocked->keyring, draft, platform::now().addDays(-30));
        INFO((written ? "" : written.error().message.toStdString()));
        REQUIRE(written);
        return std::move(*written);
    }
    const QString& member() const { return m_unlocked->keyring.member; }

private:
    School& m_school;
    std::optional<vault::Unlocked> m_unlocked;
};

} // namespace

TEST_CASE("Somebody who has left, with every file and their own password, changes nothing, and a check names it")
{
    School school;
    const auto copy = school.filePath(QStringLiteral("Kept.heed"));
    auto lead = school.signInLead();
    REQUIRE(session::addMember(*lead, leaver, model::Role::Dsl, staffPassword));
    const auto logged = session::logConcern(*lead, someConcern());
    REQUIRE(logged);
    {
        auto second = school.signIn(leaver, staffPassword);
        REQUIRE(session::acknowledge(*second, logged->reference));
    }
    copyFolder(school.path(), copy);

    QString whatItSays;
    SECTION("left")
    {
        REQUIRE(session::endMember(*lead, leaver));
        whatItSays = QStringLiteral("Second Lead had left when it came into the journal");
    }
    SECTION("a lead no longer")
    {
        REQUIRE(session::changeRole(*lead, leaver, model::Role::Staff));
        whatItSays = QStringLiteral("Second Lead had another role when it came into the journal");
    }
    SECTION("with new keys, since somebody knew the password")
    {
        REQUIRE(session::resetMember(*lead, leaver));
        whatItSays = QStringLiteral("Second Lead had been given new keys when it came into the journal");
    }
    {
        Attacker attacker(school, copy);
        journal::Draft concern;
        concern.id = model::newRecordId(crypto::randomBytes);
        concern.kind = model::Kind::Concern;
        concern.desk = model::safeguardingDesk;
        concern.addressee = attacker.member();
        model::ConcernBody body;
        body.concern = someConcern();
        body.children = {QStringLiteral("0123456789abcdef")};
        concern.body = body;
        attacker.write(concern);

        journal::Draft closing;
        closing.kind = model::Kind::Closed;
        closing.desk = model::safeguardingDesk;
        closing.record = QByteArray::fromHex(logged->id.toLatin1());
        closing.body = model::ClosedBody{QStringLiteral("no further action"), QStringLiteral("to hide it")};
        attacker.write(closing);

        journal::Draft pupil;
        pupil.kind = model::Kind::ChildRegistered;
        pupil.desk = model::everyoneDesk;
        model::ChildBody child;
        child.child.id = QStringLiteral("fedcba9876543210");
        child.child.forename = QStringLiteral("Madeup");
        child.child.surname = QStringLiteral("Stranger");
        pupil.body = child;
        attacker.write(pupil);
    }
    REQUIRE(lead->refresh());
    const auto queue = session::queue(*lead);
    REQUIRE(queue);
    REQUIRE(queue->rows.size() == 1);
    CHECK(queue->rows.front().state == model::State::Open);
    const auto checked = session::verify(*lead);
    REQUIRE(checked);
    CHECK(checked->findings.size() == 3);
    for (const auto& finding : checked->findings) {
        CHECK(finding.code == QStringLiteral("not-allowed"));
        CHECK(finding.sentence.contains(whatItSays));
        CHECK(finding.place.contains(QStringLiteral("of the PC")));
    }
    // And what they wrote while they were here stands.
    const auto record = session::openCase(*lead, logged->reference);
    REQUIRE(record);
    CHECK(std::any_of(record->events.begin(), record->events.end(), [](const model::Event& event) {
        return event.author == leaver && event.kind == model::Kind::Acknowledged;
    }));
}

TEST_CASE("Nothing that its author was told is stored is lost when their membership ends meanwhile")
{
    School school;
    auto lead = school.signInLead();
    const auto anna = QStringLiteral("Anna Assistant");
    REQUIRE(session::addMember(*lead, anna, model::Role::Staff, staffPassword));
    auto hers = school.signIn(anna, staffPassword);
    int stored = 0;
    std::optional<model::Error> last;
    std::thread writing([&] {
        while (stored < 500) {
            const auto logged = session::logConcern(*hers, someConcern());
            if (!logged) {
                last = logged.error();
                return;
            }
            ++stored;
        }
    });
    const auto ended = session::endMember(*lead, anna);
    writing.join();
    INFO((ended ? "" : ended.error().message.toStdString()));
    REQUIRE(ended);
    REQUIRE(last);
    INFO(last->message.toStdString());
    CHECK(last->code == model::ErrorCode::NotAllowed);
    REQUIRE(lead->refresh());
    const auto checked = session::verify(*lead);
    REQUIRE(checked);
    for (const auto& finding : checked->findings)
        UNSCOPED_INFO(finding.place.toStdString() + ": " + finding.sentence.toStdString());
    CHECK(checked->findings.empty());
    CHECK(session::countOf(*lead, {}, 1000) == stored);
}

TEST_CASE("A lead at another window goes on reading when a colleague's leaving gives their desk new keys")
{
    School school;
    auto lead = school.signInLead();
    REQUIRE(session::addMember(*lead, leaver, model::Role::Dsl, staffPassword));
    REQUIRE(session::logConcern(*lead, someConcern()));
    auto other = school.signInLead();
    REQUIRE(session::endMember(*lead, leaver)); // which makes the casebook anew
    REQUIRE(session::logConcern(*lead, someConcern()));
    const auto found = other->refresh();
    INFO((found ? "" : found.error().message.toStdString()));
    REQUIRE(found);
    CHECK(session::countOf(*other, {}, 1000) == 2);
    REQUIRE(session::logConcern(*other, someConcern()));
    CHECK(session::countOf(*other, {}, 1000) == 3);
    const auto checked = session::verify(*other);
    REQUIRE(checked);
    CHECK(checked->findings.empty());
}
