#pragma once

#include <unistd.h>

#include <cerrno>
#include <utility>

namespace heed::platform {

/// A stick's file system knows no permissions and says so of what was made a moment ago: what goes there is sealed.
inline bool isWithoutModes(int number)
{
    return number == EPERM || number == ENOTSUP;
}

/// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    ~Descriptor() { close(); }
    Descriptor(Descriptor&& other) noexcept
        : m_number(std::exchange(other.m_number, -1))
    {
    }
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }

    int number() const { return m_number; }
    explicit operator bool() const { return m_number >= 0; }
    int take() { return std::exchange(m_number, -1); }

    /// 0, or -1 and errno: a network file system may tell only now that it could not write.
    int close() { return m_number < 0 ? 0 : ::close(std::exchange(m_number, -1)); }

private:
    int m_number;
};

} // namespace heed::platform
