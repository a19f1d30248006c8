#pragma once

#include "casebook/casebook.h"

// A printed sheet names the state in which the journal was when it was printed. Whoever has the sheet and the journal
// can see whether the journal has only grown since.

namespace heed::upkeep {

/// The state that a sheet names, as somebody typed or scanned it: hexadecimal in any case, with or without spaces,
/// dashes and line ends; O is read as 0, I and L as 1. BadInput where it is not a whole fingerprint.
model::Expected<QByteArray> readSheet(const QString& typed);

/// How many entries have come since the journal stood as `state`; nothing if it never did. The journal is gone through
/// in the order in which its entries came here and, for one that came together from several PCs, by what each entry had
/// seen. That the chain is whole is verifyJournal's to say.
model::Expected<std::optional<qint64>> entriesSince(journal::Journal& journal, const QByteArray& state,
                                                    const casebook::Watch& watch = {});

} // namespace heed::upkeep
