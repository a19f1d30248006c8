#include "rules/body_figure.h"

#include "qt_strings.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QStringList>

using namespace heed;
using model::BodyView;

TEST_CASE("a place on the body map has its name in words, by the child's own left and right")
{
    struct Row {
        BodyView view;
        int x;
        int y;
        const char* region;
    };
    const auto row = GENERATE_REF(values<Row>({
        {BodyView::Front, 500, 100, "nose"},
        {BodyView::Front, 500, 50, "forehead"},
        {BodyView::Front, 830, 500, "left wrist, front"},
        {BodyView::Front, 170, 500, "right wrist, front"},
        {BodyView::Front, 620, 720, "left knee"},
        {BodyView::Front, 610, 250, "left side of the chest, front"},
        {BodyView::Front, 500, 405, "navel"},
        {BodyView::Back, 830, 500, "right wrist, back"},
        {BodyView::Back, 600, 510, "right buttock"},
        {BodyView::Back, 400, 270, "left shoulder blade"},
        {BodyView::LeftHand, 430, 450, "left thumb, back of the hand"},
        {BodyView::LeftHand, 570, 450, "left thumb, palm side"},
        {BodyView::RightHand, 570, 450, "right thumb, back of the hand"},
        {BodyView::RightHand, 100, 380, "right little finger, palm side"},
        {BodyView::LeftFoot, 305, 130, "left big toe, from above"},
        {BodyView::RightFoot, 305, 130, "right big toe, sole"},
        {BodyView::HeadLeft, 560, 490, "left ear"},
        {BodyView::HeadRight, 440, 490, "right ear"},
        {BodyView::HeadRight, 860, 470, "nose"},
    }));
    INFO(row.region);
    CHECK(rules::bodyRegion(row.view, row.x, row.y) == QString::fromLatin1(row.region));
    CHECK(rules::isOnBody(row.view, row.x, row.y));
}

TEST_CASE("beside the figure is not on it, although the nearest part has a name")
{
    struct Row {
        BodyView view;
        int x;
        int y;
    };
    const auto row = GENERATE_REF(values<Row>({
        {BodyView::Front, 0, 0},     // a corner
        {BodyView::Front, 100, 300}, // beside an arm
        {BodyView::Front, 500, 800}, // between the legs
        {BodyView::Front, 1000, 1000},
        {BodyView::Back, 900, 100},
        {BodyView::LeftHand, 500, 20}, // between the two pictures of a hand
        {BodyView::RightFoot, 500, 990},
        {BodyView::HeadLeft, 0, 0},
        {BodyView::HeadRight, 1000, 1000},
    }));
    INFO(model::nameOf(row.view).toStdString() << ' ' << row.x << ' ' << row.y);
    CHECK_FALSE(rules::isOnBody(row.view, row.x, row.y));
    CHECK_FALSE(rules::bodyRegion(row.view, row.x, row.y).isEmpty());
}

TEST_CASE("every part of the figure can be met, and no name keeps its gap")
{
    for (const auto& entry : model::Names<BodyView>::table) {
        QStringList met;
        for (int x = 0; x <= model::bodyEdge; x += 5)
            for (int y = 0; y <= model::bodyEdge; y += 5)
                if (const auto region = rules::bodyRegion(entry.first, x, y); !met.contains(region))
                    met << region;
        INFO(entry.second);
        CHECK(met.size() >= 14);
        for (const auto& region : met)
            CHECK_FALSE(region.contains(u'%'));
    }
}

TEST_CASE("the pictures of left and right mirror each other")
{
    for (const auto& [left, right] : {std::pair{BodyView::LeftHand, BodyView::RightHand},
                                      {BodyView::LeftFoot, BodyView::RightFoot},
                                      {BodyView::HeadLeft, BodyView::HeadRight}})
        for (int x = 5; x <= model::bodyEdge - 5; x += 31)
            for (int y = 0; y <= model::bodyEdge; y += 47)
                CHECK(rules::bodyRegion(left, x, y).replace(QStringLiteral("left"), QStringLiteral("right")) ==
                      rules::bodyRegion(right, model::bodyEdge - x, y));
}
