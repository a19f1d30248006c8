#include "qt_strings.h"
#include "samples.h"

#include "report/pdf.h"
#include "report/text.h"

#include <QTextBlock>
#include <QTextFragment>
#include <QTextObject>

#include <catch2/catch_test_macros.hpp>

using namespace heed;
using namespace heed::report;

namespace {

const QString hostile =
    QStringLiteral("<b>bold?</b> <img src=file:///etc/passwd> &amp; <script>x</script> <a href='http://x'>l</a>");

/// A document that refuses to be asked for anything from outside.
bool hasObjects(const QTextDocument& document)
{
    for (auto block = document.begin(); block.isValid(); block = block.next())
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const auto format = it.fragment().charFormat();
            if (format.isImageFormat() || format.isAnchor())
                return true;
        }
    return false;
}

} // namespace

TEST_CASE("What somebody wrote never becomes markup")
{
    auto values = samples::summary();
    auto& concern = values.record.logged.concern;
    concern.facts = concern.childsWords = concern.opinion = concern.place = concern.otherSign = hostile;
    concern.child.forename = hostile;
    concern.signsSeen[0].note = hostile;
    concern.involved[0].name = hostile;
    values.record.author = hostile;
    values.printing.recipient = hostile;
    values.printing.reason = hostile;
    const auto document = summary(values);

    CHECK(plainText(document).count(hostile) >= 9);
    const auto screen = textDocument(document);
    CHECK(screen->toPlainText().count(hostile) >= 9);
    CHECK_FALSE(hasObjects(*screen));
    CHECK(pdf(document).has_value());
}

TEST_CASE("Control characters do not reach the paper")
{
    auto values = samples::summary();
    values.record.logged.concern.facts = QStringLiteral("one") + QChar(0x07) + QChar(0) +
                                         QStringLiteral("two\r\nthree") + QChar(QChar::ParagraphSeparator) +
                                         QStringLiteral("four\x1b[31m");
    const auto text = plainText(summary(values));
    CHECK(text.contains(QStringLiteral("onetwo")));
    for (const auto character : text)
        CHECK((character == u'\n' || character.category() != QChar::Other_Control));
}
