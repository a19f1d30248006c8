#include "crypto/secret_bytes.h"

#include <QByteArray>

#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <mutex>
#include <new>
#include <utility>
#include <vector>

namespace heed::crypto {

namespace {

/// Guarded memory that has been wiped and waits for the next secret of its size: to map, lock, guard and free such
/// pages takes as long as to open an entry, and every entry needs some. A block serves one size only, so that it still
/// ends at its guard page.
class Spare {
public:
    unsigned char* take(std::size_t size)
    {
        {
            const std::lock_guard lock(m_mutex);
            const auto found = std::find_if(m_blocks.rbegin(), m_blocks.rend(),
                                            [size](const Block& block) { return block.size == size; });
            if (found != m_blocks.rend()) {
                auto* data = found->data;
                *found = m_blocks.back();
                m_blocks.pop_back();
                return data;
            }
        }
        auto* data = static_cast<unsigned char*>(sodium_malloc(size));
        if (!data)
            throw std::bad_alloc();
        std::memset(data, 0, size);
        return data;
    }

    void give(unsigned char* data, std::size_t size) noexcept
    {
        if (!data)
            return;
        if (size <= largest) {
            sodium_memzero(data, size);
            const std::lock_guard lock(m_mutex);
            if (m_blocks.size() < most) {
                m_blocks.push_back({size, data});
                return;
            }
        }
        sodium_free(data);
    }

    static Spare& ofProcess()
    {
        static auto* const spare = new Spare; // outlives every secret
        return *spare;
    }

private:
    static constexpr std::size_t largest = 4096;
    static constexpr std::size_t most = 64; // each locks a page or two

    struct Block {
        std::size_t size;
        unsigned char* data;
    };
    Spare() { m_blocks.reserve(most); }

    std::mutex m_mutex;
    std::vector<Block> m_blocks;
};

} // namespace

SecretBytes::SecretBytes(std::size_t size)
    : m_size(size)
{
    if (size > 0)
        m_data = Spare::ofProcess().take(size);
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{
}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept
{
    if (this != &other) {
        Spare::ofProcess().give(m_data, m_size);
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecretBytes::~SecretBytes()
{
    Spare::ofProcess().give(m_data, m_size);
}

SecretBytes SecretBytes::random(std::size_t size)
{
    SecretBytes bytes(size);
    randombytes_buf(bytes.m_data, size);
    return bytes;
}

SecretBytes SecretBytes::copyOf(ByteSpan bytes)
{
    SecretBytes copy(bytes.size());
    if (!bytes.empty())
        std::memcpy(copy.m_data, bytes.data(), bytes.size());
    return copy;
}

bool SecretBytes::equals(ByteSpan other) const
{
    return m_size == other.size() && (m_size == 0 || sodium_memcmp(m_data, other.data(), m_size) == 0);
}

void wipe(void* data, std::size_t size)
{
    sodium_memzero(data, size);
}

void wipe(QByteArray& bytes)
{
    // data() detaches: a shared copy elsewhere is somebody else's to wipe.
    sodium_memzero(bytes.data(), static_cast<std::size_t>(bytes.size()));
    bytes.clear();
}

} // namespace heed::crypto
