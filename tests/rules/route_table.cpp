#include "route_table.h"

#include "model/json.h"
#include "rules/school_time.h"

#include <QFile>

#include <stdexcept>

namespace heed::tests {
namespace {

template <class T> T read(QCborMap map, const QByteArray& changes)
{
    const auto over = model::parseJson(changes, QStringLiteral("The case"));
    if (!over)
        throw std::runtime_error(over.error().message.toStdString() + " in " + changes.toStdString());
    for (const auto& entry : *over)
        map.insert(entry.first.toString(), QCborValue(entry.second));
    const auto value = model::fromShape<T>(map, QStringLiteral("The case"));
    if (!value)
        throw std::runtime_error(value.error().message.toStdString());
    return *value;
}

QString brief(const QString& name)
{
    static const std::vector<std::pair<QString, QString>> names = {
        {QStringLiteral("Donna Wealleans"), QStringLiteral("DW")},
        {QStringLiteral("Amanda Clifton"), QStringLiteral("AC")},
        {QStringLiteral("Deborah Howard"), QStringLiteral("DH")},
        {QStringLiteral("Helen Woolf"), QStringLiteral("HW")},
        {QStringLiteral("Tracy Buckley"), QStringLiteral("TB")},
        {QStringLiteral("Kieran Bentley"), QStringLiteral("KB")},
        {QStringLiteral("Manchester MASH"), QStringLiteral("MASH")},
        {QStringLiteral("the LADO"), QStringLiteral("LADO")},
    };
    for (const auto& [full, initials] : names)
        if (full == name)
            return initials;
    return name;
}

} // namespace

model::Profile profileWith(const QByteArray& changes)
{
    QFile file(QStringLiteral(HEED_TEST_DATA "/../../resources/profiles/default.json"));
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("default.json is not there");
    return read<model::Profile>(model::parseJson(file.readAll(), QStringLiteral("The profile")).value(), changes);
}

model::Concern concernWith(const QByteArray& changes)
{
    const auto plain =
        model::parseJson(R"({"facts": "x", "child": {"onRoll": true}})", QStringLiteral("The concern")).value();
    return read<model::Concern>(plain, changes);
}

QDateTime at(const QByteArray& time)
{
    const auto text = QString::fromLatin1(time);
    if (text.size() > 16)
        return QDateTime::fromString(text, Qt::ISODate);
    return rules::atSchoolTime(QDate::fromString(text.left(10), Qt::ISODate),
                               QTime::fromString(text.mid(11), QStringLiteral("HH:mm")));
}

QString summary(const model::Route& route)
{
    QString text = nameOf(route.kind) + u' ' + brief(route.contact.name);
    if (!route.deputies.isEmpty()) {
        text += QStringLiteral(" >");
        for (const auto& name : route.deputies)
            text += u' ' + brief(name);
    }
    for (const auto& beside : route.also)
        text += QStringLiteral(" + ") + brief(beside.name);
    if (route.emergencyFirst)
        text += QStringLiteral(" !");
    return text;
}

} // namespace heed::tests
