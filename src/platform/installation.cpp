#include "platform/installation.h"

#include "model/json.h"
#include "model/limits.h"
#include "platform/atomic_file.h"
#include "platform/state_folder.h"

#include <QFileInfo>

#include <algorithm>
#include <set>

namespace heed::platform {
namespace {

constexpr qint64 largest = 64LL * 1024 * 1024;
const auto formatKey = QStringLiteral("format");
constexpr qint64 format = 1;

template <class T, class Key> std::optional<T> find(const std::vector<T>& items, Key T::*key, const Key& wanted)
{
    const auto found = std::find_if(items.begin(), items.end(), [&](const T& item) { return item.*key == wanted; });
    return found == items.end() ? std::nullopt : std::optional(*found);
}

template <class T, class Key> void put(std::vector<T>& items, Key T::*key, const T& newest)
{
    const auto found =
        std::find_if(items.begin(), items.end(), [&](const T& item) { return item.*key == newest.*key; });
    if (found == items.end())
        items.push_back(newest);
    else
        *found = newest;
}

constexpr int mostRefusals = 1000;

/// What no Heed ever wrote, though its shape is right. Found first is told.
class RangeCheck {
public:
    explicit RangeCheck(QString what)
        : m_what(std::move(what))
    {
    }
    model::Problems problems;

    void within(const QString& field, qint64 value, qint64 least, qint64 most)
    {
        if (value < least || value > most)
            problems.add(field, QStringLiteral("is out of range"));
    }
    void length(const QString& field, const QByteArray& value, qsizetype wanted)
    {
        if (value.size() != wanted)
            problems.add(field, QStringLiteral("must be %1 bytes").arg(wanted));
    }
    void entry(const QString& field, const RememberedEntry& value)
    {
        within(field + QStringLiteral(".number"), value.number, 1, model::mostEntries);
        length(field + QStringLiteral(".hash"), value.hash, model::markLength);
    }
    model::Result result() const
    {
        return problems.any() ? model::Result(tl::make_unexpected(problems.error(m_what))) : model::Result();
    }

private:
    QString m_what;
};

model::Result checkRanges(const Installation& memory, const QString& what)
{
    RangeCheck check(what);
    if (!memory.device.isEmpty())
        check.length(QStringLiteral("device"), memory.device, model::deviceLength);
    check.within(QStringLiteral("number"), memory.number, 0, memory.device.isEmpty() ? 0 : model::mostEntries);
    check.length(QStringLiteral("hash"), memory.hash, memory.number == 0 ? 0 : model::markLength);
    if (memory.pending)
        check.entry(QStringLiteral("pending"), *memory.pending);
    std::set<QString> files;
    for (std::size_t i = 0; i < memory.statements.size(); ++i) {
        const auto& mark = memory.statements[i];
        const auto field = QStringLiteral("statements[%1]").arg(i);
        if (mark.file.isEmpty() || !files.insert(mark.file).second)
            check.problems.add(field + QStringLiteral(".file"), QStringLiteral("is not a file of its own"));
        check.within(field + QStringLiteral(".counter"), mark.counter, 1, model::anyNumber);
        check.length(field + QStringLiteral(".hash"), mark.hash, model::markLength);
    }
    std::set<QByteArray> devices;
    for (std::size_t i = 0; i < memory.heads.size(); ++i) {
        const auto& head = memory.heads[i];
        const auto field = QStringLiteral("heads[%1]").arg(i);
        if (head.device.size() != model::deviceLength || !devices.insert(head.device).second)
            check.problems.add(field + QStringLiteral(".device"), QStringLiteral("is not a device of its own"));
        check.entry(field, {head.number, head.hash});
    }
    for (std::size_t i = 0; i < memory.leads.size(); ++i)
        check.length(QStringLiteral("leads[%1]").arg(i), memory.leads[i], model::markLength);
    check.within(QStringLiteral("refusals"), memory.refusals, 0, mostRefusals);
    return check.result();
}

} // namespace

std::optional<RememberedStatement> Installation::statement(const QString& file) const
{
    return find(statements, &RememberedStatement::file, file);
}

std::optional<RememberedHead> Installation::head(const QByteArray& ofDevice) const
{
    return find(heads, &RememberedHead::device, ofDevice);
}

void Installation::remember(const RememberedStatement& newest)
{
    put(statements, &RememberedStatement::file, newest);
}

void Installation::remember(const RememberedHead& newest)
{
    put(heads, &RememberedHead::device, newest);
}

void Installation::remember(const RememberedFailure& newest)
{
    put(backupFailures, &RememberedFailure::place, newest);
}

model::Expected<InstallationFile> InstallationFile::of(const QByteArray& vault)
{
    HEED_TAKE(const QString state, stateFolder());
    const QString folder = state + QStringLiteral("/vaults");
    HEED_TRY(makeFolder(folder));
    return InstallationFile(folder + u'/' + QString::fromLatin1(vault.toHex()) + QStringLiteral(".json"));
}

model::Expected<FileLock> InstallationFile::lock(std::chrono::milliseconds patience) const
{
    return FileLock::take(m_path + QStringLiteral(".lock"), patience);
}

model::Expected<Installation> InstallationFile::load() const
{
    const auto bytes = readFile(m_path, largest);
    if (!bytes && bytes.error().code == model::ErrorCode::NotFound)
        return Installation{};
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    const auto what = QStringLiteral("What this computer remembers of the vault");
    const auto damaged = [&](const model::Error& error) {
        return model::failure(model::ErrorCode::Damaged,
                              QStringLiteral("%1 Heed cannot tell whether anything is missing from the vault; a "
                                             "safeguarding lead can remove the file \"%2\" to start anew.")
                                  .arg(error.message, m_path));
    };
    auto map = model::parseJson(*bytes, what, largest);
    if (!map)
        return damaged(map.error());
    if (map->take(formatKey).toInteger() != format)
        return damaged({model::ErrorCode::Damaged, what + QStringLiteral(" was written by another version of Heed.")});
    auto installation = model::fromShape<Installation>(*map, what);
    if (!installation)
        return damaged(installation.error());
    if (const auto ranges = checkRanges(*installation, what); !ranges)
        return damaged(ranges.error());
    return installation;
}

model::Result InstallationFile::save(const Installation& installation) const
{
    auto map = model::toShape(installation);
    map.insert(formatKey, format);
    return replaceFile(m_path, model::writeJson(map), privateFile);
}

model::Result InstallationFile::forget() const
{
    return removeFile(m_path);
}

} // namespace heed::platform
