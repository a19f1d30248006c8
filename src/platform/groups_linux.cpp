#include "platform/groups.h"

#include <grp.h>
#include <unistd.h>

#include <vector>

namespace heed::platform {

QStringList ownGroups()
{
    const int count = ::getgroups(0, nullptr);
    std::vector<gid_t> ids(static_cast<std::size_t>(std::max(count, 0)));
    const int got = ids.empty() ? 0 : ::getgroups(count, ids.data());
    ids.resize(static_cast<std::size_t>(std::max(got, 0)));
    ids.push_back(::getegid());
    QStringList names;
    for (const auto id : ids)
        if (const auto* group = ::getgrgid(id))
            names << QString::fromLocal8Bit(group->gr_name);
    names.removeDuplicates();
    names.sort();
    return names;
}

} // namespace heed::platform
