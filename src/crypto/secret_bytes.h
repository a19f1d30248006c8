#pragma once

#include <QByteArrayView>

#include <cstddef>
#include <span>

namespace heed::crypto {

using ByteSpan = std::span<const unsigned char>;

/// Any bytes, as the functions of this library take them.
inline ByteSpan spanOf(QByteArrayView bytes)
{
    return {reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<std::size_t>(bytes.size())};
}

/// Bytes that must not be seen: in guarded memory that is not swapped or dumped, wiped when they go. Moved, never
/// copied by chance.
class SecretBytes {
public:
    SecretBytes() = default;
    explicit SecretBytes(std::size_t size);
    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;
    ~SecretBytes();

    static SecretBytes random(std::size_t size);
    static SecretBytes copyOf(ByteSpan bytes);

    SecretBytes clone() const { return copyOf(span()); }
    unsigned char* data() { return m_data; }
    const unsigned char* data() const { return m_data; }
    std::size_t size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    ByteSpan span() const { return {m_data, m_size}; }

    /// In constant time.
    bool equals(ByteSpan other) const;

private:
    unsigned char* m_data = nullptr;
    std::size_t m_size = 0;
};

/// Wipes memory that had to lie outside a SecretBytes for a moment.
void wipe(void* data, std::size_t size);
void wipe(QByteArray& bytes);

} // namespace heed::crypto
