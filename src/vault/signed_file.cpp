#include "vault/signed_file.h"

#include "crypto/hash.h"
#include "model/json.h"
#include "platform/atomic_file.h"

#include <algorithm>

namespace heed::vault {

using crypto::spanOf;
using model::ErrorCode;

void SignedFile::sign(const QString& by, const crypto::SigningKeys& keys)
{
    signatures.push_back({by, keys.publicKey, crypto::sign(keys, format.toLatin1(), {spanOf(payload)})});
}

bool SignedFile::isSignedWith(const QByteArray& key) const
{
    return std::any_of(signatures.begin(), signatures.end(), [&](const Signature& signature) {
        return signature.key == key && crypto::verify(key, format.toLatin1(), {spanOf(payload)}, signature.signature);
    });
}

QByteArray SignedFile::hash() const
{
    return crypto::hash("heed signed file 1", {spanOf(format.toLatin1()), spanOf(payload)});
}

model::Error asDamage(model::Error error)
{
    if (error.code != ErrorCode::BadInput)
        return error;
    return {ErrorCode::Damaged, QStringLiteral("The vault is damaged or was tampered with. ") + error.message +
                                    QStringLiteral(" Restore a backup, or ask who has changed the file.")};
}

model::Expected<SignedFile> parseSignedFile(const QByteArray& bytes, const QString& format, const QString& name)
{
    return model::parseJson(bytes, name, largestSignedFile)
        .and_then([&](const QCborMap& map) { return model::fromShape<SignedFile>(map, name); })
        .and_then([&](SignedFile file) -> model::Expected<SignedFile> {
            if (file.format != format)
                return model::failure(ErrorCode::BadInput, name + QStringLiteral(": \"format\" must be ") + format +
                                                               QStringLiteral("; a newer Heed may have written it."));
            // The envelope is not signed: in one spelling only, nothing of it can be changed unseen.
            if (writeSignedFile(file) != bytes)
                return model::failure(ErrorCode::BadInput, name + QStringLiteral(": it is not as Heed writes it."));
            return file;
        })
        .map_error(asDamage);
}

model::Expected<SignedFile> readEnvelope(const QString& path, const QString& format, const QString& name)
{
    HEED_TAKE(const auto bytes, platform::readFile(path, largestSignedFile));
    HEED_TAKE(auto file, parseSignedFile(bytes, format, name));
    const auto refuse = [&](const char* problem) {
        return tl::make_unexpected(asDamage(
            {ErrorCode::BadInput, QStringLiteral("%1: \"signatures\" %2.").arg(name, QLatin1StringView(problem))}));
    };
    if (file.signatures.empty())
        return refuse("is empty");
    if (!std::all_of(file.signatures.begin(), file.signatures.end(), [&](const Signature& signature) {
            return crypto::verify(signature.key, file.format.toLatin1(), {spanOf(file.payload)}, signature.signature);
        }))
        return refuse("do not fit the payload");
    return file;
}

QByteArray writeSignedFile(const SignedFile& file)
{
    return model::writeJson(model::toShape(file));
}

QByteArray writePayloadMap(const QCborMap& map)
{
    return model::writeJson(map);
}

model::Expected<QCborMap> parsePayloadMap(const QByteArray& payload, const QString& name)
{
    return model::parseJson(payload, name, largestSignedFile).map_error(asDamage);
}

} // namespace heed::vault
