#pragma once

#include <QByteArray>

#include <cstdint>
#include <vector>

namespace heed::casebook {

/// Ids that were met, in eight bytes each. It may take a new one for a known one, very rarely and unless somebody knows
/// its secret; never a known one for a new one. Two ids with the same beginning, of which the same reference is made,
/// are alike to it.
class IdSet {
public:
    /// Room for so many; when it is full, none is new to it.
    explicit IdSet(std::size_t most);

    /// Whether it is new.
    bool insert(const QByteArray& id);

private:
    std::vector<std::uint64_t> m_slots; ///< 0: free
    std::uint64_t m_mask;
    std::size_t m_left;
    QByteArray m_secret; ///< nobody can choose ids that meet in one slot
};

} // namespace heed::casebook
