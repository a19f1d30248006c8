#pragma once

#include "model/shape.h"

namespace heed::model {

enum class Role { Staff, Dsl, Head, Chair };

template <> struct Names<Role> {
    static constexpr std::array<std::pair<Role, const char*>, 4> table{
        {{Role::Staff, "staff"}, {Role::Dsl, "dsl"}, {Role::Head, "head"}, {Role::Chair, "chair"}}};
};

/// Desks are data: these are the names that today's rules route to.
inline const QString everyoneDesk = QStringLiteral("everyone");
inline const QString safeguardingDesk = QStringLiteral("safeguarding");
inline const QString headDesk = QStringLiteral("head");
inline const QString chairDesk = QStringLiteral("chair");

/// The desk that a role reads besides *everyone*, or nothing for staff.
QString deskOf(Role role);

/// "Designated safeguarding lead", as people say it.
QString title(Role role);

/// A desk as people say it: "the safeguarding leads".
QString deskTitle(const QString& desk);

} // namespace heed::model
