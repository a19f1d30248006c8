#pragma once

#include "model/shape.h"

namespace heed::model {

/// The pictures of the body map. Left and right are the child's own.
enum class BodyView { Front, Back, LeftHand, RightHand, LeftFoot, RightFoot, HeadLeft, HeadRight };

template <> struct Names<BodyView> {
    static constexpr std::array<std::pair<BodyView, const char*>, 8> table{{{BodyView::Front, "front"},
                                                                            {BodyView::Back, "back"},
                                                                            {BodyView::LeftHand, "left-hand"},
                                                                            {BodyView::RightHand, "right-hand"},
                                                                            {BodyView::LeftFoot, "left-foot"},
                                                                            {BodyView::RightFoot, "right-foot"},
                                                                            {BodyView::HeadLeft, "head-left"},
                                                                            {BodyView::HeadRight, "head-right"}}};
};

/// The far edge of a picture of the body map, from its left or its top edge.
constexpr int bodyEdge = 1000;

/// An injury that can be seen, where it is and what it looks like (FIELD.md 4.5). Marks are numbered in their order.
/// Where it is in words follows from view, x and y by rule (rules/body_figure.h).
struct BodyMark {
    BodyView view = BodyView::Front;
    int x = 0; ///< thousandths of the picture's width, from its left edge
    int y = 0; ///< thousandths of its height, from its top edge
    QString kind;
    QString size;
    QString shape;
    QString colour;
    std::optional<bool> brokenSkin; ///< nothing: not known
    QString childsAccount;          ///< how it came about, in the child's words
    std::optional<QDate> firstNoticed;
    QString note; ///< swelling, heat, pain, how the child moves, first aid

    bool operator==(const BodyMark&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("view", self.view, {.required = true});
        visit("x", self.x, {.required = true});
        visit("y", self.y, {.required = true});
        visit("kind", self.kind);
        visit("size", self.size);
        visit("shape", self.shape);
        visit("colour", self.colour);
        visit("brokenSkin", self.brokenSkin);
        visit("childsAccount", self.childsAccount, {.longest = longText});
        visit("firstNoticed", self.firstNoticed);
        visit("note", self.note, {.longest = longText});
    }
};

} // namespace heed::model
