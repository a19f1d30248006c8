#include "qt_strings.h"
#include "samples.h"

#include "report/paint.h"
#include "report/pdf.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

using namespace heed;
using namespace heed::report;

namespace {

QString run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    REQUIRE(process.waitForFinished(60'000));
    INFO(process.readAllStandardError().toStdString());
    REQUIRE(process.exitCode() == 0);
    return QString::fromUtf8(process.readAllStandardOutput());
}

std::vector<std::pair<QString, Document>> allDocuments()
{
    return {{QStringLiteral("summary"), summary(samples::summary())},
            {QStringLiteral("chronology"), chronology(samples::chronology())},
            {QStringLiteral("call-sheet"), callSheet(samples::callSheet())},
            {QStringLiteral("cpoms"), cpomsEntry(samples::cpoms())},
            {QStringLiteral("continuity"), continuityPack(samples::continuity())},
            {QStringLiteral("share"), recoveryShare(samples::share())},
            {QStringLiteral("slip"), slip(samples::slip())}};
}

} // namespace

TEST_CASE("Every document is a sound PDF: A4, fonts embedded, titled, no child in it")
{
    const QTemporaryDir folder;
    for (const auto& [name, document] : allDocuments()) {
        INFO(name.toStdString());
        const auto path = folder.filePath(name + QStringLiteral(".pdf"));
        REQUIRE(writePdf(document, path));

        const auto info = run(QStringLiteral("pdfinfo"), {path});
        CHECK(info.contains(QRegularExpression(QStringLiteral("Page size: +595 x 842 pts \\(A4\\)"))));
        CHECK(info.contains(QStringLiteral("Title:           ") + document.sheet.title));
        CHECK_FALSE(info.contains(QStringLiteral("Testy")));
        CHECK(info.contains(QRegularExpression(QStringLiteral("Pages: +%1\\n").arg(pageCount(document)))));
        CHECK(run(QStringLiteral("pdfinfo"), {QStringLiteral("-meta"), path})
                  .contains(QStringLiteral("pdfaid:part=\"1\"")));

        const auto fonts = run(QStringLiteral("pdffonts"), {path}).split(u'\n', Qt::SkipEmptyParts);
        REQUIRE(fonts.size() > 2);
        for (qsizetype i = 2; i < fonts.size(); ++i) {
            // name, type, encoding, emb, sub, uni, object
            const auto words = fonts[i].simplified().split(u' ');
            REQUIRE(words.size() >= 6);
            CHECK(words[words.size() - 5] == QStringLiteral("yes"));
            CHECK(words[words.size() - 3] == QStringLiteral("yes")); // its text can be searched and read aloud
        }
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        const auto bytes = file.readAll();
        CHECK(bytes.contains("/Lang (en-GB)"));
        CHECK(bytes.contains("/Outlines "));
        CHECK_FALSE(bytes.contains("/etc/passwd"));

        // What ISO 19005-1 asks for at level B, as far as bytes show it.
        CHECK(bytes.startsWith("%PDF-1.4"));
        CHECK(bytes.contains("/GTS_PDFA1"));
        CHECK(bytes.contains("/DestOutputProfile"));
        CHECK(bytes.count("/ID ") + bytes.count("/ID[") >= 2); // in the trailer of the update too
        const auto meta = run(QStringLiteral("pdfinfo"), {QStringLiteral("-meta"), path});
        CHECK(meta.contains(QStringLiteral("pdfaid:conformance=\"B\"")));
        CHECK(meta.contains(document.sheet.title));
        for (const auto* forbidden : {"/Encrypt", "/JavaScript", "/JS", "/Launch", "/URI", "/EmbeddedFiles",
                                      "/AcroForm", "/Transparency", "/LZWDecode"}) {
            INFO(forbidden);
            CHECK_FALSE(bytes.contains(forbidden));
        }
    }
}

TEST_CASE("Nothing in a redacted PDF holds a hidden name: pages, bookmarks, metadata")
{
    const QTemporaryDir folder;
    Redaction redaction{{}, samples::thirdParties()};
    auto full = samples::summary();
    full.record.events.front().files = {{QString(32, u'a'), QStringLiteral("Dez and Sample.txt"),
                                         QStringLiteral("text/plain"), 2048, QByteArray(32, 'x')}};
    auto told = samples::chronology();
    told.records.front() = full.record;
    const std::vector<std::pair<QString, Document>> whole{{QStringLiteral("s"), summary(full)},
                                                          {QStringLiteral("c"), chronology(told)}};
    const std::vector<std::pair<QString, Document>> cut{{QStringLiteral("s2"), summary(redact(full, redaction))},
                                                        {QStringLiteral("c2"), chronology(redact(told, redaction))}};
    const auto all = [&](const QString& name, const Document& document) {
        const auto path = folder.filePath(name + QStringLiteral(".pdf"));
        REQUIRE(writePdf(document, path));
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        auto bytes = file.readAll();
        // What a stream holds, pdftotext reads; compressed, it could spell anything by chance.
        for (auto at = bytes.indexOf("stream\n"); at >= 0; at = bytes.indexOf("stream\n", at + 7))
            if (const auto end = bytes.indexOf("endstream", at); end > 0)
                bytes.remove(at + 7, end - at - 7);
        QString text = run(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), path, QStringLiteral("-")}) +
                       run(QStringLiteral("pdfinfo"), {path}) +
                       run(QStringLiteral("pdfinfo"), {QStringLiteral("-meta"), path}) + QString::fromLatin1(bytes);
        // Bookmarks are UTF-16 in hexadecimal.
        static const QRegularExpression title(QStringLiteral("/Title <feff([0-9a-f]*)>"));
        for (auto found = title.globalMatch(QString::fromLatin1(bytes)); found.hasNext();) {
            const auto hex = QByteArray::fromHex(found.next().captured(1).toLatin1());
            for (qsizetype i = 0; i + 1 < hex.size(); i += 2)
                text += QChar(static_cast<char16_t>((static_cast<unsigned char>(hex[i]) << 8U) |
                                                    static_cast<unsigned char>(hex[i + 1])));
        }
        return text;
    };
    for (const auto& [name, document] : whole) {
        const auto text = all(name, document);
        CHECK(text.contains(QStringLiteral("Dez")));
        CHECK(text.contains(QStringLiteral("What"))); // the bookmarks can be read
    }
    for (const auto& [name, document] : cut) {
        const auto text = all(name, document);
        for (const auto& one : redaction.hidden)
            for (const auto& hidden : one.names) {
                INFO(hidden.toStdString());
                CHECK_FALSE(text.contains(QRegularExpression(
                    QStringLiteral("\\b%1\\b").arg(QRegularExpression::escape(hidden)),
                    QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption)));
            }
    }
}

TEST_CASE("What somebody wrote is on the pages letter for letter, and nothing that it names is fetched")
{
    const QTemporaryDir folder;
    auto values = samples::summary();
    values.record.logged.concern.facts = QStringLiteral("<b>bold?</b> <img src=file:///etc/passwd> &amp; %s %1 \\n");
    const auto path = folder.filePath(QStringLiteral("inert.pdf"));
    REQUIRE(writePdf(summary(values), path));
    const auto text = run(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
    CHECK(text.contains(values.record.logged.concern.facts));
    CHECK_FALSE(text.contains(QStringLiteral("root:")));
    CHECK(run(QStringLiteral("pdfinfo"), {path}).contains(QStringLiteral("JavaScript:      no")));
}

TEST_CASE("What stands on every page stands on every page")
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("s.pdf"));
    const auto document = summary(samples::summary());
    REQUIRE(writePdf(document, path));
    const auto pages = run(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")})
                           .split(u'\f', Qt::SkipEmptyParts);
    REQUIRE(pages.size() == pageCount(document));
    REQUIRE(pages.size() > 1);
    for (qsizetype i = 0; i < pages.size(); ++i) {
        const auto page = pages[i].simplified();
        CHECK(page.contains(QStringLiteral("Confidential: child protection")));
        CHECK(page.contains(QStringLiteral("Reference 7K3M-9QX2-TPR")));
        CHECK(page.contains(QStringLiteral("Copy 2")));
        CHECK(page.contains(QStringLiteral("For: Manchester MASH")));
        CHECK(page.contains(QStringLiteral("Printed 20 November 2026, 16:05 by Donna Leadperson")));
        CHECK(page.contains(QStringLiteral("Page %1 of %2").arg(i + 1).arg(pages.size())));
    }
    CHECK(pages.last().contains(QStringLiteral("7KQ3 M9X2 TPRA 4WHD")));
    CHECK(pages.first().contains(QStringLiteral("just a mate who gives me lifts")));
}

TEST_CASE("A PDF replaces another whole, for its owner's eyes alone")
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("s.pdf"));
    {
        QFile old(path);
        REQUIRE(old.open(QIODevice::WriteOnly));
        old.write("old");
        old.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    }
    REQUIRE(writePdf(slip(samples::slip()), path));
    CHECK(QFileInfo(path).size() > 1000);
    CHECK((QFile::permissions(path) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)) ==
          QFile::Permissions());
    CHECK(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size() == 1);
}

TEST_CASE("A PDF that cannot be written says so and leaves nothing")
{
    const QTemporaryDir folder;
    const auto missing = writePdf(slip(samples::slip()), folder.filePath(QStringLiteral("no/such/folder/s.pdf")));
    REQUIRE_FALSE(missing);
    CHECK_FALSE(missing.error().message.isEmpty());
    if (QFileInfo::exists(QStringLiteral("/dev/full"))) {
        CHECK_FALSE(writePdf(slip(samples::slip()), folder.path()));
        CHECK(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
    }
}

// Not a check: HEED_SAMPLES=DIR heed_tests_report "[.samples]" leaves every document there, to be looked at.
TEST_CASE("Samples", "[.samples]")
{
    const auto folder = qEnvironmentVariable("HEED_SAMPLES");
    REQUIRE_FALSE(folder.isEmpty());
    for (const auto& [name, document] : allDocuments())
        REQUIRE(writePdf(document, folder + u'/' + name + QStringLiteral(".pdf")));
    Summary bare;
    bare.record = samples::bareCase();
    bare.printing.printedAt = samples::at("2026-07-01T11:00:00Z");
    REQUIRE(writePdf(summary(bare), folder + QStringLiteral("/summary-bare.pdf")));
    auto hard = samples::summary();
    auto& concern = hard.record.logged.concern;
    concern.child.forename = QStringLiteral("Wolfeschlegelsteinhausenbergerdorff").repeated(4);
    concern.child.surname = QStringLiteral("Hyphenated-").repeated(12);
    concern.immediateDanger = concern.missingNow = true;
    concern.facts = QStringLiteral("<b>not bold</b> <img src=file:///etc/passwd> ") + QString(400, u'x');
    concern.childsWords =
        QStringLiteral(
            "\u0642\u0627\u0644 \u0644\u064a \u0623\u0644\u0627 \u0623\u062e\u0628\u0631 \u0623\u062d\u062f\u0627 ")
            .repeated(12);
    concern.opinion = QStringLiteral("\u05d0\u05e0\u05d9 \u05d3\u05d5\u05d0\u05d2\u05ea mixed with English 123");
    hard.printing.recipient = QStringLiteral("A very long name of a team ").repeated(8);
    REQUIRE(writePdf(summary(hard), folder + QStringLiteral("/summary-hard.pdf")));
}
