#include "gui/settings/people_rows.h"
#include "gui/log/day_field.h"

namespace heed::gui::settings {
namespace {

using Kind = PersonField::Kind;

QString words(const char* text)
{
    return PersonRow::tr(text);
}

PersonField line(const char* key, const char* label, const QString& text, const QStringList& suggestions = {})
{
    return {QString::fromLatin1(key), words(label), text, Kind::Line, suggestions};
}

template <class T, class Read> std::vector<T> allIn(const RowEditor* rows, Read read)
{
    std::vector<T> all;
    for (int i = 0; i < rows->count(); ++i)
        all.push_back(read(*static_cast<PersonRow*>(rows->row(i))));
    return all;
}

} // namespace

PersonRow* contactRow(const model::ContactPerson& person)
{
    return new PersonRow(QStringLiteral("pupil.contact"), words("Contact"),
                         {line("name", "Name", person.name),
                          line("relationship", "To the child", person.relationship,
                               {words("mother"), words("father"), words("step-parent"), words("grandparent"),
                                words("foster carer"), words("guardian")}),
                          line("phone", "Telephone", person.phone),
                          line("email", "Email", person.email),
                          line("address", "Address, if another", person.address),
                          line("note", "Note", person.note),
                          {QStringLiteral("responsible"),
                           words("Has parental responsibility"),
                           person.parentalResponsibility ? QStringLiteral("yes") : QString(),
                           Kind::Tick,
                           {}}});
}

PersonRow* householdRow(const model::HouseholdMember& person)
{
    return new PersonRow(QStringLiteral("pupil.home"), words("At home"),
                         {line("name", "Name", person.name),
                          line("relationship", "To the child", person.relationship),
                          {QStringLiteral("born"),
                           words("Date of birth"),
                           person.dateOfBirth ? log::dayText(*person.dateOfBirth) : QString(),
                           Kind::Day,
                           {}},
                          line("note", "Note", person.note)});
}

PersonRow* professionalRow(const model::Professional& person)
{
    return new PersonRow(
        QStringLiteral("pupil.professional"), words("Professional"),
        {line("role", "What they are", person.role,
              {words("social worker"), words("GP"), words("health visitor"), words("school nurse"), words("CAMHS"),
               words("youth justice"), words("early help"), words("virtual school head")}),
         line("name", "Name", person.name), line("agency", "Where they work", person.agency),
         line("phone", "Telephone", person.phone), line("email", "Email", person.email),
         line("note", "Note", person.note)});
}

std::vector<model::ContactPerson> contactsIn(const RowEditor* rows)
{
    return allIn<model::ContactPerson>(rows, [](const PersonRow& row) {
        return model::ContactPerson{row.text("name"),  row.text("relationship"), row.isTicked("responsible"),
                                    row.text("phone"), row.text("email"),        row.text("address"),
                                    row.text("note")};
    });
}

std::vector<model::HouseholdMember> householdIn(const RowEditor* rows)
{
    return allIn<model::HouseholdMember>(rows, [](const PersonRow& row) {
        return model::HouseholdMember{row.text("name"), row.text("relationship"), row.day("born"), row.text("note")};
    });
}

std::vector<model::Professional> professionalsIn(const RowEditor* rows)
{
    return allIn<model::Professional>(rows, [](const PersonRow& row) {
        return model::Professional{row.text("role"),  row.text("name"),  row.text("agency"),
                                   row.text("phone"), row.text("email"), row.text("note")};
    });
}

} // namespace heed::gui::settings
