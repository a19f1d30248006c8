#pragma once

#include "crypto/secret_bytes.h"
#include "model/json.h"
#include "model/shape.h"

// What a command reads: files, standard input and passwords.

namespace heed::cli {

/// A password for the moment in which a function wants it as text; wiped when it goes.
class SecretText {
public:
    explicit SecretText(const crypto::SecretBytes& utf8);
    ~SecretText();
    SecretText(const SecretText&) = delete;
    SecretText& operator=(const SecretText&) = delete;

    const QString& text() const { return m_text; }

private:
    QString m_text;
};

/// The first line of a file, without its end. `-` is standard input. BadInput where it is empty or too long.
model::Expected<crypto::SecretBytes> readPassword(const QString& path);

/// The bytes of a file or, for `-`, of standard input; BadInput where they are more than `largest`.
model::Expected<QByteArray> readInput(const QString& path, const QString& what, qsizetype largest = model::largestJson);

/// The value that a JSON file spells. The error names the key.
template <model::Described T> model::Expected<T> readJsonFile(const QString& path, const QString& what)
{
    HEED_TAKE(const auto bytes, readInput(path, what));
    HEED_TAKE(const auto map, model::parseJson(bytes, what));
    return model::fromShape<T>(map, what);
}

} // namespace heed::cli
