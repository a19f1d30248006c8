#pragma once

#include "model/shape.h"

// Where a vault stood at a moment: what its endings, its acceptances and an installation's memory are made of.

namespace heed::model {

/// The newest entry of a device.
struct Head {
    QByteArray device;
    qint64 number = 0;
    QByteArray hash;

    bool operator==(const Head&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("device", self.device, {.required = true});
        visit("number", self.number, {.required = true});
        visit("hash", self.hash, {.required = true});
    }
};

/// The newest statement of a signed file. `file` is "vault" or a desk's name.
struct StatementMark {
    QString file;
    qint64 counter = 0;
    QByteArray hash;

    bool operator==(const StatementMark&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("file", self.file, {.required = true});
        visit("counter", self.counter, {.required = true});
        visit("hash", self.hash, {.required = true});
    }
};

} // namespace heed::model
