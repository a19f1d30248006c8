#include "platform/network_folder.h"

#include "platform/mounts.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

#include <linux/magic.h>
#include <sys/vfs.h>

namespace heed::platform {
namespace {

struct Kind {
    const char* type; ///< as mountinfo has it; a trailing * stands for anything
    const char* name;
};

// fuseblk is a USB stick; a plain "fuse" of unknown kind is taken for a share, which errs on the side of a warning.
constexpr std::array kinds{
    Kind{"nfs", "network share (NFS)"},
    Kind{"nfs4", "network share (NFS)"},
    Kind{"cifs", "Windows share (SMB)"},
    Kind{"smb3", "Windows share (SMB)"},
    Kind{"smbfs", "Windows share (SMB)"},
    Kind{"ncpfs", "Novell share"},
    Kind{"afs", "network share (AFS)"},
    Kind{"coda", "network share (Coda)"},
    Kind{"ceph", "network share (Ceph)"},
    Kind{"lustre", "network share (Lustre)"},
    Kind{"beegfs", "network share (BeeGFS)"},
    Kind{"gfs2", "shared disk (GFS2)"},
    Kind{"ocfs2", "shared disk (OCFS2)"},
    Kind{"9p", "folder shared by another computer (9P)"},
    Kind{"virtiofs", "folder shared by another computer (virtiofs)"},
    Kind{"vboxsf", "folder shared by another computer (VirtualBox)"},
    Kind{"vmhgfs", "folder shared by another computer (VMware)"},
    Kind{"fuse.vmhgfs*", "folder shared by another computer (VMware)"},
    Kind{"fuse.sshfs", "network share (SSH)"},
    Kind{"fuse.afpfs*", "network share (AFP)"},
    Kind{"fuse.smbnetfs", "Windows share (SMB)"},
    Kind{"fuse.gvfsd*", "network share (opened in the file manager)"},
    Kind{"fuse.kio-fuse", "network share (opened in the file manager)"},
    Kind{"fuse.glusterfs", "network share (Gluster)"},
    Kind{"fuse.ceph*", "network share (Ceph)"},
    Kind{"fuse.davfs*", "web folder (WebDAV)"},
    Kind{"fuse.rclone", "cloud folder (rclone)"},
    Kind{"fuse.onedriver", "cloud folder (OneDrive)"},
    Kind{"fuse.google-drive*", "cloud folder (Google Drive)"},
    Kind{"fuse.s3fs", "cloud folder (S3)"},
    Kind{"fuse", "network share"},
};

/// For what mountinfo does not show, as inside a container.
std::optional<QString> byMagic(const QString& path)
{
    struct statfs status {};
    if (::statfs(QFile::encodeName(path).constData(), &status) != 0)
        return {};
    switch (static_cast<unsigned long>(status.f_type) & 0xffffffffUL) {
    case NFS_SUPER_MAGIC: return QStringLiteral("network share (NFS)");
    case CIFS_SUPER_MAGIC:
    case SMB2_SUPER_MAGIC:
    case SMB_SUPER_MAGIC: return QStringLiteral("Windows share (SMB)");
    case NCP_SUPER_MAGIC: return QStringLiteral("Novell share");
    case AFS_SUPER_MAGIC:
    case AFS_FS_MAGIC: return QStringLiteral("network share (AFS)");
    case CEPH_SUPER_MAGIC: return QStringLiteral("network share (Ceph)");
    case V9FS_MAGIC: return QStringLiteral("folder shared by another computer (9P)");
    default: return {};
    }
}

/// mountinfo writes space, tab, newline and backslash as \ and three octal digits.
QByteArray unescaped(const QByteArray& field)
{
    QByteArray text;
    for (qsizetype i = 0; i < field.size(); ++i) {
        bool octal = false;
        const int code = field[i] == '\\' ? field.mid(i + 1, 3).toInt(&octal, 8) : 0;
        text += octal ? static_cast<char>(code) : field[i];
        i += octal ? 3 : 0;
    }
    return text;
}

bool covers(const QByteArray& mount, const QByteArray& path)
{
    return mount == "/" || path == mount || (path.startsWith(mount) && path.at(mount.size()) == '/');
}

} // namespace

std::optional<QString> networkKind(const QByteArray& fileSystem)
{
    const auto fits = [&](const Kind& kind) {
        const QByteArrayView type(kind.type);
        return type.endsWith('*') ? fileSystem.startsWith(type.chopped(1)) : fileSystem == type;
    };
    const auto found = std::find_if(kinds.begin(), kinds.end(), fits);
    if (found == kinds.end())
        return {};
    return QString::fromLatin1(found->name);
}

QByteArray fileSystemOf(const QByteArray& path, const QByteArray& mountInfo)
{
    QByteArray best;
    QByteArray type;
    for (const auto& line : mountInfo.split('\n')) {
        // 36 35 98:0 /root /mount/point options optional... - type source options
        const auto fields = line.split(' ');
        const auto dash = fields.indexOf("-");
        if (dash < 6 || dash + 1 >= fields.size())
            continue;
        const auto mount = unescaped(fields[4]);
        // A later mount on the same point hides the earlier.
        if (covers(mount, path) && mount.size() >= best.size()) {
            best = mount;
            type = fields[dash + 1];
        }
    }
    return type;
}

std::optional<QString> networkFileSystem(const QString& path)
{
    QString there = QFileInfo(path).absoluteFilePath();
    while (!QFileInfo::exists(there) && there != QFileInfo(there).path())
        there = QFileInfo(there).path();
    if (auto kind = byMagic(there))
        return kind;
    QFile mounts(QStringLiteral("/proc/self/mountinfo"));
    if (!mounts.open(QIODevice::ReadOnly))
        return {};
    const auto real = QFile::encodeName(QFileInfo(there).canonicalFilePath());
    return networkKind(fileSystemOf(real, mounts.readAll()));
}

} // namespace heed::platform
