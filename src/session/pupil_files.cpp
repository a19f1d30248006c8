#include "session/pupil_files.h"

#include "crypto/hash.h"
#include "model/json.h"
#include "platform/atomic_file.h"
#include "platform/state_folder.h"

#include <algorithm>

namespace heed::session {

using model::Expected;
using model::Result;

namespace {

constexpr qint64 largest = 1024LL * 1024;
constexpr std::size_t most = 20; // kinds of files

/// How files with certain headings were read, where the guess was wrong.
struct Known {
    QByteArray headings; ///< their hash
    pupils::Given given;
    std::vector<pupils::Column> columns;

    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("headings", self.headings, {.required = true});
        visit("given", self.given, {.required = true});
        visit("columns", self.columns, {.required = true, .most = 400});
    }
};

struct KnownFiles {
    std::vector<Known> files; ///< the one used last first

    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("files", self.files, {.required = true});
    }
};

Expected<QString> path()
{
    HEED_TAKE(const QString folder, platform::stateFolder());
    return QString(folder + QStringLiteral("/pupil-files.json"));
}

/// What cannot be read is forgotten: it is a convenience.
KnownFiles load()
{
    const auto read = []() -> Expected<KnownFiles> {
        HEED_TAKE(const auto file, path());
        HEED_TAKE(const auto bytes, platform::readFile(file, largest));
        HEED_TAKE(const auto map, model::parseJson(bytes, QStringLiteral("The file")));
        return model::fromShape<KnownFiles>(map, QStringLiteral("The file"));
    };
    return read().value_or(KnownFiles());
}

Result save(const KnownFiles& known)
{
    HEED_TAKE(const auto file, path());
    return platform::replaceFile(file, model::writeJson(model::toShape(known)), platform::privateFile);
}

/// As the guess reads them, so that a correction of encoding or delimiter is found again too.
QByteArray hashOf(const QStringList& headings)
{
    return crypto::hash("heed pupil headings 1", {crypto::spanOf(headings.join(QChar(0x1f)).toUtf8())});
}

template <class T> void lay(std::optional<T>& under, const std::optional<T>& over)
{
    if (over)
        under = over;
}

} // namespace

Expected<CsvLook> lookAtCsv(const QByteArray& bytes, const pupils::Given& given)
{
    CsvLook answer;
    if (const auto guess = pupils::lookAt(bytes)) {
        const auto all = load();
        const auto headings = hashOf(guess->headers);
        const auto known = std::find_if(all.files.begin(), all.files.end(),
                                        [&](const Known& one) { return one.headings == headings; });
        if (known != all.files.end()) {
            auto both = known->given;
            lay(both.encoding, given.encoding);
            lay(both.delimiter, given.delimiter);
            lay(both.dateForm, given.dateForm);
            auto look = pupils::lookAt(bytes, both);
            if (look && static_cast<std::size_t>(look->headers.size()) == known->columns.size()) {
                answer = {std::move(*look), true};
                answer.look.mapping.columns = known->columns;
                return answer;
            }
        }
    }
    HEED_TAKE(answer.look, pupils::lookAt(bytes, given));
    return answer;
}

void rememberCsv(const QByteArray& bytes, const pupils::Mapping& mapping)
{
    const auto guess = pupils::lookAt(bytes);
    if (!guess)
        return;
    Known one{hashOf(guess->headers), {}, mapping.columns};
    if (mapping.encoding != guess->mapping.encoding)
        one.given.encoding = mapping.encoding;
    if (mapping.delimiter != guess->mapping.delimiter)
        one.given.delimiter = mapping.delimiter;
    if (mapping.dateForm != guess->mapping.dateForm)
        one.given.dateForm = mapping.dateForm;
    const auto before = load();
    KnownFiles after;
    if (mapping != guess->mapping)
        after.files.push_back(one);
    for (const auto& known : before.files)
        if (known.headings != one.headings && after.files.size() < most)
            after.files.push_back(known);
    if (!before.files.empty() || !after.files.empty())
        static_cast<void>(save(after));
}

} // namespace heed::session
