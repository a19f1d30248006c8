#include "crypto/shares.h"

#include <sodium.h>

#include <memory>

extern "C" {
#include <libgfshare.h>
}

namespace heed::crypto {
namespace {

struct Free {
    void operator()(gfshare_ctx* context) const { gfshare_ctx_free(context); }
};
using Context = std::unique_ptr<gfshare_ctx, Free>;

void fillRandom(unsigned char* bytes, unsigned int count)
{
    randombytes_buf(bytes, count);
}

/// libgfshare has no source of randomness until it is given one, and uses it even to wipe what it frees.
void giveRandomness()
{
    gfshare_fill_rand = &fillRandom;
}

} // namespace

model::Expected<std::vector<Share>> split(ByteSpan secret, int threshold, int count)
{
    if (threshold < 2 || threshold > count || count > 16)
        return model::failure(model::ErrorCode::BadInput,
                              QStringLiteral("Recovery needs at least 2 shares to be put together, no more than there "
                                             "are, and at most 16 in all."));
    giveRandomness();
    std::vector<unsigned char> numbers;
    for (int i = 1; i <= count; ++i)
        numbers.push_back(static_cast<unsigned char>(i));
    const Context context(gfshare_ctx_init_enc(numbers.data(), static_cast<unsigned>(count),
                                               static_cast<unsigned char>(threshold),
                                               static_cast<unsigned>(secret.size())));
    auto copy = SecretBytes::copyOf(secret);
    gfshare_ctx_enc_setsecret(context.get(), copy.data());
    std::vector<Share> shares;
    for (int i = 0; i < count; ++i) {
        Share share{i + 1, SecretBytes(secret.size())};
        // The library takes the place in the list of numbers here, not the number.
        gfshare_ctx_enc_getshare(context.get(), static_cast<unsigned char>(i), share.bytes.data());
        shares.push_back(std::move(share));
    }
    return shares;
}

SecretBytes combine(const std::vector<Share>& shares)
{
    if (shares.empty())
        return {};
    giveRandomness();
    std::vector<unsigned char> numbers;
    numbers.reserve(shares.size());
    for (const auto& share : shares)
        numbers.push_back(static_cast<unsigned char>(share.index));
    const auto size = shares.front().bytes.size();
    const Context context(
        gfshare_ctx_init_dec(numbers.data(), static_cast<unsigned>(shares.size()), static_cast<unsigned>(size)));
    for (std::size_t i = 0; i < shares.size(); ++i) {
        auto copy = shares[i].bytes.clone();
        gfshare_ctx_dec_giveshare(context.get(), static_cast<unsigned char>(i), copy.data());
    }
    SecretBytes secret(size);
    gfshare_ctx_dec_extract(context.get(), secret.data());
    return secret;
}

} // namespace heed::crypto
