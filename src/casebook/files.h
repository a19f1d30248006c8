#pragma once

#include "model/attachment.h"

namespace heed::casebook {

// The attached files of an entry, as the casebook keeps them. Only for this folder.

/// Nothing for none.
std::optional<QByteArray> writeFiles(const std::vector<model::Attachment>& files);
model::Expected<std::vector<model::Attachment>> readFiles(const QByteArray& bytes);

} // namespace heed::casebook
