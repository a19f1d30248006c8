#pragma once

#include "model/route.h"

namespace heed::rules {

/// A route while it is being decided.
struct RouteDraft {
    model::Route route;

    void tell(model::RouteKind kind, const model::Recipient& contact);
    /// Names somebody beside the contact, once.
    void beside(const model::Recipient& recipient);
    void because(const char* code, const QString& sentence);
};

} // namespace heed::rules
