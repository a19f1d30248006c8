#include "app/arguments.h"

namespace heed::app {

namespace {

constexpr int smallestText = 80; // percent
constexpr int largestText = 300;

} // namespace

model::Expected<Arguments> readArguments(const QStringList& words)
{
    Arguments arguments;
    bool isOfTour = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const auto& word = words.at(i);
        if (word == QStringLiteral("--help") || word == QStringLiteral("-h")) {
            arguments.help = true;
        } else if (word == QStringLiteral("--version")) {
            arguments.version = true;
        } else if (word == QStringLiteral("--tour")) {
            if (i + 1 >= words.size())
                return model::failure(model::ErrorCode::BadInput,
                                      QStringLiteral("\"--tour\" needs a folder for its pictures: heed --tour DIR."));
            arguments.tour = words.at(++i);
        } else if (word == QStringLiteral("--theme")) {
            const auto theme = model::valueOf<platform::Theme>(words.value(++i));
            if (!theme)
                return model::failure(model::ErrorCode::BadInput,
                                      QStringLiteral("\"--theme\" is one of system, light, dark and high-contrast."));
            arguments.theme = *theme;
            isOfTour = true;
        } else if (word == QStringLiteral("--text")) {
            arguments.textPercent = words.value(++i).toInt();
            if (arguments.textPercent < smallestText || arguments.textPercent > largestText)
                return model::failure(
                    model::ErrorCode::BadInput,
                    QStringLiteral("\"--text\" is a number from %1 to %2.").arg(smallestText).arg(largestText));
            isOfTour = true;
        } else if (word.startsWith(u'-')) {
            return model::failure(model::ErrorCode::BadInput,
                                  QStringLiteral("\"%1\" is not known. \"heed --help\" says what is.").arg(word));
        } else if (arguments.vault.isEmpty()) {
            arguments.vault = word;
        } else {
            return model::failure(
                model::ErrorCode::BadInput,
                QStringLiteral("Only one vault can be opened at a time: \"%1\" is too much.").arg(word));
        }
    }
    if (isOfTour && arguments.tour.isEmpty())
        return model::failure(model::ErrorCode::BadInput,
                              QStringLiteral("\"--theme\" and \"--text\" go with \"--tour DIR\": for yourself, choose "
                                             "them in Settings."));
    return arguments;
}

QString helpText()
{
    return QStringLiteral(
        "heed [VAULT]       opens Heed, at VAULT or where it was last\n"
        "heed --tour DIR    does the main job by itself in a made-up school, and leaves pictures and PDFs in DIR\n"
        "       --theme dark|high-contrast   so that the pictures are\n"
        "       --text 200                   with text of twice the size\n"
        "heed --version\n");
}

} // namespace heed::app
