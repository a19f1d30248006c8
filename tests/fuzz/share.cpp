#include "fuzzed.h"

#include "crypto/self_test.h"
#include "vault/share_text.h"

using namespace heed;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size)
{
    static const bool isStarted = crypto::start().has_value();
    fuzzed::mustHold(isStarted);
    const auto text = QString::fromUtf8(fuzzed::bytesOf(data, size));
    const auto typed = vault::readGroups(text);
    fuzzed::mustHold(typed.typed >= 0 && typed.typed <= typed.of);
    if (const auto share = vault::parseShare(text)) {
        const auto again = vault::parseShare(vault::shareGroups(*share).join(QLatin1Char(' ')));
        fuzzed::mustHold(again.has_value() && again->vaultTag == share->vaultTag && again->set == share->set &&
                         again->threshold == share->threshold);
    }
    return 0;
}
