#include "journal/drafts.h"

#include "crypto/aead.h"
#include "crypto/hash.h"
#include "crypto/random.h"
#include "platform/atomic_file.h"

#include <QDir>

namespace heed::journal {

using crypto::spanOf;
using model::Expected;
using model::Result;

namespace {

constexpr qint64 largest = 64LL * 1024 * 1024;
constexpr qsizetype block = 4096;

} // namespace

const QString Drafts::keptPrefix = QStringLiteral("kept-");

Drafts::Drafts(const vault::Folder& folder, const QByteArray& vault, const vault::Keyring& author)
    : m_folder(folder)
    , m_vault(vault)
    , m_member(author.member)
    , m_key(crypto::derive(author.signing.seed.span(), "heed draft 1", {spanOf(vault), spanOf(author.member.toUtf8())}))
{
}

QString Drafts::find(const QString& form, QByteArray* text)
{
    // The newest first: a draft that was being replaced when the power went may be there twice.
    const auto bound = QByteArray(m_vault + form.toUtf8());
    for (const auto& file : QDir(m_folder.drafts()).entryInfoList(QDir::Files, QDir::Time)) {
        const auto bytes = platform::readFile(file.absoluteFilePath(), largest);
        if (!bytes)
            continue;
        const auto opened = crypto::decrypt(m_key.span(), spanOf(bound), *bytes);
        if (!opened || opened->isEmpty())
            continue;
        if (text) {
            const QByteArray padded(reinterpret_cast<const char*>(opened->data()),
                                    static_cast<qsizetype>(opened->size()));
            *text = padded.first(padded.lastIndexOf('\x80'));
        }
        return file.absoluteFilePath();
    }
    return {};
}

Result Drafts::save(const QString& form, const QByteArray& text)
{
    auto path = find(form);
    if (path.isEmpty())
        path = m_folder.drafts() + u'/' + (form.startsWith(QStringLiteral("kept.")) ? keptPrefix : QString()) +
               QString::fromLatin1(crypto::randomBytes(16).toHex());
    const auto bound = QByteArray(m_vault + form.toUtf8());
    QByteArray padded = text;
    padded += '\x80';
    padded.append((block - padded.size() % block) % block, '\0');
    const auto sealed = crypto::encrypt(m_key.span(), spanOf(bound), spanOf(padded));
    crypto::wipe(padded);
    return platform::replaceFile(path, sealed, m_folder.fileMode());
}

Expected<QByteArray> Drafts::load(const QString& form)
{
    QByteArray text;
    find(form, &text);
    return text;
}

Result Drafts::drop(const QString& form)
{
    for (auto path = find(form); !path.isEmpty(); path = find(form))
        HEED_TRY(platform::removeFile(path));
    return {};
}

} // namespace heed::journal
