#include "platform/groups.h"

#include <catch2/catch_test_macros.hpp>

#include <grp.h>
#include <unistd.h>

#include <algorithm>

using namespace heed;

TEST_CASE("The groups that files can be shared with are those of this account")
{
    const auto groups = platform::ownGroups();
    const auto* own = ::getgrgid(::getegid());
    REQUIRE(own);
    CHECK(groups.contains(QString::fromLocal8Bit(own->gr_name)));
    CHECK(std::is_sorted(groups.begin(), groups.end()));
    CHECK(std::adjacent_find(groups.begin(), groups.end()) == groups.end());
}
