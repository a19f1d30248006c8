#include "cli/output.h"

#include "model/json.h"
#include "platform/clock.h"
#include "rules/words.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace heed::cli {
namespace {

constexpr int machineFailed = 1;

bool write(std::FILE* stream, QByteArrayView bytes)
{
    const auto size = static_cast<std::size_t>(bytes.size());
    return std::fwrite(bytes.data(), 1, size, stream) == size && std::fflush(stream) == 0;
}

} // namespace

void say(const QString& line)
{
    write(stderr, harmless(line).toUtf8() + '\n');
}

int print(const Outcome& outcome, bool json)
{
    if (!outcome && !json) {
        say(outcome.error().message);
        return model::exitCode(outcome.error().code);
    }
    QByteArray out;
    int exit = 0;
    if (outcome) {
        out = json ? model::writeJson(outcome->json) : harmless(outcome->text).toUtf8();
        exit = outcome->exit;
    } else {
        const QCborMap error{{QStringLiteral("code"), model::codeName(outcome.error().code)},
                             {QStringLiteral("message"), outcome.error().message}};
        out = model::writeJson({{QStringLiteral("error"), error}});
        exit = model::exitCode(outcome.error().code);
    }
    if (!out.isEmpty() && !out.endsWith('\n'))
        out += '\n';
    QByteArrayView given(out);
    if (outcome && outcome->bytes)
        given = {outcome->bytes->data(), static_cast<qsizetype>(outcome->bytes->size())};
    if (!write(stdout, given)) {
        say(QStringLiteral("The answer could not be written (%1).").arg(QString::fromLocal8Bit(std::strerror(errno))));
        return machineFailed;
    }
    return exit;
}

QString harmless(const QString& text)
{
    auto out = text;
    for (auto& symbol : out) {
        const bool steers = symbol.category() == QChar::Other_Control && symbol != u'\n' && symbol != u'\t';
        const bool turns = (symbol >= QChar(0x202A) && symbol <= QChar(0x202E)) ||
                           (symbol >= QChar(0x2066) && symbol <= QChar(0x2069));
        if (steers || turns)
            symbol = QChar::ReplacementCharacter;
    }
    return out;
}

QString words(const QDateTime& time)
{
    return rules::inWords(platform::inSchoolTime(time));
}

QString line(const QString& label, const QString& value)
{
    if (value.trimmed().isEmpty())
        return {};
    auto text = value.trimmed();
    return label + QStringLiteral(": ") + text.replace(u'\n', QStringLiteral("\n    ")) + u'\n';
}

} // namespace heed::cli
