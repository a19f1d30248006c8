#pragma once

#include "model/profile.h"
#include "session/people.h"

#include <QCborArray>

namespace heed::cli {

/// Makes the folder that recovery shares are to go to, and sees that nothing of theirs is there yet.
model::Result makeRoomForShares(const QString& folder, int count);

/// Writes each share as a PDF page and as text, for the user alone; `written` lists the files as they are made.
model::Expected<QCborArray> writeShares(const QString& folder, const std::vector<session::ShareSheet>& shares,
                                        const model::Profile& profile, const QString& madeBy, QStringList& written);

} // namespace heed::cli
