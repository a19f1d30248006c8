#pragma once

#include "report/document.h"

namespace heed::report {

/// A page of the guidance as a document, from its whole text in Markdown: headings, paragraphs, lists. Links keep their
/// words; an address that is its own words stays readable. It says nothing of any child.
Document guidanceSheet(const QString& title, const QString& markdown, const Printing& printing);

} // namespace heed::report
