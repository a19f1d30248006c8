#pragma once

#include "crypto/shares.h"

#include <QByteArray>
#include <QStringList>

#include <utility>
#include <vector>

namespace heed::vault {

/// A recovery share as it is printed and typed: which vault, desk and set it belongs to, and the share itself.
struct PrintedShare {
    QByteArray vaultTag; ///< the first 4 bytes of the vault's id
    QByteArray deskTag;  ///< 2 bytes that tell the desks apart
    int set = 1;
    int threshold = 2;
    crypto::Share share;
};

QByteArray vaultTagOf(const QByteArray& vault);
QByteArray deskTagOf(const QString& desk);

/// Groups of five symbols, the last of each a check over the group and its place. No I, L, O or U.
QStringList shareGroups(const PrintedShare& share);

/// What `text` says: groups with any spaces, dashes or line breaks, in any case; O, I and L are read as 0, 1 and 1.
/// BadInput names the group that was mistyped, or says that there are too few or too many.
model::Expected<PrintedShare> parseShare(const QString& text);

/// What has been typed of a share so far, group by group.
struct TypedGroups {
    int typed = 0;                              ///< whole groups that fit their place
    int of = 0;                                 ///< how many a share has
    std::vector<std::pair<int, QString>> wrong; ///< the place, from 1, and what stands there
};
/// The last group may be unfinished while there is no space after it. Groups may be separated by spaces, dashes and
/// line breaks, or not at all.
TypedGroups readGroups(const QString& text);

} // namespace heed::vault
