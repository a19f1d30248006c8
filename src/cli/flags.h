#pragma once

#include "cli/arguments.h"

// Flags that several verbs take.

namespace heed::cli {

constexpr Flag valueFlag(const char* name, const char* value, const char* help)
{
    return {QLatin1StringView(name), QLatin1StringView(value), QLatin1StringView(help)};
}
constexpr Flag neededFlag(const char* name, const char* value, const char* help)
{
    return {QLatin1StringView(name), QLatin1StringView(value), QLatin1StringView(help), true};
}
constexpr Flag switchFlag(const char* name, const char* help)
{
    return {QLatin1StringView(name), {}, QLatin1StringView(help)};
}

inline QLatin1StringView operator""_s(const char* text, std::size_t size)
{
    return QLatin1StringView(text, static_cast<qsizetype>(size));
}

} // namespace heed::cli
