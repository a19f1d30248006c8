#include "guidance/fold.h"

namespace heed::guidance {

std::vector<Word> foldedWords(const QString& text)
{
    std::vector<Word> words;
    Word word;
    const auto finish = [&](qsizetype end) {
        if (word.text.isEmpty())
            return;
        word.length = static_cast<int>(end) - word.start;
        words.push_back(word);
        word = {};
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto c = text[i];
        if (c == u'\'' || c == u'\u2019')
            continue; // "child's" is one word
        if (c.isMark())
            continue;
        if (!c.isLetterOrNumber()) {
            finish(i);
            continue;
        }
        if (word.text.isEmpty())
            word.start = static_cast<int>(i);
        if (c == u'\u00df') {
            word.text += QStringLiteral("ss"); // which Qt does not fold
            continue;
        }
        for (const auto part : QString(c).normalized(QString::NormalizationForm_KD).toCaseFolded())
            if (!part.isMark())
                word.text += part;
    }
    finish(text.size());
    return words;
}

} // namespace heed::guidance
