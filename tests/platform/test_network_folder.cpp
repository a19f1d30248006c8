#include "home.h"
#include "platform/mounts.h"
#include "platform/network_folder.h"
#include "qt_strings.h"

using namespace heed::platform;

namespace {

const QByteArray mounts = R"(22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /mnt/school rw shared:5 master:2 - cifs //server/staff rw
31 30 0:41 / /mnt/school/local rw - ext4 /dev/sdb1 rw
32 22 0:42 / /mnt/my\040share rw,nosuid - nfs4 server:/x rw
33 22 0:43 / /media/stick rw - fuseblk /dev/sdc1 rw
34 22 0:44 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
35 22 0:45 / /mnt/hidden rw - nfs4 server:/y rw
36 22 0:46 / /mnt/hidden rw - xfs /dev/sdd1 rw
)";

QString kindAt(const char* path)
{
    return networkKind(fileSystemOf(path, mounts)).value_or(QString());
}

} // namespace

TEST_CASE("A network folder is told from a local one by its mount")
{
    CHECK(kindAt("/home/a") == QString());
    CHECK(kindAt("/mnt/school/St Example.heed") == QStringLiteral("Windows share (SMB)"));
    CHECK(kindAt("/mnt/schoolwork") == QString());
    CHECK(kindAt("/mnt/school/local/x") == QString());
    CHECK(kindAt("/mnt/my share/x") == QStringLiteral("network share (NFS)"));
    CHECK(kindAt("/media/stick/x") == QString());
    CHECK(kindAt("/run/user/1000/gvfs/smb-share:server=x") ==
          QStringLiteral("network share (opened in the file manager)"));
    CHECK(kindAt("/mnt/hidden/x") == QString());
    CHECK(networkKind("fuse.sshfs") == QStringLiteral("network share (SSH)"));
    CHECK(networkKind("fuse.afpfsd") == QStringLiteral("network share (AFP)"));
    CHECK_FALSE(networkKind("fuse.encfs"));
    CHECK_FALSE(networkKind(""));
}

TEST_CASE("A folder in memory is local, and one that is not there yet is judged by the one above")
{
    CHECK_FALSE(networkFileSystem(QStringLiteral("/dev/shm/not/there/yet")));
    CHECK_FALSE(networkFileSystem(QStringLiteral("/proc")));
}
