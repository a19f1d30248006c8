#include "qt_strings.h"
#include "route_table.h"

#include "rules/due_times.h"
#include "rules/names.h"
#include "rules/routing.h"
#include "rules/school_time.h"

#include "model/role.h"

#include <catch2/catch_test_macros.hpp>

using namespace heed;
using namespace heed::tests;

namespace {

// Friday 20 November 2026 is a school day from 08:30 to 15:30.
constexpr const char* school = "2026-11-20T10:00";
constexpr const char* saturday = "2026-11-21T10:00";

struct Row {
    const char* what;
    QByteArray concern;
    QByteArray profile;
    const char* at;
    const char* author;
    const char* route;   ///< as summary() writes it
    const char* reasons; ///< codes that must be there; with a "-" those that must not
};

void checkRows(const std::vector<Row>& rows)
{
    for (const auto& row : rows) {
        INFO(row.what);
        const auto answer =
            rules::route(concernWith(row.concern), profileWith(row.profile), at(row.at), QString::fromUtf8(row.author));
        CHECK(summary(answer) == QString::fromUtf8(row.route));
        for (const auto& word : QString::fromLatin1(row.reasons).split(u' ', Qt::SkipEmptyParts)) {
            INFO(word.toStdString());
            const bool isUnwanted = word.startsWith(u'-');
            CHECK(rules::has(answer, (isUnwanted ? word.mid(1) : word).toLatin1().constData()) != isUnwanted);
        }
        for (const auto& reason : answer.reasons) {
            INFO(reason.code.toStdString());
            CHECK(reason.sentence.endsWith(u'.'));
            CHECK_FALSE(reason.sentence.contains(u'%'));
        }
    }
}

const QByteArray none = "{}";

} // namespace

TEST_CASE("A child of this school goes to one named safeguarding lead")
{
    const QByteArray years =
        R"({"dsls": [{"name": "Donna Wealleans", "years": ["7", "8"]}, {"name": "Amanda Clifton"},
                     {"name": "Deborah Howard", "years": ["9", "10"]}, {"name": "Helen Woolf", "sites": ["Annexe"]}]})";
    const QByteArray rota =
        R"({"dsls": [{"name": "Donna Wealleans", "rota": [{"days": ["mon"], "from": "08:00", "to": "16:00"}]},
                     {"name": "Amanda Clifton"},
                     {"name": "Deborah Howard", "rota": [{"days": ["fri"], "from": "08:00", "to": "12:00"}]},
                     {"name": "Helen Woolf", "rota": [{"days": ["fri", "sat"], "from": "12:00", "to": "18:00"}]}]})";
    const QByteArray both =
        R"({"dsls": [{"name": "Donna Wealleans"},
                     {"name": "Amanda Clifton", "years": ["9"], "rota": [{"days": ["mon"], "from": "08:00", "to": "16:00"}]},
                     {"name": "Deborah Howard", "years": ["9"], "rota": [{"days": ["fri"], "from": "08:00", "to": "16:00"}]},
                     {"name": "Helen Woolf", "rota": [{"days": ["fri"], "from": "08:00", "to": "16:00"}]}]})";
    const QByteArray year9 = R"({"child": {"onRoll": true, "yearGroup": "9"}})";
    checkRows({
        {"the profile's order", none, none, school, "A Teacher", "dsl DW > AC DH HW TB KB",
         "on-roll in-order -on-duty -absent -outside-school-time"},
        {"an unknown author", none, none, school, "", "dsl DW > AC DH HW TB KB", "in-order"},
        {"year 9", year9, years, school, "A", "dsl DH > AC HW DW", "year-or-site"},
        {"year 7", R"({"child": {"onRoll": true, "yearGroup": "7"}})", years, school, "A", "dsl DW > AC HW DH",
         "year-or-site"},
        {"Year 09 in words", R"({"child": {"onRoll": true, "yearGroup": "Year 09"}})", years, school, "A",
         "dsl DH > AC HW DW", "year-or-site"},
        {"Y10", R"({"child": {"onRoll": true, "yearGroup": "Y10"}})", years, school, "A", "dsl DH > AC HW DW",
         "year-or-site"},
        {"a year that nobody has: the lead for every child", R"({"child": {"onRoll": true, "yearGroup": "12"}})", years,
         school, "A", "dsl AC > HW DW DH", "in-order -year-or-site"},
        {"no year known", none, years, school, "A", "dsl DW > AC DH HW", "in-order -year-or-site"},
        {"a site", R"({"child": {"onRoll": true, "site": "annexe"}})", years, school, "A", "dsl HW > DW AC DH",
         "year-or-site"},
        {"a site that nobody has", R"({"child": {"onRoll": true, "site": "Main"}})", years, school, "A",
         "dsl DW > AC DH HW", "-year-or-site"},
        {"year and site: two leads, in order", R"({"child": {"onRoll": true, "yearGroup": "9", "site": "Annexe"}})",
         years, school, "A", "dsl DH > HW AC DW", "year-or-site"},
        {"on duty by rota, Friday morning", none, rota, school, "A", "dsl DH > AC DW HW", "on-duty"},
        {"on duty by rota, Friday at noon", none, rota, "2026-11-20T12:00", "A", "dsl HW > AC DW DH", "on-duty"},
        {"on duty by rota, the last minute", none, rota, "2026-11-20T11:59", "A", "dsl DH > AC DW HW", "on-duty"},
        {"on duty by rota, Monday", none, rota, "2026-11-23T09:00", "A", "dsl DW > AC DH HW", "on-duty"},
        {"nobody's rota, Tuesday: the one without a rota", none, rota, "2026-11-24T09:00", "A", "dsl AC > DW DH HW",
         "in-order -on-duty"},
        {"on duty by rota on a Saturday", none, rota, "2026-11-21T13:00", "A", "dsl HW > DW AC DH + MASH",
         "on-duty outside-school-time"},
        {"nobody's rota on a Sunday: the profile's order", none, rota, "2026-11-22T13:00", "A",
         "dsl DW > AC DH HW + MASH", "in-order outside-school-time"},
        {"year before rota, then rota", year9, both, school, "A", "dsl DH > AC HW DW", "year-or-site -off-duty"},
        {"the year's lead is off duty and somebody else on: still the year's, and says so", year9,
         R"({"dsls": [{"name": "Donna Wealleans", "rota": [{"days": ["fri"], "from": "08:00", "to": "16:00"}]},
                      {"name": "Amanda Clifton", "years": ["9"], "rota": [{"days": ["mon"], "from": "08:00", "to": "16:00"}]}]})",
         school, "A", "dsl AC > DW", "year-or-site off-duty"},
        {"a rota over midnight", none,
         R"({"dsls": [{"name": "Donna Wealleans"},
                      {"name": "Amanda Clifton", "rota": [{"days": ["fri"], "from": "20:00", "to": "06:00"}]}]})",
         "2026-11-21T05:59", "A", "dsl AC > DW + MASH", "on-duty"},
        {"a rota over midnight, over", none,
         R"({"dsls": [{"name": "Donna Wealleans"},
                      {"name": "Amanda Clifton", "rota": [{"days": ["fri"], "from": "20:00", "to": "06:00"}]}]})",
         "2026-11-21T06:00", "A", "dsl DW > AC + MASH", "-on-duty"},
        {"one lead only", none, R"({"dsls": [{"name": "Donna Wealleans"}]})", school, "A", "dsl DW", "in-order"},
        {"the same name twice is one person", none,
         R"({"dsls": [{"name": "Donna Wealleans"}, {"name": "donna  wealleans"}]})", school, "A", "dsl DW", "in-order"},
    });
}

TEST_CASE("An absence never delays")
{
    const auto away = [](const char* absences) -> QByteArray {
        return QByteArray("{\"absences\": [") + absences + "]}";
    };
    const char* donna = R"({"name": "Donna Wealleans", "from": "2026-11-20", "to": "2026-11-20"})";
    const char* all = R"({"name": "Donna Wealleans", "from": "2026-11-01", "to": "2026-11-30"},
                         {"name": "Amanda Clifton", "from": "2026-11-01", "to": "2026-11-30"},
                         {"name": "Deborah Howard", "from": "2026-11-01", "to": "2026-11-30"},
                         {"name": "Helen Woolf", "from": "2026-11-01", "to": "2026-11-30"},
                         {"name": "Tracy Buckley", "from": "2026-11-01", "to": "2026-11-30"},
                         {"name": "Kieran Bentley", "from": "2026-11-01", "to": "2026-11-30"})";
    checkRows({
        {"the first is away", none, away(donna), school, "A", "dsl AC > DH HW TB KB", "absent in-order"},
        {"she is back the next day", none, away(donna), "2026-11-23T10:00", "A", "dsl DW > AC DH HW TB KB", "-absent"},
        {"the last minute of the last day", none, away(donna), "2026-11-20T23:59", "A", "dsl AC > DH HW TB KB + MASH",
         "absent outside-school-time"},
        {"the minute before the first day", none, away(donna), "2026-11-19T23:59", "A",
         "dsl DW > AC DH HW TB KB + MASH", "-absent"},
        {"by the minute: before", none,
         away(R"({"name": "Donna Wealleans", "from": "2026-11-20T10:30", "to": "2026-11-20T12:00"})"),
         "2026-11-20T10:29", "A", "dsl DW > AC DH HW TB KB", "-absent"},
        {"by the minute: the first", none,
         away(R"({"name": "Donna Wealleans", "from": "2026-11-20T10:30", "to": "2026-11-20T12:00"})"),
         "2026-11-20T10:30", "A", "dsl AC > DH HW TB KB", "absent"},
        {"by the minute: the last", none,
         away(R"({"name": "Donna Wealleans", "from": "2026-11-20T10:30", "to": "2026-11-20T12:00"})"),
         "2026-11-20T12:00", "A", "dsl AC > DH HW TB KB", "absent"},
        {"by the minute: after", none,
         away(R"({"name": "Donna Wealleans", "from": "2026-11-20T10:30", "to": "2026-11-20T12:00"})"),
         "2026-11-20T12:01", "A", "dsl DW > AC DH HW TB KB", "-absent"},
        {"a deputy is away", none, away(R"({"name": "Helen Woolf", "from": "2026-11-20", "to": "2026-11-27"})"), school,
         "A", "dsl DW > AC DH TB KB", "absent"},
        {"a stand-in comes first", none,
         away(R"({"name": "Donna Wealleans", "from": "2026-11-20", "to": "2026-11-20", "standIn": "Helen Woolf"})"),
         school, "A", "dsl HW > AC DH TB KB", "stand-in -absent"},
        {"a stand-in from outside the list", none,
         away(R"({"name": "Donna Wealleans", "from": "2026-11-20", "to": "2026-11-20", "standIn": "Sam Stand"})"),
         school, "A", "dsl Sam Stand > AC DH HW TB KB", "stand-in"},
        {"a deputy's stand-in takes the deputy's place", none,
         away(R"({"name": "Amanda Clifton", "from": "2026-11-20", "to": "2026-11-20", "standIn": "Kieran Bentley"})"),
         school, "A", "dsl DW > KB DH HW TB", "stand-in"},
        {"the stand-in is away too", none,
         away(R"({"name": "Donna Wealleans", "from": "2026-11-20", "to": "2026-11-20", "standIn": "Helen Woolf"},
                 {"name": "Helen Woolf", "from": "2026-11-20", "to": "2026-11-20"})"),
         school, "A", "dsl AC > DH TB KB", "absent"},
        {"the stand-in's own stand-in", none,
         away(R"({"name": "Donna Wealleans", "from": "2026-11-20", "to": "2026-11-20", "standIn": "Helen Woolf"},
                 {"name": "Helen Woolf", "from": "2026-11-20", "to": "2026-11-20", "standIn": "Tracy Buckley"})"),
         school, "A", "dsl TB > AC DH KB", "stand-in"},
        {"two who stand in for each other", none,
         away(R"({"name": "Donna Wealleans", "from": "2026-11-20", "to": "2026-11-20", "standIn": "Amanda Clifton"},
                 {"name": "Amanda Clifton", "from": "2026-11-20", "to": "2026-11-20", "standIn": "Donna Wealleans"})"),
         school, "A", "dsl DH > HW TB KB", "absent"},
        {"the stand-in is the author", none,
         away(R"({"name": "Donna Wealleans", "from": "2026-11-20", "to": "2026-11-20", "standIn": "Helen Woolf"})"),
         school, "Helen Woolf", "dsl AC > DH TB KB", "absent is-author"},
        {"the name is typed in another way", none,
         away(R"({"name": " DONNA  wealleans", "from": "2026-11-20", "to": "2026-11-20"})"), school, "A",
         "dsl AC > DH HW TB KB", "absent"},
        {"an absence of somebody else", none, away(R"({"name": "Nobody", "from": "2026-11-20", "to": "2026-11-20"})"),
         school, "A", "dsl DW > AC DH HW TB KB", "-absent"},
        {"all are away", none, away(all), school, "A", "mash MASH", "none-available absent -not-on-roll"},
        {"all are away and danger", R"({"immediateDanger": true})", away(all), school, "A", "mash MASH !",
         "none-available danger"},
        {"all are away and one has a stand-in", none,
         away(QByteArray(
                  QByteArray(all) +
                  R"(, {"name": "Kieran Bentley", "from": "2026-11-01", "to": "2026-11-30", "standIn": "Sam Stand"})")
                  .constData()),
         school, "A", "dsl Sam Stand", "stand-in absent -none-available"},
        {"no leads at all", none, R"({"dsls": []})", school, "A", "mash MASH", "none-available"},
    });
}

TEST_CASE("Neither the author nor anybody involved is the one to tell")
{
    checkRows({
        {"the author is the first lead", none, none, school, "Donna Wealleans", "dsl AC > DH HW TB KB", "is-author"},
        {"the author's name in small letters", none, none, school, "donna wealleans", "dsl AC > DH HW TB KB",
         "is-author"},
        {"the author's name with an accent", none, R"({"dsls": [{"name": "Zoë O'Neil"}, {"name": "Amanda Clifton"}]})",
         school, "Zoe O’Neil", "dsl AC", "is-author"},
        {"the author is a deputy", none, none, school, "Tracy Buckley", "dsl DW > AC DH HW KB", "is-author"},
        {"the only lead is the author", none, R"({"dsls": [{"name": "Donna Wealleans"}]})", school, "Donna Wealleans",
         "mash MASH", "none-available is-author"},
        {"an adult with a lead's name", R"({"involved": [{"kind": "adult", "name": "Donna Wealleans"}]})", none, school,
         "A", "dsl AC > DH HW TB KB", "is-involved name-of-lead"},
        {"a lead involved and the next the author", R"({"involved": [{"kind": "adult", "name": "Donna Wealleans"}]})",
         none, school, "Amanda Clifton", "dsl DH > HW TB KB", "is-involved is-author"},
        {"a lead's name in the text is no field", R"({"facts": "Donna Wealleans and the head did this"})", none, school,
         "A", "dsl DW > AC DH HW TB KB", "-is-involved -about-staff"},
        {"a child with a lead's name", R"({"involved": [{"kind": "child", "name": "Donna Wealleans"}]})", none, school,
         "A", "dsl DW > AC DH HW TB KB", "-is-involved"},
        {"a user name like a lead's name", R"({"involved": [{"kind": "username", "name": "Donna Wealleans"}]})", none,
         school, "A", "dsl DW > AC DH HW TB KB", "-is-involved"},
        {"a car", R"({"involved": [{"kind": "vehicle", "name": "AB12"}]})", none, school, "A",
         "dsl DW > AC DH HW TB KB", "-about-staff"},
        {"an adult whose name is not known", R"({"involved": [{"kind": "adult"}]})", none, school, "A",
         "dsl DW > AC DH HW TB KB", "-is-involved"},
        {"an adult with the head's name", R"({"involved": [{"kind": "adult", "name": "Hed Teacher"}]})",
         R"({"head": {"name": "Hed Teacher"}})", school, "A", "dsl DW > AC DH HW TB KB", "name-of-head"},
    });
}

TEST_CASE("An adult who works here goes to the head and never to the safeguarding leads")
{
    const QByteArray named = R"({"head": {"name": "Hed Teacher", "phone": "0161 1"}, "chair": {"name": "Cher Governor"},
                                 "lado": {"name": "Lado Officer", "phone": "0161 9"}})";
    const auto with = [&](const QByteArray& more) -> QByteArray {
        return QByteArray(named.left(named.lastIndexOf('}')) + ", " + more + "}");
    };
    const QByteArray staff = R"({"aboutStaff": true})";
    const QByteArray head = R"({"aboutHead": true})";
    const QByteArray headAway = R"("absences": [{"name": "Hed Teacher", "from": "2026-11-20", "to": "2026-11-20"}])";
    const QByteArray headStandIn =
        R"("absences": [{"name": "Hed Teacher", "from": "2026-11-20", "to": "2026-11-20", "standIn": "Dep Head"}])";
    checkRows({
        {"staff", staff, named, school, "A", "head Hed Teacher > Cher Governor + Lado Officer",
         "about-staff -lado-not-named -on-roll"},
        {"staff by the people involved", R"({"involved": [{"kind": "staff", "name": "Mr Supply"}]})", named, school,
         "A", "head Hed Teacher > Cher Governor + Lado Officer", "about-staff"},
        {"staff whose name is not known", R"({"involved": [{"kind": "staff", "what": "a coach driver"}]})", named,
         school, "A", "head Hed Teacher > Cher Governor + Lado Officer", "about-staff"},
        {"a safeguarding lead is staff", R"({"involved": [{"kind": "staff", "name": "Donna Wealleans"}]})", named,
         school, "A", "head Hed Teacher > Cher Governor + Lado Officer", "about-staff -is-involved"},
        {"a safeguarding lead writes about staff", staff, named, school, "Donna Wealleans",
         "head Hed Teacher > Cher Governor + Lado Officer", "about-staff -is-author"},
        {"about the head", head, named, school, "A", "chair Cher Governor + Lado Officer", "about-head"},
        {"about both", R"({"aboutStaff": true, "aboutHead": true})", named, school, "A",
         "chair Cher Governor + Lado Officer", "about-head"},
        {"the head among the staff involved", R"({"involved": [{"kind": "staff", "name": "hed teacher"}]})", named,
         school, "A", "chair Cher Governor + Lado Officer", "about-head"},
        {"about staff, and an adult with the head's name",
         R"({"aboutStaff": true, "involved": [{"kind": "adult", "name": "Hed Teacher"}]})", named, school, "A",
         "chair Cher Governor + Lado Officer", "about-head"},
        {"the head writes about staff", staff, named, school, "Hed Teacher", "chair Cher Governor + Lado Officer",
         "about-staff is-author"},
        {"the chair writes about staff", staff, named, school, "Cher Governor", "head Hed Teacher + Lado Officer",
         "about-staff"},
        {"the chair is involved as well",
         R"({"aboutStaff": true, "involved": [{"kind": "staff", "name": "Cher Governor"}]})", named, school, "A",
         "head Hed Teacher + Lado Officer", "about-staff"},
        {"the chair writes about the head", head, named, school, "Cher Governor", "chair Lado Officer",
         "about-head neither-neutral is-author"},
        {"about the head, and the chair involved",
         R"({"aboutHead": true, "involved": [{"kind": "staff", "name": "Cher Governor"}]})", named, school, "A",
         "chair Lado Officer", "neither-neutral is-involved"},
        {"head and chair both involved",
         R"({"involved": [{"kind": "staff", "name": "Hed Teacher"}, {"kind": "staff", "name": "Cher Governor"}]})",
         named, school, "A", "chair Lado Officer", "neither-neutral"},
        {"the head is away", staff, with(headAway), school, "A", "chair Cher Governor + Lado Officer", "absent"},
        {"the head is away and somebody stands in", staff, with(headStandIn), school, "A",
         "head Dep Head > Cher Governor + Lado Officer", "stand-in"},
        {"the head's stand-in is involved",
         R"({"aboutStaff": true, "involved": [{"kind": "staff", "name": "Dep Head"}]})", with(headStandIn), school, "A",
         "chair Cher Governor + Lado Officer", "about-staff"},
        {"the chair is away and the head stands in, about the head", head,
         with(
             R"("absences": [{"name": "Cher Governor", "from": "2026-11-20", "to": "2026-11-20", "standIn": "Hed Teacher"}])"),
         school, "A", "chair Lado Officer", "neither-neutral"},
        {"nobody named, about staff", staff, none, school, "A", "head the head teacher + LADO",
         "head-not-named lado-not-named"},
        {"nobody named, about the head", head, none, school, "A", "chair the chair of governors + LADO",
         "chair-not-named lado-not-named -head-not-named"},
        {"the same person is head and chair", head,
         R"({"head": {"name": "Hed Teacher"}, "chair": {"name": "Hed Teacher"}})", school, "A", "chair LADO",
         "neither-neutral"},
        {"staff and a child who is not on roll", R"({"aboutStaff": true, "child": {"onRoll": false}})", named, school,
         "A", "head Hed Teacher > Cher Governor + Lado Officer", "about-staff -not-on-roll"},
        {"staff and danger", R"({"aboutStaff": true, "immediateDanger": true})", named, school, "A",
         "head Hed Teacher > Cher Governor + Lado Officer !", "danger about-staff"},
        {"the head and danger", R"({"aboutHead": true, "immediateDanger": true})", named, school, "A",
         "chair Cher Governor + Lado Officer !", "danger about-head"},
        {"staff on a Saturday: a child may need help today", staff, named, saturday, "A",
         "head Hed Teacher > Cher Governor + Lado Officer + MASH", "outside-school-time"},
        {"the head is a safeguarding lead too", staff, R"({"head": {"name": "Donna Wealleans"}})", school, "A",
         "head DW + LADO", "about-staff"},
    });
}

TEST_CASE("A child from elsewhere goes to MASH, and one who may be goes to both")
{
    const QByteArray away = R"({"child": {"onRoll": false}})";
    const QByteArray unsure = R"({"child": {"onRoll": null}})";
    checkRows({
        {"not on roll", away, none, school, "A", "mash MASH > DW AC DH HW TB KB",
         "not-on-roll -on-roll -none-available"},
        {"not on roll, written by a lead", away, none, school, "Donna Wealleans", "mash MASH > AC DH HW TB KB",
         "not-on-roll is-author"},
        {"not on roll, danger", R"({"child": {"onRoll": false}, "immediateDanger": true})", none, school, "A",
         "mash MASH > DW AC DH HW TB KB !", "danger not-on-roll"},
        {"not on roll, at night", away, none, "2026-11-20T23:00", "A", "mash MASH > DW AC DH HW TB KB",
         "not-on-roll -outside-school-time"},
        {"not on roll, nobody here", away, R"({"dsls": []})", school, "A", "mash MASH", "not-on-roll"},
        {"not sure", unsure, none, school, "A", "dsl DW > AC DH HW TB KB + MASH", "roll-unknown -on-roll"},
        {"not said", R"({"child": {}})", none, school, "A", "dsl DW > AC DH HW TB KB + MASH", "roll-unknown"},
        {"not sure, on a Saturday: MASH stands there once", unsure, none, saturday, "A",
         "dsl DW > AC DH HW TB KB + MASH", "roll-unknown outside-school-time"},
        {"not sure, all away", unsure, R"({"dsls": []})", school, "A", "mash MASH", "roll-unknown none-available"},
        {"not on roll, another name for the line", away, R"({"mash": {"name": "Salford Bridge", "phone": "0161 2"}})",
         school, "A", "mash Salford Bridge > DW AC DH HW TB KB", "not-on-roll"},
    });
}

TEST_CASE("Outside school time, or where the hour would end on another day, MASH stands beside")
{
    const QByteArray closed = R"({"closures": [{"from": "2026-11-16", "to": "2026-11-20", "name": "Flood"}]})";
    const char* plain = "dsl DW > AC DH HW TB KB";
    const char* beside = "dsl DW > AC DH HW TB KB + MASH";
    checkRows({
        {"the first minute", none, none, "2026-11-20T08:30", "A", plain, "-outside-school-time"},
        {"a minute before", none, none, "2026-11-20T08:29", "A", beside, "outside-school-time"},
        {"an hour before the end", none, none, "2026-11-20T14:30", "A", plain,
         "-ends-another-day -outside-school-time"},
        {"59 minutes before the end", none, none, "2026-11-20T14:31", "A", beside, "ends-another-day"},
        {"the last minute", none, none, "2026-11-20T15:29", "A", beside, "ends-another-day"},
        {"the end", none, none, "2026-11-20T15:30", "A", beside, "outside-school-time -ends-another-day"},
        {"midnight", none, none, "2026-11-20T00:00", "A", beside, "outside-school-time"},
        {"Saturday", none, none, saturday, "A", beside, "outside-school-time"},
        {"Sunday", none, none, "2026-11-22T10:00", "A", beside, "outside-school-time"},
        {"Christmas Day", none, none, "2026-12-25T10:00", "A", beside, "outside-school-time"},
        {"the substitute for Boxing Day", none, none, "2026-12-28T10:00", "A", beside, "outside-school-time"},
        {"Good Friday", none, none, "2026-04-03T10:00", "A", beside, "outside-school-time"},
        {"a closure", none, closed, school, "A", beside, "outside-school-time"},
        {"the day after a closure", none, closed, "2026-11-23T10:00", "A", plain, "-outside-school-time"},
        {"a shorter clock ends today", none, R"({"clocks": {"acknowledgeMinutes": 20}})", "2026-11-20T15:10", "A",
         plain, "-ends-another-day"},
        {"a longer clock does not", none, R"({"clocks": {"acknowledgeMinutes": 120}})", "2026-11-20T13:31", "A", beside,
         "ends-another-day"},
        {"in danger the hour runs on by the clock", R"({"immediateDanger": true})", none, "2026-11-20T15:00", "A",
         "dsl DW > AC DH HW TB KB !", "danger -ends-another-day"},
        {"danger at night", R"({"immediateDanger": true})", none, "2026-11-20T23:30", "A",
         "dsl DW > AC DH HW TB KB + MASH !", "danger outside-school-time"},
        {"summer: 08:30 in London is 07:30 UTC", none, none, "2026-06-19T07:30:00Z", "A", plain,
         "-outside-school-time"},
        {"summer: a minute before", none, none, "2026-06-19T07:29:00Z", "A", beside, "outside-school-time"},
        {"winter: 08:30 in London is 08:30 UTC", none, none, "2026-11-20T08:30:00Z", "A", plain,
         "-outside-school-time"},
        {"an offset of another country", none, none, "2026-11-20T15:00:00+05:00", "A", plain, "-outside-school-time"},
        {"the Monday after the clocks went back", none, none, "2026-10-26T08:30:00Z", "A", plain,
         "-outside-school-time"},
        {"the Monday after the clocks went forward", none, none, "2026-03-30T07:30:00Z", "A", plain,
         "-outside-school-time"},
        {"the Friday before the clocks went back", none, none, "2026-10-23T08:29:00+01:00", "A", beside,
         "outside-school-time"},
        {"school on Saturdays", none, R"({"schoolDay": {"days": ["sat"], "from": "09:00", "to": "12:00"}})", saturday,
         "A", plain, "-outside-school-time"},
        {"a profile without school time", none, R"({"schoolDay": {"days": [], "from": "09:00", "to": "12:00"}})",
         school, "A", beside, "outside-school-time"},
    });
}

TEST_CASE("A child who lives in another council's area: that council stands beside")
{
    const auto home = [](const char* council) -> QByteArray {
        return QByteArray(R"({"child": {"onRoll": true, "homeAuthority": ")") + council + R"("}})";
    };
    const auto councils = [](const char* council) -> QByteArray {
        return QByteArray(R"({"councils": [)") + council + "]}";
    };
    checkRows({
        {"Manchester", home("Manchester"), none, school, "A", "dsl DW > AC DH HW TB KB", "-other-council"},
        {"Manchester City Council", home("Manchester City Council"), none, school, "A", "dsl DW > AC DH HW TB KB",
         "-other-council"},
        {"City of Manchester, in small letters", home("city of manchester"), none, school, "A",
         "dsl DW > AC DH HW TB KB", "-other-council"},
        {"not known", home(" "), none, school, "A", "dsl DW > AC DH HW TB KB", "-other-council"},
        {"Salford", home("Salford"), none, school, "A", "dsl DW > AC DH HW TB KB + Salford", "other-council"},
        {"salford city council", home("salford city council"), none, school, "A", "dsl DW > AC DH HW TB KB + Salford",
         "other-council"},
        {"a council on no list", home("Leeds"), none, school, "A", "dsl DW > AC DH HW TB KB + Leeds", "other-council"},
        {"not on roll and from Oldham", R"({"child": {"onRoll": false, "homeAuthority": "Oldham"}})", none, school, "A",
         "mash MASH > DW AC DH HW TB KB + Oldham", "not-on-roll other-council"},
        {"on a Saturday both", home("Bolton"), none, saturday, "A", "dsl DW > AC DH HW TB KB + Bolton + MASH",
         "other-council outside-school-time"},
        {"a school under Salford", home("Manchester"), R"({"school": {"name": "S", "authority": "Salford"}})", school,
         "A", "dsl DW > AC DH HW TB KB + Manchester", "other-council"},
        {"about staff", R"({"aboutStaff": true, "child": {"homeAuthority": "Salford"}})", none, school, "A",
         "head the head teacher + LADO", "-other-council"},
    });

    struct Number {
        const char* council;
        bool isShown;
    };
    const Number numbers[] = {
        {R"({"name": "Salford"})", false},
        {R"({"name": "Salford", "phone": "0161 603 4500"})", false},
        {R"({"name": "Salford", "phone": "0161 603 4500", "source": "a page"})", false},
        {R"({"name": "Salford", "phone": "0161 603 4500", "checked": "2026-11-01"})", false},
        {R"({"name": "Salford", "phone": " ", "source": "a page", "checked": "2026-11-01"})", false},
        {R"({"name": "Salford", "phone": "0161 603 4500", "source": " ", "checked": "2026-11-01"})", false},
        {R"({"name": "Salford", "phone": "0161 603 4500", "source": "a page", "checked": "2026-11-01"})", true},
        {R"({"name": "City of Salford", "phone": "0161 603 4500", "source": "a page", "checked": "2020-11-01"})", true},
    };
    for (const auto& number : numbers) {
        INFO(number.council);
        const auto route =
            rules::route(concernWith(home("Salford")), profileWith(councils(number.council)), at(school), QString());
        REQUIRE(route.also.size() == 1);
        CHECK(route.also[0].phone.has_value() == number.isShown);
        const auto& sentence = route.reasons.back().sentence;
        CHECK(sentence.contains(QStringLiteral("Manchester's line can tell you whom to ring: 0161 234 5001")) !=
              number.isShown);
        CHECK(sentence.contains(QStringLiteral("a page and was checked on")) == number.isShown);
    }
    CHECK(rules::route(concernWith(home("Salford")), profileWith(councils(numbers[7].council)), at(school), QString())
              .reasons.back()
              .sentence.contains(QStringLiteral("more than a year ago")));
}

TEST_CASE("Danger, missing now, a child under 13, more children, the law to come")
{
    const auto born = [](const char* date, const char* sign) -> QByteArray {
        return QByteArray(R"({"child": {"onRoll": true, "dateOfBirth": ")") + date + R"("}, "signs": [{"code": ")" +
               sign + R"("}]})";
    };
    const auto year = [](const char* group) -> QByteArray {
        return QByteArray(R"({"child": {"onRoll": true, "yearGroup": ")") + group +
               R"("}, "signs": [{"code": "older-partner"}]})";
    };
    const auto sign = [](const char* source) -> QByteArray {
        return QByteArray(R"({"signs": [{"code": "older-partner")") + source + "}]}";
    };
    const QByteArray law = R"({"mandatoryReporting": true})";
    const char* plain = "dsl DW > AC DH HW TB KB";
    const char* beside = "dsl DW > AC DH HW TB KB + MASH";
    checkRows({
        {"danger", R"({"immediateDanger": true})", none, school, "A", "dsl DW > AC DH HW TB KB !", "danger on-roll"},
        {"danger, not sure of the roll", R"({"immediateDanger": true, "child": {}})", none, school, "A",
         "dsl DW > AC DH HW TB KB + MASH !", "danger roll-unknown"},
        {"missing now", R"({"missingNow": true})", none, school, "A", plain, "missing-now -danger"},
        {"under 13, sexualised behaviour", born("2014-01-01", "sexualised-behaviour"), none, school, "A", beside,
         "under-13"},
        {"under 13, infections", born("2014-01-01", "repeat-sti-pregnancy"), none, school, "A", beside, "under-13"},
        {"under 13, older partner", born("2014-01-01", "older-partner"), none, school, "A", beside, "under-13"},
        {"under 13, another sign", born("2014-01-01", "truancy"), none, school, "A", plain, "-under-13"},
        {"the day before the 13th birthday", born("2013-11-21", "older-partner"), none, school, "A", beside,
         "under-13"},
        {"the 13th birthday", born("2013-11-20", "older-partner"), none, school, "A", plain, "-under-13"},
        {"born on 29 February: 12 on 28 February", born("2012-02-29", "older-partner"), none, "2025-02-28T10:00", "A",
         beside, "under-13"},
        {"born on 29 February: 13 on 1 March", born("2012-02-29", "older-partner"), none, "2025-03-03T10:00", "A",
         plain, "-under-13"},
        {"no date of birth, year 7", year("7"), none, school, "A", beside, "under-13"},
        {"no date of birth, reception", year("R"), none, school, "A", beside, "under-13"},
        {"no date of birth, year 9", year("9"), none, school, "A", plain, "-under-13"},
        {"no date of birth, no year", sign(""), none, school, "A", plain, "-under-13"},
        {"a further child is under 13",
         R"({"children": [{"onRoll": true, "dateOfBirth": "2015-01-01"}], "signs": [{"code": "sexualised-behaviour"}]})",
         none, school, "A", beside, "under-13 each-child"},
        {"under 13 and not on roll",
         R"({"child": {"onRoll": false, "dateOfBirth": "2015-01-01"}, "signs": [{"code": "sexualised-behaviour"}]})",
         none, school, "A", "mash MASH > DW AC DH HW TB KB", "under-13 not-on-roll"},
        {"two children of this school", R"({"children": [{"onRoll": true}]})", none, school, "A", plain, "each-child"},
        {"another child from elsewhere", R"({"children": [{"onRoll": false, "forename": "Ann"}]})", none, school, "A",
         beside, "each-child other-child-not-on-roll"},
        {"another child, not sure", R"({"children": [{}]})", none, school, "A", beside, "each-child"},
        {"the first child from elsewhere, another of this school",
         R"({"child": {"onRoll": false}, "children": [{"onRoll": true}]})", none, school, "A",
         "mash MASH > DW AC DH HW TB KB + DW", "not-on-roll each-child other-child-on-roll"},
        {"another child with another lead", R"({"child": {"onRoll": true, "yearGroup": "7"},
          "children": [{"onRoll": true, "yearGroup": "9"}]})",
         R"({"dsls": [{"name": "Donna Wealleans", "years": ["7"]}, {"name": "Amanda Clifton", "years": ["9"]}]})",
         school, "A", "dsl DW > AC + AC", "other-child-on-roll"},
        {"another child who lives elsewhere", R"({"children": [{"onRoll": true, "homeAuthority": "Bury"}]})", none,
         school, "A", "dsl DW > AC DH HW TB KB + Bury", "other-council"},
        {"two children who live in one place elsewhere",
         R"({"child": {"onRoll": true, "homeAuthority": "Bury Council"}, "children": [{"onRoll": true, "homeAuthority": "Bury"}]})",
         none, school, "A", "dsl DW > AC DH HW TB KB + Bury", "other-council"},
        {"the law is off", sign(R"(, "source": "saw")"), none, school, "A", plain, "-mandatory-reporting"},
        {"the law: saw it", sign(R"(, "source": "saw")"), law, school, "A", beside, "mandatory-reporting"},
        {"the law: the child said so", sign(R"(, "source": "child")"), law, school, "A", beside, "mandatory-reporting"},
        {"the law: source left open", sign(""), law, school, "A", beside, "mandatory-reporting"},
        {"the law: from somebody else", sign(R"(, "source": "other")"), law, school, "A", plain,
         "-mandatory-reporting"},
        {"the law: from a record", sign(R"(, "source": "record")"), law, school, "A", plain, "-mandatory-reporting"},
        {"the law: another sign", R"({"signs": [{"code": "truancy", "source": "saw"}]})", law, school, "A", plain,
         "-mandatory-reporting"},
    });
}

TEST_CASE("Danger comes first among the reasons")
{
    const auto route = rules::route(concernWith(R"({"immediateDanger": true, "aboutStaff": true, "aboutHead": true})"),
                                    profileWith(), at(school), QString());
    CHECK(route.reasons.front().code == QStringLiteral("danger"));
}

TEST_CASE("Whatever the facts, a route names somebody, says why, and never names the author")
{
    const QByteArray rolls[] = {"true", "false", "null"};
    const char* times[] = {
        school, saturday, "2026-11-20T15:29", "2026-10-25T01:30", "2026-12-25T00:00", "2027-03-28T01:30"};
    const char* authors[] = {"", "Donna Wealleans", "Hed Teacher", "Cher Governor"};
    const QByteArray profiles[] = {
        none, R"({"head": {"name": "Hed Teacher"}, "chair": {"name": "Cher Governor"}})",
        R"({"dsls": [{"name": "Donna Wealleans"}]})",
        R"({"absences": [{"name": "Donna Wealleans", "from": "2026-01-01", "to": "2027-12-31", "standIn": "Hed Teacher"}]})"};
    int count = 0;
    for (const auto& changes : profiles)
        for (const auto& roll : rolls)
            for (int flags = 0; flags < 8; ++flags)
                for (const auto* time : times)
                    for (const auto* author : authors) {
                        auto concern =
                            concernWith(QByteArray(R"({"child": {"homeAuthority": "Bury", "onRoll": )") + roll + "}}");
                        concern.immediateDanger = (flags & 1) != 0;
                        concern.aboutStaff = (flags & 2) != 0;
                        concern.aboutHead = (flags & 4) != 0;
                        const auto profile = profileWith(changes);
                        const auto writer = QString::fromUtf8(author);
                        const auto route = rules::route(concern, profile, at(time), writer);
                        ++count;
                        CHECK_FALSE(route.contact.name.isEmpty());
                        CHECK_FALSE(route.reasons.empty());
                        CHECK_FALSE(rules::samePerson(route.contact.name, writer));
                        for (const auto& name : route.deputies)
                            CHECK_FALSE(rules::samePerson(name, writer));
                        CHECK(route.emergencyFirst == concern.immediateDanger);
                        CHECK(route == rules::route(concern, profile, at(time).toOffsetFromUtc(-7200), writer));
                        if (concern.aboutStaff || concern.aboutHead) {
                            CHECK((route.kind == model::RouteKind::Head || route.kind == model::RouteKind::Chair));
                            CHECK(rules::deskOf(route) != model::safeguardingDesk);
                            CHECK_FALSE(summary(route).contains(QStringLiteral("DW")));
                        } else {
                            CHECK(rules::deskOf(route) == model::safeguardingDesk);
                        }
                        if (concern.aboutHead)
                            CHECK(rules::deskOf(route) != model::headDesk);
                        if (!rules::deskOf(route).isEmpty()) {
                            REQUIRE_FALSE(route.clocks.empty());
                            CHECK(route.clocks[0].name == rules::acknowledgeClock);
                            CHECK(route.clocks[0].due > at(time));
                        }
                        const auto shape = model::toShape(route);
                        CHECK(model::fromShape<model::Route>(shape, QString()).value() == route);
                    }
    CHECK(count == 2304);
}

TEST_CASE("Whoever is named beside has the number that the profile has")
{
    const auto profile = profileWith(
        R"({"dsls": [{"name": "Donna Wealleans", "phone": " 0161 7 "}, {"name": "Amanda Clifton", "phone": "0161 8"}],
            "head": {"name": "Hed Teacher", "phone": "0161 1"}, "chair": {"name": "Cher Governor", "phone": "0161 2"}})");
    const auto child = rules::route(concernWith(), profile, at(saturday), QString());
    CHECK(child.contact.phone == QStringLiteral("0161 7"));
    CHECK(child.also.at(0).phone == QStringLiteral("0161 234 5001"));
    CHECK(rules::nextToTell(child, profile, {}).name == QStringLiteral("Donna Wealleans"));
    const auto next = rules::nextToTell(child, profile, {QStringLiteral("donna wealleans")});
    CHECK(next.name == QStringLiteral("Amanda Clifton"));
    CHECK(next.phone == QStringLiteral("0161 8"));
    CHECK(rules::nextToTell(child, profile, {next.name, child.contact.name}).name == QStringLiteral("Manchester MASH"));

    const auto staff = rules::route(concernWith(R"({"aboutStaff": true})"), profile, at(school), QString());
    CHECK(staff.contact.phone == QStringLiteral("0161 1"));
    CHECK(rules::nextToTell(staff, profile, {staff.contact.name}).phone == QStringLiteral("0161 2"));
    CHECK(rules::nextToTell(staff, profile, {staff.contact.name, QStringLiteral("Cher Governor")}).name ==
          QStringLiteral("the LADO"));
}

TEST_CASE("Where neither the head nor the chair is neutral, no desk may read it and no clock runs")
{
    const auto route =
        rules::route(concernWith(R"({"aboutHead": true})"), profileWith(R"({"chair": {"name": "Cher Governor"}})"),
                     at(school), QStringLiteral("Cher Governor"));
    CHECK(rules::deskOf(route).isEmpty());
    CHECK(route.clocks.empty());
}

TEST_CASE("A route to MASH shows the clocks of a call made now")
{
    const auto route =
        rules::route(concernWith(R"({"child": {"onRoll": false}})"), profileWith(), at(school), QString());
    REQUIRE(route.clocks.size() == 3);
    CHECK(route.clocks[0].due == at("2026-11-20T11:00"));
    CHECK(route.clocks[1].due == at("2026-11-21T10:00"));
    CHECK(route.clocks[2].due == at("2026-11-23T10:00"));
}
