#include "model/checklist.h"
#include "model/concern.h"

#include "qt_strings.h"

#include <catch2/catch_test_macros.hpp>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

using namespace heed;

namespace {

/// The keys that a struct's describe() names.
struct Keys {
    QSet<QString> all;
    QSet<QString> required;
    QMap<QString, int> longest;

    template <class T> void operator()(const char* key, T&, const model::Field& field = {})
    {
        all << QString::fromLatin1(key);
        if (field.required)
            required << QString::fromLatin1(key);
        if constexpr (std::is_same_v<std::remove_const_t<T>, QString>)
            longest[QString::fromLatin1(key)] = field.longest;
    }
};

template <class T> Keys keysOf()
{
    T value{};
    Keys keys;
    T::describe(value, keys);
    return keys;
}

QSet<QString> setOf(const QJsonValue& array)
{
    QSet<QString> out;
    for (const auto& one : array.toArray())
        if (one.isString())
            out << one.toString();
    return out;
}

template <class E> QSet<QString> namesOf()
{
    QSet<QString> names;
    for (const auto& entry : model::Names<E>::table)
        names << QString::fromLatin1(entry.second);
    return names;
}

template <class T> void holdAgainst(const QJsonObject& schema)
{
    const auto keys = keysOf<T>();
    const auto properties = schema[u"properties"].toObject();
    const auto names = properties.keys();
    CHECK(QSet<QString>(names.begin(), names.end()) == keys.all);
    CHECK(setOf(schema[u"required"]) == keys.required);
    CHECK(schema[u"additionalProperties"] == QJsonValue(false));
    for (auto [key, longest] : keys.longest.asKeyValueRange()) {
        INFO(key.toStdString());
        const auto property = properties[key].toObject();
        if (!property.contains(u"enum"))
            CHECK(property[u"maxLength"].toInt() == longest);
    }
}

} // namespace

TEST_CASE("the schema of a concern has the keys that Heed reads")
{
    QFile file(QStringLiteral(HEED_DOCS "/concern.schema.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto schema = QJsonDocument::fromJson(file.readAll()).object();
    const auto parts = schema[u"$defs"].toObject();
    holdAgainst<model::Concern>(schema);
    holdAgainst<model::Child>(parts[u"child"].toObject());
    holdAgainst<model::SignSeen>(parts[u"sign"].toObject());
    holdAgainst<model::BodyMark>(parts[u"mark"].toObject());
    holdAgainst<model::MissingFacts>(parts[u"missing"].toObject());
    holdAgainst<model::Involved>(parts[u"involved"].toObject());
    const auto enumOf = [&](QStringView part, QStringView key) {
        return setOf(parts[part][u"properties"][key][u"enum"]);
    };
    CHECK(enumOf(u"sign", u"source") == namesOf<model::Source>());
    CHECK(enumOf(u"mark", u"view") == namesOf<model::BodyView>());
    CHECK(setOf(schema[u"properties"][u"precision"][u"enum"]) == namesOf<model::Precision>());
    CHECK(enumOf(u"involved", u"kind") == namesOf<model::InvolvedKind>());
    CHECK(setOf(parts[u"child"][u"properties"][u"vulnerabilities"][u"items"][u"enum"]) ==
          namesOf<model::Vulnerability>());

    QFile list(QStringLiteral(HEED_CHECKLIST));
    REQUIRE(list.open(QIODevice::ReadOnly));
    QSet<QString> codes{model::otherSignCode};
    for (const auto& sign : QJsonDocument::fromJson(list.readAll())[u"signs"].toArray())
        codes << sign[u"code"].toString();
    CHECK(enumOf(u"sign", u"code") == codes);
}
