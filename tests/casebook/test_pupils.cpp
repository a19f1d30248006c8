#include "desk.h"

#include <algorithm>
#include <random>

using namespace heed;
using namespace heed::tests;
using model::Kind;

namespace {

struct Register : Desk {
    journal::Draft draftOf(const model::Pupil& pupil, Kind kind, const QString& desk) const
    {
        journal::Draft draft;
        draft.kind = kind;
        draft.desk = desk;
        if (desk == model::everyoneDesk)
            draft.body = model::ChildBody{model::publicPart(pupil.child), pupil.className, {}, {}};
        else
            draft.body = model::ChildBody{pupil.child, pupil.className, pupil.facts, {}};
        return draft;
    }
    journal::Written say(const model::Pupil& pupil, Kind kind = Kind::ChildRegistered,
                         const QString& desk = model::safeguardingDesk)
    {
        return append(journal, lead, draftOf(pupil, kind, desk));
    }
    casebook::Reading everyones() const
    {
        casebook::Reading reading;
        reading.keys = deskKeys(model::everyoneDesk);
        reading.desk = model::everyoneDesk;
        reading.policy = &policy;
        return reading;
    }
};

model::Pupil pupil(const char* id, const char* forename, const char* upn = "")
{
    model::Pupil one;
    one.child.id = QString::fromLatin1(id);
    one.child.forename = QString::fromLatin1(forename);
    one.child.surname = QStringLiteral("Pupil");
    one.child.dateOfBirth = QDate(2012, 5, 3);
    one.child.upn = QString::fromLatin1(upn);
    one.child.onRoll = true;
    one.className = QStringLiteral("9B");
    one.facts.language = QStringLiteral("Welsh");
    one.facts.professionals.push_back(
        {QStringLiteral("social worker"), QStringLiteral("Sasha Made-up"), {}, {}, {}, {}});
    return one;
}

} // namespace

TEST_CASE("A pupil is what was last said of them, in the journal's order, however the entries come in")
{
    Register room;
    auto jamie = pupil("0a", "Jamie", "B801200005001");
    const auto robin = pupil("0b", "Robin");
    const auto concern = room.log(room.anna, concernAbout(QStringLiteral("Jamie")));
    std::vector<journal::Written> written{concern, room.say(jamie), room.say(robin)};
    jamie.className = QStringLiteral("10B");
    jamie.facts.lookedAfter = true;
    written.push_back(room.say(jamie, Kind::ChildChanged));
    const auto other = room.log(room.bob, concernAbout(QStringLiteral("Robin")));
    written.push_back(other);

    std::mt19937 dice(7);
    std::optional<QByteArray> first;
    for (int round = 0; round < 12; ++round) {
        auto shuffled = room.journalInMemory();
        for (const auto& one : written) {
            const auto row = taken(room.journal.at(one.place));
            done(shuffled.add(row->entry, taken(journal::parseHeader(row->entry.header))));
        }
        auto book = room.project(shuffled);
        const auto digest = taken(book.digest());
        CHECK(first.value_or(digest) == digest);
        first = digest;
        CHECK(taken(book.pupils()) == std::vector{jamie, robin});
        // The register's id is the child's, though the concern came before it.
        CHECK(taken(book.childFacts(Desk::firstChild(concern))) == jamie);
        CHECK(taken(book.recordsOfChild(QStringLiteral("0a"), room.policy)).size() == 1);
        const auto found = taken(book.findChildren(QStringLiteral("B801200005001")));
        REQUIRE(found.size() == 1);
        CHECK(found.front().id == QStringLiteral("0a"));
        CHECK(found.front().child.upn == QStringLiteral("B801200005001"));
        CHECK(taken(book.list({}, {}, 10, QDate(2026, 12, 10), room.policy)).rows.front().earlierConcerns == 0);
        std::shuffle(written.begin(), written.end(), dice);
    }
}

TEST_CASE("A child who was not on roll becomes a pupil, and the concern follows")
{
    Register room;
    auto concern = concernAbout(QStringLiteral(""));
    concern.child = {};
    concern.child.description = QStringLiteral("About 14, a green coat");
    const auto written = room.log(room.anna, concern);
    const auto jamie = pupil("0a", "Jamie");
    room.say(jamie);
    auto book = room.project();
    CHECK_FALSE(taken(book.childFacts(Desk::firstChild(written))));
    journal::Draft link;
    link.kind = Kind::ChildLinked;
    link.desk = model::safeguardingDesk;
    link.body = model::ChildLinkedBody{Desk::firstChild(written), jamie.child.id, true, {}};
    room.append(room.journal, room.lead, link);
    taken(book.bringUpToDate(room.journal, room.reading()));
    CHECK(taken(book.childFacts(Desk::firstChild(written))) == jamie);
    CHECK(taken(book.recordsOfChild(jamie.child.id, room.policy)).size() == 1);
}

TEST_CASE("Everyone's view holds what everyone may see, and what tells more is refused by name")
{
    Register room;
    const auto jamie = pupil("0a", "Jamie", "B801200005001");
    room.say(jamie);
    room.say(jamie, Kind::ChildRegistered, model::everyoneDesk);
    auto draft = room.draftOf(pupil("0b", "Robin"), Kind::ChildRegistered, model::everyoneDesk);
    std::get<model::ChildBody>(draft.body).child.upn = QStringLiteral("B801200005001");
    room.append(room.journal, room.lead, draft);
    // Nobody but a lead keeps the register.
    room.append(room.journal, room.anna, room.draftOf(pupil("0c", "Sam"), Kind::ChildChanged, model::everyoneDesk));
    auto book = taken(casebook::Casebook::inMemory());
    taken(book.bringUpToDate(room.journal, room.everyones()));
    const auto seen = taken(book.pupils());
    REQUIRE(seen.size() == 1);
    CHECK(seen.front() == model::Pupil{model::publicPart(jamie.child), QStringLiteral("9B"), {}});
    const auto refused = taken(book.refused());
    REQUIRE(refused.size() == 2);
    CHECK(refused.front().sentence ==
          QStringLiteral("It tells everyone more of a pupil than name, class, year and date of birth."));
}

TEST_CASE("What was destroyed of a pupil is no longer known, and what was said before stands again")
{
    Register room;
    const auto jamie = pupil("0a", "Jamie");
    room.say(jamie);
    auto changed = jamie;
    changed.facts.language = QStringLiteral("French");
    const auto later = room.say(changed, Kind::ChildChanged);
    auto book = room.project();
    CHECK(taken(book.pupils()).front().facts.language == QStringLiteral("French"));
    journal::Draft destroyed;
    destroyed.kind = Kind::Destroyed;
    destroyed.desk = model::safeguardingDesk;
    destroyed.body = model::DestroyedBody{later.place.device, later.place.number, later.hash, QStringLiteral("lawful")};
    room.append(room.journal, room.lead, destroyed);
    taken(book.bringUpToDate(room.journal, room.reading()));
    CHECK(taken(book.pupils()).front() == jamie);
    CHECK(taken(book.digest()) == taken(room.project().digest()));
}
