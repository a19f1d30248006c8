#include "rules/route_draft.h"
#include "rules/names.h"

#include <algorithm>

namespace heed::rules {

void RouteDraft::tell(model::RouteKind kind, const model::Recipient& contact)
{
    route.kind = kind;
    route.contact = contact;
}

void RouteDraft::beside(const model::Recipient& recipient)
{
    const bool isNamed = samePerson(recipient.name, route.contact.name) ||
                         std::any_of(route.also.begin(), route.also.end(),
                                     [&](const model::Recipient& one) { return samePerson(one.name, recipient.name); });
    if (!isNamed)
        route.also.push_back(recipient);
}

void RouteDraft::because(const char* code, const QString& sentence)
{
    route.reasons.push_back({QString::fromLatin1(code), sentence});
}

} // namespace heed::rules
