#include "qt_strings.h"
#include "school.h"
#include "taken.h"

#include "journal/sealing.h"
#include "model/cbor.h"
#include "session/drafts.h"
#include "session/review.h"
#include "session/state.h"

#include <QDirIterator>
#include <QFile>

#include <algorithm>

using namespace heed;
using namespace heed::tests;

namespace {

const auto anna = QStringLiteral("Anna Assistant");
const auto berta = QStringLiteral("Berta Teacher");
const auto hedda = QStringLiteral("Hedda Mock");
const QString annaPassword = QStringLiteral("purple walrus invents a slow ladder");

/// Words that stand in a record and nowhere else.
const QByteArrayList secrets{"Zebedina", "Quillfeather", "marmalade taxi", "lighthouse flat"};

model::Concern secretConcern()
{
    auto concern = someConcern();
    concern.child.forename = QStringLiteral("Zebedina");
    concern.child.surname = QStringLiteral("Quillfeather");
    concern.facts = QStringLiteral("She got out of a marmalade taxi at the lighthouse flat.");
    return concern;
}

/// Everything that a member's keys open, of every entry: what a program of their own would read.
std::vector<QByteArray> allThatOpens(session::Session::State& state)
{
    std::vector<QByteArray> opened;
    journal::ReadingKeys keys;
    for (const auto& pair : state.ring().sealing)
        keys.personal.push_back(&pair);
    for (const auto& [name, desk] : state.ring().desks)
        for (qint64 epoch = 1; epoch <= desk.newestEpoch(); ++epoch)
            keys.desk.push_back(desk.sealing(epoch));
    for (const auto& row : taken(state.journal.after(0, 100'000)))
        if (const auto content = taken(journal::openEntry(row.entry, keys)))
            opened.push_back(model::writeCbor(model::toShape(*content)));
    return opened;
}

/// What lies open to whoever has the journal's key.
QByteArray headersOf(session::Session::State& state)
{
    QByteArray all;
    for (const auto& row : taken(state.journal.after(0, 100'000)))
        all += row.entry.header;
    return all;
}

void tellsNothing(const QByteArray& bytes, const QByteArrayList& words)
{
    for (const auto& word : words) {
        INFO(word.toStdString());
        CHECK_FALSE(bytes.contains(word));
        const auto wide = QString::fromUtf8(word);
        CHECK_FALSE(bytes.contains(QByteArray(reinterpret_cast<const char*>(wide.utf16()), 2 * wide.size())));
    }
}

/// A school in which Berta has logged a concern that a lead works on, and one about a colleague that is the head's.
struct Fixture : School {
    Fixture()
    {
        auto lead = signInLead();
        REQUIRE(session::addMember(*lead, anna, model::Role::Staff, annaPassword));
        REQUIRE(session::addMember(*lead, berta, model::Role::Staff, staffPassword));
        REQUIRE(session::addMember(*lead, hedda, model::Role::Head, headPassword));
        auto head = signIn(hedda, headPassword);
        auto hers = signIn(berta, staffPassword);
        bertasId = hers->member().id;
        reference = taken(session::logConcern(*hers, secretConcern())).reference;
        auto about = secretConcern();
        about.aboutStaff = true;
        headsReference = taken(session::logConcern(*hers, about)).reference;
        done(session::saveDraft(*hers, QStringLiteral("concern"), "Zebedina again, at the lighthouse flat"));
        done(lead->refresh().map([](bool) {}));
        done(session::acknowledge(*lead, reference));
        done(session::addNote(*lead, reference, QStringLiteral("Zebedina Quillfeather, the marmalade taxi again.")));
        taken(session::openCase(*lead, reference));
        done(head->refresh().map([](bool) {}));
        done(session::acknowledge(*head, headsReference));
    }
    QString bertasId;
    QString reference;
    QString headsReference;
};

} // namespace

TEST_CASE("A member of staff with every file, their own password and the source opens nothing of a colleague's and "
          "learns no name from it")
{
    Fixture school;
    auto session = school.signIn(anna, annaPassword);
    auto& state = session->state();
    CHECK(state.ring().desks.size() == 1); // everyone's, which holds no concern
    for (const auto& bytes : allThatOpens(state))
        tellsNothing(bytes, secrets);
    tellsNothing(headersOf(state),
                 secrets + QByteArrayList{school.bertasId.toLatin1(), QByteArray::fromHex(school.bertasId.toLatin1()),
                                          "safeguarding-", "Berta", school.reference.toLatin1()});
    // Nor from a file as it lies there: drafts, casebooks, files, the journal with its key.
    QDirIterator files(school.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int looked = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        INFO(file.fileName().toStdString());
        tellsNothing(file.readAll(), secrets);
        ++looked;
    }
    CHECK(looked > 8);
    // A draft of hers opens for nobody else, under whatever form it is asked for.
    CHECK(taken(session::loadDraft(*session, QStringLiteral("concern"))).isEmpty());
    // The same answer for what is not theirs as for what is not there.
    const auto notTheirs = session::openCase(*session, school.reference);
    const auto notThere = session::openCase(*session, QStringLiteral("2222-2222-222"));
    CHECK(codeOf(notTheirs) == codeOf(notThere));
    // One thing of their own does open, so the keys were tried in the right way.
    taken(session::logConcern(*session, someConcern()));
    const auto own = allThatOpens(state);
    CHECK(std::any_of(own.begin(), own.end(), [](const QByteArray& bytes) { return bytes.contains("Madeup"); }));
}

TEST_CASE("A lead with every key that they hold opens nothing of the head's and sees not who wrote it")
{
    Fixture school;
    auto lead = school.signInLead();
    auto& state = lead->state();
    CHECK_FALSE(state.ring().desks.contains(model::headDesk));
    const auto opened = allThatOpens(state);
    // Berta's concern for the leads opens, and the one for the head does not: her name stands in what follows once.
    const auto concerns = std::count_if(opened.begin(), opened.end(), [](const QByteArray& bytes) {
        return bytes.contains("marmalade taxi at the lighthouse flat");
    });
    CHECK(concerns == 1);
    for (const auto& bytes : opened)
        CHECK_FALSE(bytes.contains("aboutStaff"));
    tellsNothing(headersOf(state), {school.bertasId.toLatin1(), "Berta", school.headsReference.toLatin1()});
    CHECK(codeOf(session::openCase(*lead, school.headsReference)) == model::ErrorCode::NotFound);
    CHECK(session::countOf(*lead, {}, 1000) == 1);
    const auto found = taken(session::queue(*lead));
    CHECK(found.rows.size() == 1);
    // The head opens it, so it is there.
    CHECK(session::openCase(*school.signIn(hedda, headPassword), school.headsReference));
}

TEST_CASE(
    "A draft that somebody plants, or puts back for another form, another member or another vault, is not offered")
{
    Fixture school;
    auto hers = school.signIn(berta, staffPassword);
    const auto form = QStringLiteral("concern");
    const auto text = taken(session::loadDraft(*hers, form));
    REQUIRE_FALSE(text.isEmpty());
    const QDir drafts(school.path() + QStringLiteral("/drafts"));
    const auto names = drafts.entryList(QDir::Files);
    REQUIRE(names.size() == 1);
    CHECK(taken(session::loadDraft(*hers, QStringLiteral("note.") + school.reference)).isEmpty());
    auto others = school.signIn(anna, annaPassword);
    CHECK(taken(session::loadDraft(*others, form)).isEmpty());
    // One of another's making under any name, and hers with one bit changed.
    done(session::saveDraft(*others, form, "Planted"));
    CHECK(taken(session::loadDraft(*hers, form)) == text);
    QFile file(drafts.filePath(names.front()));
    REQUIRE(file.open(QIODevice::ReadOnly));
    auto bytes = file.readAll();
    file.close();
    for (const auto at : {qsizetype(0), bytes.size() / 2, bytes.size() - 1}) {
        auto bad = bytes;
        bad[at] = static_cast<char>(bad[at] ^ 1);
        REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        REQUIRE(file.write(bad) == bad.size());
        file.close();
        CHECK(taken(session::loadDraft(*hers, form)).isEmpty());
    }
}
