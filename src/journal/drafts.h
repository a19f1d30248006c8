#pragma once

#include "vault/keyring.h"

namespace heed::journal {

/// Sealed drafts, each a file in drafts/ under a random name. Encrypted with a key of the member's own secret and bound
/// to vault, member and form, so that nobody can plant one; a file that does not open is somebody else's.
class Drafts {
public:
    /// Names of files begin so that are kept for a member and wait for nothing: of forms named "kept.…".
    static const QString keptPrefix;

    Drafts(const vault::Folder& folder, const QByteArray& vault, const vault::Keyring& author);

    model::Result save(const QString& form, const QByteArray& text);
    model::Expected<QByteArray> load(const QString& form);
    model::Result drop(const QString& form);

private:
    /// The path of the form's file, or nothing.
    QString find(const QString& form, QByteArray* text = nullptr);

    const vault::Folder& m_folder;
    QByteArray m_vault;
    QString m_member;
    crypto::SecretBytes m_key;
};

} // namespace heed::journal
