#include "report/pdf.h"

#include "platform/atomic_file.h"
#include "report/layout.h"
#include "report/pdf_extras.h"
#include "report/words.h"

#include <QBuffer>
#include <QPdfWriter>

namespace heed::report {

model::Expected<QByteArray> pdf(const Document& document)
{
    const Layout layout(document);
    QByteArray bytes;
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
        writer.setResolution(unitsPerInch);
        writer.setTitle(joined({document.sheet.title, document.sheet.reference}, QStringLiteral(" ")));
        writer.setCreator(QStringLiteral("Heed " HEED_VERSION));
        if (!paintLayout(layout, writer))
            return model::failure(model::ErrorCode::MachineFailed,
                                  QStringLiteral("The PDF could not be made: Qt could not paint its pages."));
    }
    std::vector<PdfBookmark> bookmarks;
    for (const auto& mark : layout.marks())
        if (mark.level <= 1)
            bookmarks.push_back({mark.text, mark.page, 842 - mark.top / unitsPerPoint});
    return withLanguageAndBookmarks(bytes, QByteArrayLiteral("en-GB"), bookmarks);
}

model::Result writePdf(const Document& document, const QString& path)
{
    HEED_TAKE(const auto bytes, pdf(document));
    return platform::replaceFile(path, bytes, platform::privateFile);
}

} // namespace heed::report
