#pragma once

#include "sql/core.h"

#include <span>

namespace heed::sql {

/// Gives the database its key of 32 bytes. Nothing may have been read before.
model::Result applyKey(Core& core, std::span<const unsigned char> key);

/// Sets the one profile that every database of Heed is used in, and reads each setting back.
model::Result applyProfile(Core& core);

/// That the key is right and that the file is a database of Heed.
model::Result checkIdentity(Core& core);
/// Makes a new database one of Heed's.
model::Result writeIdentity(Core& core);

/// The version of SQLCipher in this process, such as "4.6.1 community"; empty in plain SQLite.
QString cipherVersion(Core& core);

} // namespace heed::sql
