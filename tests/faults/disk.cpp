#include "disk.h"

#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstring>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace heed::tests::disk {

/// Shared with the parent, which reads it after the child is gone.
struct Shared {
    std::atomic<int> calls;
    int failAt;
    Fault fault;
    bool hasAnswered;
    bool isWell;
    char message[2000];
};

namespace {

Shared* armed = nullptr; // only ever set in a child

/// Counts a call. Whether it may go on; else errno is set.
bool goesOn(bool needsRoom, const std::function<void()>& half = {})
{
    if (!armed)
        return true;
    const int call = ++armed->calls;
    if (armed->fault == Fault::Killed && call == armed->failAt) {
        if (half)
            half();
        ::kill(::getpid(), SIGKILL);
    }
    if (armed->fault == Fault::Full && call >= armed->failAt && needsRoom) {
        errno = ENOSPC;
        return false;
    }
    return true;
}

} // namespace

Process::Process(int call, Fault fault, const std::function<Answer()>& work)
    : m_call(call)
    , m_fault(fault)
{
    auto* memory = ::mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    REQUIRE(memory != MAP_FAILED);
    m_shared = new (memory) Shared{0, call, fault, false, false, {}};
    m_child = ::fork();
    REQUIRE(m_child >= 0);
    if (m_child != 0)
        return;
    armed = m_shared;
    const auto answer = work();
    armed = nullptr;
    const auto words = answer.message.toUtf8();
    std::strncpy(m_shared->message, words.constData(), sizeof m_shared->message - 1);
    m_shared->isWell = answer.isWell;
    m_shared->hasAnswered = true;
    ::_exit(0);
}

Process::~Process()
{
    if (m_child > 0)
        finish();
    ::munmap(m_shared, sizeof(Shared));
}

bool Process::isRunning()
{
    if (m_child > 0 && ::waitpid(m_child, &m_status, WNOHANG) == m_child)
        m_child = -1;
    return m_child > 0;
}

Run Process::finish()
{
    while (m_child > 0)
        if (::waitpid(m_child, &m_status, 0) == m_child)
            m_child = -1;
    Run run;
    run.calls = m_shared->calls;
    run.wasKilled = WIFSIGNALED(m_status) && WTERMSIG(m_status) == SIGKILL;
    run.wasHit = m_fault != Fault::Nothing && run.calls >= m_call;
    run.hasAnswered = m_shared->hasAnswered;
    run.didWell = m_shared->isWell;
    run.message = QString::fromUtf8(m_shared->message);
    return run;
}

Run run(int call, Fault fault, const std::function<Answer()>& work)
{
    return Process(call, fault, work).finish();
}

} // namespace heed::tests::disk

// The names are the system's.
// NOLINTBEGIN(readability-identifier-naming, cert-dcl50-cpp, cppcoreguidelines-pro-type-vararg,
// readability-inconsistent-declaration-parameter-name)
using namespace heed::tests::disk;

#define HEED_SEEN __attribute__((visibility("default")))

extern "C" {

HEED_SEEN ssize_t write(int file, const void* bytes, size_t count)
{
    const auto half = [&] { static_cast<void>(::syscall(SYS_write, file, bytes, count / 2)); };
    if (!goesOn(true, half))
        return -1;
    return ::syscall(SYS_write, file, bytes, count);
}

HEED_SEEN ssize_t pwrite64(int file, const void* bytes, size_t count, off64_t at)
{
    const auto half = [&] { static_cast<void>(::syscall(SYS_pwrite64, file, bytes, count / 2, at)); };
    if (!goesOn(true, half))
        return -1;
    return ::syscall(SYS_pwrite64, file, bytes, count, at);
}

HEED_SEEN ssize_t pwrite(int file, const void* bytes, size_t count, off_t at)
{
    return pwrite64(file, bytes, count, at);
}

HEED_SEEN int open64(const char* path, int flags, ...)
{
    mode_t mode = 0;
    if ((flags & O_CREAT) != 0) {
        va_list more;
        va_start(more, flags);
        mode = va_arg(more, mode_t);
        va_end(more);
        // An empty file needs no room.
        if (::access(path, F_OK) != 0)
            goesOn(false);
    }
    return static_cast<int>(::syscall(SYS_openat, AT_FDCWD, path, flags | O_LARGEFILE, mode));
}

HEED_SEEN int open(const char* path, int flags, ...)
{
    mode_t mode = 0;
    if ((flags & O_CREAT) != 0) {
        va_list more;
        va_start(more, flags);
        mode = va_arg(more, mode_t);
        va_end(more);
    }
    return open64(path, flags, mode);
}

HEED_SEEN int mkdir(const char* path, mode_t mode) noexcept
{
    return goesOn(true) ? static_cast<int>(::syscall(SYS_mkdirat, AT_FDCWD, path, mode)) : -1;
}

HEED_SEEN int fsync(int file)
{
    return goesOn(false) ? static_cast<int>(::syscall(SYS_fsync, file)) : -1;
}

HEED_SEEN int fdatasync(int file)
{
    return goesOn(false) ? static_cast<int>(::syscall(SYS_fdatasync, file)) : -1;
}

HEED_SEEN int ftruncate64(int file, off64_t size) noexcept
{
    return goesOn(false) ? static_cast<int>(::syscall(SYS_ftruncate, file, size)) : -1;
}

HEED_SEEN int rename(const char* from, const char* to) noexcept
{
    return goesOn(false) ? static_cast<int>(::syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0)) : -1;
}

HEED_SEEN int renameat2(int fromIn, const char* from, int toIn, const char* to, unsigned flags) noexcept
{
    return goesOn(false) ? static_cast<int>(::syscall(SYS_renameat2, fromIn, from, toIn, to, flags)) : -1;
}

HEED_SEEN int unlink(const char* path) noexcept
{
    return goesOn(false) ? static_cast<int>(::syscall(SYS_unlinkat, AT_FDCWD, path, 0)) : -1;
}

HEED_SEEN int rmdir(const char* path) noexcept
{
    return goesOn(false) ? static_cast<int>(::syscall(SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR)) : -1;
}
}
// NOLINTEND(readability-identifier-naming, cert-dcl50-cpp, cppcoreguidelines-pro-type-vararg,
// readability-inconsistent-declaration-parameter-name)
