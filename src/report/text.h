#pragma once

#include "report/document.h"

#include <QTextDocument>

#include <memory>

namespace heed::report {

/// The document as plain text in reading order, lines ended by "\n": for the clipboard, for tests, and for reading
/// aloud.
QString plainText(const Document& document);

/// The blocks only, without what stands on every sheet.
QString plainBody(const Document& document);

/// The document for the screen, with headings, tables and quotations that a screen reader knows. It loads nothing.
std::unique_ptr<QTextDocument> textDocument(const Document& document);

} // namespace heed::report
