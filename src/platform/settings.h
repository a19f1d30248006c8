#pragma once

#include "model/shape.h"

namespace heed::platform {

enum class Theme { System, Light, Dark, HighContrast };

} // namespace heed::platform

namespace heed::model {

template <> struct Names<platform::Theme> {
    static constexpr std::array<std::pair<platform::Theme, const char*>, 4> table{
        {{platform::Theme::System, "system"},
         {platform::Theme::Light, "light"},
         {platform::Theme::Dark, "dark"},
         {platform::Theme::HighContrast, "high-contrast"}}};
};

} // namespace heed::model

namespace heed::platform {

/// What one person chose on one computer. Nothing of a record stands here.
struct Settings {
    QStringList vaults;    ///< paths, the one used last first; at most ten
    int idleMinutes = 5;   ///< until Heed locks itself: 1 to 60
    int textPercent = 100; ///< 80 to 300
    Theme theme = Theme::System;
    QString secondBackup; ///< a folder, such as a USB stick's; empty for none

    QString lastVault() const { return vaults.value(0); }
    void used(const QString& vault);
    bool operator==(const Settings&) const = default;
};

/// What cannot be read or is out of range becomes its default: settings never keep anybody out.
Settings loadSettings();
/// Keys that a newer Heed wrote are kept.
model::Result saveSettings(const Settings& settings);

} // namespace heed::platform
