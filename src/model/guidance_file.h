#pragma once

#include "model/shape.h"

namespace heed::model {

constexpr int largestGuidanceFile = 64 * 1024; // bytes
constexpr int mostGuidanceFiles = 50;
constexpr int largestGuidance = 512 * 1024; // bytes, of all of a school's files together

/// A page (*.md) or a card (*.json) of guidance, as it came. A school's own are signed with its profile.
struct GuidanceFile {
    QString name;
    QByteArray content;

    bool operator==(const GuidanceFile&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("name", self.name, {.required = true});
        visit("content", self.content, {.required = true, .longest = largestGuidanceFile});
    }
};

} // namespace heed::model
