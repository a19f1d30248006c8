#include "platform/clock.h"
#include "qt_strings.h"
#include "report/text.h"
#include "school.h"
#include "session/overview.h"
#include "session/review.h"
#include "session/saved_filters.h"
#include "taken.h"

#include <QFile>

#include <algorithm>

using namespace heed;
using namespace heed::tests;
using model::ErrorCode;

namespace {

void opensItsList(session::Session& session, const session::Figure& figure)
{
    INFO(figure.words.toStdString());
    CHECK(taken(session::countOf(session, figure.filter, 1000)) == figure.count);
}

qint64 sum(const std::vector<session::Figure>& figures)
{
    qint64 all = 0;
    for (const auto& figure : figures)
        all += figure.count;
    return all;
}

} // namespace

TEST_CASE("Each figure of the overview is as long as the list that it opens")
{
    School school;
    auto lead = school.signInLead();
    QStringList references;
    for (int i = 0; i < 7; ++i) {
        auto concern = someConcern();
        concern.observedAt = platform::now();
        concern.signsSeen.front().code = i % 2 == 0 ? QStringLiteral("missing") : QStringLiteral("truancy");
        references << taken(session::logConcern(*lead, concern)).reference;
    }
    done(session::acknowledge(*lead, references[0]));
    done(session::acknowledge(*lead, references[1]));
    taken(session::addAction(*lead, references[1], {QStringLiteral("Ring"), {}, QDate(2020, 1, 1), {}}));
    done(session::close(*lead, references[2], {QStringLiteral("Monitor"), QStringLiteral("why")}));

    const auto all = taken(session::overview(*lead, 3));
    REQUIRE(all.now.size() == 4);
    CHECK(all.now[0].count == 4);
    CHECK(all.now[1].count == 1);
    CHECK(all.now[2].count == 2);
    CHECK(all.now[3].count == 1);
    REQUIRE(all.byAge.size() == 2);
    CHECK(sum(all.byAge[0].figures) == 4);
    CHECK(sum(all.byAge[1].figures) == 2);
    CHECK(all.months.size() == 3);
    CHECK(all.months.back().count == 7);
    CHECK(all.signsSeen.size() >= 13);
    for (const auto* figures : {&all.now, &all.months})
        for (const auto& figure : *figures)
            opensItsList(*lead, figure);
    for (const auto* rows : {&all.byAge, &all.signsSeen, &all.waits})
        for (const auto& row : *rows)
            for (const auto& figure : row.figures)
                opensItsList(*lead, figure);
    const auto missing = std::find_if(all.signsSeen.begin(), all.signsSeen.end(),
                                      [](const auto& row) { return row.code == QStringLiteral("missing"); });
    REQUIRE(missing != all.signsSeen.end());
    CHECK(missing->figures.back().count == 4);
}

TEST_CASE("The governors' sheet tells no name and no number that could be somebody")
{
    School school;
    auto lead = school.signInLead();
    for (int i = 0; i < 7; ++i)
        taken(session::logConcern(*lead, someConcern()));
    auto rare = someConcern();
    rare.signsSeen.front().code = QStringLiteral("injuries");
    taken(session::logConcern(*lead, rare));
    const auto words = report::plainBody(taken(session::governorsSheet(*lead)));
    CHECK_FALSE(words.contains(QStringLiteral("Madeup")));
    CHECK_FALSE(words.contains(QStringLiteral("Pupil")));
    CHECK(words.contains(QStringLiteral("about 10")));
    CHECK(words.contains(QStringLiteral("about 5")));
    CHECK(words.contains(QStringLiteral("fewer than 5")));
    const auto path = school.filePath(QStringLiteral("governors.pdf"));
    taken(session::saveGovernorsSheet(*lead, path));
    CHECK(QFile(path).size() > 1000);
    CHECK_FALSE(session::saveGovernorsSheet(*lead, school.filePath(QStringLiteral("no/such/folder.pdf"))));
}

TEST_CASE("A member's filters are kept for themselves, from one sign-in to the next")
{
    School school;
    auto lead = school.signInLead();
    taken(session::addMember(*lead, QStringLiteral("Second Lead"), model::Role::Dsl, headPassword));
    model::CaseFilter filter;
    filter.sign = QStringLiteral("missing");
    filter.overdue = true;
    CHECK(codeOf(session::saveFilter(*lead, {QStringLiteral("  "), filter})) == ErrorCode::BadInput);
    done(session::saveFilter(*lead, {QStringLiteral("Late"), filter}));
    filter.text = QStringLiteral("car");
    done(session::saveFilter(*lead, {QStringLiteral("Late"), filter}));
    lead.reset();
    lead = school.signInLead();
    const auto kept = taken(session::savedFilters(*lead));
    REQUIRE(kept.size() == 1);
    CHECK(kept.front().filter == filter);
    auto second = school.signIn(QStringLiteral("Second Lead"), headPassword);
    CHECK(taken(session::savedFilters(*second)).empty());
    CHECK(codeOf(session::dropFilter(*second, QStringLiteral("Late"))) == ErrorCode::NotFound);
    done(session::dropFilter(*lead, QStringLiteral("Late")));
    CHECK(taken(session::savedFilters(*lead)).empty());
}
