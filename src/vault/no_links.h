#pragma once

#include "vault/folder.h"

namespace heed::vault {

/// That what lies in a vault lies in it: Damaged, naming the folder that is a link to elsewhere. Asked only where other
/// accounts can write to it: whoever has put the link there could have somebody's own files copied or removed by Heed.
model::Result holdsNoLinks(const Folder& folder);

} // namespace heed::vault
