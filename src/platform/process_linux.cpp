#include "platform/process.h"

#include "platform/atomic_file.h"

#include <cerrno>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace heed::platform {

model::Result harden()
{
    ::umask(077);
    const rlimit none{0, 0};
    // Not dumpable also means that no other process of the same user can attach to this one or read its memory.
    if (::setrlimit(RLIMIT_CORE, &none) != 0 || ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
        return model::failure(model::ErrorCode::MachineFailed,
                              QStringLiteral("This computer does not let Heed keep its memory to itself: ask whoever "
                                             "looks after it."));
    return {};
}

} // namespace heed::platform
