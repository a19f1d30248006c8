#pragma once

#include "model/attachment.h"
#include "session/session.h"

namespace heed::session {

// Files that somebody attaches: sealed as they are read, held for the form that will send them, and opened again inside
// Heed. A form is named as for its draft (drafts.h); what it holds survives locking and the power.

/// Forms of commands begin so: what they hold goes if their program dies.
inline const QString commandForm = QStringLiteral("command.");

/// Seals a file and adds it to what `form` will send. Each error is one sentence that names the file: BadInput for what
/// rules::mayAttach refuses, NotFound, NoPermission, DiskFull, Behind, Cancelled. Nothing that was held is lost by one.
model::Expected<model::AttachedFile> attachFile(Session& session, const QString& form, const QString& path,
                                                const Progress& progress = {});
/// The same of bytes that are in memory only, such as a pasted picture.
model::Expected<model::AttachedFile> attachBytes(Session& session, const QString& form, const QString& name,
                                                 QByteArrayView bytes, const Progress& progress = {});

/// What the form will send, in the order in which it was attached.
model::Expected<std::vector<model::AttachedFile>> attachedFiles(Session& session, const QString& form);

/// Takes one back, or all: gone from the vault, since no entry carries them.
model::Result detachFile(Session& session, const QString& form, const QString& file);
model::Result dropAttached(Session& session, const QString& form);

/// A file in guarded memory, which is wiped when the last holder lets go.
struct OpenedFile {
    model::AttachedFile about;
    std::shared_ptr<const crypto::SecretBytes> bytes;
};
/// One that the form holds.
model::Expected<OpenedFile> openHeld(Session& session, const QString& form, const QString& file,
                                     const Progress& progress = {});

/// One that a record carries: of one's own concern, or of the desk's, which is then recorded as read. NotFound alike
/// for one that is not there and one that may not be opened; Damaged for one that is gone or was changed.
model::Expected<OpenedFile> openAttached(Session& session, const QString& reference, const QString& file,
                                         const Progress& progress = {});

/// Why a file leaves Heed, for whom, and to where.
struct SaveFileRequest {
    QString reference;
    QString file;
    QString recipient; ///< required
    QString reason;    ///< required
    QString path;      ///< where nothing is yet
};
/// Writes a file of the desk's in the clear, to where its reader says; recorded first, as a print is. The file is for
/// its owner alone (0600).
model::Expected<model::AttachedFile> saveAttached(Session& session, const SaveFileRequest& request,
                                                  const Progress& progress = {});
/// The same for one that is handed on (to standard output) instead of being written to a path.
model::Expected<OpenedFile> releaseAttached(Session& session, const SaveFileRequest& request,
                                            const Progress& progress = {});

} // namespace heed::session
