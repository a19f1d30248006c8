#include "platform/settings.h"

#include "model/json.h"
#include "platform/atomic_file.h"
#include "platform/state_folder.h"

#include <algorithm>

namespace heed::platform {
namespace {

constexpr qint64 largest = 1024LL * 1024;
constexpr qsizetype mostVaults = 10;

model::Expected<QString> settingsPath()
{
    HEED_TAKE(const QString folder, configFolder());
    return QString(folder + QStringLiteral("/settings.json"));
}

QCborMap readMap()
{
    const auto path = settingsPath();
    if (!path)
        return {};
    const auto bytes = readFile(*path, largest);
    if (!bytes)
        return {};
    return model::parseJson(*bytes, QStringLiteral("The settings"), largest).value_or(QCborMap());
}

template <class Self, class Visit> void describe(Self& self, Visit& visit)
{
    visit("vaults", self.vaults, model::Field{.longest = 4096});
    visit("idleMinutes", self.idleMinutes);
    visit("textPercent", self.textPercent);
    visit("theme", self.theme);
    visit("secondBackup", self.secondBackup, model::Field{.longest = 4096});
}

/// Reads each value that is right and passes over the others.
class Tolerant {
public:
    explicit Tolerant(const QCborMap& map)
        : m_map(map)
    {
    }

    template <class T> void operator()(const char* key, T& value, const model::Field& field = {})
    {
        const auto found = m_map.value(QString::fromLatin1(key));
        model::Problems problems;
        T read{};
        model::readValue(found, read, field, {{}, &problems});
        if (!found.isUndefined() && !problems.any())
            value = std::move(read);
    }

private:
    const QCborMap& m_map;
};

class Overlay {
public:
    explicit Overlay(QCborMap& map)
        : m_map(map)
    {
    }

    template <class T> void operator()(const char* key, const T& value, const model::Field& = {})
    {
        m_map.insert(QString::fromLatin1(key), model::writeValue(value));
    }

private:
    QCborMap& m_map;
};

} // namespace

void Settings::used(const QString& vault)
{
    vaults.removeAll(vault);
    vaults.prepend(vault);
    vaults = vaults.mid(0, mostVaults);
}

Settings loadSettings()
{
    const auto map = readMap();
    Settings settings;
    Tolerant read(map);
    describe(settings, read);
    settings.vaults = settings.vaults.mid(0, mostVaults);
    settings.idleMinutes = std::clamp(settings.idleMinutes, 1, 60);
    settings.textPercent = std::clamp(settings.textPercent, 80, 300);
    return settings;
}

model::Result saveSettings(const Settings& settings)
{
    HEED_TAKE(const QString path, settingsPath());
    auto map = readMap();
    Overlay write(map);
    describe(settings, write);
    return replaceFile(path, model::writeJson(map), privateFile);
}

} // namespace heed::platform
