#include "model/reference.h"

#include <QtEndian>

namespace heed::model {
namespace {

// 31 symbols: a prime, so that the weighted sum notices every single error and every transposition.
const QString alphabet = QStringLiteral("23456789ABCDEFGHJKLMNPQRTUVWXYZ");
constexpr int symbols = 10;

QString firstTen(const QByteArray& id)
{
    auto number = qFromBigEndian<quint64>(id.constData());
    QString text;
    for (int i = 0; i < symbols; ++i) {
        text += alphabet[static_cast<qsizetype>(number % 31)];
        number /= 31;
    }
    return text;
}

QChar checkOf(QStringView ten)
{
    qsizetype sum = 0;
    for (qsizetype i = 0; i < ten.size(); ++i)
        sum += (i + 1) * alphabet.indexOf(ten[i]);
    return alphabet[sum % 31];
}

QString grouped(const QString& ten, QChar check)
{
    return ten.left(4) + u'-' + ten.mid(4, 4) + u'-' + ten.mid(8) + check;
}

} // namespace

QByteArray newRecordId(const std::function<QByteArray(qsizetype)>& random)
{
    for (;;) {
        auto id = random(idLength);
        if (checkOf(firstTen(id)).isLetter())
            return id;
    }
}

QString referenceOf(const QByteArray& id)
{
    if (id.size() < qsizetype(sizeof(quint64)))
        return {};
    const auto ten = firstTen(id);
    return grouped(ten, checkOf(ten));
}

std::optional<QString> normalReference(const QString& typed)
{
    QString text;
    for (const auto symbol : typed.toUpper())
        if (symbol != u'-' && !symbol.isSpace())
            text += symbol;
    if (text.size() != symbols + 1)
        return {};
    for (const auto symbol : text)
        if (!alphabet.contains(symbol))
            return {};
    const auto ten = text.left(symbols);
    if (checkOf(ten) != text.back())
        return {};
    return grouped(ten, text.back());
}

} // namespace heed::model
