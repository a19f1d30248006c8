#include "rows.h"

#include "report/chronology.h"
#include "report/pdf.h"
#include "report/summary.h"
#include "report/text.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QTextDocument>

#include <stdexcept>

namespace heed::bench {
namespace {

constexpr int chronologyEntries = 500;

model::Case record(int notes)
{
    model::Case record;
    record.id = QString(32, u'a');
    record.reference = QStringLiteral("7K3M-9QX2-TPR");
    record.author = QStringLiteral("Testy Author");
    record.loggedAt = QDateTime(QDate(2026, 11, 20), QTime(14, 10), Qt::UTC);
    auto& concern = record.logged.concern;
    concern.child.forename = QStringLiteral("Madeup");
    concern.child.surname = QStringLiteral("Pupil");
    concern.facts = QStringLiteral("Came in with a new telephone and would not say where it came from. ").repeated(12);
    concern.childsWords = QStringLiteral("He's just a mate. ").repeated(8);
    concern.opinion = QStringLiteral("Frightened rather than angry. ").repeated(6);
    for (int i = 0; i < 5; ++i) {
        model::SignSeen sign;
        sign.code = QStringLiteral("unknown-cars");
        sign.seen = QDate(2026, 11, 1 + i);
        sign.note = QStringLiteral("A silver car at the back gate.");
        concern.signsSeen.push_back(sign);
    }
    model::Event logged;
    logged.id = QStringLiteral("0");
    logged.kind = model::Kind::Concern;
    logged.author = record.author;
    logged.at = record.loggedAt;
    logged.body = record.logged;
    record.events.push_back(logged);
    for (int i = 0; i < notes; ++i) {
        model::Event note = logged;
        note.id = QString::number(i + 1); // without one each would correct all the others
        note.kind = model::Kind::Note;
        note.at = record.loggedAt.addSecs(3600 * (i + 1));
        note.body = model::TextBody{
            QStringLiteral("Spoke with her tutor again, who had nothing new to say. ").repeated(3), {}, {}, {}};
        record.events.push_back(note);
    }
    return record;
}

report::Printing printing()
{
    report::Printing printing;
    printing.school = QStringLiteral("St Example");
    printing.recipient = QStringLiteral("Manchester MASH");
    printing.printedBy = QStringLiteral("Testa Lead");
    printing.printedAt = QDateTime(QDate(2026, 11, 21), QTime(9, 0), Qt::UTC);
    printing.fingerprint = QStringLiteral("1f3a ").repeated(16).trimmed();
    return printing;
}

/// The same text, laid out by Qt alone.
void barePdf(const QString& text)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setPageSize(QPageSize(QPageSize::A4));
    QTextDocument document;
    document.setPlainText(text);
    document.print(&writer);
}

void heedPdf(const report::Document& document)
{
    if (!report::pdf(document))
        throw std::runtime_error("no PDF");
}

} // namespace

std::vector<Row> onPaper(int runs)
{
    report::Summary summary;
    summary.record = record(8);
    summary.printing = printing();
    const auto summaryText = report::plainText(report::summary(summary));
    report::Chronology chronology;
    chronology.records = {record(chronologyEntries)};
    chronology.child = chronology.records.front().logged.concern.child;
    chronology.printing = printing();
    const auto chronologyText = report::plainText(report::chronology(chronology));
    return {compare(
                "a summary as PDF", runs, [&] { heedPdf(report::summary(summary)); }, [&] { barePdf(summaryText); }),
            compare(
                "a chronology of 500 entries as PDF", runs, [&] { heedPdf(report::chronology(chronology)); },
                [&] { barePdf(chronologyText); })};
}

} // namespace heed::bench
