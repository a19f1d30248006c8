#pragma once

#include "cli/answer.h"
#include "platform/log.h"

#include <QMap>
#include <QStringList>

#include <vector>

// The words of a command, read strictly: an unknown flag, a flag without its value, one that stands twice and a word
// too many are refused.

namespace heed::cli {

/// A flag of a verb. One without a value name is a switch.
struct Flag {
    QLatin1StringView name;       ///< without the dashes
    QLatin1StringView value = {}; ///< as usage shows it. "FILE" may be `-`, standard input; "TEXT" may come from a file
    QLatin1StringView help = {};
    bool required = false;
    bool repeated = false; ///< may stand more than once
};

class Command;

/// What `heed-cli` can be asked to do.
struct Verb {
    QLatin1StringView name;   ///< "log", "member add"
    platform::log::Word word; ///< the same, for the log
    QLatin1StringView places; ///< "VAULT REFERENCE"
    QLatin1StringView help;
    std::vector<Flag> flags;
    Outcome (*run)(const Command&);
    bool signsIn = true; ///< takes --as and --password-file
    bool draws = false;  ///< paints a document, so that fonts are needed
};

/// All verbs, in the order in which usage lists them.
const std::vector<Verb>& verbs();

/// A verb and what was given to it.
class Command {
public:
    const Verb* verb = nullptr; ///< none: usage is asked for, of the verbs that begin with `topic`
    QString topic;
    bool wantsUsage = false;
    bool wantsVersion = false;
    bool wantsJson = false;

    bool has(const char* flag) const { return m_values.contains(QLatin1StringView(flag)); }
    QString value(const char* flag) const { return m_values.value(QLatin1StringView(flag)).value(0); }
    QStringList values(const char* flag) const { return m_values.value(QLatin1StringView(flag)); }
    /// "VAULT", "REFERENCE" …
    QString place(const char* name) const { return m_places.value(QLatin1StringView(name)); }

    /// A whole number from `least` to `most`; `otherwise` where the flag is not given.
    model::Expected<int> number(const char* flag, int otherwise, int least, int most) const;
    /// "2026-11-20".
    model::Expected<std::optional<QDate>> date(const char* flag) const;
    /// With its offset, or without one as the school's clocks show it.
    model::Expected<std::optional<QDateTime>> time(const char* flag) const;
    /// One of the names of an enum.
    template <model::Named E> model::Expected<std::optional<E>> oneOf(const char* flag) const
    {
        std::optional<E> out;
        HEED_TRY(read(flag, out));
        return out;
    }

private:
    friend model::Expected<Command> parse(const QStringList& words);

    model::Result take(const QString& flag, const std::optional<QString>& value);
    model::Result complete(const QStringList& words);
    model::Result readTexts();

    template <class T> model::Result read(const char* flag, std::optional<T>& out) const
    {
        if (!has(flag))
            return {};
        model::Problems problems;
        model::readValue(QCborValue(value(flag)), out, {}, {QStringLiteral("--") + QLatin1StringView(flag), &problems});
        if (problems.any())
            return tl::make_unexpected(problems.error(QStringLiteral("The command")));
        return {};
    }

    QMap<QString, QStringList> m_values;
    QMap<QString, QString> m_texts; ///< flags whose text stands in a file, and which
    QMap<QString, QString> m_places;
};

/// `words` without the program's name. What is said with "--text-file FILE" is read and stands as "--text".
model::Expected<Command> parse(const QStringList& words);

/// How the verbs that begin with `topic` are used; of all of them, one line each.
QString usage(const QString& topic);

} // namespace heed::cli
