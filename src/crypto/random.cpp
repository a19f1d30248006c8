#include "crypto/random.h"

#include <sodium.h>

namespace heed::crypto {

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    randombytes_buf(bytes.data(), static_cast<std::size_t>(size));
    return bytes;
}

QString startingPassword()
{
    // 32 symbols, 5 bits each: 16 of them are 80 bits.
    static const QString alphabet = QStringLiteral("abcdefghjkmnpqrstuvwxyz023456789");
    static_assert(32 == sizeof("abcdefghjkmnpqrstuvwxyz023456789") - 1);
    QString password;
    for (int i = 0; i < 16; ++i) {
        if (i > 0 && i % 4 == 0)
            password += u'-';
        password += alphabet[static_cast<qsizetype>(randombytes_uniform(32))];
    }
    return password;
}

} // namespace heed::crypto
