#include "report/guidance_sheet.h"

#include <QTextBlock>
#include <QTextDocument>
#include <QTextList>

namespace heed::report {

Document guidanceSheet(const QString& title, const QString& markdown, const Printing& printing)
{
    Document document;
    document.sheet = {title, QStringLiteral("Guidance"), {}, printing, false};
    QTextDocument read;
    read.setMarkdown(markdown, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                                   QTextDocument::MarkdownNoHTML);
    QStringList points;
    const auto endList = [&] {
        if (!points.isEmpty())
            document.add(Bullets{points});
        points.clear();
    };
    for (auto block = read.begin(); block.isValid(); block = block.next()) {
        const auto text = block.text().trimmed();
        const auto level = block.blockFormat().headingLevel();
        const auto* list = block.textList();
        if (list && list->format().style() == QTextListFormat::ListDisc) {
            points << text;
            continue;
        }
        endList();
        if (text.isEmpty())
            continue;
        if (level > 0)
            document.add(Heading{text, level - 1, {}});
        else if (list)
            document.add(Paragraph{list->itemText(block) + u' ' + text, Tone::Plain});
        else
            document.add(Paragraph{text, Tone::Plain});
    }
    endList();
    return document;
}

} // namespace heed::report
