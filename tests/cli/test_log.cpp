#include "cli.h"

#include "qt_strings.h"

#include <catch2/catch_test_macros.hpp>

#include <QFile>
#include <QJsonDocument>
#include <QSet>

#include <memory>

namespace {

QJsonObject schema()
{
    QFile file(QStringLiteral(HEED_DOCS "/concern.schema.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QJsonDocument::fromJson(file.readAll()).object();
}

/// Every key that stands anywhere in `value`, as "child.forename" or "signs.note": lists are passed through.
void collectKeys(const QJsonValue& value, const QString& at, QSet<QString>& keys)
{
    if (value.isArray()) {
        for (const auto& one : value.toArray())
            collectKeys(one, at, keys);
        return;
    }
    const auto object = value.toObject();
    for (auto one = object.begin(); one != object.end(); ++one) {
        const QString here = at.isEmpty() ? one.key() : at + u'.' + one.key();
        keys << here;
        collectKeys(one.value(), here, keys);
    }
}

/// The same of what a schema allows.
void collectProperties(const QJsonObject& whole, QJsonObject part, const QString& at, QSet<QString>& keys)
{
    for (const auto& one : part[u"oneOf"].toArray())
        if (one.toObject().contains(u"$ref"))
            part = one.toObject();
    if (part.contains(u"items"))
        part = part[u"items"].toObject();
    if (part.contains(u"$ref"))
        part = whole[u"$defs"][part[u"$ref"].toString().section(u'/', -1)].toObject();
    const auto properties = part[u"properties"].toObject();
    for (auto one = properties.begin(); one != properties.end(); ++one) {
        const QString here = at.isEmpty() ? one.key() : at + u'.' + one.key();
        keys << here;
        collectProperties(whole, one.value().toObject(), here, keys);
    }
}

/// What of `wanted` is not so in `given`; what is null, false or empty may be left out there.
QStringList missingFrom(const QJsonValue& wanted, const QJsonValue& given, const QString& at)
{
    if (wanted.isObject()) {
        QStringList found;
        const auto object = wanted.toObject();
        for (auto one = object.begin(); one != object.end(); ++one)
            found << missingFrom(one.value(), given[one.key()], at + u'.' + one.key());
        return found;
    }
    if (wanted.isArray()) {
        QStringList found;
        if (wanted.toArray().size() != given.toArray().size())
            found << at;
        for (qsizetype i = 0; i < wanted.toArray().size(); ++i)
            found << missingFrom(wanted[i], given[i], QStringLiteral("%1[%2]").arg(at).arg(i));
        return found;
    }
    const bool isNothing = wanted.isNull() || wanted == QJsonValue(false);
    return wanted == given || (isNothing && (given.isNull() || given.isUndefined())) ? QStringList() : QStringList{at};
}

/// A school of these tests: others count what their authors logged.
const World& ours()
{
    static const auto world = [] {
        auto made = std::make_unique<World>();
        made->setUp();
        return made;
    }();
    return *world;
}

Answer log(const World& world, const QJsonValue& concern, const QStringList& flags = {})
{
    const auto path = world.write(QStringLiteral("concern.json"), QJsonDocument(concern.toObject()).toJson());
    auto answer =
        world.as(teacher, QStringList{QStringLiteral("log"), world.vault(), QStringLiteral("--file"), path} + flags);
    QFile::remove(path);
    return answer;
}

} // namespace

TEST_CASE("the example of the schema has every key that there is, and is logged and shown as it stands")
{
    const auto whole = schema();
    const auto example = whole[u"examples"][0];
    QSet<QString> used;
    QSet<QString> allowed;
    collectKeys(example, {}, used);
    collectProperties(whole, whole, {}, allowed);
    CHECK(allowed.size() > 60);
    // Only the register gives an id; the first child's keys stand for the further ones'.
    for (const auto& key : std::as_const(allowed))
        if (!key.endsWith(QStringLiteral(".id")) && !key.startsWith(QStringLiteral("children."))) {
            INFO(key.toStdString());
            CHECK(used.contains(key));
        }

    const auto& world = ours();
    const auto logged = log(world, example);
    INFO(logged.out.toStdString());
    INFO(logged.error.toStdString());
    REQUIRE(logged.exit == 0);
    const auto reference = logged.json()[u"reference"].toString();
    const auto shown = world.as(lead, {QStringLiteral("show"), world.vault(), reference}).json();
    const auto lost = missingFrom(example, shown[u"concern"], {});
    INFO(lost.join(u' ').toStdString());
    CHECK(lost.isEmpty());
}

TEST_CASE("what people type by mistake is logged as it is or refused by its key, and never half")
{
    struct Row {
        const char* what;
        const char* concern;
        const char* refused; ///< the key that the sentence names; nothing: it is logged
    };
    const std::vector<Row> rows{
        {"a name of one letter", R"({"child": {"surname": "O"}, "facts": "x"})", nullptr},
        {"right to left", R"({"child": {"forename": "ليلى"}, "facts": "قالت إنها خائفة"})", nullptr},
        {"combining marks", R"({"child": {"forename": "Zoe\u0308"}, "facts": "a\u0301\u0327"})", nullptr},
        {"emoji", R"({"facts": "😭👨‍👩‍👧"})", nullptr},
        {"formatting", R"({"facts": "<b>loud</b>\r\n\ttab"})", nullptr},
        {"a birth to come", R"({"child": {"dateOfBirth": "2999-01-01"}, "facts": "x"})", "child.dateOfBirth"},
        {"30 years old", R"({"child": {"dateOfBirth": "1990-01-01"}, "facts": "x"})", "child.dateOfBirth"},
        {"a wrong check letter", R"({"child": {"upn": "A801200005001"}, "facts": "x"})", "child.upn"},
        {"seen in the future", R"({"observedAt": "2999-01-01T10:00:00Z", "facts": "x"})", "observedAt"},
        {"a day without its time", R"({"observedAt": "2025-01-01", "facts": "x"})", "observedAt"},
        {"a mark beside its picture", R"({"bodyMap": [{"view": "front", "x": 2000, "y": 0}], "facts": "x"})",
         "bodyMap[0]"},
        {"a view that there is not", R"({"bodyMap": [{"view": "top", "x": 2, "y": 0}], "facts": "x"})",
         "bodyMap[0].view"},
        {"a key of no form", R"({"facts": "x", "fakts": "x"})", "fakts"},
    };
    const auto& world = ours();
    const auto count = [&] {
        return world.as(teacher, {QStringLiteral("mine"), world.vault()}).json()[u"concerns"].toArray().size();
    };
    auto before = count();
    for (const auto& row : rows) {
        INFO(row.what);
        const auto concern = QJsonDocument::fromJson(row.concern).object();
        REQUIRE_FALSE(concern.isEmpty());
        const auto answer = log(world, concern);
        INFO(answer.out.toStdString());
        CHECK(answer.exit == (row.refused ? 2 : 0));
        if (row.refused)
            CHECK(answer.json()[u"error"][u"message"].toString().contains(
                QStringLiteral("\"%1\"").arg(QLatin1StringView(row.refused))));
        else
            ++before;
    }
    // A dry run says whom to tell and what could be better, and records nothing; logging says it too and stops nothing.
    const QJsonObject blaming{
        {QStringLiteral("facts"), QStringLiteral("Jamie is promiscuous.")},
        {QStringLiteral("observedAt"), QDateTime::currentDateTimeUtc().addDays(-9).toString(Qt::ISODate)}};
    const auto adviceOf = [](const QJsonObject& json) {
        QStringList keys;
        for (const auto& one : json[u"advice"].toArray()) {
            CHECK_FALSE(one[u"sentence"].toString().isEmpty());
            keys << one[u"key"].toString();
        }
        return keys;
    };
    const auto dry = log(world, blaming, {QStringLiteral("--dry-run")}).json();
    CHECK(dry[u"dryRun"].toBool());
    CHECK_FALSE(dry.contains(u"reference"));
    CHECK_FALSE(dry[u"route"][u"contact"][u"name"].toString().isEmpty());
    CHECK(adviceOf(dry).contains(QStringLiteral("delayReason")));
    CHECK(adviceOf(dry).contains(QStringLiteral("facts")));
    CHECK(count() == before);
    const auto logged = log(world, blaming).json();
    CHECK(adviceOf(logged) == adviceOf(dry));
    CHECK(logged.contains(u"reference"));
    ++before;

    QJsonObject longOne{{QStringLiteral("facts"), QString(100'000, u'w')}};
    CHECK(log(world, longOne).exit == 0);
    longOne[QStringLiteral("facts")] = QString(200'001, u'w');
    CHECK(log(world, longOne).exit == 2);
    CHECK(count() == before + 1);
}
