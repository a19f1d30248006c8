#pragma once

#include "model/case_filter.h"
#include "session/session.h"

namespace heed::session {

/// A filter that a member keeps under a name of their own. Sealed like a draft, so that nobody else can read or make
/// it.
struct SavedFilter {
    QString name;
    model::CaseFilter filter;

    bool operator==(const SavedFilter&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("name", self.name, model::Field{.required = true});
        visit("filter", self.filter, model::Field{.required = true});
    }
};

model::Expected<std::vector<SavedFilter>> savedFilters(Session& session);
/// Replaces one of the same name. BadInput without a name.
model::Result saveFilter(Session& session, const SavedFilter& filter);
model::Result dropFilter(Session& session, const QString& name);

} // namespace heed::session
