#include "fuzzed.h"

#include "journal/entry.h"
#include "model/cbor.h"

using namespace heed;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size)
{
    const auto bytes = fuzzed::bytesOf(data, size);
    // Two spellings of one header would be two hashes of one entry.
    if (const auto map = model::parseCbor(bytes, QStringLiteral("The entry")))
        fuzzed::mustHold(model::writeCbor(*map) == bytes);
    (void)journal::parseHeader(bytes);
    return 0;
}
