#include "session/saved_filters.h"

#include "model/cbor.h"
#include "session/drafts.h"
#include "session/state.h"

#include <algorithm>

namespace heed::session {

using model::Expected;
using model::Result;

namespace {

struct Kept {
    std::vector<SavedFilter> filters;

    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("filters", self.filters);
    }
};

const auto place = QStringLiteral("kept.filters");

Result keep(Session& session, const std::vector<SavedFilter>& filters)
{
    if (filters.empty())
        return dropDraft(session, place);
    return saveDraft(session, place, model::writeCbor(model::toShape(Kept{filters})));
}

} // namespace

Expected<std::vector<SavedFilter>> savedFilters(Session& session)
{
    HEED_TAKE(const auto bytes, loadDraft(session, place));
    if (bytes.isEmpty())
        return std::vector<SavedFilter>();
    HEED_TAKE(const auto map, model::parseCbor(bytes, QStringLiteral("The saved filters")));
    HEED_TAKE(auto kept, model::fromShape<Kept>(map, QStringLiteral("The saved filters")));
    return std::move(kept.filters);
}

Result saveFilter(Session& session, const SavedFilter& filter)
{
    HEED_TRY(needs(filter.name, "A filter needs a name to be kept under."));
    if (filter.name.size() > model::shortText)
        return model::failure(model::ErrorCode::BadInput, QStringLiteral("The name is too long: use a few words."));
    HEED_TAKE(auto filters, savedFilters(session));
    const auto same =
        std::find_if(filters.begin(), filters.end(), [&](const SavedFilter& one) { return one.name == filter.name; });
    if (same != filters.end())
        *same = filter;
    else
        filters.push_back(filter);
    if (filters.size() > static_cast<std::size_t>(model::manyItems))
        return model::failure(model::ErrorCode::BadInput,
                              QStringLiteral("You have kept %1 filters: drop one first.").arg(model::manyItems));
    return keep(session, filters);
}

Result dropFilter(Session& session, const QString& name)
{
    HEED_TAKE(auto filters, savedFilters(session));
    if (std::erase_if(filters, [&](const SavedFilter& one) { return one.name == name; }) == 0)
        return model::failure(model::ErrorCode::NotFound,
                              QStringLiteral("You have kept no filter \"%1\".").arg(name.left(100)));
    return keep(session, filters);
}

} // namespace heed::session
