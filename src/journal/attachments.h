#pragma once

#include "crypto/secret_bytes.h"
#include "journal/watch.h"
#include "model/attachment.h"
#include "vault/folder.h"

namespace heed::journal {

/// Where the bytes of a file come from: puts up to `room` of them into `to` and answers how many; fewer than `room`
/// only at the end.
using Source = std::function<model::Expected<std::size_t>(unsigned char* to, std::size_t room)>;
Source sourceOf(QByteArrayView bytes); ///< which must outlive it

/// Takes the opened bytes as they come.
using Sink = std::function<model::Result(crypto::ByteSpan bytes)>;

/// The sealed files of a vault: each in files/ under a random name, under a key of its own that stands only in the
/// sealed content of the entry that carries it. No byte of one is ever on the disk in the clear.
///
/// A sealed file is a stream (crypto/stream.h) of pieces of one size, the last filled with zeros: its length says how
/// long the file is only to the piece. docs/format.md has every byte.
class Attachments {
public:
    Attachments(const vault::Folder& folder, QByteArray vault)
        : m_folder(folder)
        , m_vault(std::move(vault))
    {
    }

    static QString newName();

    /// Reads the source to its end and seals it as `about.file`, durably. The answer has size, hash and key besides.
    /// BadInput for one that is empty or larger than `largest`; DiskFull; Cancelled. What fails leaves nothing behind.
    model::Expected<model::Attachment> seal(model::AttachedFile about, const Source& source, qint64 largest,
                                            const Watch& watch = {}) const;

    /// That the sealed file is there and is the one that its entry speaks of; no key is needed. Damaged, in words.
    model::Result check(const model::AttachedFile& about, const Watch& watch = {}) const;

    /// Opens it piece by piece, after a check of the whole.
    model::Result open(const model::Attachment& attachment, const Sink& sink, const Watch& watch = {}) const;
    /// Opens it whole, into guarded memory.
    model::Expected<crypto::SecretBytes> openWhole(const model::Attachment& attachment, const Watch& watch = {}) const;

    model::Result remove(const QString& file) const;

    /// What lies in files/, by name.
    struct Found {
        QString file;
        bool isSealedFile = false; ///< has a name and a length that Heed gives
        bool isBeingMade = false;  ///< has a name that Heed gives to what it has not sealed to the end
    };
    std::vector<Found> all() const;

private:
    QString pathOf(const QString& file) const;
    crypto::SecretBytes streamKey(const model::AttachedFile& about, const QByteArray& key) const;

    const vault::Folder& m_folder;
    QByteArray m_vault;
};

} // namespace heed::journal
