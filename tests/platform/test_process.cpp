#include "home.h"
#include "platform/process.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

TEST_CASE("A hardened process leaves no core, cannot be looked into, and makes private files")
{
    // In a child: it cannot be undone.
    const auto child = ::fork();
    if (child == 0) {
        const bool hardened = heed::platform::harden().has_value();
        rlimit core{1, 1};
        ::getrlimit(RLIMIT_CORE, &core);
        const bool right = hardened && core.rlim_cur == 0 && core.rlim_max == 0 &&
                           ::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0 && ::umask(0) == 077;
        ::_exit(right ? 0 : 1);
    }
    int status = -1;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK((WIFEXITED(status) && WEXITSTATUS(status) == 0));
}
