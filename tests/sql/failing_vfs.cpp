#include "failing_vfs.h"

#include <QFile>
#include <QMutex>

#include <algorithm>
#include <cerrno>
#include <map>
#include <optional>
#include <random>
#include <stdexcept>
#include <variant>
#include <vector>

#include <sqlite3.h>

namespace heed::sql {
namespace {

struct Create {};
struct Delete {};
struct Write {
    qint64 offset;
    QByteArray bytes;
};
struct Truncate {
    qint64 size;
};
using Change = std::variant<Create, Delete, Write, Truncate>;
using Contents = std::optional<QByteArray>; // nothing: there is no such file

void applyTo(Contents& contents, const Change& change)
{
    if (std::holds_alternative<Create>(change))
        contents = QByteArray();
    else if (std::holds_alternative<Delete>(change))
        contents.reset();
    else if (!contents)
        return;
    else if (const auto* const write = std::get_if<Write>(&change)) {
        const auto end = write->offset + write->bytes.size();
        if (contents->size() < end)
            contents->append(end - contents->size(), '\0');
        contents->replace(write->offset, write->bytes.size(), write->bytes);
    } else {
        contents->resize(std::get<Truncate>(change).size);
    }
}

bool isName(const Change& change)
{
    return std::holds_alternative<Create>(change) || std::holds_alternative<Delete>(change);
}

struct File {
    Contents durable;
    std::vector<Change> pending;
};

} // namespace

struct FailingVfs::Disk {
    sqlite3_vfs vfs{};
    sqlite3_vfs* real = nullptr;
    QMutex mutex;
    std::map<QString, File> files;
    int calls = 0;
    int failing = 0; // 0: none
    Fault fault = Fault::IoError;
    bool forEver = false;
    bool failed = false;
    bool dark = false;

    /// SQLITE_OK, or what a changing call must answer instead of doing its work.
    int change(int ioError)
    {
        if (dark)
            return ioError;
        ++calls;
        if (failing == 0 || calls < failing || (calls > failing && !forEver))
            return SQLITE_OK;
        failed = true;
        if (fault == Fault::PowerCut)
            dark = true;
        return fault == Fault::Full ? SQLITE_FULL : ioError;
    }

    int errorNumber() const { return fault == Fault::Full ? ENOSPC : EIO; }

    void syncNames()
    {
        for (auto& [path, file] : files) {
            const auto last = std::find_if(file.pending.rbegin(), file.pending.rend(), isName).base();
            for (auto it = file.pending.begin(); it != last; ++it)
                applyTo(file.durable, *it);
            file.pending.erase(file.pending.begin(), last);
        }
    }

    void syncFile(File& file)
    {
        // SQLite syncs the folder with the first sync of a file that it made.
        if (std::any_of(file.pending.begin(), file.pending.end(), isName))
            syncNames();
        for (const auto& one : file.pending)
            applyTo(file.durable, one);
        file.pending.clear();
    }
};

namespace {

using Disk = FailingVfs::Disk;

struct ShimFile {
    sqlite3_file base;
    Disk* disk;
    File* file;
    sqlite3_file* real; // lies right behind
};

ShimFile& shim(sqlite3_file* file)
{
    return *reinterpret_cast<ShimFile*>(file);
}

Disk& disk(sqlite3_vfs* vfs)
{
    return *static_cast<Disk*>(vfs->pAppData);
}

template <class Work> int changing(sqlite3_file* file, int ioError, Change change, Work work)
{
    auto& self = shim(file);
    const QMutexLocker lock(&self.disk->mutex);
    if (const int code = self.disk->change(ioError); code != SQLITE_OK)
        return code;
    self.file->pending.push_back(std::move(change));
    return work(self.real);
}

template <class Work> int passing(sqlite3_file* file, int ioError, Work work)
{
    auto& self = shim(file);
    return self.disk->dark ? ioError : work(self.real);
}

const sqlite3_io_methods methods = {
    .iVersion = 1,
    .xClose = [](sqlite3_file* file) { return shim(file).real->pMethods->xClose(shim(file).real); },
    .xRead =
        [](sqlite3_file* file, void* to, int size, sqlite3_int64 offset) {
            return passing(file, SQLITE_IOERR_READ,
                           [&](sqlite3_file* real) { return real->pMethods->xRead(real, to, size, offset); });
        },
    .xWrite =
        [](sqlite3_file* file, const void* from, int size, sqlite3_int64 offset) {
            return changing(file, SQLITE_IOERR_WRITE, Write{offset, QByteArray(static_cast<const char*>(from), size)},
                            [&](sqlite3_file* real) { return real->pMethods->xWrite(real, from, size, offset); });
        },
    .xTruncate =
        [](sqlite3_file* file, sqlite3_int64 size) {
            return changing(file, SQLITE_IOERR_TRUNCATE, Truncate{size},
                            [&](sqlite3_file* real) { return real->pMethods->xTruncate(real, size); });
        },
    .xSync =
        [](sqlite3_file* file, int) {
            auto& self = shim(file);
            const QMutexLocker lock(&self.disk->mutex);
            if (const int code = self.disk->change(SQLITE_IOERR_FSYNC); code != SQLITE_OK)
                return code;
            self.disk->syncFile(*self.file);
            return SQLITE_OK; // this disk keeps its own books of what is safe, and is faster for it
        },
    .xFileSize =
        [](sqlite3_file* file, sqlite3_int64* size) {
            return passing(file, SQLITE_IOERR_FSTAT,
                           [&](sqlite3_file* real) { return real->pMethods->xFileSize(real, size); });
        },
    .xLock =
        [](sqlite3_file* file, int level) {
            return passing(file, SQLITE_IOERR_LOCK,
                           [&](sqlite3_file* real) { return real->pMethods->xLock(real, level); });
        },
    .xUnlock = [](sqlite3_file* file, int level) { return shim(file).real->pMethods->xUnlock(shim(file).real, level); },
    .xCheckReservedLock =
        [](sqlite3_file* file, int* held) {
            return shim(file).real->pMethods->xCheckReservedLock(shim(file).real, held);
        },
    .xFileControl =
        [](sqlite3_file* file, int what, void* argument) {
            return shim(file).real->pMethods->xFileControl(shim(file).real, what, argument);
        },
    .xSectorSize = [](sqlite3_file* file) { return shim(file).real->pMethods->xSectorSize(shim(file).real); },
    .xDeviceCharacteristics =
        [](sqlite3_file* file) { return shim(file).real->pMethods->xDeviceCharacteristics(shim(file).real); },
    .xShmMap = nullptr,
    .xShmLock = nullptr,
    .xShmBarrier = nullptr,
    .xShmUnmap = nullptr,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

QByteArray readAll(sqlite3_file* real)
{
    sqlite3_int64 size = 0;
    real->pMethods->xFileSize(real, &size);
    QByteArray bytes(static_cast<qsizetype>(size), '\0');
    real->pMethods->xRead(real, bytes.data(), static_cast<int>(size), 0);
    return bytes;
}

int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    auto& self = disk(vfs);
    auto& made = *new (file) ShimFile{{}, &self, nullptr, nullptr};
    made.real = reinterpret_cast<sqlite3_file*>(&made + 1);
    if (!name)
        return SQLITE_CANTOPEN; // a temporary file: the profile keeps these in memory
    const QMutexLocker lock(&self.mutex);
    if (self.dark)
        return SQLITE_CANTOPEN;
    const auto path = QString::fromUtf8(name);
    const bool existed = QFile::exists(path);
    if (!existed && (flags & SQLITE_OPEN_CREATE) != 0)
        if (self.change(SQLITE_CANTOPEN) != SQLITE_OK)
            return SQLITE_CANTOPEN;
    const int code = self.real->xOpen(self.real, name, made.real, flags, outFlags);
    if (code != SQLITE_OK)
        return code;
    const auto [entry, unknown] = self.files.try_emplace(path);
    made.file = &entry->second;
    if (!existed)
        made.file->pending.push_back(Create{});
    else if (unknown)
        made.file->durable = readAll(made.real);
    made.base.pMethods = &methods;
    return SQLITE_OK;
}

int remove(sqlite3_vfs* vfs, const char* name, int syncDir)
{
    auto& self = disk(vfs);
    const QMutexLocker lock(&self.mutex);
    if (const int code = self.change(SQLITE_IOERR_DELETE); code != SQLITE_OK)
        return code;
    const int code = self.real->xDelete(self.real, name, 0);
    if (code == SQLITE_OK) {
        self.files[QString::fromUtf8(name)].pending.push_back(Delete{});
        if (syncDir)
            self.syncNames();
    }
    return code;
}

} // namespace

FailingVfs::FailingVfs()
    : m_disk(std::make_unique<Disk>())
{
    auto& self = *m_disk;
    self.real = sqlite3_vfs_find(nullptr);
    self.vfs = *self.real;
    self.vfs.zName = "heed-failing";
    self.vfs.pNext = nullptr;
    self.vfs.pAppData = &self;
    self.vfs.szOsFile = static_cast<int>(sizeof(ShimFile)) + self.real->szOsFile;
    self.vfs.xOpen = open;
    self.vfs.xDelete = remove;
    // These look at pAppData of the VFS they are given, which must be the real one's.
    self.vfs.xAccess = [](sqlite3_vfs* vfs, const char* name, int flags, int* result) {
        auto* const real = disk(vfs).real;
        return disk(vfs).dark ? SQLITE_IOERR_ACCESS : real->xAccess(real, name, flags, result);
    };
    self.vfs.xFullPathname = [](sqlite3_vfs* vfs, const char* name, int size, char* out) {
        auto* const real = disk(vfs).real;
        return real->xFullPathname(real, name, size, out);
    };
    self.vfs.xGetLastError = [](sqlite3_vfs* vfs, int, char*) {
        return disk(vfs).failed ? disk(vfs).errorNumber() : 0;
    };
    if (sqlite3_vfs_register(&self.vfs, 0) != SQLITE_OK)
        throw std::runtime_error("the failing VFS could not be registered");
}

FailingVfs::~FailingVfs()
{
    sqlite3_vfs_unregister(&m_disk->vfs);
}

const char* FailingVfs::name() const
{
    return m_disk->vfs.zName;
}

void FailingVfs::failAt(int call, Fault fault, bool forEver)
{
    heal();
    m_disk->failing = call;
    m_disk->fault = fault;
    m_disk->forEver = forEver;
}

void FailingVfs::heal()
{
    m_disk->calls = 0;
    m_disk->failing = 0;
    m_disk->failed = false;
}

void FailingVfs::cutPower()
{
    m_disk->dark = true;
}

int FailingVfs::calls() const
{
    return m_disk->calls;
}

bool FailingVfs::failed() const
{
    return m_disk->failed;
}

void FailingVfs::powerBack(Kept kept, unsigned seed)
{
    constexpr qsizetype sector = 512;
    std::mt19937 random(seed);
    const auto keeps = [&] { return kept == Kept::Everything || (kept == Kept::Some && (random() & 1) != 0); };
    for (auto& [path, file] : m_disk->files) {
        if (file.pending.empty() && !QFile::exists(path))
            continue; // renamed since
        auto contents = file.durable;
        bool named = true; // what is written to a file whose name was lost is lost with it
        for (const auto& change : file.pending) {
            if (isName(change)) {
                named = keeps();
                if (named)
                    applyTo(contents, change);
                else if (std::holds_alternative<Delete>(change))
                    named = true;
            } else if (const auto* const write = std::get_if<Write>(&change); write && named) {
                for (qsizetype at = 0; at < write->bytes.size(); at += sector)
                    if (keeps())
                        applyTo(contents, Write{write->offset + at, write->bytes.mid(at, sector)});
            } else if (named && keeps()) {
                applyTo(contents, change);
            }
        }
        QFile::remove(path);
        if (contents) {
            QFile out(path);
            if (!out.open(QIODevice::WriteOnly) || out.write(*contents) != contents->size())
                throw std::runtime_error("the file could not be put back");
        }
    }
    m_disk->files.clear();
    m_disk->dark = false;
    heal();
}

} // namespace heed::sql
