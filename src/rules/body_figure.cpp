#include "rules/body_figure.h"

#include <algorithm>
#include <cmath>

namespace heed::rules {
namespace {

using model::BodyView;

/// A part of the body: all that is nearest to the line from one point to the other, less its radius.
struct Zone {
    const char* name; ///< %1 stands for the child's own side
    FigurePoint from;
    FigurePoint to;
    double radius;
};

// ---- front and back: one half, mirrored. x counts from the middle of the body --------------------------------------

constexpr double bodyWidth = 460;
constexpr double bodyHeight = 1000;

const std::vector<FigurePoint> bodyHalf{
    {0, 18},    {34, 27},   {53, 58},   {55, 96},   {46, 128},  {31, 152},  {27, 172},  {32, 190},  {62, 203},
    {98, 214},  {119, 240}, {127, 300}, {136, 372}, {150, 440}, {161, 500}, {174, 528}, {181, 562}, {174, 592},
    {159, 594}, {152, 572}, {142, 546}, {141, 508}, {127, 440}, {112, 380}, {102, 318}, {94, 276},  {90, 330},
    {80, 400},  {88, 460},  {98, 522},  {96, 610},  {80, 712},  {79, 780},  {58, 890},  {60, 920},  {76, 950},
    {70, 968},  {44, 972},  {27, 958},  {29, 920},  {28, 890},  {24, 790},  {28, 712},  {16, 610},  {4, 536}};

const std::vector<Zone> frontZones{
    {"forehead", {-22, 52}, {22, 52}, 20},
    {"top of the head", {-20, 24}, {20, 24}, 9},
    {"%1 eye", {22, 82}, {26, 82}, 9},
    {"nose", {0, 84}, {0, 100}, 9},
    {"%1 cheek", {32, 106}, {28, 118}, 13},
    {"%1 ear", {56, 84}, {56, 102}, 5},
    {"mouth", {-10, 121}, {10, 121}, 7},
    {"chin", {-8, 142}, {8, 142}, 10},
    {"throat", {0, 168}, {0, 190}, 24},
    {"%1 shoulder, front", {70, 214}, {104, 232}, 16},
    {"%1 upper arm, front", {110, 262}, {120, 346}, 17},
    {"%1 elbow, inside", {124, 366}, {128, 392}, 15},
    {"%1 forearm, front", {134, 410}, {148, 476}, 14},
    {"%1 wrist, front", {151, 492}, {153, 506}, 12},
    {"%1 hand", {160, 532}, {166, 590}, 18},
    {"%1 side of the chest, front", {34, 226}, {46, 306}, 36},
    {"breastbone", {0, 214}, {0, 310}, 8},
    {"upper belly, %1 side", {36, 350}, {36, 386}, 34},
    {"navel", {0, 406}, {0, 408}, 8},
    {"lower belly, %1 side", {34, 426}, {40, 462}, 36},
    {"%1 hip, front", {84, 470}, {88, 510}, 16},
    {"groin", {-14, 516}, {14, 516}, 16},
    {"%1 thigh, front", {56, 540}, {54, 660}, 34},
    {"%1 knee", {54, 700}, {54, 730}, 25},
    {"%1 shin", {52, 764}, {46, 864}, 24},
    {"%1 ankle, front", {43, 888}, {44, 912}, 17},
    {"%1 foot, top", {48, 940}, {54, 964}, 18},
};

const std::vector<Zone> backZones{
    {"top of the head", {-20, 26}, {20, 26}, 10},
    {"back of the head", {0, 60}, {0, 130}, 40},
    {"%1 ear, from behind", {56, 84}, {56, 102}, 5},
    {"back of the neck", {0, 164}, {0, 190}, 24},
    {"%1 shoulder, back", {70, 212}, {104, 230}, 16},
    {"%1 shoulder blade", {52, 250}, {46, 300}, 26},
    {"upper back, between the shoulder blades", {0, 216}, {0, 300}, 16},
    {"%1 side of the back, middle", {44, 340}, {42, 376}, 28},
    {"spine, middle", {0, 330}, {0, 380}, 12},
    {"lower back, %1 side", {40, 406}, {44, 440}, 28},
    {"spine, lower back", {0, 400}, {0, 450}, 10},
    {"%1 hip, back", {88, 462}, {92, 490}, 12},
    {"%1 buttock", {44, 488}, {48, 528}, 36},
    {"%1 upper arm, back", {110, 262}, {120, 346}, 17},
    {"%1 elbow, back", {124, 366}, {128, 392}, 15},
    {"%1 forearm, back", {134, 410}, {148, 476}, 14},
    {"%1 wrist, back", {151, 492}, {153, 506}, 12},
    {"%1 hand", {160, 532}, {166, 590}, 18},
    {"%1 thigh, back", {56, 566}, {54, 666}, 34},
    {"hollow of the %1 knee", {54, 700}, {54, 730}, 25},
    {"%1 calf", {52, 764}, {46, 864}, 24},
    {"%1 ankle, back", {43, 888}, {44, 910}, 17},
    {"%1 heel", {46, 940}, {52, 964}, 18},
};

// ---- a hand with the fingers up and the thumb on the right, then the same from the other side
// ------------------------

constexpr double extremityWidth = 960; // two pictures of 480
constexpr double extremityHeight = 660;
constexpr double half = extremityWidth / 2;

const std::vector<FigurePoint> handOutline{
    {152, 640}, {150, 560}, {134, 480}, {112, 400}, {100, 330}, {80, 252},  {70, 196},  {80, 172},  {98, 180},
    {110, 240}, {128, 296}, {136, 240}, {138, 140}, {146, 98},  {163, 88},  {178, 100}, {180, 180}, {186, 284},
    {194, 190}, {202, 84},  {212, 62},  {230, 62},  {240, 84},  {240, 190}, {245, 286}, {258, 200}, {272, 118},
    {284, 98},  {302, 102}, {308, 124}, {300, 214}, {298, 310}, {312, 366}, {344, 342}, {382, 294}, {404, 278},
    {422, 290}, {416, 320}, {384, 384}, {346, 444}, {318, 500}, {306, 560}, {306, 640}};

const std::vector<Zone> handZones{
    {"%1 little finger", {82, 186}, {110, 296}, 16}, {"%1 ring finger", {162, 106}, {158, 290}, 20},
    {"%1 middle finger", {221, 80}, {216, 286}, 20}, {"%1 index finger", {290, 116}, {274, 296}, 19},
    {"%1 thumb", {406, 296}, {340, 410}, 24},        {"%1 hand", {200, 340}, {226, 480}, 84},
    {"%1 wrist", {228, 580}, {228, 640}, 76},
};

// ---- a foot with the toes up and the big toe on the right
// ------------------------------------------------------------

const std::vector<FigurePoint> footOutline{
    {210, 622}, {160, 596}, {142, 530}, {138, 440}, {124, 340}, {108, 250}, {96, 196},  {100, 164},
    {118, 152}, {136, 166}, {138, 140}, {152, 120}, {170, 126}, {178, 146}, {178, 112}, {192, 94},
    {210, 100}, {218, 122}, {218, 92},  {234, 74},  {252, 82},  {258, 108}, {264, 72},  {288, 52},
    {314, 66},  {322, 112}, {314, 180}, {312, 250}, {298, 340}, {290, 440}, {288, 530}, {268, 598}};

const std::vector<Zone> footZones{
    {"%1 big toe", {292, 72}, {292, 150}, 28},       {"%1 second toe", {236, 92}, {238, 150}, 17},
    {"%1 third toe", {196, 112}, {202, 166}, 16},    {"%1 fourth toe", {154, 138}, {166, 184}, 15},
    {"%1 little toe", {116, 168}, {130, 208}, 15},   {"%1 foot, front", {160, 256}, {270, 236}, 58},
    {"%1 foot, middle", {214, 350}, {214, 430}, 78}, {"%1 heel", {216, 536}, {216, 560}, 72},
};

// ---- a head that looks to the left of the picture
// --------------------------------------------------------------------

constexpr double headWidth = 520;
constexpr double headHeight = 640;

const std::vector<FigurePoint> headOutline{{270, 30},  {190, 44},  {130, 92},  {104, 160}, {102, 214}, {100, 240},
                                           {78, 284},  {58, 318},  {66, 336},  {90, 342},  {88, 356},  {80, 372},
                                           {92, 386},  {84, 402},  {96, 420},  {92, 450},  {112, 482}, {168, 492},
                                           {220, 496}, {238, 530}, {236, 632}, {404, 632}, {396, 540}, {404, 470},
                                           {446, 390}, {470, 280}, {452, 160}, {380, 62}};

const std::vector<Zone> headZones{
    {"top of the head", {200, 66}, {350, 66}, 44},
    {"forehead, %1 side", {132, 140}, {126, 190}, 32},
    {"%1 temple", {200, 190}, {200, 220}, 34},
    {"%1 eye", {136, 240}, {148, 240}, 18},
    {"nose", {74, 310}, {92, 280}, 14},
    {"%1 cheek", {168, 320}, {200, 330}, 40},
    {"mouth, %1 side", {92, 370}, {116, 376}, 18},
    {"chin", {104, 446}, {120, 462}, 22},
    {"%1 jaw", {170, 452}, {240, 420}, 32},
    {"%1 ear", {292, 286}, {288, 350}, 30},
    {"behind the %1 ear", {346, 320}, {336, 380}, 20},
    {"%1 side of the head", {310, 170}, {340, 220}, 60},
    {"back of the head", {430, 180}, {434, 340}, 40},
    {"%1 side of the neck", {300, 520}, {300, 620}, 60},
    {"back of the neck", {384, 500}, {392, 624}, 18},
};

// ---- putting the pictures together
// -------------------------------------------------------------------------------------

using Place = FigurePoint (*)(FigurePoint);

std::vector<FigurePoint> placed(const std::vector<FigurePoint>& points, Place place)
{
    std::vector<FigurePoint> out;
    for (const auto& point : points)
        out.push_back(place(point));
    return out;
}

FigurePoint body(FigurePoint point)
{
    return {bodyWidth / 2 + point.x, point.y};
}

FigurePoint bodyMirrored(FigurePoint point)
{
    return {bodyWidth / 2 - point.x, point.y};
}

Figure bodyOf(BodyView view)
{
    Figure figure{bodyWidth, bodyHeight, {}, {}};
    auto outline = placed(bodyHalf, body);
    for (auto point = bodyHalf.rbegin(); point != bodyHalf.rend(); ++point)
        if (point->x > 0)
            outline.push_back(bodyMirrored(*point));
    figure.lines.push_back({outline, true});
    const auto both = [&](const std::vector<FigurePoint>& points) {
        figure.lines.push_back({placed(points, body), false});
        figure.lines.push_back({placed(points, bodyMirrored), false});
    };
    if (view == BodyView::Front) {
        both({{16, 84}, {23, 79}, {30, 84}});
        figure.lines.push_back({placed({{0, 86}, {-5, 103}, {3, 105}}, body), false});
        figure.lines.push_back({placed({{-12, 121}, {0, 125}, {12, 121}}, body), false});
        figure.lines.push_back({placed({{0, 402}, {0, 410}}, body), false});
        both({{14, 207}, {40, 202}, {62, 206}});
        both({{40, 720}, {54, 730}, {68, 720}});
    } else {
        figure.lines.push_back({placed({{0, 214}, {0, 320}, {0, 452}}, body), false});
        both({{30, 248}, {38, 290}, {62, 310}});
        both({{4, 538}, {30, 548}, {62, 540}});
        both({{40, 712}, {54, 716}, {68, 712}});
    }
    return figure;
}

/// `isRight`: the other side of the body is the same picture in a mirror.
Figure extremity(const std::vector<FigurePoint>& outline, const std::vector<std::vector<FigurePoint>>& near,
                 const std::vector<std::vector<FigurePoint>>& far, const QString& nearText, const QString& farText,
                 bool isRight)
{
    Figure figure{extremityWidth, extremityHeight, {}, {}};
    const auto add = [&](const std::vector<FigurePoint>& points, bool isFar, bool isOutline) {
        FigureLine line{{}, isOutline};
        for (const auto& point : points)
            line.points.push_back({isFar != isRight ? extremityWidth - point.x : point.x, point.y});
        figure.lines.push_back(std::move(line));
    };
    add(outline, false, true);
    add(outline, true, true);
    for (const auto& line : near)
        add(line, false, false);
    for (const auto& line : far)
        add(line, true, false);
    const double nearX = isRight ? extremityWidth - half * 0.45 : half * 0.45;
    figure.labels = {{nearText, {nearX, 22}}, {farText, {extremityWidth - nearX, 22}}};
    return figure;
}

Figure handOf(bool isRight)
{
    return extremity(handOutline,
                     {{{74, 192}, {84, 188}, {92, 194}},
                      {{152, 112}, {163, 106}, {174, 112}},
                      {{210, 86}, {221, 80}, {232, 86}},
                      {{280, 122}, {291, 116}, {302, 124}}},
                     {{{122, 370}, {200, 356}, {288, 330}},
                      {{128, 420}, {210, 408}, {300, 380}},
                      {{262, 380}, {236, 450}, {244, 540}}},
                     QStringLiteral("Back of the hand"), QStringLiteral("Palm"), isRight);
}

Figure footOf(bool isRight)
{
    return extremity(footOutline,
                     {{{274, 78}, {290, 70}, {306, 80}},
                      {{226, 96}, {236, 90}, {246, 98}},
                      {{184, 116}, {196, 110}, {206, 118}},
                      {{146, 142}, {156, 136}, {166, 144}},
                      {{106, 172}, {116, 166}, {126, 174}}},
                     {{{118, 236}, {200, 196}, {308, 176}}, {{292, 320}, {238, 400}, {262, 500}}},
                     QStringLiteral("From above"), QStringLiteral("Sole"), isRight);
}

Figure headOf(bool isRight)
{
    Figure figure{headWidth, headHeight, {}, {}};
    const std::vector<std::pair<std::vector<FigurePoint>, bool>> lines{
        {headOutline, true},
        {{{268, 300}, {276, 262}, {308, 254}, {326, 282}, {314, 324}, {296, 352}, {284, 366}, {272, 352}}, false},
        {{{284, 300}, {296, 282}, {308, 292}, {300, 318}}, false},
        {{{120, 238}, {138, 230}, {158, 238}}, false},
        {{{112, 206}, {138, 196}, {166, 206}}, false},
        {{{92, 386}, {112, 388}, {126, 382}}, false},
        {{{168, 492}, {232, 466}, {268, 412}}, false}};
    for (const auto& [points, isOutline] : lines) {
        FigureLine line{{}, isOutline};
        for (const auto& point : points)
            line.points.push_back({isRight ? headWidth - point.x : point.x, point.y});
        figure.lines.push_back(std::move(line));
    }
    return figure;
}

double distanceTo(const Zone& zone, FigurePoint at)
{
    const double dx = zone.to.x - zone.from.x;
    const double dy = zone.to.y - zone.from.y;
    const double length = dx * dx + dy * dy;
    const double along =
        length > 0 ? std::clamp(((at.x - zone.from.x) * dx + (at.y - zone.from.y) * dy) / length, 0.0, 1.0) : 0.0;
    return std::hypot(at.x - zone.from.x - along * dx, at.y - zone.from.y - along * dy) - zone.radius;
}

QString nearest(const std::vector<Zone>& zones, FigurePoint at, const QString& side)
{
    const auto found = std::min_element(zones.begin(), zones.end(), [&](const Zone& one, const Zone& other) {
        return distanceTo(one, at) < distanceTo(other, at);
    });
    return QString::fromLatin1(found->name).replace(QStringLiteral("%1"), side);
}

QString sideText(bool isRight)
{
    return isRight ? QStringLiteral("right") : QStringLiteral("left");
}

QString ofExtremity(const std::vector<Zone>& zones, FigurePoint at, bool isRight, const QString& nearText,
                    const QString& farText)
{
    if (isRight)
        at.x = extremityWidth - at.x;
    const bool isFar = at.x > half;
    if (isFar)
        at.x = extremityWidth - at.x;
    return nearest(zones, at, sideText(isRight)) + QStringLiteral(", ") + (isFar ? farText : nearText);
}

} // namespace

const Figure& bodyFigure(BodyView view)
{
    static const std::array<Figure, 8> figures{
        bodyOf(BodyView::Front), bodyOf(BodyView::Back), handOf(false), handOf(true),
        footOf(false),           footOf(true),           headOf(false), headOf(true)};
    return figures[static_cast<std::size_t>(view)];
}

QString viewText(BodyView view)
{
    switch (view) {
    case BodyView::Front: return QStringLiteral("Front");
    case BodyView::Back: return QStringLiteral("Back");
    case BodyView::LeftHand: return QStringLiteral("Left hand");
    case BodyView::RightHand: return QStringLiteral("Right hand");
    case BodyView::LeftFoot: return QStringLiteral("Left foot");
    case BodyView::RightFoot: return QStringLiteral("Right foot");
    case BodyView::HeadLeft: return QStringLiteral("Head, from the left");
    case BodyView::HeadRight: return QStringLiteral("Head, from the right");
    }
    return {};
}

QString bodyRegion(BodyView view, int x, int y)
{
    const auto& figure = bodyFigure(view);
    FigurePoint at{figure.width * x / model::bodyEdge, figure.height * y / model::bodyEdge};
    switch (view) {
    case BodyView::Front:
    case BodyView::Back: {
        // Who looks at us has their left on our right.
        const double fromMiddle = at.x - bodyWidth / 2;
        const bool isRight = (view == BodyView::Back) == (fromMiddle >= 0);
        return nearest(view == BodyView::Front ? frontZones : backZones, {std::abs(fromMiddle), at.y},
                       sideText(isRight));
    }
    case BodyView::LeftHand:
    case BodyView::RightHand:
        return ofExtremity(handZones, at, view == BodyView::RightHand, QStringLiteral("back of the hand"),
                           QStringLiteral("palm side"));
    case BodyView::LeftFoot:
    case BodyView::RightFoot:
        return ofExtremity(footZones, at, view == BodyView::RightFoot, QStringLiteral("from above"),
                           QStringLiteral("sole"));
    case BodyView::HeadLeft:
    case BodyView::HeadRight:
        if (view == BodyView::HeadRight)
            at.x = headWidth - at.x;
        return nearest(headZones, at, sideText(view == BodyView::HeadRight));
    }
    return {};
}

bool isOnBody(BodyView view, int x, int y)
{
    const auto& figure = bodyFigure(view);
    const FigurePoint at{figure.width * x / model::bodyEdge, figure.height * y / model::bodyEdge};
    const double near = figure.height * 0.02;
    bool isInside = false;
    for (const auto& line : figure.lines) {
        if (!line.isOutline)
            continue;
        bool isInThis = false;
        for (std::size_t i = 0; i < line.points.size(); ++i) {
            const auto& from = line.points[i];
            const auto& to = line.points[(i + 1) % line.points.size()];
            if (distanceTo({"", from, to, 0}, at) <= near)
                return true;
            // Whoever walks straight to the right crosses the outline an odd number of times.
            if ((from.y > at.y) != (to.y > at.y) && at.x < from.x + (to.x - from.x) * (at.y - from.y) / (to.y - from.y))
                isInThis = !isInThis;
        }
        isInside = isInside || isInThis;
    }
    return isInside;
}

} // namespace heed::rules
