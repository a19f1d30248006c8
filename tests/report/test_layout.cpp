#include "qt_strings.h"
#include "samples.h"

#include "report/layout.h"
#include "report/paint.h"
#include "report/qr.h"
#include "report/text.h"

#include <QElapsedTimer>
#include <QImage>
#include <QTextBlock>

#include <catch2/catch_test_macros.hpp>

using namespace heed;
using namespace heed::report;

namespace {

Document plainDocument()
{
    Document document;
    document.sheet.title = QStringLiteral("A test");
    document.sheet.printing = samples::printing();
    return document;
}

} // namespace

TEST_CASE("A heading stays with what follows it")
{
    // Whatever stands above, the last heading and the paragraph under it are on one page.
    for (int lines = 40; lines < 70; ++lines) {
        auto document = plainDocument();
        for (int i = 0; i < lines; ++i)
            document.add(Paragraph{QStringLiteral("A line."), Tone::Small});
        document.add(Heading{QStringLiteral("Last"), 1, {}});
        document.add(Heading{QStringLiteral("Under it"), 2, {}});
        document.add(
            Facts{{{QStringLiteral("Label"), QStringLiteral("one\ntwo\nthree\nfour\nfive"), Voice::Quotation, {}}}});
        const Layout layout(document);
        INFO(lines);
        REQUIRE(layout.marks().size() == 2);
        CHECK(layout.marks()[0].page == layout.marks()[1].page);
        // Five lines of a quotation fit below, or all moved on together.
        CHECK(layout.marks()[1].top < 297 / 25.4 * unitsPerInch - 20 / 25.4 * unitsPerInch - 6 * 13.2 * unitsPerPoint);
    }
}

TEST_CASE("A row longer than a page runs over several")
{
    auto document = plainDocument();
    QString words;
    for (int i = 0; i < 6000; ++i)
        words += QStringLiteral("word%1 ").arg(i);
    document.add(Facts{{{QStringLiteral("Facts"), words, Voice::Plain, QStringLiteral("A note")}}});
    Table table{{{QStringLiteral("A"), 1}, {QStringLiteral("B"), 3}}, {}};
    table.rows.push_back({{QStringLiteral("short"), {}, Voice::Plain}, {words, {}, Voice::Plain}});
    document.add(table);
    CHECK(pageCount(document) > 8);
    CHECK(pageCount(document) < 60);
}

TEST_CASE("Hundreds of entries, forty pages and more, in time")
{
    auto values = samples::chronology();
    const auto one = samples::fullCase();
    for (int i = 0; i < 50; ++i)
        values.records.push_back(one);
    QElapsedTimer timer;
    timer.start();
    const auto document = chronology(values);
    CHECK(pageCount(document) > 40);
    CHECK(timer.elapsed() < 10'000); // generous: sanitizers run this too
}

TEST_CASE("A page is as white as a sheet where nothing stands, and black where something does")
{
    const auto document = summary(samples::summary());
    const auto image = pageImage(document, 0, 72);
    REQUIRE(image.size() == QSize(595, 842));
    CHECK(image.pixelColor(2, 2) == QColor(Qt::white));
    int dark = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const auto colour = image.pixelColor(x, y);
            if ((x < 40 || x > 560) && colour.lightness() < 200)
                FAIL("the margin is not empty at " << x << ", " << y);
            // Readable in black and white: no colour anywhere.
            if (colour.saturation() > 8 && colour.lightness() < 250)
                FAIL("a coloured point at " << x << ", " << y);
            dark += colour.lightness() < 128 ? 1 : 0;
        }
    CHECK(dark > 2000);
    CHECK(pageImage(document, 99, 72).isNull());
}

TEST_CASE("Long names, text without spaces and right-to-left text stay on the paper")
{
    auto values = samples::summary();
    auto& concern = values.record.logged.concern;
    concern.child.forename = QString(300, u'W');
    concern.child.surname = QStringLiteral("Hyphenated-").repeated(27);
    concern.facts = QString(5000, u'x');
    concern.childsWords =
        QStringLiteral(
            "\u0642\u0627\u0644 \u0644\u064a \u0623\u0644\u0627 \u0623\u062e\u0628\u0631 \u0623\u062d\u062f\u0627 ")
            .repeated(30);
    concern.opinion = QStringLiteral("\u05d0\u05e0\u05d9 \u05d3\u05d5\u05d0\u05d2\u05ea mixed with English 123");
    values.printing.recipient = QString(300, u'R');
    values.referrer.name = QString(300, u'N');
    const auto document = summary(values);
    for (int page = 0; page < pageCount(document); ++page) {
        const auto image = pageImage(document, page, 36);
        for (int y = 0; y < image.height(); ++y) {
            REQUIRE(image.pixelColor(10, y).lightness() > 200);
            REQUIRE(image.pixelColor(image.width() - 10, y).lightness() > 200);
        }
    }
}

TEST_CASE("A QR code holds a share, and gives way where a text is too long")
{
    CHECK(qrCode(samples::share().groups.join(u' ')).side >= 21);
    CHECK(qrCode(QString(9000, u'x')).side == 0);
    auto document = plainDocument();
    document.add(Code{QString(9000, u'x'), {}, false});
    CHECK(pageCount(document) > 1);
}

TEST_CASE("A document on the screen has headings and tables that a screen reader knows")
{
    const auto screen = textDocument(summary(samples::summary()));
    int headings = 0;
    for (auto block = screen->begin(); block.isValid(); block = block.next())
        headings += block.blockFormat().headingLevel() > 0 ? 1 : 0;
    CHECK(headings > 8);
    CHECK(screen->toPlainText().contains(QStringLiteral("7K3M-9QX2-TPR")));
}
