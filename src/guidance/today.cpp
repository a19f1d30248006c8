#include "guidance/today.h"

#include "rules/routing.h"
#include "rules/words.h"

namespace heed::guidance {

Filling fillingFor(const model::Profile& profile, const QDateTime& now, const QString& reader)
{
    auto filling = fillingFrom(profile);
    model::Concern concern;
    concern.child.onRoll = true;
    const auto route = rules::route(concern, profile, now, reader);
    filling.insert(QStringLiteral("route.name"), route.contact.name);
    if (route.contact.phone)
        filling.insert(QStringLiteral("route.phone"), *route.contact.phone);
    const auto next = rules::nextToTell(route, profile, {route.contact.name});
    filling.insert(QStringLiteral("route.deputies"),
                   route.deputies.isEmpty() ? QString(next.name + QStringLiteral(", ") + next.phone.value_or(QString()))
                                            : rules::listed(route.deputies));
    QStringList reasons;
    for (const auto& reason : route.reasons)
        reasons << reason.sentence;
    filling.insert(QStringLiteral("route.reasons"), reasons.join(u' '));
    return filling;
}

} // namespace heed::guidance
