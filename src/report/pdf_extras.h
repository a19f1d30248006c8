#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace heed::report {

struct PdfBookmark {
    QString text;
    int page; ///< from 0
    double y; ///< points from the page's bottom
};

/// What QPdfWriter cannot set: the document's language, bookmarks, and the title in the window's bar. Added as an
/// incremental update, as the PDF format (and PDF/A-1b) allows. A PDF that is not as QPdfWriter writes it is returned
/// unchanged.
QByteArray withLanguageAndBookmarks(const QByteArray& pdf, const QByteArray& language,
                                    const std::vector<PdfBookmark>& bookmarks);

} // namespace heed::report
