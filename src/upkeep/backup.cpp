#include "upkeep/backup.h"

#include "crypto/hash.h"
#include "crypto/random.h"
#include "model/limits.h"
#include "platform/atomic_file.h"
#include "rules/keeping.h"
#include "vault/no_links.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <tuple>
#include <utility>

namespace heed::upkeep {

using crypto::spanOf;
using model::ErrorCode;
using model::Expected;
using model::failure;
using model::Result;

namespace {

constexpr qint64 piece = 1024 * 1024;
constexpr qint64 largestFile = qint64(1) << 50; // bytes; more than a disk holds
const auto half = QStringLiteral(".new-");

tl::unexpected<model::Error> damaged(const QString& sentence)
{
    return failure(ErrorCode::Damaged,
                   QStringLiteral("This backup cannot be relied on: %1 Use an older one.").arg(sentence));
}

tl::unexpected<model::Error> refuse(const QString& field, const char* problem)
{
    return damaged(QStringLiteral("%1: \"%2\" %3.").arg(backupListName, field, QLatin1StringView(problem)));
}

Result goOn(const casebook::Watch& watch)
{
    if (watch.cancelled && watch.cancelled())
        return failure(ErrorCode::Cancelled,
                       QStringLiteral("The backup was stopped: the older ones are as they were."));
    return {};
}

/// Interrupts the database while it copies, if whoever waits wants no more of it.
class Stopper {
public:
    Stopper(const casebook::Watch& watch, sql::Interrupter interrupter)
    {
        if (!watch.cancelled)
            return;
        m_thread = std::jthread(
            [this, cancelled = watch.cancelled, interrupter = std::move(interrupter)](const std::stop_token& end) {
                std::unique_lock lock(m_mutex);
                while (!m_end.wait_for(lock, end, std::chrono::milliseconds(50), [] { return false; }) &&
                       !end.stop_requested())
                    if (cancelled())
                        interrupter.interrupt();
            });
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_end;
    std::jthread m_thread;
};

bool isPathOfBackup(const QString& name)
{
    static const QRegularExpression allowed(
        QStringLiteral("^(vault\\.json|journal\\.db|desks/[a-z][a-z0-9-]*\\.json|members/[0-9a-f]{16}\\.json|"
                       "drafts/[0-9a-f]+)$"));
    return allowed.match(name).hasMatch();
}

bool isAttachmentName(const QString& name)
{
    static const QRegularExpression allowed(QStringLiteral("^[0-9A-Za-z_-]+$"));
    return name.size() <= 128 && allowed.match(name).hasMatch();
}

/// Folders of a place, and no link to one: what goes from there must not go elsewhere.
QStringList foldersIn(const QString& place)
{
    return QDir(place).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks);
}

QStringList namesIn(const QString& folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::NoSymLinks, QDir::Name);
}

/// Copies what has a name that a backup may hold; files that are being written have another.
Result copyAll(const QString& from, const QString& to, const vault::Folder& copy, const QString& prefix,
               const casebook::Watch& watch)
{
    for (const auto& name : namesIn(from)) {
        if (!isPathOfBackup(prefix + name))
            continue;
        HEED_TRY(goOn(watch));
        auto copied = platform::copyFile(from + u'/' + name, to + u'/' + name, copy.fileMode());
        // A draft that was sent while the others were copied is in the journal.
        if (!copied && copied.error().code != ErrorCode::NotFound)
            return copied;
    }
    return platform::syncFolder(to);
}

/// An attachment under its name, unless it is there: it never changes.
Result keepAttachment(const QString& from, const QString& folder, const QString& name, int mode)
{
    const auto to = QDir(folder).filePath(name);
    if (QFileInfo(to).isFile() && QFileInfo(to).size() == QFileInfo(from).size())
        return {};
    HEED_TRY(platform::removeFile(to));
    const auto beside = to + half + QString::fromLatin1(crypto::randomBytes(4).toHex());
    auto kept = platform::copyFile(from, beside, mode);
    if (kept)
        kept = platform::publishFile(beside, to);
    if (!kept)
        static_cast<void>(platform::removeFile(beside));
    return kept;
}

/// One who makes backups in a place at a time; what a program that died has left there goes.
Expected<platform::FileLock> openPlace(const vault::Folder& vault, const QString& group, const QString& place)
{
    for (const auto& folder : {place, QString(place + QStringLiteral("/files"))}) {
        const bool isNew = !QFileInfo::exists(folder);
        HEED_TRY(platform::makeFolder(folder, vault.folderMode()));
        // A stick knows no groups; what lies there is sealed all the same.
        if (isNew)
            static_cast<void>(vault::giveToGroup(folder, group));
    }
    if (QFileInfo(place + QStringLiteral("/files")).isSymLink())
        return failure(
            ErrorCode::BadInput,
            QStringLiteral("%1/files is a link to elsewhere, and Heed follows none there: take it away.").arg(place));
    HEED_TAKE(auto lock, platform::FileLock::take(place + QStringLiteral("/.lock"), std::chrono::milliseconds(0),
                                                  vault.fileMode()));
    for (const auto& name : foldersIn(place))
        if (name.contains(half))
            QDir(QDir(place).filePath(name)).removeRecursively();
    for (const auto& name : namesIn(place + QStringLiteral("/files")))
        if (name.contains(half))
            HEED_TRY(platform::removeFile(place + QStringLiteral("/files/") + name));
    return lock;
}

/// A name after those of the same second: by it the newer of two is known.
QString nameFor(const QString& place, const QDateTime& at)
{
    const auto second = at.toUTC().toString(QStringLiteral("yyyy-MM-dd-HHmmss-"));
    constexpr int digits = 4;
    constexpr int base = 16;
    uint next = 0;
    for (const auto& name : QDir(place).entryList({second + QStringLiteral("????")}, QDir::Dirs))
        next = std::max(next, name.right(digits).toUInt(nullptr, base) + 1);
    return second + QStringLiteral("%1").arg(next, digits, base, QChar(u'0'));
}

/// Gives a backup that was found good its own name.
Expected<Backup> publish(const QString& draft, Backup backup, const QString& place)
{
    backup.folder = QDir(place).filePath(nameFor(place, backup.list.at));
    HEED_TRY(platform::syncFolder(draft));
    HEED_TRY(platform::publishFile(draft, backup.folder));
    return backup;
}

Result makeFolders(const vault::Folder& copy)
{
    for (const auto& path : {copy.path(), copy.desksFolder(), copy.membersFolder(), copy.drafts()})
        HEED_TRY(platform::makeFolder(path, copy.folderMode()));
    return {};
}

Result checkList(const BackupList& list)
{
    if (list.vault.size() != model::deviceLength)
        return refuse(QStringLiteral("vault"), "is not an id");
    if (!list.at.isValid())
        return refuse(QStringLiteral("at"), "is not a time");
    if (list.entries < 0 || list.entries > model::mostEntries)
        return refuse(QStringLiteral("entries"), "is out of range");
    if (list.entries > 0 ? list.state.size() != qsizetype(crypto::hashLength) : !list.state.isEmpty())
        return refuse(QStringLiteral("state"), "is not a hash");
    const auto check = [](const std::vector<BackedUpFile>& files, const QString& field, auto isName) -> Result {
        QSet<QString> names;
        for (std::size_t i = 0; i < files.size(); ++i) {
            const auto of = [&](const char* part) {
                return QStringLiteral("%1[%2].%3").arg(field).arg(i).arg(QLatin1StringView(part));
            };
            if (!isName(files[i].name) || names.contains(files[i].name))
                return refuse(of("name"), "is not a name of its own");
            names << files[i].name;
            if (files[i].size < 0 || files[i].size > largestFile)
                return refuse(of("size"), "is out of range");
            if (files[i].hash.size() != qsizetype(crypto::hashLength))
                return refuse(of("hash"), "is not a hash");
        }
        return {};
    };
    HEED_TRY(check(list.files, QStringLiteral("files"), isPathOfBackup));
    return check(list.attachments, QStringLiteral("attachments"), isAttachmentName);
}

Expected<vault::ReadFile<BackupList>> readList(const QString& folder)
{
    HEED_TAKE(auto read,
              vault::readSignedFile<BackupList>(QDir(folder).filePath(backupListName), backupFormat, backupListName));
    HEED_TRY(checkList(read.value));
    return read;
}

/// That a member of the vault, as the backup itself has it, signed the list.
bool isByMember(const vault::Policy& policy, const vault::ReadFile<BackupList>& read)
{
    const auto* member = policy.member(read.value.by);
    const auto& signatures = read.file.signatures;
    if (!member || signatures.size() != 1 || signatures.front().by != QStringLiteral("member:") + member->id)
        return false;
    const auto now = policy.keysOf(*member);
    return (now && now->signing == signatures.front().key) ||
           std::any_of(member->keys.begin(), member->keys.end(), [&](const vault::MemberKeys& keys) {
               return (!keys.starting && keys.signing == signatures.front().key) ||
                      (keys.successor && keys.successor->signing == signatures.front().key);
           });
}

Result compareFile(const QString& path, const BackedUpFile& listed)
{
    const auto found = describeFile(path, listed.name);
    if (!found && found.error().code == ErrorCode::NotFound)
        return damaged(QStringLiteral("%1 is missing.").arg(listed.name));
    if (!found)
        return tl::make_unexpected(found.error());
    if (*found != listed)
        return damaged(QStringLiteral("%1 is not what was backed up.").arg(listed.name));
    return {};
}

} // namespace

qint64 Backup::bytes() const
{
    qint64 sum = 0;
    for (const auto* files : {&list.files, &list.attachments})
        for (const auto& file : *files)
            sum += file.size;
    return sum;
}

Expected<BackedUpFile> describeFile(const QString& path, const QString& name)
{
    QFile file(path);
    if (!QFileInfo(path).isFile())
        return tl::make_unexpected(platform::systemError(ENOENT, path));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return tl::make_unexpected(platform::systemError(EACCES, path));
    BackedUpFile described{name, 0, {}};
    do {
        const auto bytes = file.read(piece);
        if (bytes.isEmpty() && file.error() != QFileDevice::NoError)
            return tl::make_unexpected(platform::systemError(EIO, path));
        described.hash = crypto::hash("heed backup file 1", {spanOf(described.hash), spanOf(bytes)});
        described.size += bytes.size();
    } while (!file.atEnd());
    return described;
}

QString attachmentsOf(const QString& folder)
{
    const auto inside = QDir(folder).filePath(QStringLiteral("files"));
    return QFileInfo(inside).isDir() ? inside : QDir::cleanPath(QDir(folder).filePath(QStringLiteral("../files")));
}

Expected<JournalCheck> checkJournal(const vault::Folder& folder, const casebook::Reading& reading,
                                    const crypto::SecretBytes& key, const casebook::Watch& watch)
{
    HEED_TAKE(auto journal, journal::Journal::open(folder, reading.policy->vault.vault, key, true));
    JournalCheck check;
    HEED_TAKE(const auto pages, journal.connection().integrityCheck());
    if (!pages.isEmpty())
        check.flaw = QStringLiteral("journal.db: %1").arg(pages.front());
    HEED_TAKE(const auto report, verifyJournal(journal, reading, watch));
    if (check.flaw.isEmpty() && !report.findings.empty())
        check.flaw = QStringLiteral("%1: %2").arg(report.findings.front().place, report.findings.front().sentence);
    HEED_TAKE(const auto heads, journal.heads());
    check.entries = report.entries;
    check.state = journal::stateHash(heads);
    return check;
}

Expected<BackupCheck> checkBackup(const QString& folder, const crypto::SecretBytes* journalKey,
                                  const casebook::Watch& watch)
{
    HEED_TAKE(const auto read, readList(folder));
    const auto& list = read.value;
    const auto attachments = attachmentsOf(folder);
    const auto total = static_cast<qint64>(list.files.size()) + static_cast<qint64>(list.attachments.size());
    qint64 done = 0;
    const auto compare = [&](const std::vector<BackedUpFile>& files, const QString& in) -> Result {
        for (const auto& file : files) {
            HEED_TRY(goOn(watch));
            HEED_TRY(compareFile(QDir(in).filePath(file.name), file));
            if (watch.report)
                watch.report(++done, total);
        }
        return {};
    };
    HEED_TRY(compare(list.files, folder));
    HEED_TRY(compare(list.attachments, attachments));
    const vault::Folder copy(folder);
    // What the list does not name must not be read with the rest.
    for (const auto& [within, prefix] :
         {std::pair(copy.desksFolder(), QStringLiteral("desks/")), {copy.membersFolder(), QStringLiteral("members/")}})
        for (const auto& name : namesIn(within)) {
            const QString path = prefix + name;
            if (std::none_of(list.files.begin(), list.files.end(),
                             [&path](const BackedUpFile& file) { return file.name == path; }))
                return damaged(QStringLiteral("%1 was not part of it.").arg(path));
        }
    HEED_TAKE(auto policy, vault::readPolicy(copy));
    if (policy.vault.vault != list.vault)
        return refuse(QStringLiteral("vault"), "is another vault's");
    if (!isByMember(policy, read))
        return refuse(QStringLiteral("signatures"), "are not those of a member");
    QStringList checks{QStringLiteral("Every file, against the signed list of the backup"),
                       QStringLiteral("The signed files: signatures and history")};
    if (journalKey) {
        casebook::Reading reading;
        reading.policy = &policy;
        HEED_TAKE(const auto found, checkJournal(copy, reading, *journalKey, watch));
        if (!found.flaw.isEmpty() && list.flaw.isEmpty())
            return damaged(found.flaw);
        if (found.entries != list.entries || found.state != list.state)
            return damaged(QStringLiteral("journal.db does not hold the entries that it was listed with."));
        checks << QStringLiteral("The journal's database file, and every entry's hash, chain, number and order");
    }
    return BackupCheck{{folder, list}, std::move(policy), checks};
}

Expected<Backup> makeBackup(const BackupSource& source, const QString& place, const QDateTime& now,
                            const casebook::Watch& watch)
{
    HEED_TRY(vault::holdsNoLinks(source.folder));
    HEED_TAKE(const auto placeLock, openPlace(source.folder, source.policy.vault.group, place));
    const auto draft =
        QDir(place).filePath(nameFor(place, now)) + half + QString::fromLatin1(crypto::randomBytes(4).toHex());
    const vault::Folder copy(draft, source.folder.fileMode() == platform::groupFile);
    const auto make = [&]() -> Expected<Backup> {
        HEED_TRY(makeFolders(copy));
        // Drafts first, then the journal, then the rest: a draft that is sent meanwhile is there at least once, and the
        // journal cites no statement newer than the ones that are copied.
        HEED_TRY(copyAll(source.folder.drafts(), copy.drafts(), copy, QStringLiteral("drafts/"), watch));
        {
            // Under one lock: vault.json may name entries that the journal must then have.
            HEED_TAKE(const auto lock, source.folder.lock());
            {
                const Stopper stopper(watch, source.journal.connection().interrupter());
                HEED_TRY(source.journal.connection().vacuumInto(copy.journal(), copy.fileMode()));
            }
            HEED_TRY(platform::copyFile(source.folder.vaultFile(), copy.vaultFile(), copy.fileMode()));
            HEED_TRY(copyAll(source.folder.desksFolder(), copy.desksFolder(), copy, QStringLiteral("desks/"), watch));
            HEED_TRY(
                copyAll(source.folder.membersFolder(), copy.membersFolder(), copy, QStringLiteral("members/"), watch));
        }
        BackupList list;
        list.vault = source.policy.vault.vault;
        list.at = now;
        list.by = source.author.member;
        const auto attachments = QDir(place).filePath(QStringLiteral("files"));
        for (const auto& name : namesIn(source.folder.files())) {
            if (!isAttachmentName(name))
                continue;
            HEED_TRY(goOn(watch));
            HEED_TRY(keepAttachment(source.folder.files() + u'/' + name, attachments, name, copy.fileMode()));
            HEED_TAKE(auto described, describeFile(attachments + u'/' + name, name));
            list.attachments.push_back(std::move(described));
        }
        {
            HEED_TAKE(const auto policy, vault::readPolicy(copy));
            casebook::Reading reading;
            reading.policy = &policy;
            HEED_TAKE(auto found, checkJournal(copy, reading, source.author.journalKey, watch));
            list.entries = found.entries;
            list.state = std::move(found.state);
            list.flaw = std::move(found.flaw);
        }
        QDirIterator all(draft, QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            const auto path = all.next();
            HEED_TAKE(auto described, describeFile(path, QDir(draft).relativeFilePath(path)));
            list.files.push_back(std::move(described));
        }
        std::sort(list.files.begin(), list.files.end(),
                  [](const BackedUpFile& a, const BackedUpFile& b) { return a.name < b.name; });
        vault::SignedFile file{backupFormat, vault::writePayload(list), {}};
        file.sign(QStringLiteral("member:") + source.author.member, source.author.signing);
        HEED_TRY(
            platform::createFile(QDir(draft).filePath(backupListName), vault::writeSignedFile(file), copy.fileMode()));
        HEED_TRY(checkBackup(draft, nullptr, watch));
        HEED_TRY(goOn(watch));
        return publish(draft, {draft, std::move(list)}, place);
    };
    auto made = make();
    if (!made)
        QDir(draft).removeRecursively();
    return made;
}

Expected<Backup> copyBackup(const Backup& backup, const QString& place, const crypto::SecretBytes* journalKey,
                            const casebook::Watch& watch)
{
    const bool isShared = QFileInfo(backup.folder).permission(QFile::WriteGroup);
    const vault::Folder from(backup.folder, isShared);
    HEED_TAKE(const auto policy, vault::readPolicy(from));
    HEED_TAKE(const auto placeLock, openPlace(from, policy.vault.group, place));
    const auto draft = QDir(place).filePath(nameFor(place, backup.list.at)) + half +
                       QString::fromLatin1(crypto::randomBytes(4).toHex());
    const vault::Folder copy(draft, isShared);
    const auto make = [&]() -> Expected<Backup> {
        HEED_TRY(makeFolders(copy));
        for (const auto& file : backup.list.files) {
            HEED_TRY(goOn(watch));
            HEED_TRY(platform::copyFile(QDir(backup.folder).filePath(file.name), QDir(draft).filePath(file.name),
                                        copy.fileMode()));
        }
        for (const auto& path : {copy.desksFolder(), copy.membersFolder(), copy.drafts()})
            HEED_TRY(platform::syncFolder(path));
        HEED_TRY(platform::copyFile(QDir(backup.folder).filePath(backupListName), QDir(draft).filePath(backupListName),
                                    copy.fileMode()));
        const auto kept = QDir(place).filePath(QStringLiteral("files"));
        for (const auto& file : backup.list.attachments) {
            HEED_TRY(goOn(watch));
            HEED_TRY(keepAttachment(QDir(attachmentsOf(backup.folder)).filePath(file.name), kept, file.name,
                                    copy.fileMode()));
        }
        HEED_TRY(checkBackup(draft, journalKey, watch));
        return publish(draft, {draft, backup.list}, place);
    };
    auto made = make();
    if (!made)
        QDir(draft).removeRecursively();
    return made;
}

std::vector<Backup> backupsIn(const QString& place)
{
    std::vector<Backup> all;
    for (const auto& name : foldersIn(place)) {
        const auto folder = QDir(place).absoluteFilePath(name);
        if (name.contains(half) || !QFileInfo::exists(folder + u'/' + backupListName))
            continue;
        if (auto read = readList(folder))
            all.push_back({folder, std::move(read->value)});
    }
    // A time is written to the second: of two within one, the one that holds more is the newer, else the later name.
    std::sort(all.begin(), all.end(), [](const Backup& a, const Backup& b) {
        return std::tie(b.list.at, b.list.entries, b.folder) < std::tie(a.list.at, a.list.entries, a.folder);
    });
    return all;
}

Result tidy(const QString& place, const QByteArray& vault)
{
    auto all = backupsIn(place);
    const auto folders = foldersIn(place);
    std::erase_if(all, [&](const Backup& backup) { return backup.list.vault != vault; });
    std::vector<QDateTime> made;
    std::vector<std::size_t> good;
    std::vector<std::size_t> going;
    bool hasFlawed = false;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].list.flaw.isEmpty()) {
            made.push_back(all[i].list.at);
            good.push_back(i);
        } else if (std::exchange(hasFlawed, true)) {
            going.push_back(i);
        }
    }
    for (const auto index : rules::backupsToDrop(made))
        going.push_back(good[index]);
    QSet<std::size_t> dropped;
    for (const auto index : going) {
        // Under a name that nobody takes for a backup first, so that a power cut leaves no half of one.
        const auto gone = all[index].folder + half + QStringLiteral("gone");
        if (!QDir().rename(all[index].folder, gone) || !QDir(gone).removeRecursively())
            return tl::make_unexpected(platform::systemError(EACCES, all[index].folder));
        dropped << index;
    }
    // An attachment may only go where every backup says what it needs.
    const auto readable = static_cast<qsizetype>(all.size());
    const auto others = std::count_if(folders.begin(), folders.end(), [](const QString& name) {
        return name != QStringLiteral("files") && !name.contains(half);
    });
    if (others != readable)
        return {};
    QSet<QString> needed;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (!dropped.contains(i))
            for (const auto& file : all[i].list.attachments)
                needed << file.name;
    const auto kept = QDir(place).filePath(QStringLiteral("files"));
    for (const auto& name : namesIn(kept))
        if (!needed.contains(name))
            HEED_TRY(platform::removeFile(QDir(kept).filePath(name)));
    return platform::syncFolder(place);
}

} // namespace heed::upkeep
