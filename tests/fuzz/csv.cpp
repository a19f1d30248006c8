#include "fuzzed.h"

#include "register/csv.h"

using namespace heed;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size)
{
    const auto bytes = fuzzed::bytesOf(data, size);
    const auto look = pupils::lookAt(bytes);
    if (!look) {
        fuzzed::mustHold(!look.error().message.isEmpty());
        return 0;
    }
    const auto reading = pupils::readCsv(bytes, look->mapping, QDate(2026, 11, 24));
    // What was refused is written as a file that can be read again.
    if (reading && !reading->refused.empty())
        fuzzed::mustHold(pupils::lookAt(pupils::writeRefused(*reading)).has_value());
    return 0;
}
