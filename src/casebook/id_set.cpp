#include "casebook/id_set.h"

#include "crypto/hash.h"
#include "crypto/random.h"

#include <bit>
#include <cstring>

namespace heed::casebook {

using crypto::spanOf;

IdSet::IdSet(std::size_t most)
    : m_slots(std::bit_ceil(most + most / 3 + 8))
    , m_mask(m_slots.size() - 1)
    , m_left(most)
    , m_secret(crypto::randomBytes(32))
{
}

bool IdSet::insert(const QByteArray& id)
{
    constexpr int ofReference = 8; // bytes
    const auto hash = crypto::hash("heed casebook id set 1",
                                   {spanOf(m_secret), spanOf(id.first(qMin(id.size(), qsizetype(ofReference))))});
    std::uint64_t key = 0;
    std::memcpy(&key, hash.constData(), sizeof key);
    key |= 1; // never the mark of a free slot
    for (auto i = (key >> 1) & m_mask;; i = (i + 1) & m_mask) {
        if (m_slots[i] == key)
            return false;
        if (m_slots[i] == 0) {
            if (m_left == 0)
                return false;
            --m_left;
            m_slots[i] = key;
            return true;
        }
    }
}

} // namespace heed::casebook
