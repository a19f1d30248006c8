#pragma once

#include "model/error.h"
#include "platform/settings.h"

#include <QStringList>

namespace heed::app {

/// heed [VAULT] [--tour DIR [--theme THEME] [--text PERCENT]] [--help] [--version]
struct Arguments {
    QString vault;
    QString tour;                                   ///< a folder for the pictures and the PDFs
    platform::Theme theme = platform::Theme::Light; ///< of the tour
    int textPercent = 100;
    bool help = false;
    bool version = false;
};

/// `words` without the program's name.
model::Expected<Arguments> readArguments(const QStringList& words);
QString helpText();

} // namespace heed::app
