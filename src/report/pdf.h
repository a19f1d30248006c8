#pragma once

#include "model/error.h"
#include "report/document.h"

namespace heed::report {

/// The document as PDF/A-1b, A4, fonts embedded, title and language set.
model::Expected<QByteArray> pdf(const Document& document);

/// Writes the PDF to `path`, replacing a file of that name only once the new one is whole and on disk. Readable for its
/// owner alone. Nothing is written anywhere but in the folder of `path`. Errors: DiskFull, NoPermission, MachineFailed.
model::Result writePdf(const Document& document, const QString& path);

} // namespace heed::report
