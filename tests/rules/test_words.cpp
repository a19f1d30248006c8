#include "qt_strings.h"
#include "route_table.h"

#include "rules/completeness.h"
#include "rules/permission.h"
#include "rules/phrases.h"
#include "rules/wording.h"

#include <QElapsedTimer>
#include <QRegularExpression>

#include <catch2/catch_test_macros.hpp>

using namespace heed;
using namespace heed::tests;
using namespace heed::rules;

namespace {

QString codesOf(const std::vector<WordingAdvice>& advice)
{
    QStringList codes;
    for (const auto& one : advice)
        codes << one.code;
    return codes.join(u' ');
}

model::Concern saying(const char* facts)
{
    model::Concern concern;
    concern.facts = QString::fromUtf8(facts);
    concern.childsWords = QStringLiteral("-");
    concern.observedAt = at("2026-11-20T10:00");
    return concern;
}

} // namespace

TEST_CASE("Words that lay the blame on a child, initials and opinions are advised on")
{
    struct Row {
        const char* facts;
        const char* codes;
    };
    const std::vector<Row> rows = {
        {"Testy came in with a new phone and would not say who gave it.", ""},
        {"She is putting herself at risk.", "language"},
        {"He puts himself at further risk.", "language"},
        {"SHE IS PUTTING HERSELF AT RISK", "language"},
        {"She is promiscuous and attention-seeking.", "language language"},
        {"A child prostitute.", "language"},
        {"It is a lifestyle choice.", "language"},
        {"Her older boyfriend picked her up.", "language"},
        {"Her boyfriend from Year 9 walked her home.", ""},
        {"She is in a sexual relationship with a man.", "language"},
        {"She had sex with a man of 30.", "language"},
        {"He absconded from the home.", "language"},
        {"She refuses to engage with us.", "language"},
        {"She won’t engage.", "language"},
        {"She is involved in CSE.", "language"},
        {"He is a gang member and a drug runner.", "language language"},
        {"She is streetwise.", "language"},
        {"There was child pornography on it.", "language"},
        {"She said: \"I put myself at risk, it is a lifestyle choice\".", ""},
        {"She said “he is my older boyfriend” and cried.", ""},
        {"A stray \" and then a lifestyle choice.", "language"},
        {"J.S. was at the gate.", "initials"},
        {"I saw JS at the gate.", "initials"},
        {"I saw Child A at the gate.", "initials"},
        {"The DSL rang MASH and the GP about the UK visa in PE.", ""},
        {"Pupils in KS3 and the SENCO.", ""},
        {"I think she is lying.", "opinion opinion"},
        {"She was obviously drunk.", "opinion"},
        {"He must have taken it.", "opinion"},
        {"I thinking", ""},
        {"", ""},
    };
    for (const auto& row : rows) {
        INFO(row.facts);
        CHECK(codesOf(wordingAdvice(saying(row.facts))) == QString::fromLatin1(row.codes));
    }
}

TEST_CASE("Wording advice says where, and what instead")
{
    const auto advice = wordingAdvice(saying("Today she was putting herself at risk again."));
    REQUIRE(advice.size() == 1);
    CHECK(advice[0].key == QStringLiteral("facts"));
    CHECK(advice[0].start == 14);
    CHECK(advice[0].phrase == QStringLiteral("putting herself at risk"));
    CHECK(advice[0].length == advice[0].phrase.size());
    CHECK_FALSE(advice[0].sentence.isEmpty());
    CHECK_FALSE(advice[0].alternative.isEmpty());
}

TEST_CASE("Every field of the author's own is looked at, and the child's own words never")
{
    auto concern = saying("x");
    const auto blame = QStringLiteral("a lifestyle choice");
    concern.childsWords = blame + QStringLiteral(" promiscuous JS I think");
    CHECK(wordingAdvice(concern).empty());
    concern.opinion = concern.actionTaken = concern.otherSign = blame;
    concern.signsSeen = {{QStringLiteral("missing"), {}, {}, blame}};
    concern.children.resize(1);
    concern.children[0].part = blame;
    concern.involved = {{model::InvolvedKind::Adult, {}, blame, {}}};
    QStringList keys;
    for (const auto& advice : wordingAdvice(concern))
        keys << advice.key;
    CHECK(keys.join(u' ') ==
          QStringLiteral("opinion actionTaken otherSign signs[0].note children[0].part involved[0].what"));
    concern.opinion = QStringLiteral("I think so, obviously");
    CHECK(wordingAdvice(concern).front().code == QStringLiteral("language"));
}

TEST_CASE("No words of the child and no time are asked about")
{
    model::Concern concern;
    concern.facts = QStringLiteral("A new phone.");
    CHECK(codesOf(wordingAdvice(concern)) == QStringLiteral("no-childs-words no-time"));
    for (const auto* time : {"Today a new phone.", "A new phone at 10:15.", "A phone at 3 pm.", "In period 3.",
                             "On Monday.", "At lunchtime", "After registration"}) {
        INFO(time);
        concern.facts = QString::fromUtf8(time);
        CHECK(codesOf(wordingAdvice(concern)) == QStringLiteral("no-childs-words"));
    }
}

TEST_CASE("Every pattern is a good one, and a hundred thousand characters take no time")
{
    for (const auto* phrases : {&blamingPhrases(), &opinionPhrases()})
        for (const auto& phrase : *phrases) {
            INFO(phrase.pattern.toStdString());
            CHECK(QRegularExpression(phrase.pattern).isValid());
            CHECK(phrase.why.endsWith(u'.'));
        }
    auto concern = saying("");
    for (int i = 0; i < 4000; ++i)
        concern.facts += QStringLiteral("She was in the corridor, \u0645\u0631\u062d\u0628\u0627 ");
    QElapsedTimer timer;
    timer.start();
    CHECK(wordingAdvice(concern).empty());
    CHECK(timer.elapsed() < 2000);
}

TEST_CASE("Who may write which entry to which desk")
{
    using model::Kind;
    using model::Role;
    struct Row {
        Role role;
        Kind kind;
        const char* desk;
        Record record;
        bool isAllowed;
    };
    const auto own = Record::Own;
    const auto others = Record::Others;
    const std::vector<Row> rows = {
        {Role::Staff, Kind::Concern, "safeguarding", own, true},
        {Role::Staff, Kind::Concern, "head", own, true},
        {Role::Staff, Kind::Concern, "chair", own, true},
        {Role::Staff, Kind::Concern, "a new desk", own, true},
        {Role::Staff, Kind::Concern, "everyone", own, false},
        {Role::Staff, Kind::Concern, "", own, false},
        {Role::Dsl, Kind::Concern, "head", own, true},
        {Role::Staff, Kind::Told, "safeguarding", own, true},
        {Role::Staff, Kind::Told, "safeguarding", others, false},
        {Role::Staff, Kind::Addition, "head", own, true},
        {Role::Staff, Kind::Addition, "head", others, false},
        {Role::Dsl, Kind::Addition, "safeguarding", others, true},
        {Role::Dsl, Kind::Addition, "head", others, false},
        {Role::Dsl, Kind::Addition, "head", own, true},
        {Role::Staff, Kind::Told, "everyone", own, false},
        {Role::Staff, Kind::Feedback, "safeguarding", own, false},
        {Role::Dsl, Kind::Feedback, "safeguarding", others, true},
        {Role::Dsl, Kind::Feedback, "head", others, false},
        {Role::Head, Kind::Feedback, "head", others, true},
        {Role::Head, Kind::Feedback, "safeguarding", others, false},
        {Role::Head, Kind::Closed, "chair", others, false},
        {Role::Chair, Kind::Closed, "chair", others, true},
        {Role::Chair, Kind::Closed, "head", others, false},
        {Role::Dsl, Kind::Note, "everyone", others, false},
        {Role::Staff, Kind::Read, "safeguarding", own, false},
        {Role::Dsl, Kind::Read, "safeguarding", others, true},
        {Role::Dsl, Kind::Printed, "safeguarding", others, true},
        {Role::Staff, Kind::Printed, "safeguarding", own, false},
        {Role::Dsl, Kind::EnteredElsewhere, "safeguarding", others, true},
        {Role::Dsl, Kind::EnteredElsewhere, "head", others, false},
        {Role::Staff, Kind::EnteredElsewhere, "safeguarding", own, false},
        {Role::Dsl, Kind::ChildRegistered, "everyone", others, true},
        {Role::Dsl, Kind::ChildRegistered, "head", others, false},
        {Role::Staff, Kind::ChildRegistered, "everyone", own, false},
        {Role::Head, Kind::ChildChanged, "everyone", own, false},
        {Role::Dsl, Kind::ProfileChanged, "safeguarding", own, true},
        {Role::Head, Kind::ProfileChanged, "head", own, false},
        {Role::Dsl, Kind::RestoreAccepted, "everyone", own, true},
        {Role::Staff, Kind::RestoreAccepted, "everyone", own, false},
        {Role::Dsl, Kind::Destroyed, "safeguarding", others, true},
        {Role::Head, Kind::Destroyed, "safeguarding", others, false},
        {Role::Head, Kind::Destroyed, "head", others, true},
        {Role::Head, Kind::Drill, "head", others, true},
        {Role::Dsl, Kind::Recovered, "everyone", others, true},
        {Role::Staff, Kind::Recovered, "everyone", others, false},
        {Role::Dsl, Kind::Note, "a new desk", others, false},
        {Role::Dsl, Kind::Informed, "safeguarding", others, true},
        {Role::Dsl, Kind::Informed, "head", others, false},
        {Role::Staff, Kind::Informed, "safeguarding", own, false},
        {Role::Head, Kind::Consent, "head", others, true},
        {Role::Dsl, Kind::Consent, "everyone", others, false},
        {Role::Staff, Kind::Consent, "safeguarding", own, false},
        {Role::Dsl, Kind::Review, "safeguarding", others, true},
        {Role::Dsl, Kind::Review, "head", others, false},
        {Role::Dsl, Kind::Review, "everyone", others, false},
        {Role::Head, Kind::Review, "head", others, true},
        {Role::Staff, Kind::Review, "safeguarding", own, false},
    };
    for (const auto& row : rows) {
        INFO(nameOf(row.role).toStdString() << ' ' << nameOf(row.kind).toStdString() << " to " << row.desk);
        const auto answer = may(row.role, row.kind, QString::fromLatin1(row.desk), row.record);
        CHECK(answer.yes == row.isAllowed);
        CHECK(answer.reason.endsWith(u'.'));
    }
    // Staff, for another's record, may write nothing but a concern of their own, whatever the kind and the desk.
    for (const auto& entry : model::Names<Kind>::table)
        for (const auto* desk : {"safeguarding", "head", "chair", "everyone", "x"})
            CHECK(may(Role::Staff, entry.first, QString::fromLatin1(desk)).yes ==
                  (entry.first == Kind::Concern && QLatin1StringView(desk) != QLatin1StringView("everyone")));
}

TEST_CASE("What a record still lacks is said in words, and a complete one lacks nothing")
{
    const auto missing = [](const model::Case& record) {
        QStringList keys;
        for (const auto& problem : missingFrom(record)) {
            keys << problem.key;
            CHECK(problem.severity == Severity::Advice);
            CHECK(problem.sentence.endsWith(u'.'));
        }
        return keys.join(u' ');
    };
    model::Case record;
    CHECK(missing(record) ==
          QStringLiteral("facts child observedAt childs-words told acknowledged action discussions informed feedback "
                         "decision outcome"));
    record.logged.concern = saying("A new phone.");
    record.logged.concern.child.forename = QStringLiteral("Testy");
    const auto event = [&](model::Kind kind, model::Body body) {
        record.events.push_back({{}, kind, {}, {}, at("2026-11-20T11:00"), false, std::move(body)});
    };
    event(model::Kind::Told, model::ToldBody{});
    record.acknowledgedAt = at("2026-11-20T10:10");
    CHECK(missing(record) == QStringLiteral("action discussions informed feedback decision outcome"));
    event(model::Kind::Referral, model::ReferralBody{QStringLiteral("MASH"), at("2026-11-20T11:00"), {}, {}, {}, {}});
    CHECK(missing(record) ==
          QStringLiteral("discussions informed referral-written referral-reason authority-decision feedback decision "
                         "outcome"));
    record.events.back().body = model::ReferralBody{QStringLiteral("MASH"),
                                                    at("2026-11-20T11:00"),
                                                    at("2026-11-20T12:00"),
                                                    {},
                                                    {},
                                                    QStringLiteral("significant harm")};
    // That the child knows says nothing of the parents; that they were not told, and why, does.
    event(model::Kind::Informed, model::InformedBody{model::Party::Child, {}, true, {}, {}, {}, {}, {}});
    CHECK(missing(record) == QStringLiteral("informed authority-decision feedback decision outcome"));
    event(model::Kind::Informed, model::InformedBody{model::Party::Parents, {}, false, {}, {}, {}, {}, {}});
    CHECK(missing(record) == QStringLiteral("authority-decision feedback decision outcome"));
    model::ContactBody contact;
    contact.who = QStringLiteral("MASH");
    contact.decision = QStringLiteral("assessment");
    event(model::Kind::ContactMade, contact);
    event(model::Kind::Feedback, model::TextBody{});
    event(model::Kind::Decision, model::DecisionBody{});
    record.actions.push_back({});
    CHECK(missing(record) == QStringLiteral("action-open decision-reason outcome"));
    record.actions[0].doneAt = at("2026-11-20T12:00");
    CHECK(missing(record) == QStringLiteral("action-result decision-reason outcome"));
    record.actions[0].result = QStringLiteral("done");
    record.events.back().body = model::DecisionBody{model::DecisionKind::Referral, {}, QStringLiteral("because")};
    record.state = model::State::Closed;
    CHECK(missing(record) == QStringLiteral("outcome closing-reason"));
    record.outcome = QStringLiteral("referred");
    record.closingReason = QStringLiteral("with social care");
    CHECK(missing(record).isEmpty());

    // Where CPOMS is the school's record, what is not there is missing too, and what was written since.
    const auto onCpoms = [&] {
        const auto problems = missingFrom(record, model::RecordSystem::Cpoms);
        return problems.empty() ? QString() : problems.back().key + u' ' + problems.back().sentence.section(u' ', 0, 0);
    };
    CHECK(onCpoms() == QStringLiteral("elsewhere CPOMS"));
    event(model::Kind::EnteredElsewhere, model::ElsewhereBody{QStringLiteral("CPOMS"), {}, {}});
    record.elsewhere = model::Elsewhere{QStringLiteral("CPOMS"), {}, {}, {}};
    CHECK(onCpoms().isEmpty());
    event(model::Kind::Read, model::EmptyBody{});
    CHECK(onCpoms().isEmpty());
    event(model::Kind::Note, model::TextBody{});
    CHECK(onCpoms() == QStringLiteral("elsewhere More"));
    record.elsewhere.reset();
    record.logged.concern.aboutStaff = true;
    CHECK(onCpoms().isEmpty());
}

TEST_CASE("Everyone is told no more of a pupil than a name, a class, a year and a birthday")
{
    model::ChildBody body;
    body.child.forename = QStringLiteral("Jamie");
    CHECK_FALSE(rules::mayTell(model::everyoneDesk, body)); // nobody of the register
    body.child.id = QStringLiteral("0a");
    body.className = QStringLiteral("9B");
    CHECK(rules::mayTell(model::everyoneDesk, body));
    CHECK_FALSE(rules::mayTell(model::safeguardingDesk, body));
    const auto seen = body;
    body.facts = model::ChildFacts();
    CHECK(rules::mayTell(model::safeguardingDesk, body));
    CHECK_FALSE(rules::mayTell(model::everyoneDesk, body));
    for (const auto field : {&model::Child::upn, &model::Child::homeAuthority, &model::Child::description}) {
        body = seen;
        body.child.*field = QStringLiteral("x");
        CHECK_FALSE(rules::mayTell(model::everyoneDesk, body));
    }
    body = seen;
    body.child.vulnerabilities.push_back(model::Vulnerability::LookedAfter);
    CHECK_FALSE(rules::mayTell(model::everyoneDesk, body));
}
