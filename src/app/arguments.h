#pragma once

#include "model/error.h"

#include <QStringList>

namespace heed::app {

/// heed [VAULT] [--tour DIR] [--help] [--version]
struct Arguments {
    QString vault;
    QString tour; ///< a folder for the pictures and the PDFs
    bool help = false;
    bool version = false;
};

/// `words` without the program's name.
model::Expected<Arguments> readArguments(const QStringList& words);
QString helpText();

} // namespace heed::app
