#include "rules/permission.h"

namespace heed::rules {
namespace {

using model::Kind;
using model::Role;

enum class Family { Concern, Reply, DeskWork, DeskUpkeep, Register };

Family familyOf(Kind kind)
{
    switch (kind) {
    case Kind::Concern: return Family::Concern;
    case Kind::Told:
    case Kind::Addition: return Family::Reply;
    case Kind::Acknowledged:
    case Kind::LevelSet:
    case Kind::Note:
    case Kind::ActionAdded:
    case Kind::ActionDone:
    case Kind::ContactMade:
    case Kind::Decision:
    case Kind::Referral:
    case Kind::Assessment:
    case Kind::Review:
    case Kind::Feedback:
    case Kind::Status:
    case Kind::HandedOver:
    case Kind::Passed:
    case Kind::Agreed:
    case Kind::Closed:
    case Kind::Reopened:
    case Kind::ChildLinked:
    case Kind::Read:
    case Kind::Printed:
    case Kind::Exported:
    case Kind::EnteredElsewhere:
    case Kind::Informed:
    case Kind::Consent: return Family::DeskWork;
    case Kind::Drill:
    case Kind::Recovered:
    case Kind::Destroyed: return Family::DeskUpkeep;
    case Kind::ChildRegistered:
    case Kind::ChildChanged:
    case Kind::PupilsImported:
    case Kind::ProfileChanged:
    case Kind::RestoreAccepted: return Family::Register;
    }
    return Family::DeskWork;
}

Answer yes(const QString& reason)
{
    return {true, reason};
}

Answer no(const QString& reason)
{
    return {false, reason};
}

Answer onlyReaders(Role role, const QString& desk)
{
    if (reads(role, desk))
        return yes(QStringLiteral("This belongs to the work of %1.").arg(model::deskTitle(desk)));
    return no(QStringLiteral("Only %1 can do this.").arg(model::deskTitle(desk)));
}

} // namespace

bool reads(Role role, const QString& desk)
{
    return desk == model::everyoneDesk || (!desk.isEmpty() && model::deskOf(role) == desk);
}

Answer may(Role role, Kind kind, const QString& desk, Record record)
{
    const bool isEveryone = desk == model::everyoneDesk;
    if (desk.isEmpty())
        return no(QStringLiteral("This is addressed to nobody."));
    switch (familyOf(kind)) {
    case Family::Concern:
        if (isEveryone)
            return no(QStringLiteral("A concern is never addressed to everyone."));
        return yes(QStringLiteral("Everybody who works here can log a concern."));
    case Family::Reply:
        if (isEveryone)
            return no(QStringLiteral("Nothing about a concern is addressed to everyone."));
        if (record == Record::Own)
            return yes(QStringLiteral("You can always add to a concern that you logged, and say whom you told."));
        if (reads(role, desk))
            return yes(QStringLiteral("This belongs to the work of %1.").arg(model::deskTitle(desk)));
        return no(
            QStringLiteral("You can add only to concerns that you logged. If you know more, log it as a concern of "
                           "your own."));
    case Family::DeskWork:
        if (isEveryone)
            return no(QStringLiteral("Nothing about a concern is addressed to everyone."));
        if (kind == Kind::Agreed && record == Record::Own)
            return no(QStringLiteral("Whoever logged a concern cannot be the second to agree to its closing."));
        return onlyReaders(role, desk);
    case Family::DeskUpkeep:
        if (isEveryone)
            return role == Role::Dsl ? yes(QStringLiteral("The safeguarding leads look after what everyone can see."))
                                     : no(QStringLiteral("Only the safeguarding leads can do this."));
        return onlyReaders(role, desk);
    case Family::Register:
        if (role != Role::Dsl)
            return no(
                QStringLiteral("Only the safeguarding leads can change the pupil register and the school's profile."));
        if (!isEveryone && desk != model::safeguardingDesk)
            return no(QStringLiteral("The pupil register and the profile are kept for everyone or for the safeguarding "
                                     "leads."));
        return yes(QStringLiteral("The safeguarding leads keep the pupil register and the school's profile."));
    }
    return no({});
}

Answer mayTell(const QString& desk, const model::ChildBody& body)
{
    if (body.child.id.isEmpty())
        return no(QStringLiteral("It does not say which pupil of the register it is about."));
    if (desk == model::everyoneDesk && (body.facts || body.child != model::publicPart(body.child)))
        return no(QStringLiteral("It tells everyone more of a pupil than name, class, year and date of birth."));
    if (desk != model::everyoneDesk && !body.facts)
        return no(QStringLiteral("It leaves out what the safeguarding leads hold of a pupil."));
    return yes(QStringLiteral("It tells no more of a pupil than its readers may know."));
}

} // namespace heed::rules
