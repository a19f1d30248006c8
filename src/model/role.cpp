#include "model/role.h"

namespace heed::model {

QString deskOf(Role role)
{
    switch (role) {
    case Role::Staff: return {};
    case Role::Dsl: return safeguardingDesk;
    case Role::Head: return headDesk;
    case Role::Chair: return chairDesk;
    }
    return {};
}

QString title(Role role)
{
    switch (role) {
    case Role::Staff: return QStringLiteral("Member of staff");
    case Role::Dsl: return QStringLiteral("Designated safeguarding lead");
    case Role::Head: return QStringLiteral("Head teacher");
    case Role::Chair: return QStringLiteral("Chair of governors");
    }
    return {};
}

QString deskTitle(const QString& desk)
{
    if (desk == everyoneDesk)
        return QStringLiteral("everyone");
    if (desk == safeguardingDesk)
        return QStringLiteral("the safeguarding leads");
    if (desk == headDesk)
        return QStringLiteral("the head teacher");
    if (desk == chairDesk)
        return QStringLiteral("the chair of governors");
    return desk;
}

} // namespace heed::model
