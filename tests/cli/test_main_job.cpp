#include "cli.h"

#include "qt_strings.h"

#include <catch2/catch_test_macros.hpp>

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

namespace {

/// Concerns come by standard input, so that no file in the clear is left by the test itself.
Answer log(const World& world, const QString& name, const QByteArray& concern)
{
    const auto password = world.write(QStringLiteral("password"), passwordOf(name).toUtf8() + '\n');
    auto answer =
        world.run({QStringLiteral("log"), world.vault(), QStringLiteral("--file"), QStringLiteral("-"),
                   QStringLiteral("--as"), name, QStringLiteral("--password-file"), password, QStringLiteral("--json")},
                  concern);
    QFile::remove(password);
    return answer;
}

QString textOfPdf(const QString& path)
{
    QProcess process;
    process.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace

TEST_CASE("the whole job: log, route, review, act, print, close")
{
    const auto& world = school();
    const auto vault = world.vault();

    // Set-up has left the shares for their holders, and only for them.
    for (const auto* name : {"share-1-of-3.pdf", "share-1-of-3.txt", "share-3-of-3.pdf", "share-3-of-3.txt"}) {
        const QFileInfo file(world.path(QStringLiteral("shares/") + QLatin1StringView(name)));
        CHECK(file.exists());
        CHECK(file.permissions() == (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser));
    }

    // Staff log a concern.
    const auto logged = log(world, teacher, concernJson());
    INFO(logged.out.toStdString());
    INFO(logged.error.toStdString());
    REQUIRE(logged.exit == 0);
    const auto slip = logged.json();
    const auto reference = slip[u"reference"].toString();
    CHECK(reference.size() == 13);
    CHECK_FALSE(slip[u"fingerprint"].toString().isEmpty());
    CHECK_FALSE(slip[u"child"].toString().isEmpty());
    CHECK(slip[u"loggedAt"].toString().contains(u'T'));
    CHECK(slip[u"route"][u"kind"].toString() == QStringLiteral("dsl"));
    CHECK(slip[u"route"][u"contact"][u"name"].toString() == lead);

    // They see their own, and nothing else.
    CHECK(world
              .as(teacher,
                  {QStringLiteral("told"), vault, reference, QStringLiteral("--how"), QStringLiteral("In person")})
              .exit == 0);
    CHECK(world
              .as(teacher, {QStringLiteral("amend"), vault, reference, QStringLiteral("--text"),
                            QStringLiteral("The taxi came again.")})
              .exit == 0);
    const auto mine = world.as(teacher, {QStringLiteral("mine"), vault}).json()[u"concerns"].toArray();
    REQUIRE(mine.size() == 1);
    CHECK(mine[0][u"reference"].toString() == reference);
    CHECK(mine[0][u"toldAnswered"] == QJsonValue(true));
    const auto notTheirs = world.as(teacher, {QStringLiteral("show"), vault, reference});
    const auto notThere = world.as(teacher, {QStringLiteral("show"), vault, QStringLiteral("2222-2222-222")});
    CHECK(notTheirs.exit == notThere.exit);
    CHECK(notTheirs.errorCode() == notThere.errorCode());

    // A lead reviews it.
    const auto waiting =
        world.as(lead, {QStringLiteral("list"), vault, QStringLiteral("--status"), QStringLiteral("waiting")}).json();
    REQUIRE(waiting[u"concerns"].toArray().size() == 1);
    CHECK(waiting[u"concerns"][0][u"reference"].toString() == reference);
    CHECK(waiting[u"concerns"][0][u"child"].toString() == QStringLiteral("Zebedina Quillfeather"));
    CHECK(waiting[u"counts"][u"waiting"].toInt() == 1);
    const auto act = [&](const char* verb, const QStringList& more) {
        const auto answer = world.as(lead, QStringList{QLatin1StringView(verb), vault, reference} + more);
        INFO(verb);
        INFO(answer.out.toStdString());
        CHECK(answer.exit == 0);
        return answer.json();
    };
    act("acknowledge", {});
    act("level", {QStringLiteral("--level"), QStringLiteral("high"), QStringLiteral("--reason"),
                  QStringLiteral("Two unknown men")});
    act("note", {QStringLiteral("--text-file"),
                 world.write(QStringLiteral("note"), "The form tutor has seen the taxi too.\n")});
    const auto action = act("action", {QStringLiteral("--text"), QStringLiteral("Ring home"), QStringLiteral("--who"),
                                       lead, QStringLiteral("--due"), QStringLiteral("2026-12-01")})[u"action"]
                            .toString();
    REQUIRE(action.size() > 8);
    act("action", {QStringLiteral("--done"), action.left(8), QStringLiteral("--text"),
                   QStringLiteral("Rung; nobody had known.")});
    act("contact", {QStringLiteral("--who"), QStringLiteral("Duty worker"), QStringLiteral("--agency"),
                    QStringLiteral("Manchester MASH"), QStringLiteral("--when"), QStringLiteral("2026-11-20T15:00"),
                    QStringLiteral("--how"), QStringLiteral("Telephone"), QStringLiteral("--text"),
                    QStringLiteral("Read out."), QStringLiteral("--reference"), QStringLiteral("M-17")});
    act("decide", {QStringLiteral("--decision"), QStringLiteral("referral"), QStringLiteral("--reason"),
                   QStringLiteral("Harm is likely")});
    act("refer",
        {QStringLiteral("--to"), QStringLiteral("Manchester MASH"), QStringLiteral("--when"),
         QStringLiteral("2026-11-20T15:00:00Z"), QStringLiteral("--reason"), QStringLiteral("Significant harm")});
    // Who knows and who agreed need no referral's form; what lacks its reason is refused.
    act("informed", {QStringLiteral("--who"), QStringLiteral("parents"), QStringLiteral("--not-told"),
                     QStringLiteral("--reason"), QStringLiteral("A carer is named in it")});
    act("informed", {QStringLiteral("--who"), QStringLiteral("child"), QStringLiteral("--when"),
                     QStringLiteral("2026-11-20T15:10:00Z"), QStringLiteral("--how"), QStringLiteral("In person")});
    act("consent", {QStringLiteral("--answer"), QStringLiteral("not-sought"), QStringLiteral("--to"),
                    QStringLiteral("The referral"), QStringLiteral("--reason"), QStringLiteral("Significant harm")});
    for (const auto& lacking :
         {QStringList{QStringLiteral("informed"), vault, reference, QStringLiteral("--who"), QStringLiteral("parents"),
                      QStringLiteral("--not-told")},
          QStringList{QStringLiteral("informed"), vault, reference, QStringLiteral("--who"), QStringLiteral("other")},
          QStringList{QStringLiteral("consent"), vault, reference, QStringLiteral("--to"),
                      QStringLiteral("The referral"), QStringLiteral("--answer"), QStringLiteral("not-sought")}})
        CHECK(world.as(lead, lacking).exit == 2);
    act("assess", {QStringLiteral("--tool"), QStringLiteral("Hub assessment"), QStringLiteral("--level"),
                   QStringLiteral("amber"), QStringLiteral("--date"), QStringLiteral("2026-11-20"),
                   QStringLiteral("--trend"), QStringLiteral("up"), QStringLiteral("--basis"),
                   QStringLiteral("Two visits"), QStringLiteral("--assessor"), QStringLiteral("An invented worker")});
    act("assess",
        {QStringLiteral("--tool"), QStringLiteral("Another"), QStringLiteral("--level"), QStringLiteral("not known"),
         QStringLiteral("--date"), QStringLiteral("not known"), QStringLiteral("--basis"), QStringLiteral("not known"),
         QStringLiteral("--assessor"), QStringLiteral("not known")});
    const auto part = [](const char* word) {
        return QByteArray("{\"evidence\": \"") + word +
               " known\", \"judgement\": \"It counts\", \"rationale\": \"Two people said so\"}";
    };
    const auto review = [&](const QByteArray& context) {
        return world.write(QStringLiteral("review.json"),
                           "{\"vulnerabilities\": " + part("marmalade") + ", \"risk\": " + part("r") +
                               ", \"possibleHarm\": " + part("p") + ", \"protectiveFactors\": " + part("f") +
                               ", \"childsView\": " + part("v") + context + "}");
    };
    for (const auto& half : {QByteArray(), QByteArray(", \"context\": {\"evidence\": \" \", \"judgement\": \"x\", "
                                                      "\"rationale\": \"y\"}")})
        CHECK(
            world.as(lead, {QStringLiteral("review"), vault, reference, QStringLiteral("--file"), review(half)}).exit ==
            2);
    const auto full = review(", \"context\": " + part("c"));
    act("review", {QStringLiteral("--file"), full});
    CHECK(QFile::remove(full));
    act("feedback", {QStringLiteral("--text"), QStringLiteral("Thank you; we are acting on it.")});

    // What could not be read again is not written, and a copy that cannot be written is not recorded.
    CHECK(world.as(lead, {QStringLiteral("contact"), vault, reference, QStringLiteral("--who"), QString(400, u'x')})
              .exit == 2);
    const auto nowhere =
        world.as(lead, {QStringLiteral("print"), vault, reference, QStringLiteral("--kind"), QStringLiteral("summary"),
                        QStringLiteral("--pdf"), QStringLiteral("/sys/summary.pdf"), QStringLiteral("--recipient"),
                        QStringLiteral("Manchester MASH"), QStringLiteral("--reason"), QStringLiteral("Referral")});
    CHECK(nowhere.exit == 1);

    // It leaves the school on paper.
    const auto pdf = world.path(QStringLiteral("summary.pdf"));
    const auto printed = act("print", {QStringLiteral("--kind"), QStringLiteral("summary"), QStringLiteral("--pdf"),
                                       pdf, QStringLiteral("--recipient"), QStringLiteral("Manchester MASH"),
                                       QStringLiteral("--reason"), QStringLiteral("Referral")});
    CHECK(printed[u"copy"].toInt() == 1);
    CHECK(QFile(pdf).permissions() == (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser));
    if (!QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty()) {
        const auto text = textOfPdf(pdf).simplified();
        for (const auto* word : {"Zebedina", "marmalade taxi", "nobody asked me", "Confidential", "Manchester MASH"}) {
            INFO(word);
            CHECK(text.contains(QLatin1StringView(word)));
        }
        CHECK(text.contains(reference));
    }
    const auto cpoms =
        act("print", {QStringLiteral("--kind"), QStringLiteral("cpoms"), QStringLiteral("--recipient"),
                      QStringLiteral("CPOMS"), QStringLiteral("--reason"), QStringLiteral("The school's record")});
    CHECK(cpoms[u"text"].toString().contains(QStringLiteral("marmalade taxi")));

    act("close", {QStringLiteral("--outcome"), QStringLiteral("With social care"), QStringLiteral("--reason"),
                  QStringLiteral("Referred")});
    act("reopen", {QStringLiteral("--reason"), QStringLiteral("Seen again")});
    act("close", {QStringLiteral("--outcome"), QStringLiteral("With social care"), QStringLiteral("--reason"),
                  QStringLiteral("Told them")});

    const auto record = act("show", {});
    CHECK(record[u"state"].toString() == QStringLiteral("closed"));
    CHECK(record[u"level"].toString() == QStringLiteral("high"));
    CHECK(record[u"acknowledgedBy"].toString() == lead);
    CHECK(record[u"concern"][u"facts"].toString().contains(QStringLiteral("marmalade taxi")));
    CHECK(record[u"actions"][0][u"doneBy"].toString() == lead);
    CHECK(record[u"fingerprint"] == slip[u"fingerprint"]);
    QStringList kinds;
    for (const auto& event : record[u"events"].toArray())
        kinds << event[u"kind"].toString();
    for (const auto* kind : {"concern", "told", "addition", "acknowledged", "level-set", "note", "action-added",
                             "action-done", "contact-made", "decision", "referral", "assessment", "review", "feedback",
                             "printed", "closed", "reopened"}) {
        INFO(kind);
        CHECK(kinds.contains(QLatin1StringView(kind)));
    }
    const auto child = world.as(lead, {QStringLiteral("child"), vault, slip[u"child"].toString()}).json();
    CHECK(child[u"name"].toString() == QStringLiteral("Zebedina Quillfeather"));
    CHECK(child[u"concerns"].toArray().size() == 1);
    const auto found =
        world.as(lead, {QStringLiteral("list"), vault, QStringLiteral("--query"), QStringLiteral("marmalade")}).json();
    CHECK(found[u"concerns"].toArray().size() == 1);

    // A worry about an adult here goes to the head alone, and only once there is one to read it.
    const QByteArray about = R"({"facts": "A lift home, alone: the marmalade taxi's driver.", "aboutStaff": true,
                                 "child": {"forename": "Zebedina", "onRoll": true}})";
    const auto nobody = log(world, teacher, about);
    CHECK(nobody.exit == 3);
    CHECK(nobody.errorCode() == QStringLiteral("no-reader"));
    CHECK(world.as(head, {QStringLiteral("list"), vault}).json()[u"concerns"].toArray().isEmpty());
    const auto toHead = log(world, teacher, about);
    INFO(toHead.out.toStdString());
    REQUIRE(toHead.exit == 0);
    CHECK(toHead.json()[u"route"][u"kind"].toString() == QStringLiteral("head"));
    const auto secret = toHead.json()[u"reference"].toString();
    CHECK(world.as(lead, {QStringLiteral("show"), vault, secret}).exit == 2);
    CHECK(world.as(head, {QStringLiteral("acknowledge"), vault, secret}).exit == 0);
    CHECK(world.as(lead, {QStringLiteral("list"), vault}).json()[u"concerns"].toArray().size() == 1);

    const auto verified = world.as(lead, {QStringLiteral("verify"), vault});
    INFO(verified.out.toStdString());
    CHECK(verified.exit == 0);
    CHECK(verified.json()[u"findings"].toArray().isEmpty());
    CHECK(verified.json()[u"entries"].toInt() > 18);

    // The sheet that left the school, held against the vault; and one that it never printed.
    const auto sheet = world.as(lead, {QStringLiteral("verify"), vault, QStringLiteral("--sheet"),
                                       printed[u"fingerprint"].toString().toUpper()});
    INFO(sheet.out.toStdString());
    CHECK(sheet.exit == 0);
    CHECK(sheet.json()[u"sheet"][u"verdict"].toString() == QStringLiteral("grown"));
    CHECK(sheet.json()[u"sheet"][u"copy"][u"reference"].toString() == reference);
    CHECK(sheet.json()[u"sheet"][u"copy"][u"entriesSince"].toInt() >= 3);
    const auto strange = world.as(lead, {QStringLiteral("verify"), vault, QStringLiteral("--sheet"),
                                         world.write(QStringLiteral("sheet.txt"), QByteArray("1f3a ").repeated(16))});
    CHECK(strange.exit == 2);
    CHECK(strange.errorCode() == QStringLiteral("not-found"));
    CHECK(strange.json()[u"sheet"][u"verdict"].toString() == QStringLiteral("unknown"));

    // No word of the record lies anywhere in the clear, but on the paper that was asked for.
    REQUIRE(QFile::remove(pdf));
    const auto files = world.files();
    CHECK(files.size() > 8);
    for (const auto& path : files) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        const auto bytes = file.readAll();
        INFO(path.toStdString());
        for (const auto& word : recordWords) {
            INFO(word.toStdString());
            CHECK_FALSE(bytes.toLower().contains(word.toUtf8().toLower()));
            CHECK_FALSE(bytes.contains(QByteArray(reinterpret_cast<const char*>(word.utf16()), 2 * word.size())));
        }
        for (const auto& name : {lead, teacher, head})
            CHECK_FALSE(bytes.contains(passwordOf(name).toUtf8()));
        if (path.contains(QStringLiteral("/state/")) && !path.endsWith(QStringLiteral(".json")))
            CHECK_FALSE(bytes.contains(teacher.toUtf8()));
    }
}
