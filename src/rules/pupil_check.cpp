#include "rules/pupil_check.h"

#include "rules/upn.h"
#include "rules/words.h"

namespace heed::rules {
namespace {

constexpr int oldest = 25;             // years; special schools keep pupils to the end of the year in which they are 19
constexpr qsizetype longestName = 200; // characters

QString at(const char* list, std::size_t index)
{
    return QStringLiteral("%1[%2]").arg(QLatin1StringView(list)).arg(index);
}

/// Ten figures of which the last checks the nine before, weighted 10 to 2, modulo 11 (NHS Data Dictionary, "NHS
/// number"). Nothing at all is none that could be wrong.
bool isNhsNumber(const QString& typed)
{
    QString figures;
    for (const auto symbol : typed)
        if (symbol.isDigit())
            figures += symbol;
        else if (!symbol.isSpace() && symbol != u'-')
            return false;
    if (figures.isEmpty())
        return typed.trimmed().isEmpty();
    constexpr qsizetype length = 10;
    if (figures.size() != length)
        return false;
    int sum = 0;
    for (qsizetype i = 0; i < length - 1; ++i)
        sum += static_cast<int>(length - i) * figures.at(i).digitValue();
    const int check = (11 - sum % 11) % 11;
    return check == figures.back().digitValue();
}

} // namespace

std::vector<Problem> checkPupil(const model::Pupil& pupil, const QDate& today)
{
    std::vector<Problem> problems;
    const auto say = [&](const QString& key, const QString& sentence) { problems.push_back({key, sentence}); };
    const auto& child = pupil.child;
    const auto& facts = pupil.facts;
    const auto forename = QStringLiteral("forename");
    if (child.forename.trimmed().isEmpty() && child.surname.trimmed().isEmpty())
        say(forename, QStringLiteral("A pupil of the register needs a name."));
    for (const auto& [key, name] :
         {std::pair(forename, child.forename), std::pair(QStringLiteral("surname"), child.surname)})
        if (name.size() > longestName)
            say(key, QStringLiteral("A name of more than %1 letters cannot be: shorten it.").arg(longestName));
    if (const auto upn = readUpn(child.upn); upn.kind == UpnKind::Wrong)
        say(QStringLiteral("upn"), upn.problem);
    if (!isNhsNumber(facts.nhsNumber))
        say(QStringLiteral("nhsNumber"),
            QStringLiteral("This is no NHS number: it has ten figures, and the last checks the others. Look again, or "
                           "leave it empty."));
    if (child.dateOfBirth && (*child.dateOfBirth > today || child.dateOfBirth->addYears(oldest) < today))
        say(QStringLiteral("dateOfBirth"),
            QStringLiteral("A pupil cannot be born on %1: check the date.").arg(inWords(*child.dateOfBirth)));
    if (facts.entryDate && facts.leavingDate && *facts.leavingDate < *facts.entryDate)
        say(QStringLiteral("leavingDate"), QStringLiteral("They cannot leave before they came: check the two days."));
    for (std::size_t i = 0; i < facts.contacts.size(); ++i)
        if (facts.contacts[i].name.trimmed().isEmpty())
            say(at("contacts", i), QStringLiteral("A contact needs a name: give it, or take the row out."));
    for (std::size_t i = 0; i < facts.household.size(); ++i) {
        const auto& one = facts.household[i];
        if (one.name.trimmed().isEmpty())
            say(at("household", i), QStringLiteral("Who lives with the child? Give a name, or take the row out."));
        if (one.dateOfBirth && *one.dateOfBirth > today)
            say(at("household", i), QStringLiteral("%1 cannot be born on %2: check the date.")
                                        .arg(one.name.trimmed(), inWords(*one.dateOfBirth)));
    }
    for (std::size_t i = 0; i < facts.professionals.size(); ++i)
        if (facts.professionals[i].role.trimmed().isEmpty())
            say(at("professionals", i),
                QStringLiteral("Say what they are to the child, such as social worker or GP, or take the row out."));
    return problems;
}

} // namespace heed::rules
