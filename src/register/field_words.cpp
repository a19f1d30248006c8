#include "register/field_words.h"

#include <QHash>

namespace heed::pupils {

QString fieldWords(const QString& field)
{
    static const QHash<QString, QString> words{
        {QStringLiteral("id"), QStringLiteral("Register number")},
        {QStringLiteral("forename"), QStringLiteral("Forename")},
        {QStringLiteral("surname"), QStringLiteral("Surname")},
        {QStringLiteral("dateOfBirth"), QStringLiteral("Date of birth")},
        {QStringLiteral("upn"), QStringLiteral("UPN")},
        {QStringLiteral("yearGroup"), QStringLiteral("Year")},
        {QStringLiteral("site"), QStringLiteral("Site")},
        {QStringLiteral("onRoll"), QStringLiteral("On roll")},
        {QStringLiteral("homeAuthority"), QStringLiteral("Home authority")},
        {QStringLiteral("vulnerabilities"), QStringLiteral("Known about the child")},
        {QStringLiteral("description"), QStringLiteral("Description")},
        {QStringLiteral("part"), QStringLiteral("Part in it")},
        {QStringLiteral("class"), QStringLiteral("Class")},
        {QStringLiteral("formerUpns"), QStringLiteral("Former UPNs")},
        {QStringLiteral("legalForename"), QStringLiteral("Forename in law")},
        {QStringLiteral("legalSurname"), QStringLiteral("Surname in law")},
        {QStringLiteral("middleNames"), QStringLiteral("Middle names")},
        {QStringLiteral("formerNames"), QStringLiteral("Former names")},
        {QStringLiteral("sex"), QStringLiteral("Sex")},
        {QStringLiteral("ethnicity"), QStringLiteral("Ethnicity")},
        {QStringLiteral("language"), QStringLiteral("First language")},
        {QStringLiteral("interpreter"), QStringLiteral("Interpreter")},
        {QStringLiteral("religion"), QStringLiteral("Religion")},
        {QStringLiteral("nhsNumber"), QStringLiteral("NHS number")},
        {QStringLiteral("sen"), QStringLiteral("Special educational needs")},
        {QStringLiteral("disabilities"), QStringLiteral("Disabilities")},
        {QStringLiteral("lookedAfter"), QStringLiteral("Looked after")},
        {QStringLiteral("caringAuthority"), QStringLiteral("Looked after by")},
        {QStringLiteral("address"), QStringLiteral("Address")},
        {QStringLiteral("postcode"), QStringLiteral("Postcode")},
        {QStringLiteral("phone"), QStringLiteral("Telephone")},
        {QStringLiteral("house"), QStringLiteral("House")},
        {QStringLiteral("entryDate"), QStringLiteral("Came to the school")},
        {QStringLiteral("leavingDate"), QStringLiteral("Left the school")},
        {QStringLiteral("contacts"), QStringLiteral("Contacts")},
        {QStringLiteral("household"), QStringLiteral("Who lives with the child")},
        {QStringLiteral("professionals"), QStringLiteral("Professionals")},
        {QStringLiteral("siblings"), QStringLiteral("Brothers and sisters")},
        {QStringLiteral("parentalResponsibility"), QStringLiteral("Parental responsibility")},
    };
    return words.value(field, field);
}

} // namespace heed::pupils
