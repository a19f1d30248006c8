#pragma once

#include "model/error.h"

#include <chrono>

namespace heed::platform {

/// An exclusive lock that processes, and threads of one process, agree on. It is a file of its own beside what it
/// guards, which is made if missing and never removed. The system lets go of it when a process dies.
class FileLock {
public:
    /// Waits up to `patience`, then InUse.
    static model::Expected<FileLock>
    take(const QString& path, std::chrono::milliseconds patience = std::chrono::seconds(10), int mode = 0600);

    ~FileLock();
    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;

    void release();

private:
    explicit FileLock(int descriptor)
        : m_descriptor(descriptor)
    {
    }

    int m_descriptor;
};

} // namespace heed::platform
