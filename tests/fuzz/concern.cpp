#include "fuzzed.h"

#include "model/cbor.h"
#include "model/concern.h"
#include "model/json.h"

using namespace heed;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size)
{
    const auto what = QStringLiteral("The concern");
    const auto map = model::parseJson(fuzzed::bytesOf(data, size), what);
    if (!map)
        return 0;
    const auto concern = model::fromShape<model::Concern>(*map, what);
    if (!concern)
        return 0;
    // What was understood is understood the same when it has been written, in either spelling.
    const auto shape = model::toShape(*concern);
    const auto again = model::parseCbor(model::writeCbor(shape), what);
    fuzzed::mustHold(again.has_value() && model::fromShape<model::Concern>(*again, what) == concern);
    const auto text = model::parseJson(model::writeJson(shape), what);
    fuzzed::mustHold(text.has_value() && model::fromShape<model::Concern>(*text, what) == concern);
    return 0;
}
