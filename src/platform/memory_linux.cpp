#include "platform/memory.h"

#include <malloc.h>

namespace heed::platform {

void giveMemoryBack()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

} // namespace heed::platform
