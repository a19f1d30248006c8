#include "cli.h"

#include "qt_strings.h"

#include <catch2/catch_test_macros.hpp>

#include <QFile>
#include <QRegularExpression>

namespace {

QStringList words(const char* line)
{
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

TEST_CASE("what is not understood is refused with one sentence and exit code 2")
{
    const World world;
    for (const auto* line : {"frobnicate",
                             "member frobnicate V",
                             "log",
                             "log V",
                             "log V --file",
                             "log V --file x",
                             "list V --as A",
                             "list V --as A --password-file p extra",
                             "list V --as A --as B --password-file p",
                             "list V --as A --password-file p --colour red",
                             "list V --as A --password-file p --json=yes",
                             "list V -x",
                             "list V --as A --password-file p --limit many",
                             "list V --as A --password-file p --status asleep",
                             "log V --file - --as A --password-file -",
                             "level V R --level enormous --reason x --as A --password-file p",
                             "route --profile p --facts f",
                             "print V R --kind poster --recipient r --reason x --as A --password-file p",
                             "note V R --text-file --as A --password-file p",
                             "note V R --text x --text-file f --as A --password-file p",
                             "note V R --text-file - --as A --password-file -",
                             "note V R --text-file nowhere --as A --password-file p",
                             "list V --limit-file f --as A --password-file p",
                             "recover V --share s",
                             "backup V D"}) {
        INFO(line);
        const auto plain = world.run(words(line));
        CHECK(plain.exit == 2);
        CHECK(plain.out.isEmpty());
        CHECK(plain.error.count(u'\n') == 1);
        CHECK(plain.error.trimmed().endsWith(u'.'));
    }
    const auto json = world.run(words("list V --as A --colour red --json"));
    CHECK(json.exit == 2);
    CHECK(json.errorCode() == QStringLiteral("bad-input"));
    CHECK(json.error.isEmpty());
}

TEST_CASE("usage names every verb and every flag")
{
    const World world;
    const auto all = world.run({QStringLiteral("--help")});
    CHECK(all.exit == 0);
    CHECK(all.error.isEmpty());
    for (const auto* verb : {"init",          "member add",
                             "member list",   "member passwd",
                             "log",           "mine",
                             "list",          "show",
                             "child",         "told",
                             "amend",         "acknowledge",
                             "level",         "note",
                             "action",        "contact",
                             "decide",        "refer",
                             "assess",        "informed",
                             "consent",       "entered",
                             "feedback",      "handover",
                             "pass",          "close",
                             "reopen",        "print",
                             "names",         "pack",
                             "route",         "guidance list",
                             "guidance show", "guidance search",
                             "profile show",  "profile set",
                             "verify",        "demo"}) {
        INFO(verb);
        CHECK(all.out.contains(QByteArray("\n  " + QByteArray(verb) + ' ')));
    }
    CHECK(world.run(words("member add --help")).out.contains("--new-password-file FILE"));
    CHECK(world.run(words("member")).out.contains("member passwd"));
    CHECK(world.run(words("--version")).out.startsWith("heed-cli "));
    CHECK(world.run(words("--help --json")).json().contains(u"usage"));
}

TEST_CASE("the page on the command line tells of the verbs and flags that there are")
{
    const World world;
    QFile file(QStringLiteral(HEED_DOCS "/command-line.md"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto page = QString::fromUtf8(file.readAll());

    // "  log VAULT     help", of `heed-cli --help`
    static const QRegularExpression verbLine(QStringLiteral("^  ([a-z]+(?: [a-z-]+)?)(?= +[A-Z])"),
                                             QRegularExpression::MultilineOption);
    static const QRegularExpression flagLine(QStringLiteral("^  (--[a-z-]+)"), QRegularExpression::MultilineOption);
    QStringList verbs;
    const auto usage = QString::fromUtf8(world.run({QStringLiteral("--help")}).out);
    for (auto found = verbLine.globalMatch(usage); found.hasNext();)
        verbs << found.next().captured(1);
    REQUIRE(verbs.size() > 30);
    for (const auto& verb : verbs) {
        INFO(verb.toStdString());
        const auto start = page.indexOf(QStringLiteral("\n### %1\n").arg(verb));
        REQUIRE(start >= 0);
        const auto end = page.indexOf(QStringLiteral("\n##"), start + 4);
        const auto part = page.mid(start, end < 0 ? -1 : end - start);
        const auto own = QString::fromUtf8(world.run(verb.split(u' ') + QStringList{QStringLiteral("--help")}).out);
        QStringList flags;
        for (auto found = flagLine.globalMatch(own); found.hasNext();)
            flags << found.next().captured(1);
        flags.removeAll(QStringLiteral("--help"));
        flags.removeAll(QStringLiteral("--json"));
        flags.removeAll(QStringLiteral("--as"));
        flags.removeAll(QStringLiteral("--password-file"));
        for (const auto& flag : flags) {
            INFO(flag.toStdString());
            CHECK(part.contains(QString(u'`' + flag)));
        }
        static const QRegularExpression written(QStringLiteral("`(--[a-z-]+)"));
        for (auto found = written.globalMatch(part); found.hasNext();) {
            const auto flag = found.next().captured(1);
            INFO(flag.toStdString());
            CHECK(flags.contains(flag));
        }
    }
    CHECK(page.count(QStringLiteral("\n### ")) == verbs.size());
}
