#include "platform/installation.h"

#include "model/json.h"
#include "platform/atomic_file.h"
#include "platform/state_folder.h"

#include <QFileInfo>

#include <algorithm>

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
