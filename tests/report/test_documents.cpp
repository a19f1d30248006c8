#include "qt_strings.h"
#include "samples.h"

#include "report/gaps.h"
#include "report/text.h"

#include <QFile>
#include <QFileInfo>

#include <catch2/catch_test_macros.hpp>

using namespace heed;
using namespace heed::report;

namespace {

QString normalised(const QString& text)
{
    QStringList lines = text.split(u'\n');
    for (auto& line : lines)
        while (line.endsWith(u' '))
            line.chop(1);
    return lines.join(u'\n').trimmed() + u'\n';
}

/// Compares with approved/NAME.txt. With HEED_APPROVE=1 in the environment, writes it instead.
void checkApproved(const QString& name, const QString& text)
{
    const QString path = QStringLiteral(HEED_TEST_DATA "/approved/") + name + QStringLiteral(".txt");
    QFile file(path);
    if (qEnvironmentVariableIntValue("HEED_APPROVE") == 1) {
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(normalised(text).toUtf8());
        return;
    }
    INFO("Approve a change that is meant with HEED_APPROVE=1: " << path.toStdString());
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(normalised(text) == QString::fromUtf8(file.readAll()));
}

} // namespace

TEST_CASE("Every document reads as approved")
{
    SECTION("summary")
    {
        checkApproved(QStringLiteral("summary"), plainText(summary(samples::summary())));
    }
    SECTION("summary of a concern with only its facts")
    {
        Summary values;
        values.record = samples::bareCase();
        values.printing.printedAt = samples::at("2026-07-01T11:00:00Z");
        checkApproved(QStringLiteral("summary-bare"), plainText(summary(values)));
    }
    SECTION("summary with third parties and a section left out")
    {
        Redaction redaction{{{Section::Opinion, Ground::SeriousHarm, QStringLiteral("The reader lives in the home")}},
                            samples::thirdParties()};
        checkApproved(QStringLiteral("summary-redacted"), plainText(summary(redact(samples::summary(), redaction))));
    }
    SECTION("chronology")
    {
        checkApproved(QStringLiteral("chronology"), plainText(chronology(samples::chronology())));
    }
    SECTION("chronology without entries")
    {
        Chronology values;
        values.printing = samples::printing();
        checkApproved(QStringLiteral("chronology-empty"), plainText(chronology(values)));
    }
    SECTION("chronology of a period")
    {
        auto values = samples::chronology();
        values.to = QDate(2026, 10, 31);
        checkApproved(QStringLiteral("chronology-period"), plainText(chronology(values)));
    }
    SECTION("call sheet")
    {
        checkApproved(QStringLiteral("call-sheet"), plainText(callSheet(samples::callSheet())));
    }
    SECTION("CPOMS entry")
    {
        checkApproved(QStringLiteral("cpoms"), plainText(cpomsEntry(samples::cpoms())));
        checkApproved(QStringLiteral("cpoms-clipboard"), cpomsText(samples::cpoms()));
    }
    SECTION("continuity pack")
    {
        checkApproved(QStringLiteral("continuity"), plainText(continuityPack(samples::continuity())));
    }
    SECTION("recovery share")
    {
        checkApproved(QStringLiteral("share"), plainText(recoveryShare(samples::share())));
    }
    SECTION("slip")
    {
        checkApproved(QStringLiteral("slip"), plainText(slip(samples::slip())));
    }
}

TEST_CASE("No document leaves a blank")
{
    Summary values;
    values.record = samples::bareCase();
    CallSheet call;
    call.record = samples::bareCase();
    CpomsEntry cpoms;
    cpoms.record = samples::bareCase();
    for (const auto& document : {summary(values), callSheet(call), cpomsEntry(cpoms), chronology({})}) {
        for (const auto& block : document.blocks) {
            if (const auto* facts = std::get_if<Facts>(&block))
                for (const auto& row : facts->rows) {
                    INFO(row.label.toStdString());
                    CHECK_FALSE(row.value.trimmed().isEmpty());
                }
            if (const auto* table = std::get_if<Table>(&block))
                for (const auto& row : table->rows)
                    for (const auto& one : row)
                        CHECK_FALSE(one.text.trimmed().isEmpty());
        }
    }
}

TEST_CASE("Facts, the child's words, opinion and judgement stand apart")
{
    const auto document = summary(samples::summary());
    int quotations = 0;
    for (const auto& block : document.blocks)
        if (const auto* facts = std::get_if<Facts>(&block))
            for (const auto& row : facts->rows)
                if (row.voice == Voice::Quotation) {
                    ++quotations;
                    CHECK(row.value == samples::fullCase().logged.concern.childsWords);
                }
    CHECK(quotations == 1);
    CHECK(plainText(document).contains(QStringLiteral("What Heed prints is not a score")));
}

TEST_CASE("The slip and every title say nothing of the child")
{
    const auto text = plainText(slip(samples::slip()));
    CHECK_FALSE(text.contains(QStringLiteral("Testy")));
    CHECK(text.contains(QStringLiteral("7K3M-9QX2-TPR")));
    CHECK(text.contains(QStringLiteral("H352 K9QX 2TPR A4WH D6YJ")));
    for (const auto& document : {summary(samples::summary()), chronology(samples::chronology()),
                                 callSheet(samples::callSheet()), cpomsEntry(samples::cpoms())}) {
        CHECK_FALSE(document.sheet.title.contains(QStringLiteral("Testy")));
        CHECK_FALSE(document.sheet.title.isEmpty());
    }
}

TEST_CASE("Times are told in the school's zone, summer and winter")
{
    Summary values;
    values.record = samples::bareCase();
    CHECK(plainText(summary(values)).contains(QStringLiteral("1 July 2026, 11:00")));
}

TEST_CASE("What nobody asked is listed once, as the sheet calls it")
{
    Summary values;
    values.record = samples::bareCase();
    const auto gaps = gapsOf(summary(values));
    for (const auto* gap :
         {"what is asked of you", "where the child is now", "consent", "interpreter needed", "NHS number",
          "parents, carers, household and who has parental responsibility", "the child's views"}) {
        INFO(gap);
        CHECK(gaps.count(QString::fromLatin1(gap)) == 1);
    }
    CHECK_FALSE(gaps.contains(QStringLiteral("UPN"))); // asked, and not known
    CHECK(gapsOf(chronology(samples::chronology())).isEmpty());
}
