#pragma once

#include "model/error.h"

#include <QCborArray>
#include <QCborMap>
#include <QDate>
#include <QDateTime>
#include <QStringList>
#include <QTime>

#include <array>
#include <optional>
#include <vector>

// The one written shape of a value. A struct names its fields once:
//
//     template <class Self, class Visit> static void describe(Self& self, Visit& visit)
//     {
//         visit("facts", self.facts, Field{.required = true, .longest = longText});
//     }
//
// and can then be written as, and read from, a CBOR map. JSON spells the same map (model/json.h). Empty optional fields
// are left out; unknown keys, wrong types and oversized values are refused by naming the key ("child.upn").

namespace heed::model {

constexpr int shortText = 300;       // characters: a name, a place, a telephone number
constexpr int longText = 200'000;    // characters: what somebody writes
constexpr int manyItems = 200;       // entries of a list that a person makes
constexpr int anyNumber = 1'000'000; // entries of a list that a program makes

struct Field {
    bool required = false;
    int longest = shortText; ///< characters of a text
    int most = manyItems;    ///< items of a list
};

/// Names of an enum's values, in one place: `template <> struct Names<Source> { static constexpr std::array table =
/// {…}; };`
template <class E> struct Names;

template <class E> QString nameOf(E value)
{
    for (const auto& [known, name] : Names<E>::table)
        if (known == value)
            return QString::fromLatin1(name);
    return {};
}

template <class E> std::optional<E> valueOf(QStringView text)
{
    for (const auto& [known, name] : Names<E>::table)
        if (text == QLatin1StringView(name))
            return known;
    return {};
}

/// A day, or a moment of a day, in the school's local time, as people write absences: "2026-11-23" or
/// "2026-11-23T12:30".
struct Moment {
    QDate date;
    std::optional<QTime> time;

    bool operator==(const Moment&) const = default;
};

/// Collects what is wrong with a document as it is read; the first problem found is the one told.
class Problems {
public:
    void add(const QString& path, const QString& problem);
    bool any() const { return m_first.has_value(); }
    /// `what` is the document: "The concern".
    Error error(const QString& what) const;

private:
    std::optional<std::pair<QString, QString>> m_first;
};

/// Where reading stands: a path such as "children[2].upn" and the problems found so far.
struct Place {
    QString path;
    Problems* problems;

    Place at(const char* key) const;
    Place at(qsizetype index) const;
    void refuse(const QString& problem) const { problems->add(path, problem); }
};

void readValue(const QCborValue& value, QString& out, const Field& field, const Place& place);
void readValue(const QCborValue& value, bool& out, const Field& field, const Place& place);
void readValue(const QCborValue& value, qint64& out, const Field& field, const Place& place);
void readValue(const QCborValue& value, int& out, const Field& field, const Place& place);
void readValue(const QCborValue& value, QDate& out, const Field& field, const Place& place);
void readValue(const QCborValue& value, QTime& out, const Field& field, const Place& place);
void readValue(const QCborValue& value, QDateTime& out, const Field& field, const Place& place);
void readValue(const QCborValue& value, Moment& out, const Field& field, const Place& place);
/// Bytes are a byte string in CBOR and base64url without padding in JSON.
void readValue(const QCborValue& value, QByteArray& out, const Field& field, const Place& place);
/// A value that is kept as it is, such as a school's own page of settings.
void readValue(const QCborValue& value, QCborMap& out, const Field& field, const Place& place);

QCborValue writeValue(const QString& value);
QCborValue writeValue(bool value);
QCborValue writeValue(qint64 value);
QCborValue writeValue(int value);
QCborValue writeValue(const QDate& value);
QCborValue writeValue(const QTime& value);
QCborValue writeValue(const QDateTime& value);
QCborValue writeValue(const Moment& value);
QCborValue writeValue(const QByteArray& value);
QCborValue writeValue(const QCborMap& value);

/// The sentence for an enum's value that is not one of its names.
QString notOneOf(const QStringList& names);

bool isMap(const QCborValue& value, const Place& place);
bool isList(const QCborValue& value, const Field& field, const Place& place);
void refuseUnknownKeys(const QCborMap& map, const QStringList& known, const Place& place);

template <class T>
concept Described = requires(T value, struct AnyVisitor& visit)
{
    T::isDescribed;
};

template <class E>
concept Named = requires
{
    Names<E>::table;
};

template <Described T> void readValue(const QCborValue& value, T& out, const Field& field, const Place& place);
template <Described T> QCborValue writeValue(const T& value);

template <Named E> void readValue(const QCborValue& value, E& out, const Field&, const Place& place)
{
    if (const auto known = valueOf<E>(value.toString())) {
        out = *known;
        return;
    }
    QStringList names;
    for (const auto& entry : Names<E>::table)
        names << QString::fromLatin1(entry.second);
    place.refuse(notOneOf(names));
}

template <Named E> QCborValue writeValue(E value)
{
    return nameOf(value);
}

template <class T>
void readValue(const QCborValue& value, std::optional<T>& out, const Field& field, const Place& place)
{
    T inner{};
    readValue(value, inner, field, place);
    out = std::move(inner);
}

template <class T> void readValue(const QCborValue& value, std::vector<T>& out, const Field& field, const Place& place)
{
    if (!isList(value, field, place))
        return;
    const auto array = value.toArray();
    out.resize(static_cast<std::size_t>(array.size()));
    for (qsizetype i = 0; i < array.size(); ++i)
        readValue(array.at(i), out[static_cast<std::size_t>(i)], field, place.at(i));
}

void readValue(const QCborValue& value, QStringList& out, const Field& field, const Place& place);
QCborValue writeValue(const QStringList& value);

template <class T> QCborValue writeValue(const std::vector<T>& values)
{
    QCborArray array;
    for (const auto& value : values)
        array.append(writeValue(value));
    return array;
}

// What is empty is not written.
inline bool isEmpty(const QString& value)
{
    return value.isEmpty();
}
inline bool isEmpty(bool value)
{
    return !value;
}
inline bool isEmpty(const QDate& value)
{
    return !value.isValid();
}
inline bool isEmpty(const QTime& value)
{
    return !value.isValid();
}
inline bool isEmpty(const QDateTime& value)
{
    return !value.isValid();
}
inline bool isEmpty(const QByteArray& value)
{
    return value.isEmpty();
}
inline bool isEmpty(const QStringList& value)
{
    return value.isEmpty();
}
inline bool isEmpty(const QCborMap& value)
{
    return value.isEmpty();
}
template <class T> bool isEmpty(const std::optional<T>& value)
{
    return !value;
}
template <class T> bool isEmpty(const std::vector<T>& value)
{
    return value.empty();
}
template <class T> bool isEmpty(const T&)
{
    return false;
}

template <class T> QCborValue writeValue(const std::optional<T>& value)
{
    return value ? writeValue(*value) : QCborValue(QCborValue::Null);
}

class Writer {
public:
    template <class T> void operator()(const char* key, const T& value, const Field& field = {})
    {
        if (field.required || !isEmpty(value))
            m_map.insert(QString::fromLatin1(key), writeValue(value));
    }
    QCborMap take() { return std::move(m_map); }

private:
    QCborMap m_map;
};

template <class T> inline constexpr bool mayBeNull = false;
template <class T> inline constexpr bool mayBeNull<std::optional<T>> = true;

class Reader {
public:
    Reader(const QCborMap& map, Place place)
        : m_map(map)
        , m_place(std::move(place))
    {
    }

    template <class T> void operator()(const char* key, T& value, const Field& field = {})
    {
        m_known << QString::fromLatin1(key);
        const auto found = m_map.value(QString::fromLatin1(key));
        if (found.isUndefined() || found.isNull()) {
            // A required field that may be null is there when it says null.
            if (field.required && !(mayBeNull<T> && found.isNull()))
                m_place.at(key).refuse(QStringLiteral("is missing"));
            return;
        }
        readValue(found, value, field, m_place.at(key));
    }
    void finish() const { refuseUnknownKeys(m_map, m_known, m_place); }

private:
    const QCborMap& m_map;
    Place m_place;
    QStringList m_known;
};

template <Described T> void readValue(const QCborValue& value, T& out, const Field&, const Place& place)
{
    if (!isMap(value, place))
        return;
    const auto map = value.toMap();
    Reader reader(map, place);
    T::describe(out, reader);
    reader.finish();
}

template <Described T> QCborValue writeValue(const T& value)
{
    Writer writer;
    T::describe(value, writer);
    return writer.take();
}

template <Described T> QCborMap toShape(const T& value)
{
    return writeValue(value).toMap();
}

/// The value that `map` spells. `what` names the document in the error: "The concern".
template <Described T> Expected<T> fromShape(const QCborValue& map, const QString& what)
{
    Problems problems;
    T value{};
    readValue(map, value, Field{}, Place{{}, &problems});
    if (problems.any())
        return tl::make_unexpected(problems.error(what));
    return value;
}

} // namespace heed::model
