#include "casebook/files.h"

#include "casebook/casebook.h"
#include "model/cbor.h"

#include <algorithm>

namespace heed::casebook {

using model::Attachment;
using model::Expected;

namespace {

struct Kept {
    std::vector<Attachment> files;

    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit) { visit("files", self.files); }
};

} // namespace

std::optional<QByteArray> writeFiles(const std::vector<Attachment>& files)
{
    return files.empty() ? std::nullopt : std::optional(model::writeCbor(model::toShape(Kept{files})));
}

Expected<std::vector<Attachment>> readFiles(const QByteArray& bytes)
{
    HEED_TAKE(const auto map, model::parseCbor(bytes, QStringLiteral("The casebook")));
    HEED_TAKE(auto kept, model::fromShape<Kept>(map, QStringLiteral("The casebook")));
    return std::move(kept.files);
}

Expected<std::vector<Attachment>> Casebook::filesOf(const QString& entry)
{
    HEED_TAKE(const auto bytes,
              m_connection.value<QByteArray>("SELECT files FROM event WHERE id = ? AND files IS NOT NULL",
                                             QByteArray::fromHex(entry.toLatin1())));
    return bytes ? readFiles(*bytes) : std::vector<Attachment>();
}

Expected<std::optional<Attachment>> Casebook::file(const model::Case& record, const QString& file)
{
    // What stands in the folded record only: an entry that was refused shows nothing and opens nothing.
    for (const auto& event : record.events) {
        const auto names = [&](const model::AttachedFile& one) { return one.file == file; };
        if (std::none_of(event.files.begin(), event.files.end(), names))
            continue;
        HEED_TAKE(const auto files, filesOf(event.id));
        for (const auto& one : files)
            if (names(one.about))
                return one;
    }
    return std::nullopt;
}

Expected<std::vector<Casebook::CarriedFile>> Casebook::carriedFiles()
{
    HEED_TAKE(auto statement,
              m_connection.prepare("SELECT event.device, event.number, event.files, concern.reference FROM event LEFT "
                                   "JOIN concern ON concern.id = event.record WHERE event.files IS NOT NULL ORDER BY "
                                   "event.tick, event.device, event.number"));
    std::vector<CarriedFile> all;
    for (;;) {
        HEED_TAKE(const bool found, statement.step());
        if (!found)
            return all;
        HEED_TAKE(const auto files, readFiles(statement.get<QByteArray>(2)));
        for (const auto& one : files)
            all.push_back(
                {{statement.get<QByteArray>(0), statement.get<qint64>(1)}, statement.get<QString>(3), one.about});
    }
}

} // namespace heed::casebook
