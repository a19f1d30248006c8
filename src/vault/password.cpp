#include "vault/password.h"

#include <zxcvbn.h>

#include <array>
#include <vector>

namespace heed::vault {

crypto::SecretBytes passwordBytes(const QString& password)
{
    auto bytes = password.normalized(QString::NormalizationForm_KC).toUtf8();
    auto secret = crypto::SecretBytes::copyOf(crypto::spanOf(bytes));
    crypto::wipe(bytes);
    return secret;
}

int passwordStrength(const QString& password, const QStringList& known)
{
    std::vector<QByteArray> words;
    for (const auto& phrase : known)
        for (const auto& word : phrase.split(u' ', Qt::SkipEmptyParts))
            words.push_back(word.toUtf8());
    std::vector<const char*> list;
    list.reserve(words.size() + 1);
    for (const auto& word : words)
        list.push_back(word.constData());
    list.push_back(nullptr);
    // Its work grows with the square of the length, and 100 characters are beyond any guess that the rest could spoil.
    const auto bits = ZxcvbnMatch(password.left(100).toUtf8().constData(), list.data(), nullptr);
    // The thresholds of zxcvbn's own score, as guesses: 10^3, 10^6, 10^8, 10^10.
    constexpr std::array thresholds{9.97, 19.93, 26.58, 33.22};
    int score = 0;
    for (const auto threshold : thresholds)
        score += bits >= threshold ? 1 : 0;
    return score;
}

model::Result checkPassword(const QString& password, model::Role role, const QStringList& known)
{
    const int wanted = model::deskOf(role).isEmpty() ? 3 : 4;
    if (passwordStrength(password, known) >= wanted)
        return {};
    return model::failure(model::ErrorCode::BadInput,
                          QStringLiteral("That password could be guessed: choose a longer one, such as four unrelated "
                                         "words."));
}

} // namespace heed::vault
