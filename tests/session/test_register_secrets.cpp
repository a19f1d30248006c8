#include "school.h"

#include "casebook/casebook.h"
#include "journal/sealing.h"
#include "model/cbor.h"
#include "qt_strings.h"
#include "session/pupil_import.h"
#include "session/register.h"
#include "session/state.h"
#include "taken.h"

#include <QDirIterator>
#include <QFile>

using namespace heed;
using namespace heed::tests;
using model::ErrorCode;

namespace {

const auto anna = QStringLiteral("Anna Assistant");

/// What only the safeguarding leads may know of the pupil in the file.
const std::vector<QByteArray> secrets{"B801200005001", "Secretlanguage", "9 Hidden Lane",   "Quiet Mother",
                                      "0161 496 0999", "lookedAfter",    "Faraway Council", "Lawful-Name"};
constexpr char seenByAll[] = "Zebedee";

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

/// Everything in the journal that these keys open, in one.
QByteArray opened(journal::Journal& journal, const std::vector<const crypto::SealingKeys*>& keys)
{
    QByteArray all;
    for (const auto& row : taken(journal.after(0, 1000))) {
        const auto content = journal::openEntry(row.entry, {keys, keys});
        if (content && content->has_value())
            all += model::writeCbor((*content)->body);
    }
    return all;
}

std::vector<const crypto::SealingKeys*> keysOf(const vault::Keyring& ring)
{
    std::vector<const crypto::SealingKeys*> keys;
    for (const auto& one : ring.sealing)
        keys.push_back(&one);
    for (const auto& [name, desk] : ring.desks)
        for (qint64 epoch = 1; epoch <= desk.newestEpoch(); ++epoch)
            keys.push_back(desk.sealing(epoch));
    return keys;
}

} // namespace

TEST_CASE("Staff who turn every key they hold on every entry learn no more of a pupil than everyone may see")
{
    School school;
    auto lead = school.signIn(QStringLiteral("Testa Lead"), dslPassword);
    taken(session::addMember(*lead, anna, model::Role::Staff, staffPassword));
    const auto path = school.filePath(QStringLiteral("pupils.csv"));
    write(path, "UPN,Forename,Preferred Forename,Surname,DOB,Year,Class,Home language,Address,In care,Care authority,"
                "Contact 1,Contact 1 phone\n"
                "B801200005001,Lawful-Name,Zebedee,Made-up,3/5/2012,9,9B,Secretlanguage,9 Hidden Lane,Yes,"
                "Faraway Council,Quiet Mother,0161 496 0999\n");
    session::ImportRequest request;
    request.path = path;
    const auto done = taken(session::importPupils(*lead, request, {}));
    REQUIRE(done.plan.added.size() == 1);
    // And once more, so that what is changed is sealed as well as what is new.
    auto pupil = taken(session::pupil(*lead, QStringLiteral("Zebedee")));
    pupil.child.vulnerabilities.push_back(model::Vulnerability::PreviouslyMissing);
    tests::done(session::correctPupil(*lead, pupil, QStringLiteral("9 Hidden Lane")));

    auto staff = school.signIn(anna, staffPassword);
    auto& hers = staff->state();
    const auto all = opened(hers.journal, keysOf(hers.ring()));
    CHECK(all.contains(seenByAll)); // her keys do open what is everyone's
    for (const auto& secret : secrets) {
        INFO(secret.toStdString());
        CHECK_FALSE(all.contains(secret));
    }
    // The same with a lead's keys finds all of it: the look is a real one.
    const auto leads = opened(hers.journal, keysOf(lead->state().ring()));
    for (const auto& secret : secrets) {
        INFO(secret.toStdString());
        CHECK(leads.contains(secret));
    }

    // Nor does the leads' view open to what she has, nor hold her own view more.
    lead.reset(); // nobody may have the file open a second time
    const auto view = school.path() + QStringLiteral("/casebook-safeguarding.db");
    REQUIRE(QFile::exists(view));
    for (const auto& [name, desk] : hers.ring().desks)
        for (const auto& as : {model::everyoneDesk, model::safeguardingDesk})
            CHECK_FALSE(sql::Connection::open(view, desk.casebookKey(hers.policy().vault.vault, as).span()));
    for (const auto& one : taken(hers.everyone->pupils())) {
        CHECK(one.facts == model::ChildFacts());
        CHECK(one.child == model::publicPart(one.child));
    }

    // And nothing of it lies on the disk in the clear, whether one is a member or not.
    staff.reset();
    REQUIRE(QFile::remove(path));
    int looked = 0;
    QDirIterator files(school.filePath({}), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        const auto bytes = file.readAll();
        ++looked;
        for (const auto& secret : secrets) {
            INFO(file.fileName().toStdString() << " " << secret.toStdString());
            CHECK_FALSE(bytes.contains(secret));
        }
        CHECK_FALSE(bytes.contains(seenByAll));
    }
    CHECK(looked > 5);
}
