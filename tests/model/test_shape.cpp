#include "model/body.h"
#include "model/cbor.h"
#include "model/json.h"
#include "model/profile.h"
#include "qt_strings.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace heed::model;

namespace {

const QByteArray fullConcern = R"({
  "child": {"forename": "Testy", "surname": "Pupil", "dateOfBirth": "2011-05-03", "upn": "B801200005001", "yearGroup": "9",
            "site": "Main", "onRoll": true, "homeAuthority": "Manchester", "vulnerabilities": ["looked-after"]},
  "children": [{"forename": "Other", "part": "was there"}], "observedAt": "2026-11-20T14:10:00Z", "place": "Gate",
  "facts": "A new phone.", "childsWords": "He gave it me.", "opinion": "Odd.", "actionTaken": "Listened.",
  "signs": [{"code": "missing", "seen": "2026-11-19", "source": "saw", "note": "Twice"}], "otherSign": "None",
  "involved": [{"kind": "adult", "name": "Unknown", "what": "drove", "reliability": "heard"}],
  "observedUntil": "2026-11-20T15:00:00Z", "precision": "about", "childsWishes": "To be left alone.",
  "missing": {"since": "2026-11-18T21:30", "back": "2026-11-19", "toldPolice": true, "police": "INV-1"},
  "bodyMap": [{"view": "left-hand", "x": 430, "y": 450, "kind": "Bruise", "size": "2 cm", "shape": "round",
               "colour": "blue", "brokenSkin": false, "childsAccount": "A door", "firstNoticed": "2026-11-20",
               "note": "warm"}],
  "immediateDanger": false, "aboutStaff": false, "aboutHead": false })";

Expected<Concern> concernOf(const QByteArray& text)
{
    const auto what = QStringLiteral("The concern");
    HEED_TAKE(auto map, parseJson(text, what));
    return fromShape<Concern>(map, what);
}

} // namespace

TEST_CASE("A concern is the same in JSON and in CBOR")
{
    const auto concern = concernOf(fullConcern);
    REQUIRE(concern);
    CHECK(concern->child.onRoll == true);
    CHECK(concern->signsSeen.at(0).source == Source::Saw);
    CHECK(concern->bodyMap.at(0).brokenSkin == false);
    CHECK(concern->missing->since->time == QTime(21, 30));
    const auto map = toShape(*concern);
    const auto throughJson = fromShape<Concern>(*parseJson(writeJson(map), QString()), QString());
    const auto throughCbor = fromShape<Concern>(*parseCbor(writeCbor(map), QString()), QString());
    CHECK(*throughJson == *concern);
    CHECK(*throughCbor == *concern);
}

TEST_CASE("A profile says which system is the school's record; without a word it is Heed")
{
    const auto profileOf = [](const QByteArray& text) {
        return fromShape<Profile>(*parseJson(text, QString()), QStringLiteral("The profile"));
    };
    const auto silent = profileOf(R"({"school": {"name": "S"}, "dsls": [], "mash": {"name": "M"}})");
    REQUIRE(silent);
    CHECK(silent->record == RecordSystem::Heed);
    CHECK_FALSE(silent->secondAgreement);
    const auto said = profileOf(
        R"({"school": {"name": "S"}, "dsls": [], "mash": {"name": "M"}, "record": "cpoms", "secondAgreement": true})");
    REQUIRE(said);
    CHECK(said->record == RecordSystem::Cpoms);
    CHECK(said->secondAgreement);
    const auto wrong = profileOf(R"({"school": {"name": "S"}, "dsls": [], "mash": {"name": "M"}, "record": "sims"})");
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().message.contains(QStringLiteral("\"record\" must be one of")));
}

TEST_CASE("What is wrong with a concern is told by the name of its key")
{
    struct Case {
        QByteArray text;
        QString part;
    };
    const auto c = GENERATE(values<Case>({
        {"{}", QStringLiteral("\"facts\" is missing")},
        {R"({"facts": 3})", QStringLiteral("\"facts\" must be text")},
        {R"({"facts": "x", "extra": 1})", QStringLiteral("\"extra\" is not a key")},
        {R"({"facts": "x", "child": {"upnn": "A"}})", QStringLiteral("\"child.upnn\" is not a key")},
        {R"({"facts": "x", "child": {"dateOfBirth": "2012-02-30"}})",
         QStringLiteral("\"child.dateOfBirth\" must be a date")},
        {R"({"facts": "x", "signs": [{"code": "missing", "source": "guess"}]})",
         QStringLiteral("\"signs[0].source\" must be one of")},
        {R"({"facts": "x", "signs": {}})", QStringLiteral("\"signs\" must be a list")},
        {R"({"facts": "x", "observedAt": "2026-11-20 14:10"})", QStringLiteral("\"observedAt\" must be a time")},
        {R"({"facts": "x", "facts": "y"})", QStringLiteral("has the key \"facts\" twice")},
        {R"({"facts": "x")", QStringLiteral("is not valid JSON")},
        {"[]", QStringLiteral("is not a JSON object")},
        {"", QStringLiteral("is empty")},
        {"{\"facts\": \"\xff\"}", QStringLiteral("is not valid JSON")},
        {"{\"facts\": \"" + QByteArray(200'001, 'x') + "\"}", QStringLiteral("\"facts\" is longer than 200000")},
        {"{\"facts\": " + QByteArray(40, '[') + QByteArray(40, ']') + "}", QStringLiteral("nested more than 32")},
    }));
    const auto concern = concernOf(c.text);
    REQUIRE_FALSE(concern);
    INFO(concern.error().message.toStdString());
    CHECK(concern.error().code == ErrorCode::BadInput);
    CHECK(concern.error().message.contains(c.part));
}

TEST_CASE("A hundred thousand characters are a long concern, not a wrong one")
{
    const auto concern = concernOf("{\"facts\": \"" + QByteArray(100'000, 'x') + "\"}");
    REQUIRE(concern);
    CHECK(concern->facts.size() == 100'000);
}

TEST_CASE("CBOR that is not in its one form is refused")
{
    // {"a": 1}, then: the key twice, a longer form of 1, keys out of order, a byte too many, an indefinite map
    CHECK(parseCbor(QByteArray::fromHex("a1616101"), QString()));
    const auto bytes = GENERATE("a2616101616101", "a161611801", "a2616201616101", "a161610100", "bf616101ff", "", "01");
    const auto map = parseCbor(QByteArray::fromHex(bytes), QString());
    REQUIRE_FALSE(map);
    CHECK(map.error().code == ErrorCode::Damaged);
}

TEST_CASE("A map that is the key of a map, a hundred times over, is refused without a wait")
{
    constexpr int deep = 100;
    // Maps of one pair each, every one the key of the one around it: its own order would be asked 2^100 times.
    const auto bytes = QByteArray::fromHex("a16161") + QByteArray(deep, '\xa1') + '\x60' + QByteArray(deep, '\x00');
    CHECK_FALSE(parseCbor(bytes, QString()));
    CHECK_FALSE(parseCbor(QByteArray::fromHex("a1016161"), QString())); // a number as a key
}

TEST_CASE("An absence may be given in days or in moments")
{
    const auto profile =
        parseJson(R"({"school": {"name": "St Example"}, "dsls": [{"name": "A"}], "mash": {"name": "MASH"},
        "absences": [{"name": "A", "from": "2026-11-23", "to": "2026-11-24T12:30"}]})",
                  QString());
    const auto read = fromShape<Profile>(*profile, QString());
    REQUIRE(read);
    CHECK_FALSE(read->absences[0].from.time);
    CHECK(read->absences[0].to.time == QTime(12, 30));
    CHECK(*fromShape<Profile>(toShape(*read), QString()) == *read);
}
