#include "model/body.h"

namespace heed::model {
namespace {

template <class T> Expected<Body> read(const QCborMap& shape)
{
    HEED_TAKE(auto body, fromShape<T>(shape, QStringLiteral("The entry")));
    return Body{std::move(body)};
}

} // namespace

Expected<Body> readBody(Kind kind, const QCborMap& shape)
{
    switch (kind) {
    case Kind::Acknowledged:
    case Kind::Read: return read<EmptyBody>(shape);
    case Kind::Concern: return read<ConcernBody>(shape);
    case Kind::Told: return read<ToldBody>(shape);
    case Kind::Addition:
    case Kind::Note:
    case Kind::Feedback:
    case Kind::Status:
    case Kind::HandedOver:
    case Kind::Passed:
    case Kind::Agreed:
    case Kind::Reopened:
    case Kind::Drill:
    case Kind::Recovered:
    case Kind::ProfileChanged: return read<TextBody>(shape);
    case Kind::LevelSet: return read<LevelBody>(shape);
    case Kind::ActionAdded: return read<ActionBody>(shape);
    case Kind::ActionDone: return read<ActionDoneBody>(shape);
    case Kind::ContactMade: return read<ContactBody>(shape);
    case Kind::Decision: return read<DecisionBody>(shape);
    case Kind::Referral: return read<ReferralBody>(shape);
    case Kind::Assessment: return read<AssessmentBody>(shape);
    case Kind::Review: return read<ReviewBody>(shape);
    case Kind::Closed: return read<ClosedBody>(shape);
    case Kind::Printed:
    case Kind::Exported: return read<PrintedBody>(shape);
    case Kind::EnteredElsewhere: return read<ElsewhereBody>(shape);
    case Kind::Informed: return read<InformedBody>(shape);
    case Kind::Consent: return read<ConsentBody>(shape);
    case Kind::ChildRegistered:
    case Kind::ChildChanged: return read<ChildBody>(shape);
    case Kind::PupilsImported: return read<ImportBody>(shape);
    case Kind::ChildLinked: return read<ChildLinkedBody>(shape);
    case Kind::RestoreAccepted: return read<RestoreAcceptedBody>(shape);
    case Kind::Destroyed: return read<DestroyedBody>(shape);
    }
    return failure(ErrorCode::Damaged, QStringLiteral("The entry is of a kind that this Heed does not know."));
}

QCborMap writeBody(const Body& body)
{
    return std::visit([](const auto& inner) { return toShape(inner); }, body);
}

} // namespace heed::model
