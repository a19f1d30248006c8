#include "qt_strings.h"
#include "route_table.h"

#include "rules/concern_check.h"
#include "rules/names.h"
#include "rules/profile_check.h"
#include "rules/upn.h"

#include "model/json.h"

#include <QFile>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace heed;
using namespace heed::tests;
using namespace heed::rules;

namespace {

model::Checklist checklist()
{
    QFile file(QStringLiteral(HEED_TEST_DATA "/../../resources/checklists/cse.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return model::fromShape<model::Checklist>(model::parseJson(file.readAll(), QString()).value(), QString()).value();
}

QString keysOf(const std::vector<Problem>& problems, Severity severity)
{
    QStringList keys;
    for (const auto& problem : problems)
        if (problem.severity == severity)
            keys << problem.key;
    return keys.join(u' ');
}

} // namespace

TEST_CASE("A UPN is told by its check letter")
{
    struct Row {
        const char* upn;
        UpnKind kind;
    };
    const std::vector<Row> rows = {
        {"B801200005001", UpnKind::Permanent},
        {"H352400112001", UpnKind::Permanent},
        {"U35240011200A", UpnKind::Temporary},
        {" b8012 0000 5001", UpnKind::Permanent},
        {"Y123456789001", UpnKind::Permanent},
        {"", UpnKind::None},
        {"  ", UpnKind::None},
        {"A801200005001", UpnKind::Wrong},
        {"A123456789001", UpnKind::Wrong},
        {"B801200005010", UpnKind::Wrong},
        {"B80120000500", UpnKind::Wrong},
        {"B8012000050011", UpnKind::Wrong},
        {"I801200005001", UpnKind::Wrong},
        {"B80120000500S", UpnKind::Wrong},
        {"B8012000A5001", UpnKind::Wrong},
        {"8801200005001", UpnKind::Wrong},
        {"ＢB80120000500", UpnKind::Wrong},
    };
    for (const auto& row : rows) {
        INFO(row.upn);
        const auto upn = readUpn(QString::fromUtf8(row.upn));
        CHECK(upn.kind == row.kind);
        CHECK(upn.problem.isEmpty() == (row.kind != UpnKind::Wrong));
    }
    CHECK(readUpn(QStringLiteral("A802200106001")).kind == UpnKind::Permanent);
}

TEST_CASE("What is wrong with a concern, by its key")
{
    struct Row {
        const char* what;
        QByteArray concern;
        const char* errors;
        const char* advice;
    };
    const char* fine = R"("child": {"forename": "T"})";
    const auto with = [&](const char* more) -> QByteArray { return QByteArray("{") + fine + ", " + more + "}"; };
    const std::vector<Row> rows = {
        {"nothing wrong", with(R"("place": "gate")"), "", ""},
        {"a name of one letter", R"({"child": {"surname": "O"}})", "", ""},
        {"nobody", R"({"child": {}})", "", "child"},
        {"described", R"({"child": {"description": "a boy in a red coat"}})", "", ""},
        {"no facts", with(R"("facts": "")"), "facts", ""},
        {"facts of spaces", with(R"("facts": " \n\t ")"), "facts", ""},
        {"facts of nothing that shows", with(R"("facts": "\u200b\u00a0\u202e")"), "facts", ""},
        {"facts in Arabic", with(R"("facts": "قالت إنها خائفة")"), "", ""},
        {"facts of one emoji", with(R"("facts": "😢")"), "", ""},
        {"seen now", with(R"("observedAt": "2026-11-20T10:00:00Z")"), "", ""},
        {"seen within the minute", with(R"("observedAt": "2026-11-20T10:01:00Z")"), "", ""},
        {"seen tomorrow", with(R"("observedAt": "2026-11-21T10:00:00Z")"), "observedAt", ""},
        {"seen an hour from now", with(R"("observedAt": "2026-11-20T11:00:00Z")"), "observedAt", ""},
        {"seen in another zone, an hour ago", with(R"("observedAt": "2026-11-20T11:00:00+02:00")"), "", ""},
        {"seen yesterday, just", with(R"("observedAt": "2026-11-19T10:00:00Z")"), "", ""},
        {"seen two days ago", with(R"("observedAt": "2026-11-18T10:00:00Z")"), "", "delayReason"},
        {"seen two days ago, with the reason", with(R"("observedAt": "2026-11-18T10:00:00Z", "delayReason": "ill")"),
         "", ""},
        {"seen two days ago, put on paper that day",
         with(R"("observedAt": "2026-11-18T10:00:00Z", "writtenAt": "2026-11-18T11:00:00Z")"), "", ""},
        {"put on paper tomorrow", with(R"("writtenAt": "2026-11-21T10:00:00Z")"), "writtenAt", ""},
        {"seen in 1926", with(R"("observedAt": "1926-11-18T10:00:00Z")"), "observedAt", ""},
        {"seen over two days", with(R"("observedAt": "2026-11-19T11:00:00Z", "observedUntil": "2026-11-20T09:00:00Z")"),
         "", ""},
        {"a range that ends before it begins",
         with(R"("observedAt": "2026-11-20T09:00:00Z", "observedUntil": "2026-11-20T08:00:00Z")"), "observedUntil", ""},
        {"a range that ends tomorrow",
         with(R"("observedAt": "2026-11-20T09:00:00Z", "observedUntil": "2026-11-21T08:00:00Z")"), "observedUntil", ""},
        {"until, and not since", with(R"("observedUntil": "2026-11-20T08:00:00Z")"), "observedAt", ""},
        {"not sure when", with(R"("precision": "not-known")"), "", ""},
        {"missing since a day", with(R"("missing": {"since": "2026-11-20", "back": "2026-11-20T08:00"})"), "", ""},
        {"missing from tomorrow", with(R"("missing": {"since": "2026-11-21"})"), "missing.since", ""},
        {"back later today", with(R"("missing": {"since": "2026-11-19", "back": "2026-11-20T23:00"})"), "missing.back",
         ""},
        {"back before going", with(R"("missing": {"since": "2026-11-19T09:00", "back": "2026-11-19T08:00"})"),
         "missing.back", ""},
        {"missing now and back", with(R"("missingNow": true, "missing": {"back": "2026-11-19"})"), "", "missing.back"},
        {"missing now, police not told", with(R"("missingNow": true, "missing": {"toldPolice": false})"), "",
         "missing.toldPolice"},
        {"a mark", with(R"("bodyMap": [{"view": "front", "x": 0, "y": 1000, "kind": "bruise"}])"), "", ""},
        {"a mark beside its picture", with(R"("bodyMap": [{"view": "front", "x": -1, "y": 3, "kind": "bruise"}])"),
         "bodyMap[0]", ""},
        {"a mark of tomorrow",
         with(R"("bodyMap": [{"view": "back", "x": 1, "y": 3, "kind": "cut", "firstNoticed": "2026-11-21"}])"),
         "bodyMap[0].firstNoticed", ""},
        {"a mark of nothing", with(R"("bodyMap": [{"view": "back", "x": 1, "y": 3}])"), "", "bodyMap[0].kind"},
        {"born tomorrow", R"({"child": {"forename": "T", "dateOfBirth": "2026-11-21"}})", "child.dateOfBirth", ""},
        {"born today", R"({"child": {"forename": "T", "dateOfBirth": "2026-11-20"}})", "", "child.dateOfBirth"},
        {"15 years old", R"({"child": {"forename": "T", "dateOfBirth": "2011-11-20"}})", "", ""},
        {"20 years old", R"({"child": {"forename": "T", "dateOfBirth": "2006-11-20"}})", "", "child.dateOfBirth"},
        {"25 years old", R"({"child": {"forename": "T", "dateOfBirth": "2000-11-21"}})", "", "child.dateOfBirth"},
        {"26 years old", R"({"child": {"forename": "T", "dateOfBirth": "2000-11-20"}})", "child.dateOfBirth", ""},
        {"30 years old", R"({"child": {"forename": "T", "dateOfBirth": "1996-11-20"}})", "child.dateOfBirth", ""},
        {"a wrong UPN", R"({"child": {"forename": "T", "upn": "A801200005001"}})", "child.upn", ""},
        {"a right UPN", R"({"child": {"upn": "B801200005001"}})", "", ""},
        {"a further child", with(R"("children": [{}, {"upn": "X", "dateOfBirth": "2030-01-01"}])"),
         "children[1].upn children[1].dateOfBirth", ""},
        {"an unknown sign", with(R"("signs": [{"code": "missing"}, {"code": "misssing"}])"), "signs[1].code", ""},
        {"another sign without words", with(R"("signs": [{"code": "other"}])"), "", "otherSign"},
        {"another sign with words", with(R"("signs": [{"code": "other"}], "otherSign": "a tattoo")"), "", ""},
        {"a sign seen tomorrow", with(R"("signs": [{"code": "missing", "seen": "2026-11-21"}])"), "signs[0].seen", ""},
        {"a sign seen today", with(R"("signs": [{"code": "missing", "seen": "2026-11-20"}])"), "", ""},
        {"a sign seen before birth",
         R"({"child": {"forename": "T", "dateOfBirth": "2012-01-01"}, "signs": [{"code": "missing", "seen": "2011-01-01"}]})",
         "", "signs[0].seen"},
        {"a sign twice", with(R"("signs": [{"code": "missing"}, {"code": "missing"}])"), "", "signs[1].code"},
        {"a child involved", with(R"("involved": [{"kind": "child", "name": "B"}])"), "", "involved[0]"},
        {"nothing known of somebody involved", with(R"("involved": [{"kind": "vehicle"}])"), "", "involved[0].name"},
        {"errors come before advice", R"({"child": {}, "facts": ""})", "facts", "child"},
    };
    const auto list = checklist();
    for (const auto& row : rows) {
        INFO(row.what);
        const auto problems = check(concernWith(row.concern), list, at("2026-11-20T10:00"));
        CHECK(keysOf(problems, Severity::Error) == QString::fromLatin1(row.errors));
        CHECK(keysOf(problems, Severity::Advice) == QString::fromLatin1(row.advice));
        CHECK(anyError(problems) == (*row.errors != 0));
        CHECK(std::is_sorted(problems.begin(), problems.end(),
                             [](const Problem& one, const Problem& other) { return one.severity < other.severity; }));
    }
}

TEST_CASE("A text that no record can hold is named by its field, and the longest that fits is not")
{
    struct Row {
        const char* key;
        int fits;
        QString& (*text)(model::Concern&);
    };
    const std::vector<Row> rows{
        {"facts", model::longText, [](model::Concern& concern) -> QString& { return concern.facts; }},
        {"childsWords", model::longText, [](model::Concern& concern) -> QString& { return concern.childsWords; }},
        {"child.forename", model::shortText,
         [](model::Concern& concern) -> QString& { return concern.child.forename; }},
        {"child.homeAuthority", model::shortText,
         [](model::Concern& concern) -> QString& { return concern.child.homeAuthority; }},
        {"children[1].part", model::longText,
         [](model::Concern& concern) -> QString& { return concern.children[1].part; }},
        {"signs[0].note", model::longText,
         [](model::Concern& concern) -> QString& { return concern.signsSeen[0].note; }},
        {"involved[0].name", model::shortText,
         [](model::Concern& concern) -> QString& { return concern.involved[0].name; }},
        {"bodyMap[0].colour", model::shortText,
         [](model::Concern& concern) -> QString& { return concern.bodyMap[0].colour; }},
        {"missing.police", model::longText,
         [](model::Concern& concern) -> QString& { return concern.missing->police; }},
        {"writtenBy", model::shortText, [](model::Concern& concern) -> QString& { return concern.writtenBy; }},
    };
    const auto list = checklist();
    for (const auto& row : rows) {
        INFO(row.key);
        auto concern = concernWith(R"({"child": {"surname": "T"}, "children": [{}, {}], "signs": [{"code": "missing"}],
            "involved": [{"kind": "adult", "name": "Z"}], "missing": {},
            "bodyMap": [{"view": "front", "x": 500, "y": 300, "kind": "cut"}]})");
        if (!concern.missing)
            concern.missing = model::MissingFacts{};
        auto& text = row.text(concern);
        text = QString(row.fits, u'w');
        CHECK(keysOf(check(concern, list, at("2026-11-20T10:00")), Severity::Error).isEmpty());
        text += u'w';
        const auto problems = check(concern, list, at("2026-11-20T10:00"));
        CHECK(keysOf(problems, Severity::Error) == QString::fromLatin1(row.key));
        CHECK(problems.front().sentence.contains(row.fits == model::longText ? u"200,001" : u"301"));
        text = QStringLiteral("a") + QChar(QChar::Null) + u'b';
        CHECK(keysOf(check(concern, list, at("2026-11-20T10:00")), Severity::Error) == QString::fromLatin1(row.key));
    }
}

TEST_CASE("Whom one told is somebody, and not in the future")
{
    const auto now = at("2026-11-20T10:00");
    const auto told = [](const QString& whom, const std::optional<QDateTime>& when) {
        return model::ToldBody{whom, when, {}, true, {}};
    };
    CHECK(check(told(QStringLiteral("Donna Wealleans"), {}), now).empty());
    CHECK(check(told(QStringLiteral("Donna Wealleans"), now), now).empty());
    CHECK(check(told(QStringLiteral("Donna Wealleans"), now.addDays(-400)), now).empty());
    CHECK(keysOf(check(told(QStringLiteral("Donna Wealleans"), now.addSecs(120)), now), Severity::Error) ==
          QStringLiteral("when"));
    CHECK(keysOf(check(told(QStringLiteral(" \u200b"), now.addDays(1)), now), Severity::Error) ==
          QStringLiteral("whom when"));
}

TEST_CASE("A profile that would leave a route with nobody is refused and says which")
{
    struct Row {
        const char* what;
        QByteArray profile;
        const char* refused;
    };
    const std::vector<Row> rows = {
        {"the school's own profile", "{}", ""},
        {"no leads", R"({"dsls": []})", "dsls"},
        {"only leads without a name", R"({"dsls": [{"name": " "}]})", "dsls[0].name dsls"},
        {"a lead twice", R"({"dsls": [{"name": "A B"}, {"name": "a  b"}]})", "dsls[1].name"},
        {"no number for MASH", R"({"mash": {"name": "Manchester MASH"}})", "mash.phone"},
        {"an empty number for MASH", R"({"mash": {"name": "Manchester MASH", "phone": " "}})", "mash.phone"},
        {"head and chair the same", R"({"head": {"name": "Hed"}, "chair": {"name": "HED"}})", "chair.name"},
        {"no school day", R"({"schoolDay": {"days": [], "from": "08:30", "to": "15:30"}})", "schoolDay"},
        {"a school day that ends before it starts",
         R"({"schoolDay": {"days": ["mon"], "from": "15:30", "to": "08:30"}})", "schoolDay"},
        {"no minutes", R"({"clocks": {"acknowledgeMinutes": 0}})", "clocks.acknowledgeMinutes"},
        {"too many hours", R"({"clocks": {"writtenConfirmationHours": 1000}})", "clocks.writtenConfirmationHours"},
        {"a closure the wrong way round", R"({"closures": [{"from": "2026-12-20", "to": "2026-12-19"}]})",
         "closures[0]"},
        {"an absence the wrong way round",
         R"({"absences": [{"name": "Donna Wealleans", "from": "2026-12-20T10:00", "to": "2026-12-20T09:00"}]})",
         "absences[0]"},
        {"two at once", R"({"dsls": [], "mash": {"name": "M"}})", "dsls mash.phone"},
    };
    for (const auto& row : rows) {
        INFO(row.what);
        const auto profile = profileWith(row.profile);
        const auto found = checkProfile(profile, QDate(2026, 11, 20));
        CHECK(keysOf(found.refused, Severity::Error) == QString::fromLatin1(row.refused));
        const auto result = acceptable(profile);
        CHECK(result.has_value() == found.refused.empty());
        for (const auto& problem : found.refused)
            CHECK(result.error().message.contains(problem.sentence));
    }
    CHECK(
        acceptable(profileWith(R"({"dsls": []})")).error().message.contains(QStringLiteral("a child of this school")));
}

TEST_CASE("Unconfirmed roles and old numbers are listed, and days without any lead")
{
    const auto found = checkProfile(profileWith(), QDate(2026, 11, 20));
    CHECK(keysOf(found.unconfirmed, Severity::Advice) ==
          QStringLiteral("school head chair lado councils[0] councils[1] councils[3] councils[4] councils[5] "
                         "councils[6] councils[7] "
                         "councils[8] councils[9]"));
    CHECK(found.old.empty());
    CHECK(found.advice.empty());
    CHECK(checkProfile(profileWith(), QDate(2027, 11, 1)).old.empty());
    CHECK(keysOf(checkProfile(profileWith(), QDate(2027, 11, 2)).old, Severity::Advice) ==
          QStringLiteral("contacts[0] contacts[1] contacts[2] contacts[3] mash"));

    const auto school = [](const char* json) { return checkProfile(profileWith(json), QDate(2026, 11, 20)); };
    CHECK(school(R"({"school": {"name": "S", "phone": "1"}})").unconfirmed.front().sentence ==
          QStringLiteral("The profile lacks the school's address and secure e-mail address: a referral says \"Not "
                         "known\" there."));
    const auto whole =
        school(R"({"school": {"name": "S", "phone": "1", "address": "A", "email": "dsl@school.example"}})");
    CHECK(whole.unconfirmed.front().key == QStringLiteral("head"));
    CHECK(whole.refused.empty());
    CHECK(keysOf(school(R"({"school": {"name": "S", "email": "not an address"}})").refused, Severity::Error) ==
          QStringLiteral("school.email"));

    const auto numbers = checkProfile(
        profileWith(
            R"({"school": {"name": "S", "phone": "1", "address": "A", "email": "d@s.example"}, "head": {"name": "H"}, "chair": {"name": "C", "phone": "1"},
        "lado": {"name": "L", "phone": "2"}, "councils": [{"name": "Bury", "phone": "3"}], "contacts": [{"name": "X", "phone": "4"}]})"),
        QDate(2026, 11, 20));
    CHECK(keysOf(numbers.unconfirmed, Severity::Advice) == QStringLiteral("head councils[0]"));
    CHECK(keysOf(numbers.old, Severity::Advice) == QStringLiteral("councils[0] contacts[0]"));

    const QByteArray two = R"({"dsls": [{"name": "A"}, {"name": "B"}], "absences": [
        {"name": "A", "from": "2026-12-01", "to": "2026-12-10"}, {"name": "B", "from": "2026-12-05", "to": "2026-12-06"},
        {"name": "Nobody", "from": "2026-11-01", "to": "2026-11-02"}]})";
    CHECK(keysOf(checkProfile(profileWith(two), QDate(2026, 11, 20)).advice, Severity::Advice) ==
          QStringLiteral("absences[1] absences[2].name"));
    CHECK(keysOf(checkProfile(profileWith(two), QDate(2026, 12, 11)).advice, Severity::Advice) ==
          QStringLiteral("absences[2].name"));
}

TEST_CASE("People, councils and years are compared as people mean them")
{
    const auto same = [](const char* one, const char* other) {
        return samePerson(QString::fromUtf8(one), QString::fromUtf8(other));
    };
    CHECK(same("Donna Wealleans", " donna   WEALLEANS "));
    CHECK(same("Zoë", "Zoe"));
    CHECK(same("Zoë", "Zoe\xcc\x88"));
    CHECK(same("O'Neil", "O’Neil"));
    CHECK(same("Anne-Marie", "Anne‐Marie"));
    CHECK_FALSE(same("", ""));
    CHECK_FALSE(same(" ", " "));
    CHECK_FALSE(same("Donna", "Donna Wealleans"));
    CHECK(comparableCouncil(QStringLiteral("City of Salford")) ==
          comparableCouncil(QStringLiteral("Salford City Council")));
    CHECK(comparableCouncil(QStringLiteral("Oldham Metropolitan Borough Council")) == QStringLiteral("oldham"));
    CHECK(comparableYear(QStringLiteral("Year 09")) == QStringLiteral("9"));
    CHECK(comparableYear(QStringLiteral("N1")) == QStringLiteral("n1"));
    CHECK(comparableYear(QStringLiteral("0")) == QStringLiteral("0"));
}
