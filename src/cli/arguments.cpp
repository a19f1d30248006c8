#include "cli/arguments.h"

#include "cli/input.h"
#include "platform/clock.h"

#include <QStringDecoder>
#include <QTimeZone>

#include <algorithm>
#include <utility>

namespace heed::cli {
namespace {

using model::ErrorCode;
using model::failure;

const Flag asFlag{QLatin1StringView("as"), QLatin1StringView("NAME"), QLatin1StringView("Who signs in"), true};
const Flag passwordFlag{QLatin1StringView("password-file"), QLatin1StringView("FILE"),
                        QLatin1StringView("The first line is the password"), true};
const Flag jsonFlag{QLatin1StringView("json"), {}, QLatin1StringView("Answer with one JSON document")};
const Flag helpFlag{QLatin1StringView("help"), {}, QLatin1StringView("Say how the verb is used")};

std::vector<Flag> flagsOf(const Verb& verb)
{
    auto flags = verb.flags;
    if (verb.signsIn)
        flags.insert(flags.end(), {asFlag, passwordFlag});
    flags.insert(flags.end(), {jsonFlag, helpFlag});
    return flags;
}

const auto fileSuffix = QStringLiteral("-file");

/// The flag whose text "--text-file FILE" gives: so that words of a record need not stand in the list of processes.
const Flag* textFlagOf(const std::vector<Flag>& flags, const QString& name)
{
    if (!name.endsWith(fileSuffix))
        return nullptr;
    const auto found = std::find_if(flags.begin(), flags.end(), [&](const Flag& flag) {
        return flag.value == QLatin1StringView("TEXT") && name == flag.name + fileSuffix;
    });
    return found == flags.end() ? nullptr : &*found;
}

QStringList placesOf(const Verb& verb)
{
    return QString(verb.places).split(u' ', Qt::SkipEmptyParts);
}

QString shown(const Flag& flag)
{
    QString text = QStringLiteral("--") + flag.name;
    if (!flag.value.isEmpty())
        text += u' ' + flag.value;
    if (flag.repeated)
        text += QStringLiteral(" …");
    return text;
}

tl::unexpected<model::Error> refuse(const QString& sentence)
{
    return failure(ErrorCode::BadInput, sentence);
}

QString seeHelp(const Verb& verb)
{
    return QStringLiteral(" See \"heed-cli %1 --help\".").arg(verb.name);
}

/// The verb that the first words name, and how many they are.
std::pair<const Verb*, qsizetype> findVerb(const QStringList& words)
{
    for (const qsizetype count : {qsizetype(2), qsizetype(1)}) {
        const auto name = words.mid(0, count).join(u' ');
        const auto found =
            std::find_if(verbs().begin(), verbs().end(), [&](const Verb& verb) { return verb.name == name; });
        if (found != verbs().end() && words.size() >= count)
            return {&*found, count};
    }
    return {nullptr, 0};
}

bool isGroup(const QString& word)
{
    return std::any_of(verbs().begin(), verbs().end(),
                       [&](const Verb& verb) { return QString(verb.name).startsWith(word + u' '); });
}

QString usageOf(const Verb& verb)
{
    QString line = QStringLiteral("heed-cli ") + verb.name;
    for (const auto& place : placesOf(verb))
        line += u' ' + place;
    QString list;
    for (const auto& flag : flagsOf(verb)) {
        if (flag.required)
            line += u' ' + shown(flag);
        list += QStringLiteral("  %1 %2%3\n")
                    .arg(shown(flag), -28)
                    .arg(flag.help, flag.required ? QStringLiteral(" (needed)") : QString());
    }
    const auto flags = flagsOf(verb);
    const auto text = std::find_if(flags.begin(), flags.end(),
                                   [](const Flag& flag) { return flag.value == QLatin1StringView("TEXT"); });
    if (text != flags.end())
        list += QStringLiteral("A TEXT can be read from a file: \"--%1-file FILE\" (\"-\" is standard input).\n")
                    .arg(text->name);
    return line + QStringLiteral("\n\n") + verb.help + QStringLiteral("\n\n") + list;
}

} // namespace

model::Result Command::take(const QString& flag, const std::optional<QString>& value)
{
    const auto flags = flagsOf(*verb);
    const auto known = std::find_if(flags.begin(), flags.end(), [&](const Flag& one) { return one.name == flag; });
    if (const auto* text = known == flags.end() ? textFlagOf(flags, flag) : nullptr) {
        HEED_TRY(take(text->name, QString()));
        m_texts.insert(text->name, value.value_or(QString()));
        return {};
    }
    if (known == flags.end())
        return refuse(QStringLiteral("\"--%1\" is not a flag of \"%2\".").arg(flag.left(60), verb->name) +
                      seeHelp(*verb));
    if (known->value.isEmpty() && value)
        return refuse(QStringLiteral("\"--%1\" takes no value.").arg(flag) + seeHelp(*verb));
    if (m_values.contains(flag) && !known->repeated)
        return refuse(QStringLiteral("\"--%1\" stands twice: give it once.").arg(flag));
    m_values[flag] << value.value_or(QString());
    return {};
}

model::Result Command::complete(const QStringList& words)
{
    const auto places = placesOf(*verb);
    if (words.size() > places.size())
        return refuse(QStringLiteral("\"%1\" is a word too many.").arg(words[places.size()].left(60)) + seeHelp(*verb));
    if (words.size() < places.size())
        return refuse(QStringLiteral("\"%1\" needs %2.").arg(verb->name, places[words.size()]) + seeHelp(*verb));
    for (qsizetype i = 0; i < places.size(); ++i) {
        if (words[i].isEmpty())
            return refuse(QStringLiteral("%1 is empty.").arg(places[i]) + seeHelp(*verb));
        m_places[places[i]] = words[i];
    }
    int standardInputs = 0;
    for (const auto& flag : flagsOf(*verb)) {
        if (flag.required && !m_values.contains(flag.name))
            return refuse(QStringLiteral("\"%1\" needs \"%2\".").arg(verb->name, shown(flag)) + seeHelp(*verb));
        if (flag.value == QLatin1StringView("FILE"))
            standardInputs += static_cast<int>(m_values.value(flag.name).count(QStringLiteral("-")));
    }
    for (const auto& file : std::as_const(m_texts))
        standardInputs += file == QStringLiteral("-") ? 1 : 0;
    if (standardInputs > 1)
        return refuse(QStringLiteral("Only one option may be \"-\": standard input can be read once."));
    return {};
}

model::Result Command::readTexts()
{
    for (auto text = m_texts.cbegin(); text != m_texts.cend(); ++text) {
        const auto what = QStringLiteral("\"--%1%2\"").arg(text.key(), fileSuffix);
        HEED_TAKE(const auto bytes, readInput(text.value(), what));
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString words = decoder.decode(bytes);
        if (decoder.hasError())
            return refuse(what + QStringLiteral(": the file is not text in UTF-8."));
        m_values[text.key()] = {words.trimmed()};
    }
    return {};
}

model::Expected<Command> parse(const QStringList& words)
{
    Command command;
    command.wantsJson = words.contains(QStringLiteral("--json"));
    if (!words.isEmpty() && words[0] == QStringLiteral("--version")) {
        command.wantsVersion = true;
        return command;
    }
    const auto isHelp = [](const QString& word) {
        return word == QStringLiteral("--help") || word == QStringLiteral("-h");
    };
    if (words.isEmpty() || isHelp(words[0])) {
        command.wantsUsage = true;
        return command;
    }
    const auto [verb, used] = findVerb(words);
    if (!verb && isGroup(words[0]) && (words.size() == 1 || isHelp(words[1]))) {
        command.wantsUsage = true;
        command.topic = words[0];
        return command;
    }
    if (!verb)
        return refuse(QStringLiteral("\"%1\" is not something that heed-cli can do. See \"heed-cli --help\".")
                          .arg((isGroup(words[0]) ? words.mid(0, 2).join(u' ') : words[0]).left(60)));
    command.verb = verb;
    command.topic = verb->name;

    const auto flags = flagsOf(*verb);
    QStringList places;
    bool onlyPlaces = false;
    for (auto i = used; i < words.size(); ++i) {
        const auto& word = words[i];
        if (onlyPlaces || !word.startsWith(QStringLiteral("-")) || word == QStringLiteral("-")) {
            places << word;
            continue;
        }
        if (word == QStringLiteral("--")) {
            onlyPlaces = true;
            continue;
        }
        if (isHelp(word)) {
            command.wantsUsage = true;
            return command;
        }
        if (!word.startsWith(QStringLiteral("--")))
            return refuse(QStringLiteral("\"%1\" is not a flag: flags begin with two dashes.").arg(word.left(60)) +
                          seeHelp(*verb));
        const auto name = word.mid(2).section(u'=', 0, 0);
        std::optional<QString> value;
        if (word.contains(u'='))
            value = word.mid(3 + name.size());
        const auto known = std::find_if(flags.begin(), flags.end(), [&](const Flag& one) { return one.name == name; });
        const bool needsValue = known != flags.end() ? !known->value.isEmpty() : textFlagOf(flags, name) != nullptr;
        if (needsValue && !value) {
            // What begins with dashes is more likely the next flag than a value; "--text=--" says it is one.
            if (i + 1 == words.size() || words[i + 1].startsWith(QStringLiteral("--")))
                return refuse(QStringLiteral("\"--%1\" needs a value.").arg(name) + seeHelp(*verb));
            value = words[++i];
        }
        HEED_TRY(command.take(name, value));
    }
    HEED_TRY(command.complete(places));
    HEED_TRY(command.readTexts());
    return command;
}

model::Expected<int> Command::number(const char* flag, int otherwise, int least, int most) const
{
    if (!has(flag))
        return otherwise;
    bool isNumber = false;
    const int out = value(flag).toInt(&isNumber);
    if (!isNumber || out < least || out > most)
        return refuse(QStringLiteral("\"--%1\" must be a whole number from %2 to %3.")
                          .arg(QLatin1StringView(flag))
                          .arg(least)
                          .arg(most));
    return out;
}

model::Expected<std::optional<QDate>> Command::date(const char* flag) const
{
    std::optional<QDate> out;
    HEED_TRY(read(flag, out));
    return out;
}

model::Expected<std::optional<QDateTime>> Command::time(const char* flag) const
{
    auto written = value(flag);
    if (const auto local = QDateTime::fromString(written, Qt::ISODate);
        local.isValid() && local.timeSpec() == Qt::LocalTime && written.contains(u'T')) {
        const QDateTime here(local.date(), local.time(), QTimeZone("Europe/London"));
        return std::optional(platform::inSchoolTime(here));
    }
    std::optional<QDateTime> out;
    HEED_TRY(read(flag, out));
    return out;
}

QString usage(const QString& topic)
{
    QString text;
    for (const auto& verb : verbs())
        if (verb.name == topic)
            return usageOf(verb);
    if (topic.isEmpty())
        text = QStringLiteral("heed-cli VERB …: a school's safeguarding concerns, from the command line.\n\n");
    for (const auto& verb : verbs()) {
        const QString name = verb.name;
        if (topic.isEmpty() || name.startsWith(topic + u' '))
            text += QStringLiteral("  %1 %2\n").arg(QString(name + u' ' + verb.places), -34).arg(verb.help);
    }
    text +=
        QStringLiteral("\n\"heed-cli VERB --help\" says how a verb is used. Exit codes: 0 done, 1 the machine failed, "
                       "2 the request is wrong, 3 not allowed, 4 damaged or tampered with.\n");
    return text;
}

} // namespace heed::cli
