#pragma once

#include "report/redaction.h"

namespace heed::report {

/// Somebody or something that a record names beside its child, to be confirmed by a person before it is hidden.
struct ThirdParty {
    Hidden who;
    bool inText = false; ///< found in what somebody wrote: it may be no name at all
};

/// All that these records name beside their child: what stands in fields of its own first, then what looks like a name
/// in the words. The child's own names, and those of who wrote and who was to be told, are never among them.
/// `others`: whom a document names beside what stands in the records.
std::vector<ThirdParty> thirdPartiesOf(const std::vector<model::Case>& records,
                                       const std::vector<model::Involved>& others = {});

/// Every way in which a record may write this name: "Sample Classmate", "Sample", "Classmate".
QStringList variantsOf(model::InvolvedKind kind, const QString& name);

} // namespace heed::report
