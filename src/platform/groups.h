#pragma once

#include <QStringList>

namespace heed::platform {

/// The names of the system groups that this account is in: files can be shared with these. Sorted.
QStringList ownGroups();

} // namespace heed::platform
