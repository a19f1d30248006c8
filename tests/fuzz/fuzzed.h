#pragma once

#include <QByteArray>

#include <cstdint>
#include <cstdlib>

/// What libFuzzer calls, thousands of times a second; 0 always.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size);

namespace heed::fuzzed {

/// The bytes of one run, not copied.
inline QByteArray bytesOf(const uint8_t* data, std::size_t size)
{
    return QByteArray::fromRawData(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
}

/// What must be true of whatever was read; libFuzzer keeps the bytes for which it is not.
inline void mustHold(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace heed::fuzzed
