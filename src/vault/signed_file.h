#pragma once

#include "crypto/sign.h"
#include "model/shape.h"

namespace heed::vault {

/// One signature over a payload, and who says to have made it: "desk:safeguarding" or "member:<id>".
struct Signature {
    QString by;
    QByteArray key;
    QByteArray signature;

    bool operator==(const Signature&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("by", self.by, {.required = true});
        visit("key", self.key, {.required = true});
        visit("signature", self.signature, {.required = true});
    }
};

/// A payload and the signatures over its exact bytes. The bytes are parsed only after they verify.
struct SignedFile {
    QString format; ///< "heed-vault-1"; it is part of what is signed
    QByteArray payload;
    std::vector<Signature> signatures;

    bool operator==(const SignedFile&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("format", self.format, {.required = true});
        visit("payload", self.payload, {.required = true, .longest = 64 * 1024 * 1024});
        visit("signatures", self.signatures, {.required = true, .most = 8});
    }

    void sign(const QString& by, const crypto::SigningKeys& keys);
    /// That `key` signed the payload, by whatever name.
    bool isSignedWith(const QByteArray& key) const;
    /// The hash that the next statement, a policy and an installation remember.
    QByteArray hash() const;
};

constexpr qint64 largestSignedFile = 128LL * 1024 * 1024;

/// `format` must be the file's. Error: Damaged, naming the field of `name` that is wrong.
model::Expected<SignedFile> parseSignedFile(const QByteArray& bytes, const QString& format, const QString& name);
QByteArray writeSignedFile(const SignedFile& file);

/// A payload's value, once its signatures have been checked. Error: Damaged, naming the field.
template <model::Described T> model::Expected<T> parsePayload(const SignedFile& file, const QString& name);
template <model::Described T> QByteArray writePayload(const T& value);

QByteArray writePayloadMap(const QCborMap& map);
model::Expected<QCborMap> parsePayloadMap(const QByteArray& payload, const QString& name);
/// The same sentence, as damage: what stands in a vault's own file is nobody's input.
model::Error asDamage(model::Error error);

template <model::Described T> model::Expected<T> parsePayload(const SignedFile& file, const QString& name)
{
    HEED_TAKE(const auto map, parsePayloadMap(file.payload, name));
    return model::fromShape<T>(map, name).map_error(asDamage);
}

template <model::Described T> QByteArray writePayload(const T& value)
{
    return writePayloadMap(model::toShape(value));
}

/// A signed file as it was read, and its payload's value.
template <model::Described T> struct ReadFile {
    SignedFile file;
    T value;
};

/// The file's envelope: parsed, and every signature holding under the key that it names. Whether those are the right
/// keys is then asked of the value. Error: Damaged, naming the field of `name`; NotFound.
model::Expected<SignedFile> readEnvelope(const QString& path, const QString& format, const QString& name);

template <model::Described T>
model::Expected<ReadFile<T>> readSignedFile(const QString& path, const QString& format, const QString& name)
{
    HEED_TAKE(auto file, readEnvelope(path, format, name));
    HEED_TAKE(auto value, parsePayload<T>(file, name));
    return ReadFile<T>{std::move(file), std::move(value)};
}

} // namespace heed::vault
