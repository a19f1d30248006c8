#include "cli.h"

#include "qt_strings.h"

#include <catch2/catch_test_macros.hpp>

#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

const QByteArray words = "An invented letter about the lighthouse flat and the marmalade taxi.\n";

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

TEST_CASE("files: attach, list, save in the clear to where it is said, check")
{
    const auto& world = school();
    const auto vault = world.vault();
    const auto letter = world.write(u"letter.txt"_s, words);
    const auto program = world.write(u"setup.exe"_s, "MZ");
    const auto empty = world.write(u"empty.txt"_s, {});
    const auto concern = world.write(
        u"concern.json"_s, R"({"facts": "Handed me a letter.", "child": {"surname": "Quillfeather", "onRoll": true}})");
    const auto log = [&](const QStringList& files) {
        QStringList all{u"log"_s, vault, u"--file"_s, concern};
        for (const auto& file : files)
            all << u"--attach"_s << file;
        return world.as(teacher, all);
    };
    const auto sealed = [&] { return world.files().filter(QRegularExpression(u"/files/[0-9a-f]{32}$"_s)).size(); };

    for (const auto& bad : {program, empty, world.path(u"none.txt"_s)}) {
        const auto answer = log({letter, bad});
        CHECK(answer.exit == 2);
        CHECK(answer.json()[u"error"][u"message"].toString().contains(bad.section(u'/', -1)));
        CHECK(sealed() == 0);
    }
    const auto eleven = log(QStringList(11, letter));
    CHECK(eleven.exit == 2);
    CHECK(sealed() == 0);

    const auto logged = log({letter});
    INFO(logged.out.toStdString());
    REQUIRE(logged.exit == 0);
    CHECK(sealed() == 1);
    const auto file = logged.json()[u"files"][0].toObject();
    CHECK(file[u"name"].toString() == u"letter.txt"_s);
    CHECK(file[u"media"].toString() == u"text/plain"_s);
    CHECK(file[u"size"].toInt() == words.size());
    CHECK_FALSE(file.contains(u"key"));
    const auto reference = logged.json()[u"reference"].toString();

    const auto note = world.as(lead, {u"note"_s, vault, reference, u"--text"_s, u"Read it."_s, u"--attach"_s, letter});
    REQUIRE(note.exit == 0);
    const auto shown = world.as(lead, {u"show"_s, vault, reference});
    REQUIRE(shown.exit == 0);
    const auto listed = shown.json()[u"events"][0][u"files"][0].toObject();
    CHECK(listed == file);
    CHECK(world.as(lead, {u"list"_s, vault, u"--query"_s, u"letter.txt"_s}).json()[u"concerns"][0][u"files"].toInt() ==
          2);

    const auto save = [&](const QString& who, const QString& which, const QString& to) {
        return world.as(who, {u"file"_s, u"save"_s, vault, reference, u"--file"_s, which, u"--to"_s, to,
                              u"--recipient"_s, u"Manchester MASH"_s, u"--reason"_s, u"They asked"_s});
    };
    const auto out = world.path(u"saved.txt"_s);
    CHECK(save(teacher, file[u"id"].toString(), out).exit == 2);
    // Two are called so.
    CHECK(save(lead, u"letter.txt"_s, out).exit == 2);
    CHECK_FALSE(QFile::exists(out));
    const auto saved = save(lead, file[u"id"].toString(), out);
    INFO(saved.out.toStdString());
    REQUIRE(saved.exit == 0);
    CHECK(bytesOf(out) == words);
    CHECK(save(lead, file[u"id"].toString(), out).exit == 2);
    CHECK(save(lead, file[u"id"].toString(), u"-"_s).exit == 2); // with --json
    CHECK(world.as(lead, {u"verify"_s, vault}).exit == 0);

    // What was changed is not opened, and the check names it.
    const auto path = vault + u"/files/"_s + file[u"id"].toString();
    auto bytes = bytesOf(path);
    bytes[100] = static_cast<char>(bytes[100] ^ 1);
    QFile changed(path);
    REQUIRE(changed.open(QIODevice::WriteOnly));
    changed.write(bytes);
    changed.close();
    CHECK(save(lead, file[u"id"].toString(), world.path(u"again.txt"_s)).exit == 4);
    const auto checked = world.as(lead, {u"verify"_s, vault});
    CHECK(checked.exit == 4);
    CHECK(checked.out.contains("letter.txt"));
    bytes[100] = static_cast<char>(bytes[100] ^ 1);
    REQUIRE(changed.open(QIODevice::WriteOnly));
    changed.write(bytes);
    for (const auto& one : {letter, program, empty, concern, out})
        QFile::remove(one);
}
