#pragma once

#include "model/shape.h"

#include <map>
#include <type_traits>

namespace heed::tests {

// What a described type says of itself, for tests that go through every field there is: a field that somebody adds
// tomorrow is in them without a word here.

enum class FieldKind { Text, Bytes, Number, Flag, Time, Name, List, Map };

/// A key as it stands in a written value: "members", "1", "keys", "0", "from".
struct KnownField {
    QStringList path;
    QString type; ///< the same without the places in lists: "members.keys.from"
    FieldKind kind = FieldKind::Text;
    model::Field field;
    bool isThere = false; ///< in this value
};

template <class T> struct Within {
    using Type = T;
};
template <class T> struct Within<std::optional<T>> {
    using Type = T;
};

template <class T> constexpr FieldKind kindOf()
{
    if constexpr (std::is_same_v<T, QString>)
        return FieldKind::Text;
    else if constexpr (std::is_same_v<T, QByteArray>)
        return FieldKind::Bytes;
    else if constexpr (std::is_same_v<T, bool>)
        return FieldKind::Flag;
    else if constexpr (std::is_integral_v<T>)
        return FieldKind::Number;
    else if constexpr (model::Named<T>)
        return FieldKind::Name;
    else if constexpr (model::Described<T>)
        return FieldKind::Map;
    else if constexpr (std::is_same_v<T, QDate> || std::is_same_v<T, QTime> || std::is_same_v<T, QDateTime> ||
                       std::is_same_v<T, model::Moment>)
        return FieldKind::Time;
    else
        return FieldKind::List;
}

/// Goes through a value's fields and those of what is in it.
class FieldList {
public:
    std::vector<KnownField> all;

    template <class T> void operator()(const char* key, const T& value, const model::Field& field = {})
    {
        const auto name = QString::fromLatin1(key);
        const Step step(*this, name, name, m_isThere && (field.required || !model::isEmpty(value)));
        note(value, field);
    }

private:
    /// One step deeper into the value, for as long as it lives.
    struct Step {
        Step(FieldList& list, const QString& key, const QString& type, bool isThere)
            : owner(list)
            , before{list.m_path, list.m_type, list.m_isThere}
        {
            owner.m_path << key;
            if (!type.isEmpty())
                owner.m_type << type;
            owner.m_isThere = isThere;
        }
        ~Step() { std::tie(owner.m_path, owner.m_type, owner.m_isThere) = before; }
        Step(const Step&) = delete;
        Step& operator=(const Step&) = delete;
        FieldList& owner;
        std::tuple<QStringList, QStringList, bool> before;
    };

    template <class T> void note(const T& value, const model::Field& field)
    {
        using Inner = typename Within<T>::Type;
        constexpr auto kind = kindOf<Inner>();
        if (m_path.size() != 0)
            all.push_back({m_path, m_type.join(u'.'), kind, field, m_isThere});
        if constexpr (!std::is_same_v<T, Inner>) {
            const Inner inner = value ? *value : Inner{};
            into(inner, field);
        } else {
            into(value, field);
        }
    }

    template <class T> void into(const T& value, const model::Field& field)
    {
        if constexpr (model::Described<T>) {
            T::describe(value, *this);
        } else if constexpr (kindOf<T>() == FieldKind::List && !std::is_same_v<T, QCborMap>) {
            using Item = std::decay_t<decltype(*value.begin())>;
            if (value.begin() == value.end()) {
                const Step step(*this, QStringLiteral("0"), {}, false);
                note(Item{}, field);
                return;
            }
            const auto last = static_cast<int>(value.size()) - 1;
            for (int i = 0; i <= last; ++i) {
                const Step step(*this, QString::number(i), {}, m_isThere);
                note(value[static_cast<decltype(value.size())>(i)], field);
            }
        }
    }

    QStringList m_path;
    QStringList m_type;
    bool m_isThere = true;
};

/// Every field of a value, and of what could be in it.
template <model::Described T> std::vector<KnownField> fieldsOf(const T& value)
{
    FieldList list;
    T::describe(value, list);
    return std::move(list.all);
}

/// Puts something into every field that is empty, so that none is left out when it is written.
class Filler {
public:
    template <class T> void operator()(const char*, T& value, const model::Field& = {}) { fill(value); }

    template <class T> static void fill(T& value)
    {
        if constexpr (model::Described<T>) {
            Filler filler;
            T::describe(value, filler);
        } else if constexpr (std::is_same_v<T, QString>) {
            if (value.isEmpty())
                value = QStringLiteral("Something");
        } else if constexpr (std::is_same_v<T, QByteArray>) {
            if (value.isEmpty())
                value = "something";
        } else if constexpr (model::Named<T>) {
            if (model::nameOf(value).isEmpty())
                value = model::Names<T>::table.front().first;
        } else if constexpr (std::is_same_v<T, bool>) {
            value = true;
        } else if constexpr (std::is_same_v<T, QDate>) {
            if (!value.isValid())
                value = QDate(2026, 11, 23);
        } else if constexpr (std::is_same_v<T, QTime>) {
            if (!value.isValid())
                value = QTime(9, 0);
        } else if constexpr (std::is_same_v<T, model::Moment>) {
            value = {QDate(2026, 11, 23), QTime(9, 0)};
        } else if constexpr (!std::is_same_v<typename Within<T>::Type, T>) {
            if (!value)
                value.emplace();
            fill(*value);
        } else if constexpr (kindOf<T>() == FieldKind::List) {
            if (value.empty())
                value.push_back({});
            fill(value.front());
        }
    }
};

template <model::Described T> T filled()
{
    T value{};
    Filler::fill(value);
    return value;
}

} // namespace heed::tests
