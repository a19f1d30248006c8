#include "model/shape.h"

#include <QTimeZone>

#include <limits>

namespace heed::model {

void Problems::add(const QString& path, const QString& problem)
{
    if (!m_first)
        m_first = {path, problem};
}

Error Problems::error(const QString& what) const
{
    if (!m_first)
        return {ErrorCode::BadInput, {}};
    if (m_first->first.isEmpty())
        return {ErrorCode::BadInput, what + u' ' + m_first->second + u'.'};
    return {ErrorCode::BadInput,
            what + QStringLiteral(": \"") + m_first->first + QStringLiteral("\" ") + m_first->second + u'.'};
}

Place Place::at(const char* key) const
{
    const auto name = QString::fromLatin1(key);
    return {path.isEmpty() ? name : QString(path + u'.' + name), problems};
}

Place Place::at(qsizetype index) const
{
    return {path + u'[' + QString::number(index) + u']', problems};
}

void readValue(const QCborValue& value, QString& out, const Field& field, const Place& place)
{
    if (!value.isString())
        return place.refuse(QStringLiteral("must be text"));
    const auto text = value.toString();
    if (text.size() > field.longest)
        return place.refuse(QStringLiteral("is longer than %1 characters").arg(field.longest));
    if (text.contains(QChar::Null))
        return place.refuse(QStringLiteral("contains a character that is not text"));
    out = text;
}

void readValue(const QCborValue& value, bool& out, const Field&, const Place& place)
{
    if (!value.isBool())
        return place.refuse(QStringLiteral("must be true or false"));
    out = value.toBool();
}

void readValue(const QCborValue& value, qint64& out, const Field&, const Place& place)
{
    // A number from JSON may come as a double; a whole one is as good.
    if (value.isInteger()) {
        out = value.toInteger();
        return;
    }
    const auto number = value.toDouble(std::numeric_limits<double>::quiet_NaN());
    constexpr double exact = 9'007'199'254'740'992.0;
    if (!value.isDouble() || !(number > -exact && number < exact) ||
        number != static_cast<double>(static_cast<qint64>(number)))
        return place.refuse(QStringLiteral("must be a whole number"));
    out = static_cast<qint64>(number);
}

void readValue(const QCborValue& value, int& out, const Field& field, const Place& place)
{
    qint64 wide = out;
    readValue(value, wide, field, place);
    if (wide < std::numeric_limits<int>::min() || wide > std::numeric_limits<int>::max())
        return place.refuse(QStringLiteral("is out of range"));
    out = static_cast<int>(wide);
}

void readValue(const QCborValue& value, QDate& out, const Field&, const Place& place)
{
    const auto date = QDate::fromString(value.toString(), QStringLiteral("yyyy-MM-dd"));
    if (!date.isValid())
        return place.refuse(QStringLiteral("must be a date written as 2026-11-20"));
    out = date;
}

void readValue(const QCborValue& value, QTime& out, const Field&, const Place& place)
{
    const auto time = QTime::fromString(value.toString(), QStringLiteral("HH:mm"));
    if (!time.isValid())
        return place.refuse(QStringLiteral("must be a time written as 08:30"));
    out = time;
}

void readValue(const QCborValue& value, QDateTime& out, const Field&, const Place& place)
{
    const auto text = value.toString();
    const auto time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime || !text.contains(u'T'))
        return place.refuse(QStringLiteral("must be a time with its offset, written as 2026-11-20T14:10:00Z"));
    out = time;
}

void readValue(const QCborValue& value, Moment& out, const Field&, const Place& place)
{
    const auto text = value.toString();
    const auto date = QDate::fromString(text.left(10), QStringLiteral("yyyy-MM-dd"));
    const auto time = QTime::fromString(text.mid(11, 5), QStringLiteral("HH:mm"));
    if (date.isValid() && text.size() == 10) {
        out = {date, {}};
        return;
    }
    const bool secondsAreZero = text.size() == 16 || text.mid(16) == QStringLiteral(":00");
    if (!date.isValid() || !time.isValid() || text[10] != u'T' || !secondsAreZero)
        return place.refuse(
            QStringLiteral("must be a date, or a date and time, written as 2026-11-20 or 2026-11-20T08:30"));
    out = {date, time};
}

void readValue(const QCborValue& value, QByteArray& out, const Field& field, const Place& place)
{
    if (value.isByteArray()) {
        out = value.toByteArray();
    } else {
        const auto decoded = QByteArray::fromBase64Encoding(
            value.toString().toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
        if (!value.isString() || !decoded)
            return place.refuse(QStringLiteral("must be bytes written in base64url"));
        out = decoded.decoded;
    }
    if (out.size() > field.longest)
        return place.refuse(QStringLiteral("is longer than %1 bytes").arg(field.longest));
}

void readValue(const QCborValue& value, QCborMap& out, const Field&, const Place& place)
{
    if (isMap(value, place))
        out = value.toMap();
}

void readValue(const QCborValue& value, QStringList& out, const Field& field, const Place& place)
{
    std::vector<QString> items;
    readValue(value, items, field, place);
    out = QStringList(items.begin(), items.end());
}

QCborValue writeValue(const QString& value)
{
    return value;
}
QCborValue writeValue(bool value)
{
    return value;
}
QCborValue writeValue(qint64 value)
{
    return value;
}
QCborValue writeValue(int value)
{
    return value;
}
QCborValue writeValue(const QDate& value)
{
    return value.toString(QStringLiteral("yyyy-MM-dd"));
}
QCborValue writeValue(const QTime& value)
{
    return value.toString(QStringLiteral("HH:mm"));
}

QCborValue writeValue(const QDateTime& value)
{
    // toString leaves the offset out of a local time; a time without its offset is not a time of the record.
    const auto fixed = value.timeSpec() == Qt::UTC ? value : value.toOffsetFromUtc(value.offsetFromUtc());
    return fixed.toString(Qt::ISODate);
}

QCborValue writeValue(const Moment& value)
{
    auto text = value.date.toString(QStringLiteral("yyyy-MM-dd"));
    if (value.time)
        text += value.time->toString(QStringLiteral("'T'HH:mm"));
    return text;
}

QCborValue writeValue(const QByteArray& value)
{
    return value;
}
QCborValue writeValue(const QCborMap& value)
{
    return value;
}

QCborValue writeValue(const QStringList& value)
{
    QCborArray array;
    for (const auto& item : value)
        array.append(item);
    return array;
}

QString notOneOf(const QStringList& names)
{
    return QStringLiteral("must be one of: ") + names.join(QStringLiteral(", "));
}

bool isMap(const QCborValue& value, const Place& place)
{
    if (!value.isMap()) {
        place.refuse(QStringLiteral("must be an object"));
        return false;
    }
    return true;
}

bool isList(const QCborValue& value, const Field& field, const Place& place)
{
    if (!value.isArray()) {
        place.refuse(QStringLiteral("must be a list"));
        return false;
    }
    if (value.toArray().size() > field.most) {
        place.refuse(QStringLiteral("has more than %1 items").arg(field.most));
        return false;
    }
    return true;
}

void refuseUnknownKeys(const QCborMap& map, const QStringList& known, const Place& place)
{
    for (const auto& entry : map) {
        const auto key = entry.first.toString();
        if (!entry.first.isString() || !known.contains(key)) {
            const auto shown = key.left(60);
            const Place unknown{place.path.isEmpty() ? shown : QString(place.path + u'.' + shown), place.problems};
            return unknown.refuse(QStringLiteral("is not a key that Heed knows"));
        }
    }
}

} // namespace heed::model
