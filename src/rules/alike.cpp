#include "rules/alike.h"

#include "model/name.h"

#include <QRegularExpression>

#include <algorithm>

namespace heed::rules {

using model::InvolvedKind;

namespace {

constexpr int partOfPlate = 4;  // characters: fewer stand on too many cars
constexpr int leastOfName = 3;  // characters
constexpr int leastOfPhone = 6; // digits

const QRegularExpression& plates()
{
    // AB12 CDE; A123 BCD; ABC 123D. Written in capitals or with a digit group, so that words are not taken for plates.
    static const QRegularExpression pattern(QStringLiteral(
        "\\b(?:[A-Za-z]{2}[0-9]{2} ?[A-Za-z]{3}|[A-Z][0-9]{1,3} ?[A-Z]{3}|[A-Z]{3} ?[0-9]{1,3}[A-Z])\\b"));
    return pattern;
}

const QRegularExpression& phones()
{
    static const QRegularExpression pattern(QStringLiteral("(?<![0-9])(?:\\+44 ?|0)(?:[0-9][ -]?){8,9}[0-9](?![0-9])"));
    return pattern;
}

QString lettersAndDigits(const QString& text)
{
    QString kept;
    for (const auto symbol : model::foldedName(text))
        if (symbol.isLetterOrNumber())
            kept += symbol;
    return kept;
}

QString phoneOf(const QString& text)
{
    QString digits;
    for (const auto symbol : text)
        if (symbol.isDigit())
            digits += symbol;
    if (text.trimmed().startsWith(u'+') && digits.startsWith(QStringLiteral("44")))
        digits = u'0' + digits.mid(2);
    return digits.size() < leastOfPhone ? QString() : digits;
}

/// A plate, or the part of one that somebody saw: what has a digit in it, or stands in capitals.
QString plateOf(const QString& text)
{
    if (const auto whole = plates().match(text); whole.hasMatch())
        return lettersAndDigits(whole.captured());
    static const QRegularExpression part(QStringLiteral("\\b(?=[A-Za-z0-9]*[0-9])[A-Za-z0-9]{2,7}\\b|\\b[A-Z]{3}\\b"));
    QString found;
    for (auto each = part.globalMatch(text); each.hasNext();)
        found += each.next().captured();
    return lettersAndDigits(found);
}

} // namespace

std::vector<Mention> mentionsIn(const QString& text)
{
    std::vector<Mention> all;
    const auto add = [&](const QRegularExpression& pattern, InvolvedKind kind) {
        for (auto each = pattern.globalMatch(text); each.hasNext();) {
            const auto shown = each.next().captured().simplified();
            const Mention mention{kind, shown, comparable(kind, shown)};
            if (!mention.value.isEmpty() && std::find(all.begin(), all.end(), mention) == all.end())
                all.push_back(mention);
        }
    };
    add(plates(), InvolvedKind::Vehicle);
    add(phones(), InvolvedKind::Phone);
    return all;
}

QString comparable(InvolvedKind kind, const QString& name)
{
    switch (kind) {
    case InvolvedKind::Vehicle:
        if (const auto plate = plateOf(name); plate.size() >= partOfPlate)
            return plate;
        break;
    case InvolvedKind::Phone: return phoneOf(name);
    case InvolvedKind::Username: {
        auto folded = model::foldedName(name);
        folded.remove(u' ').remove(u'@');
        return folded.size() < leastOfName ? QString() : folded;
    }
    default: break;
    }
    const auto folded = model::foldedName(name);
    return folded.size() < leastOfName ? QString() : folded;
}

bool isAlike(InvolvedKind kind, const QString& one, const QString& other)
{
    if (one.isEmpty() || other.isEmpty())
        return false;
    if (one == other)
        return true;
    if (kind != InvolvedKind::Vehicle || one.contains(u' ') || other.contains(u' '))
        return false;
    const auto& shorter = one.size() < other.size() ? one : other;
    const auto& longer = one.size() < other.size() ? other : one;
    return shorter.size() >= partOfPlate && longer.contains(shorter);
}

bool joinsUp(const QString& word)
{
    return word.size() <= 15 &&
           std::all_of(word.begin(), word.end(), [](QChar symbol) { return symbol.isLetterOrNumber(); }) &&
           std::any_of(word.begin(), word.end(), [](QChar symbol) { return symbol.isDigit(); });
}

} // namespace heed::rules
