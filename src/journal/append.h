#pragma once

#include "journal/journal.h"
#include "journal/sealing.h"
#include "journal/watch.h"
#include "platform/installation.h"
#include "vault/keyring.h"

namespace heed::journal {

/// What a member wants to write.
struct Draft {
    QByteArray id; ///< empty: a new one
    model::Kind kind = model::Kind::Note;
    QString desk;
    QByteArray record; ///< empty for what begins a record or has none
    model::Body body;
    QString addressee; ///< a member who may open it as well as the desk; empty for nobody
    std::vector<model::Attachment> attachments;
};

/// An entry that is in the journal, has been read back, and opens.
struct Written {
    Place place;
    qint64 tick = 0;
    QByteArray hash;
    Content content;
};

/// Numbers, signs, seals and commits an entry, reads the committed row back and opens it before it answers. The policy
/// must just have been read. Errors: NoReader where the desk has no statement yet; InUse; DiskFull.
model::Expected<Written> append(Journal& journal, const platform::InstallationFile& memory, const vault::Policy& policy,
                                const vault::Keyring& author, const Draft& draft, const QDateTime& now);

/// A draft with who writes it and when. The keyring must outlive it.
struct Item {
    Draft draft;
    const vault::Keyring* author = nullptr;
    QDateTime at;
};

/// As append(), of many entries in one transaction: all of them are in the journal, or none. They follow each other in
/// the order given. Answers the last. Before the transaction nothing is locked and most of the work for the first
/// thousand is done; a caller with more than memory should hold calls it again. Cancelled, which leaves nothing, is
/// possible until the commit. `items` must not be empty.
model::Expected<Written> appendAll(Journal& journal, const platform::InstallationFile& memory,
                                   const vault::Policy& policy, const std::vector<Item>& items,
                                   const Watch& watch = {});

} // namespace heed::journal
