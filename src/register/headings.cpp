#include "register/headings.h"

#include <algorithm>
#include <array>

namespace heed::pupils {

namespace {

QString bare(const QString& heading)
{
    QString text;
    for (const auto symbol : heading.toLower())
        if (symbol.isLetterOrNumber())
            text += symbol;
    return text;
}

/// What headings are called in the exports that we know of (FIELD.md 4.4), without spaces and marks. "Preferred" is the
/// name as used: with it, a plain "forename" is the one in law (see guess).
struct Alias {
    const char* heading;
    Column column;
};
constexpr std::array aliases{
    Alias{"upn", Column::Upn},
    Alias{"uniquepupilnumber", Column::Upn},
    Alias{"formerupn", Column::FormerUpn},
    Alias{"previousupn", Column::FormerUpn},
    Alias{"forename", Column::Forename},
    Alias{"firstname", Column::Forename},
    Alias{"givenname", Column::Forename},
    Alias{"chosenforename", Column::Forename},
    Alias{"preferredforename", Column::Forename},
    Alias{"preferredfirstname", Column::Forename},
    Alias{"preferredname", Column::Forename},
    Alias{"knownas", Column::Forename},
    Alias{"surname", Column::Surname},
    Alias{"lastname", Column::Surname},
    Alias{"familyname", Column::Surname},
    Alias{"preferredsurname", Column::Surname},
    Alias{"preferredlastname", Column::Surname},
    Alias{"name", Column::ForenameSurname},
    Alias{"fullname", Column::ForenameSurname},
    Alias{"forenamesurname", Column::ForenameSurname},
    Alias{"firstnamelastname", Column::ForenameSurname},
    Alias{"firstnamesurname", Column::ForenameSurname},
    Alias{"pupil", Column::ForenameSurname},
    Alias{"pupilname", Column::ForenameSurname},
    Alias{"pupilfullname", Column::ForenameSurname},
    Alias{"student", Column::ForenameSurname},
    Alias{"studentname", Column::ForenameSurname},
    Alias{"studentfullname", Column::ForenameSurname},
    Alias{"childsname", Column::ForenameSurname},
    Alias{"preferredfullname", Column::ForenameSurname},
    Alias{"legalfullname", Column::ForenameSurname},
    Alias{"surnameforename", Column::SurnameForename},
    Alias{"surnameforenames", Column::SurnameForename},
    Alias{"surnamefirstname", Column::SurnameForename},
    Alias{"lastnamefirstname", Column::SurnameForename},
    Alias{"legalforename", Column::LegalForename},
    Alias{"legalfirstname", Column::LegalForename},
    Alias{"legalsurname", Column::LegalSurname},
    Alias{"legallastname", Column::LegalSurname},
    Alias{"middlename", Column::MiddleNames},
    Alias{"middlenames", Column::MiddleNames},
    Alias{"formersurname", Column::FormerSurname},
    Alias{"dob", Column::DateOfBirth},
    Alias{"dateofbirth", Column::DateOfBirth},
    Alias{"birthdate", Column::DateOfBirth},
    Alias{"sex", Column::Sex},
    Alias{"gender", Column::Sex},
    Alias{"legalsex", Column::Sex},
    Alias{"year", Column::Year},
    Alias{"yeargroup", Column::Year},
    Alias{"yr", Column::Year},
    Alias{"ncyear", Column::Year},
    Alias{"nationalcurriculumyear", Column::Year},
    Alias{"class", Column::Class},
    Alias{"reg", Column::Class},
    Alias{"form", Column::Class},
    Alias{"regform", Column::Class},
    Alias{"reggroup", Column::Class},
    Alias{"registrationgroup", Column::Class},
    Alias{"registrationform", Column::Class},
    Alias{"tutorgroup", Column::Class},
    Alias{"house", Column::House},
    Alias{"site", Column::Site},
    Alias{"campus", Column::Site},
    Alias{"ethnicity", Column::Ethnicity},
    Alias{"ethnicitycode", Column::Ethnicity},
    Alias{"language", Column::Language},
    Alias{"firstlanguage", Column::Language},
    Alias{"homelanguage", Column::Language},
    Alias{"sen", Column::Sen},
    Alias{"senstatus", Column::Sen},
    Alias{"senprovision", Column::Sen},
    Alias{"disability", Column::Disability},
    Alias{"disabilities", Column::Disability},
    Alias{"lookedafter", Column::LookedAfter},
    Alias{"incare", Column::LookedAfter},
    Alias{"lac", Column::LookedAfter},
    Alias{"cla", Column::LookedAfter},
    Alias{"careauthority", Column::CaringAuthority},
    Alias{"caringauthority", Column::CaringAuthority},
    Alias{"homeauthority", Column::HomeAuthority},
    Alias{"homela", Column::HomeAuthority},
    Alias{"address", Column::Address},
    Alias{"homeaddress", Column::Address},
    Alias{"postcode", Column::Postcode},
    Alias{"homepostcode", Column::Postcode},
    Alias{"phone", Column::Phone},
    Alias{"telephone", Column::Phone},
    Alias{"hometelephone", Column::Phone},
    Alias{"entrydate", Column::EntryDate},
    Alias{"dateofentry", Column::EntryDate},
    Alias{"admissiondate", Column::EntryDate},
    Alias{"contact1", Column::ContactName},
    Alias{"contactname", Column::ContactName},
    Alias{"contact1name", Column::ContactName},
    Alias{"parent", Column::ContactName},
    Alias{"contact1relationship", Column::ContactRelationship},
    Alias{"relationship", Column::ContactRelationship},
    Alias{"contact1phone", Column::ContactPhone},
    Alias{"contact2", Column::ContactName},
    Alias{"contact2name", Column::ContactName},
    Alias{"contact2relationship", Column::ContactRelationship},
    Alias{"contact2phone", Column::ContactPhone},
    Alias{"contact2telephone", Column::ContactPhone},
    Alias{"contact3", Column::ContactName},
    Alias{"contact3name", Column::ContactName},
    Alias{"contact3relationship", Column::ContactRelationship},
    Alias{"contact3phone", Column::ContactPhone},
    Alias{"contact3telephone", Column::ContactPhone},
    Alias{"contact1telephone", Column::ContactPhone},
    Alias{"contactphone", Column::ContactPhone},
};

bool isPreferred(const QString& heading)
{
    const auto name = bare(heading);
    return name.startsWith(QStringLiteral("preferred")) || name.startsWith(QStringLiteral("chosen")) ||
           name == QStringLiteral("knownas");
}

bool isOfContact(Column column)
{
    return column == Column::ContactName || column == Column::ContactRelationship || column == Column::ContactPhone;
}

} // namespace

std::vector<Column> guessColumns(const QStringList& headers)
{
    std::vector<Column> columns;
    for (const auto& header : headers) {
        const auto name = bare(header);
        const auto found = std::find_if(aliases.begin(), aliases.end(),
                                        [&](const Alias& alias) { return name == QLatin1StringView(alias.heading); });
        columns.push_back(found == aliases.end() ? Column::Ignored : found->column);
    }
    for (const auto& [used, legal] :
         {std::pair(Column::Forename, Column::LegalForename), std::pair(Column::Surname, Column::LegalSurname)}) {
        std::vector<std::size_t> places;
        bool preferred = false;
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (columns[i] == used) {
                places.push_back(i);
                preferred = preferred || isPreferred(headers[static_cast<qsizetype>(i)]);
            }
        if (preferred && places.size() > 1)
            for (const auto i : places)
                if (!isPreferred(headers[static_cast<qsizetype>(i)]))
                    columns[i] = legal;
    }
    // "Name" beside a surname is the forename; a whole name beside both names says nothing new. Two whole names are
    // one.
    const auto has = [&](Column column) { return std::find(columns.begin(), columns.end(), column) != columns.end(); };
    const bool hasBoth = has(Column::Forename) && has(Column::Surname);
    const bool isForename = has(Column::Surname) && !has(Column::Forename);
    bool hasWhole = false;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (auto& column = columns[i]; isWholeName(column)) {
            const bool isName = bare(headers[static_cast<qsizetype>(i)]) == QStringLiteral("name");
            column = hasBoth || hasWhole ? Column::Ignored : isForename && isName ? Column::Forename : column;
            hasWhole = true;
        }
    // A second column of one kind is not guessed to be the same, except of contacts, who are several.
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (!isOfContact(columns[i]) && std::find(columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(i),
                                                  columns[i]) != columns.begin() + static_cast<std::ptrdiff_t>(i))
            columns[i] = Column::Ignored;
    return columns;
}

} // namespace heed::pupils
