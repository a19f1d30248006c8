#include "rows.h"

#include "bare.h"
#include "register/name_index.h"
#include "session/people.h"
#include "session/pupil_import.h"
#include "session/register.h"

#include <QFile>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <array>
#include <stdexcept>

#include <csv.h>

namespace heed::bench {
namespace {

constexpr int many = 5'000; // pupils: a large school
constexpr int trust = 50'000;
constexpr int entrySize = 2048; // bytes of a pupil's sealed entry, about

template <class T> T must(model::Expected<T> result)
{
    if (!result)
        throw std::runtime_error(result.error().message.toStdString());
    return std::move(*result);
}

/// With its check letter.
QString upnOf(int number)
{
    const auto digits = QStringLiteral("801200%1").arg(number, 6, 10, QLatin1Char('0'));
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i)
        sum += digits[i].digitValue() * static_cast<int>(i + 2);
    return QStringLiteral("ABCDEFGHJKLMNPQRTUVWXYZ").at(sum % 23) + digits;
}

QString forenameOf(int number)
{
    static const std::array names{"Jamie", "Robin", "Alex", "Sam", "Nia", "Ada", "Kit", "Jo"};
    return QString::fromLatin1(names[static_cast<std::size_t>(number) % names.size()]) + QString::number(number / 8);
}

QString surnameOf(int number)
{
    static const std::array names{"Made-up", "Invented", "Pretend", "Sample", "Mock", "Placeholder", "Example"};
    return QString::fromLatin1(names[static_cast<std::size_t>(number) % names.size()]);
}

QString birthOf(int number)
{
    return QDate(2009, 9, 1).addDays(number % 1800).toString(Qt::ISODate);
}

QByteArray ctfOf(const QString& house)
{
    QByteArray xml("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<CTfile><Header><DocumentName>Common Transfer "
                   "File</DocumentName><CTFversion>25.0</CTFversion></Header><CTFpupilData>\n");
    for (int i = 0; i < many; ++i)
        xml +=
            QStringLiteral("<Pupil><UPN>%1</UPN><Surname>%2</Surname><Forename>%3</Forename><DOB>%4</DOB><Sex>F</Sex>"
                           "<NCyearActual>9</NCyearActual><BasicDetails><MiddleNames>%5</MiddleNames></BasicDetails>"
                           "<Address><PostCode>M1 1AA</PostCode></Address></Pupil>\n")
                .arg(upnOf(i), surnameOf(i), forenameOf(i), birthOf(i), house)
                .toUtf8();
    return xml + "</CTFpupilData></CTfile>\n";
}

QByteArray csvOf(const QString& house)
{
    QByteArray csv("UPN,Surname,Forename,DOB,Sex,Year,Middle names,Postcode\n");
    for (int i = 0; i < many; ++i)
        csv += QStringLiteral("%1,%2,%3,%4,F,9,%5,M1 1AA\n")
                   .arg(upnOf(i), surnameOf(i), forenameOf(i), birthOf(i), house)
                   .toUtf8();
    return csv;
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        throw std::runtime_error("cannot write a sample file");
}

void bareXml(const QByteArray& bytes)
{
    QXmlStreamReader reader(bytes);
    qsizetype size = 0;
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::Characters)
            size += reader.text().size();
    if (reader.hasError() || size == 0)
        throw std::runtime_error("the sample is no XML");
}

void bareCsv(const QByteArray& bytes)
{
    csv_parser parser;
    csv_init(&parser, CSV_STRICT);
    std::size_t cells = 0;
    csv_parse(
        &parser, bytes.constData(), static_cast<std::size_t>(bytes.size()),
        [](void*, std::size_t, void* count) { ++*static_cast<std::size_t*>(count); }, nullptr, &cells);
    csv_fini(&parser, nullptr, nullptr, nullptr);
    csv_free(&parser);
    if (cells == 0)
        throw std::runtime_error("the sample is no CSV");
}

/// Each key of a name that is typed, as the form does.
template <class Find> void typeNames(Find find)
{
    for (const auto* name : {"jamie12 m", "nuhra pre", "placehol"}) {
        const auto typed = QString::fromLatin1(name);
        for (qsizetype i = 1; i <= typed.size(); ++i)
            find(typed.left(i));
    }
}
constexpr int keys = 9 + 9 + 8;

Row perKey(Row row)
{
    row.heed /= keys;
    row.bare /= keys;
    return row;
}

} // namespace

std::vector<Row> theRegister(int runs)
{
    QTemporaryDir folder;
    qputenv("XDG_STATE_HOME", folder.filePath(QStringLiteral("state")).toLocal8Bit());
    const auto lead = QStringLiteral("Testa Lead");
    const auto password = QStringLiteral("correct horse battery staple");
    session::SetUpRequest request;
    request.path = folder.filePath(QStringLiteral("Bench.heed"));
    request.profile = session::defaultProfile();
    request.member = lead;
    request.password = password;
    must(session::setUpVault(request));
    const auto session = must(session::Session::signIn(request.path, lead, crypto::spanOf(password.toUtf8())));
    BareDatabase bare(folder.filePath(QStringLiteral("bare.db")).toStdString());

    std::vector<Row> rows;
    const auto file = folder.filePath(QStringLiteral("pupils"));
    int time = 0;
    QByteArray bytes;
    // The first run, which is not counted, registers them; each other one changes all of them.
    const auto bringIn = [&](const char* name, auto make, auto parse) {
        rows.push_back(compare(
            name, runs,
            [&] {
                bytes = make(QStringLiteral("Sample%1").arg(++time));
                write(file, bytes);
                const auto done = must(session::importPupils(*session, {file, {}, {}, {}, {}}, {}));
                if (done.plan.added.size() + done.plan.changed.size() != many)
                    throw std::runtime_error("not all pupils were brought in");
            },
            [&] {
                parse(bytes);
                bare.insertManyAndCommit(many, entrySize);
            }));
    };
    bringIn("5,000 pupils of CTF, all changed", ctfOf, bareXml);
    bringIn("5,000 pupils of CSV, all changed", csvOf, bareCsv);

    std::vector<pupils::Named> named;
    for (int i = 0; i < trust; ++i)
        named.push_back(
            {QString::number(i), forenameOf(i), surnameOf(i), QStringLiteral("9B"), QStringLiteral("9"), true});
    const pupils::NameIndex index(named);
    const auto name = [](int i) { return QString(forenameOf(i) + u' ' + surnameOf(i)).toStdString(); };
    bare.makeNames("few", many, name);
    bare.makeNames("many", trust, name);
    rows.push_back(perKey(compare(
        "find a pupil among 5,000, each key", runs * 4,
        [&] { typeNames([&](const QString& typed) { must(session::findPupils(*session, typed)); }); },
        [&] { typeNames([&](const QString& typed) { bare.findNames("few", typed.toStdString()); }); })));
    rows.push_back(perKey(compare(
        "find a pupil among 50,000, each key", runs * 4,
        [&] { typeNames([&](const QString& typed) { index.find(typed, 12); }); },
        [&] { typeNames([&](const QString& typed) { bare.findNames("many", typed.toStdString()); }); })));
    return rows;
}

} // namespace heed::bench
