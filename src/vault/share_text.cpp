#include "vault/share_text.h"

#include "crypto/hash.h"

namespace heed::vault {

using model::ErrorCode;
using model::failure;

namespace {

const QString alphabet = QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
constexpr qsizetype groupData = 4;
constexpr qsizetype seedLength = 32;
// version, vault, desk, set, threshold, index, share, checksum
constexpr qsizetype length = 1 + 4 + 2 + 1 + 1 + 1 + seedLength + 3;
constexpr qsizetype symbols = (length * 8 + 4) / 5;
constexpr qsizetype groups = (symbols + groupData - 1) / groupData;
constexpr char version = 1;

/// Multiplication in the field of 32 elements (x^5 + x^2 + 1): sums of products in it notice every single wrong symbol
/// and every two that changed places.
int times(int a, int b)
{
    int product = 0;
    for (; b != 0; b >>= 1) {
        if (b & 1)
            product ^= a;
        a <<= 1;
        if (a & 32)
            a ^= 37;
    }
    return product;
}

QChar checkOf(QStringView group, qsizetype place)
{
    int sum = static_cast<int>(place % 31) + 1;
    int weight = 2;
    for (const auto symbol : group) {
        sum ^= times(static_cast<int>(alphabet.indexOf(symbol)), weight);
        weight = times(weight, 2);
    }
    return alphabet[sum];
}

QByteArray checksum(const QByteArray& bytes)
{
    return crypto::hash("heed share 1", {crypto::spanOf(bytes)}).left(3);
}

/// What is read for a symbol that was typed; nothing for one that no share has.
QChar symbolOf(QChar typed)
{
    if (typed == u'O')
        return u'0';
    if (typed == u'I' || typed == u'L')
        return u'1';
    return alphabet.contains(typed) ? typed : QChar();
}

} // namespace

QByteArray vaultTagOf(const QByteArray& vault)
{
    return vault.left(4);
}

QByteArray deskTagOf(const QString& desk)
{
    return crypto::hash("heed share desk 1", {crypto::spanOf(desk.toUtf8())}).left(2);
}

QStringList shareGroups(const PrintedShare& printed)
{
    QByteArray bytes;
    bytes.reserve(length);
    bytes += version;
    bytes += printed.vaultTag + printed.deskTag;
    bytes += static_cast<char>(printed.set);
    bytes += static_cast<char>(printed.threshold);
    bytes += static_cast<char>(printed.share.index);
    bytes += QByteArrayView(printed.share.bytes.data(), static_cast<qsizetype>(printed.share.bytes.size()));
    bytes += checksum(bytes);

    QString text;
    unsigned buffer = 0;
    int held = 0;
    for (const auto byte : bytes) {
        buffer = (buffer << 8) | static_cast<unsigned char>(byte);
        held += 8;
        while (held >= 5) {
            held -= 5;
            text += alphabet[static_cast<qsizetype>((buffer >> held) & 31U)];
        }
        buffer &= (1U << held) - 1;
    }
    if (held > 0)
        text += alphabet[static_cast<qsizetype>((buffer << (5 - held)) & 31U)];
    crypto::wipe(bytes);

    QStringList list;
    for (qsizetype i = 0; i < groups; ++i) {
        const auto group = text.mid(i * groupData, groupData);
        list << group + checkOf(group, i);
    }
    return list;
}

model::Expected<PrintedShare> parseShare(const QString& typed)
{
    QString text;
    for (const auto each : typed.toUpper()) {
        if (const auto symbol = symbolOf(each); !symbol.isNull())
            text += symbol;
        else if (each.isLetterOrNumber())
            return failure(ErrorCode::BadInput,
                           QStringLiteral("A recovery share has no \"%1\" in it: check what was typed.").arg(each));
    }
    const auto whole = symbols + groups;
    if (text.size() != whole)
        return failure(ErrorCode::BadInput,
                       QStringLiteral("A recovery share has %1 letters and digits, and this has %2: check that "
                                      "all %3 groups were typed.")
                           .arg(whole)
                           .arg(text.size())
                           .arg(groups));
    QString data;
    for (qsizetype i = 0; i < groups; ++i) {
        const auto group = text.mid(i * (groupData + 1), groupData + 1);
        if (checkOf(QStringView(group).chopped(1), i) != group.back())
            return failure(
                ErrorCode::BadInput,
                QStringLiteral("Group %1 of the recovery share (\"%2\") is mistyped: check it against the paper.")
                    .arg(i + 1)
                    .arg(group));
        data += group.chopped(1);
    }
    QByteArray bytes;
    unsigned buffer = 0;
    int held = 0;
    for (const auto symbol : data) {
        buffer = (buffer << 5) | static_cast<unsigned>(alphabet.indexOf(symbol));
        held += 5;
        if (held >= 8) {
            held -= 8;
            bytes += static_cast<char>((buffer >> held) & 255U);
            buffer &= (1U << held) - 1;
        }
    }
    bytes.truncate(length);
    if (bytes.right(3) != checksum(bytes.chopped(3)) || bytes[0] != version)
        return failure(ErrorCode::BadInput,
                       QStringLiteral("This is not a recovery share that Heed can read: check it against the paper."));
    PrintedShare printed;
    printed.vaultTag = bytes.mid(1, 4);
    printed.deskTag = bytes.mid(5, 2);
    printed.set = static_cast<unsigned char>(bytes[7]);
    printed.threshold = static_cast<unsigned char>(bytes[8]);
    printed.share.index = static_cast<unsigned char>(bytes[9]);
    printed.share.bytes = crypto::SecretBytes::copyOf(crypto::spanOf(QByteArrayView(bytes).sliced(10, seedLength)));
    crypto::wipe(bytes);
    return printed;
}

TypedGroups readGroups(const QString& text)
{
    constexpr auto size = groupData + 1;
    QStringList found;
    QString word;
    const auto finish = [&] {
        if (!word.isEmpty())
            found << word;
        word.clear();
    };
    for (const auto each : text.toUpper()) {
        if (!each.isLetterOrNumber()) {
            finish();
            continue;
        }
        word += each;
        if (word.size() == size)
            finish();
    }
    const bool isTyping = !word.isEmpty();
    finish();

    TypedGroups read;
    read.of = static_cast<int>(groups);
    for (qsizetype i = 0; i < found.size(); ++i) {
        if (isTyping && i + 1 == found.size() && found[i].size() < size)
            break;
        QString group;
        for (const auto each : found[i])
            if (const auto symbol = symbolOf(each); !symbol.isNull())
                group += symbol;
        const bool fits = i < groups && group.size() == size && found[i].size() == size &&
                          checkOf(QStringView(group).chopped(1), i) == group.back();
        if (fits)
            ++read.typed;
        else
            read.wrong.emplace_back(static_cast<int>(i) + 1, found[i]);
    }
    return read;
}

} // namespace heed::vault
