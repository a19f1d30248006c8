#include "report/record_parts.h"
#include "report/words.h"
#include "rules/attachments.h"

#include <algorithm>

namespace heed::report {

namespace {

/// The first half of the hash, in groups that can be compared by eye.
QString fingerprintOf(const model::AttachedFile& file)
{
    const auto hex = QString::fromLatin1(file.hash.first(std::min<qsizetype>(16, file.hash.size())).toHex());
    QStringList groups;
    for (qsizetype at = 0; at < hex.size(); at += 4)
        groups << hex.mid(at, 4);
    return groups.join(u' ');
}

} // namespace

void addFiles(Document& document, const model::Case& record, const Printing& printing)
{
    Table table{{{QStringLiteral("Name"), 4},
                 {QStringLiteral("What it is"), 3},
                 {QStringLiteral("Attached"), 4},
                 {QStringLiteral("Fingerprint, as sealed"), 4}},
                {}};
    for (const auto& event : record.events)
        for (const auto& file : event.files)
            table.rows.push_back(
                {Cell{file.name, {}, Voice::Plain},
                 Cell{rules::mediaTitle(file.media) + QStringLiteral(", ") + rules::sizeText(file.size),
                      {},
                      Voice::Plain},
                 Cell{event.author, momentText(event.at, printing.zone), Voice::Plain},
                 Cell{fingerprintOf(file), {}, Voice::Plain}});
    if (table.rows.empty())
        return;
    document.add(Heading{QStringLiteral("Attached files"), 1, {}});
    document.add(Paragraph{QStringLiteral("Kept sealed in Heed, and not part of this paper. The fingerprint tells "
                                          "whether a file is the one that was attached."),
                           Tone::Small});
    document.add(std::move(table));
}

QString attachedText(const model::Event& event)
{
    QStringList names;
    for (const auto& file : event.files)
        names
            << QStringLiteral("%1 (%2, %3)").arg(file.name, rules::mediaTitle(file.media), rules::sizeText(file.size));
    return names.isEmpty() ? QString() : QStringLiteral("Attached: ") + names.join(QStringLiteral("; "));
}

} // namespace heed::report
