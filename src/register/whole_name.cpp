#include "register/whole_name.h"

#include <algorithm>

namespace heed::pupils {

namespace {

/// Words that begin a surname and are none by themselves.
bool beginsSurname(const QString& word)
{
    static const QStringList all{
        QStringLiteral("abu"), QStringLiteral("al"),  QStringLiteral("bin"), QStringLiteral("bint"),
        QStringLiteral("da"),  QStringLiteral("das"), QStringLiteral("de"),  QStringLiteral("del"),
        QStringLiteral("den"), QStringLiteral("der"), QStringLiteral("di"),  QStringLiteral("dos"),
        QStringLiteral("du"),  QStringLiteral("el"),  QStringLiteral("ibn"), QStringLiteral("la"),
        QStringLiteral("le"),  QStringLiteral("mac"), QStringLiteral("mc"),  QStringLiteral("o'"),
        QStringLiteral("st"),  QStringLiteral("st."), QStringLiteral("ter"), QStringLiteral("van"),
        QStringLiteral("von")};
    return all.contains(word.toLower());
}

} // namespace

TwoNames partName(const QString& name, bool surnameFirst)
{
    const auto comma = name.indexOf(u',');
    if (comma >= 0)
        return {QString(name.mid(comma + 1)).replace(u',', u' ').simplified(), name.left(comma).simplified()};
    const auto words = name.split(u' ', Qt::SkipEmptyParts);
    if (words.size() < 2)
        return {{}, name.simplified()};
    if (surnameFirst) {
        qsizetype count = 1;
        while (count < words.size() - 1 && beginsSurname(words[count - 1]))
            ++count;
        return {words.mid(count).join(u' '), words.mid(0, count).join(u' ')};
    }
    auto from = words.size() - 1;
    while (from > 1 && beginsSurname(words[from - 1]))
        --from;
    return {words.mid(0, from).join(u' '), words.mid(from).join(u' ')};
}

bool haveCommas(const QStringList& cells)
{
    const auto filled = std::count_if(cells.begin(), cells.end(), [](const QString& one) { return !one.isEmpty(); });
    const auto parted =
        std::count_if(cells.begin(), cells.end(), [](const QString& one) { return one.contains(u','); });
    return 2 * parted > filled;
}

} // namespace heed::pupils
