#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

namespace heed::sql {

/// A disk that fails on purpose. Connections opened with its name (Options::vfs) write through to real files; it counts
/// the calls that change something (open that makes a file, write, truncate, sync, delete), fails one of them, and
/// knows what a disk may have kept when the power goes: what was synced, and any part of what was not, in 512-byte
/// sectors. One at a time.
class FailingVfs {
public:
    enum class Fault { IoError, Full, PowerCut };

    FailingVfs();
    ~FailingVfs();
    FailingVfs(const FailingVfs&) = delete;
    FailingVfs& operator=(const FailingVfs&) = delete;

    const char* name() const;

    /// The n-th changing call from now on fails, counted from 1, and every one after it if `forEver`. After a power cut
    /// every call of any kind fails.
    void failAt(int call, Fault fault, bool forEver = false);
    void heal(); ///< nothing fails any more, and counting starts again
    void cutPower();

    int calls() const; ///< changing calls since failAt() or heal()
    bool failed() const;

    /// Which unsynced changes the disk kept.
    enum class Kept { Nothing, Everything, Some };
    /// Puts the real files into a state that the disk could be in after the power cut. To be called once the
    /// connections are gone. The same seed keeps the same part.
    void powerBack(Kept kept, unsigned seed = 0);

    struct Disk;

private:
    std::unique_ptr<Disk> m_disk;
};

} // namespace heed::sql
