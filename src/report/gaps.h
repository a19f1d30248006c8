#pragma once

#include "report/document.h"

namespace heed::report {

/// What a document says was not asked or not stated, as it calls each, once: to be asked before it leaves.
QStringList gapsOf(const Document& document);

} // namespace heed::report
