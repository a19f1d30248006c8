#pragma once

#include "model/error.h"

#include <catch2/catch_test_macros.hpp>

namespace heed::tests {

/// The value, or a failed test with the error's sentence.
template <class T> T taken(model::Expected<T> expected)
{
    if (!expected)
        FAIL(expected.error().message.toStdString());
    return std::move(*expected);
}

inline void done(const model::Result& result)
{
    if (!result)
        FAIL(result.error().message.toStdString());
}

template <class T> model::ErrorCode codeOf(const model::Expected<T>& expected)
{
    REQUIRE_FALSE(expected);
    return expected.error().code;
}

} // namespace heed::tests
