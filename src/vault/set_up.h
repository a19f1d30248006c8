#pragma once

#include "vault/enrol.h"
#include "vault/share_text.h"

#include <functional>

namespace heed::vault {

struct SetUp {
    QString path;
    model::Profile profile;
    QString member;   ///< the first designated safeguarding lead
    QString password; ///< their own
    int shares = 3;
    int threshold = 2;
    QStringList holders; ///< who keeps which share; may be shorter than `shares`
    QString group;       ///< a system group that shares the files; empty for one account
};

struct Made {
    QByteArray vault;
    crypto::SecretBytes journalKey;
    std::vector<PrintedShare> shares; ///< of the safeguarding desk; already put together again once, from their text
    QStringList holders;
};

/// What else belongs into a new vault before it gets its name: the journal, which this room does not know.
using Furnish = std::function<model::Result(const Folder&, const Made&)>;

/// Makes a vault at a path where there is nothing or an empty folder. Nothing is left there if it fails.
/// Errors: AlreadyExists, BadInput (a weak password, shares that make no sense), DiskFull, NoPermission.
model::Expected<Made> setUp(const SetUp& request, const QDateTime& now, const Furnish& furnish = {});

/// A fresh recovery seed for `desk`, split and read back from its printed text; the statement is told its public key.
model::Expected<std::vector<PrintedShare>> makeShares(DeskStatement& desk, const crypto::SecretBytes& newestSeed,
                                                      int count, int threshold, const QStringList& holders);

} // namespace heed::vault
