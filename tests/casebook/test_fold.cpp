#include "desk.h"

using namespace heed;
using namespace heed::tests;
using namespace heed::casebook;
using model::Kind;
using model::Role;
using model::State;

namespace {

int nextId = 0;

FoldItem item(Kind kind, Role role, const char* author, model::Body body = model::EmptyBody{}, int minute = 0)
{
    FoldItem made;
    made.event.id = QStringLiteral("%1").arg(++nextId, 32, 16, QLatin1Char('0'));
    made.event.kind = kind;
    made.event.author = made.event.authorId = QString::fromLatin1(author);
    made.event.at = morning.addSecs(60 * minute);
    made.event.body = std::move(body);
    made.role = role;
    made.desk = model::safeguardingDesk;
    made.hash = QByteArray(32, 'h');
    return made;
}

FoldItem concern()
{
    model::ConcernBody body;
    body.concern = concernAbout(QStringLiteral("Ann"));
    body.children = {QStringLiteral("child")};
    return item(Kind::Concern, Role::Staff, "anna", body);
}

const auto lead = [](Kind kind, model::Body body = model::EmptyBody{}, int minute = 0) {
    return item(kind, Role::Dsl, "lead", std::move(body), minute);
};
const auto closed = [] {
    return lead(Kind::Closed, model::ClosedBody{QStringLiteral("Monitor"), QStringLiteral("why")});
};

Folded deskFold(const std::vector<FoldItem>& items)
{
    return fold(items, Viewer::Desk);
}

Folded authorFold(const std::vector<FoldItem>& items)
{
    return fold(items, Viewer::Author);
}

} // namespace

TEST_CASE("What a record is after its entries")
{
    struct Row {
        const char* what;
        std::vector<FoldItem> items;
        State state;
        std::size_t refused;
    };
    const std::vector<Row> rows{
        {"logged", {concern()}, State::Waiting, 0},
        {"acknowledged", {concern(), lead(Kind::Acknowledged)}, State::Open, 0},
        {"closed", {concern(), lead(Kind::Acknowledged), closed()}, State::Closed, 0},
        {"closed and reopened", {concern(), closed(), lead(Kind::Reopened, text("r"))}, State::Open, 0},
        {"acknowledged after closing", {concern(), closed(), lead(Kind::Acknowledged)}, State::Closed, 0},
        {"a note changes nothing", {concern(), lead(Kind::Note, text("n"))}, State::Waiting, 0},
        {"that a parent was told changes no state",
         {concern(), lead(Kind::Informed, model::InformedBody{})},
         State::Waiting,
         0},
        {"staff cannot record consent",
         {concern(), item(Kind::Consent, Role::Staff, "anna", model::ConsentBody{})},
         State::Waiting,
         1},
        {"a review changes no state", {concern(), lead(Kind::Review, model::ReviewBody{})}, State::Waiting, 0},
        {"staff review", {concern(), item(Kind::Review, Role::Staff, "anna", model::ReviewBody{})}, State::Waiting, 1},
        {"staff acknowledge", {concern(), item(Kind::Acknowledged, Role::Staff, "anna")}, State::Waiting, 1},
        {"staff close", {concern(), item(Kind::Closed, Role::Staff, "anna", closed().event.body)}, State::Waiting, 1},
        {"the author adds", {concern(), item(Kind::Addition, Role::Staff, "anna", text("a"))}, State::Waiting, 0},
        {"another adds", {concern(), item(Kind::Addition, Role::Staff, "bob", text("a"))}, State::Waiting, 1},
        {"a head from elsewhere", {concern(), item(Kind::Acknowledged, Role::Head, "head")}, State::Waiting, 1},
        {"a second concern", {concern(), concern()}, State::Waiting, 1},
        {"older than the concern", {lead(Kind::Acknowledged), concern()}, State::Waiting, 1},
    };
    for (const auto& row : rows) {
        INFO(row.what);
        const auto folded = deskFold(row.items);
        REQUIRE(folded.record);
        CHECK(folded.record->state == row.state);
        CHECK(folded.refused.size() == row.refused);
        CHECK(folded.record->events.size() + folded.refused.size() == row.items.size());
        CHECK(folded.record->events.front().kind == Kind::Concern);
        for (const auto& refusal : folded.refused)
            CHECK_FALSE(refusal.sentence.isEmpty());
    }
    CHECK_FALSE(deskFold({}).record);
    CHECK_FALSE(deskFold({lead(Kind::Acknowledged), closed()}).record);
}

TEST_CASE("Who acknowledged first, which actions are open, and what is due next")
{
    auto first = lead(Kind::ActionAdded, model::ActionBody{QStringLiteral("Ring home"), {}, QDate(2026, 12, 1), {}});
    auto second = lead(Kind::ActionAdded, model::ActionBody{QStringLiteral("See tutor"), {}, QDate(2026, 11, 30), {}});
    auto done = lead(Kind::ActionDone, model::ActionDoneBody{second.event.id, QStringLiteral("Seen")}, 5);
    auto again = lead(Kind::ActionDone, model::ActionDoneBody{second.event.id, QStringLiteral("Twice")}, 6);
    auto late = item(Kind::Acknowledged, Role::Dsl, "other", model::EmptyBody{}, 9);
    const auto folded = deskFold({concern(), lead(Kind::Acknowledged, model::EmptyBody{}, 1), first, second});
    CHECK(nextActionDue(*folded.record) == QDate(2026, 11, 30));
    const auto after =
        deskFold({concern(), lead(Kind::Acknowledged, model::EmptyBody{}, 1), first, second, done, again, late,
                  lead(Kind::LevelSet, model::LevelBody{model::Level::High, QStringLiteral("why")}),
                  lead(Kind::HandedOver, text("h", QStringLiteral("Other Lead")))});
    const auto& record = *after.record;
    CHECK(nextActionDue(record) == QDate(2026, 12, 1));
    CHECK(record.actions[1].result == QStringLiteral("Seen"));
    CHECK(record.acknowledgedBy == QStringLiteral("lead"));
    CHECK(record.level == model::Level::High);
    CHECK(record.lead == QStringLiteral("Other Lead"));
}

TEST_CASE("A concern knows that it is on another system as well, by whom and since when")
{
    const model::ElsewhereBody mark{QStringLiteral("CPOMS"), morning.addSecs(600), QStringLiteral("17")};
    CHECK_FALSE(deskFold({concern()}).record->elsewhere);
    const auto folded = deskFold({concern(), lead(Kind::EnteredElsewhere, mark, 20)});
    REQUIRE(folded.record->elsewhere);
    CHECK(*folded.record->elsewhere == model::Elsewhere{QStringLiteral("CPOMS"), QStringLiteral("lead"),
                                                        morning.addSecs(600), QStringLiteral("17")});
    const auto byStaff = deskFold({concern(), item(Kind::EnteredElsewhere, Role::Staff, "anna", mark)});
    CHECK_FALSE(byStaff.record->elsewhere);
    CHECK(byStaff.refused.size() == 1);
}

TEST_CASE("A time that the entries around it contradict is marked")
{
    const auto folded = deskFold({concern(), lead(Kind::Note, text("late"), 60), lead(Kind::Note, text("early"), 50),
                                  lead(Kind::Note, text("a little early"), 56)});
    const auto& events = folded.record->events;
    CHECK_FALSE(events[1].timeContradicted);
    CHECK(events[2].timeContradicted);
    CHECK_FALSE(events[3].timeContradicted);
}

TEST_CASE("An author learns that their concern was closed or reopened, and no more")
{
    const auto status = [](const char* word) { return lead(Kind::Status, text(word)); };
    CHECK(authorFold({concern(), status("closed")}).record->state == State::Closed);
    CHECK(authorFold({concern(), status("closed"), status("reopened")}).record->state == State::Open);
    CHECK(authorFold({concern(), status("closed")}).record->closingReason.isEmpty());
}

TEST_CASE("What is said to the author closes nothing for the desk")
{
    const auto status = lead(Kind::Status, text("closed"));
    CHECK(deskFold({concern(), status}).record->state == State::Waiting);
    CHECK(deskFold({concern(), closed(), lead(Kind::Status, text("open"))}).record->state == State::Closed);
}

TEST_CASE("A closing without the second agreement that the school asks for is refused, and so is the author's own")
{
    const auto asked = [](FoldItem item) {
        item.isAgreementAsked = true;
        return item;
    };
    const auto agreed = [](Role role, const char* who) { return item(Kind::Agreed, role, who, text("a")); };
    struct Row {
        const char* what;
        std::vector<FoldItem> items;
        State state;
        std::size_t refused;
    };
    const std::vector<Row> rows{
        {"nobody agreed", {concern(), asked(closed())}, State::Waiting, 1},
        {"agreed after", {concern(), asked(closed()), agreed(Role::Dsl, "other")}, State::Waiting, 1},
        {"agreed before", {concern(), agreed(Role::Dsl, "other"), asked(closed())}, State::Closed, 0},
        {"by the same", {concern(), agreed(Role::Dsl, "lead"), asked(closed())}, State::Waiting, 1},
        {"by the author", {concern(), agreed(Role::Dsl, "anna"), asked(closed())}, State::Waiting, 2},
        {"by staff", {concern(), agreed(Role::Staff, "bob"), asked(closed())}, State::Waiting, 2},
        {"not asked for", {concern(), closed()}, State::Closed, 0},
    };
    for (const auto& row : rows) {
        INFO(row.what);
        const auto folded = deskFold(row.items);
        CHECK(folded.record->state == row.state);
        CHECK(folded.refused.size() == row.refused);
    }
}
