#pragma once

#include "register/incoming.h"

#include <functional>
#include <optional>

namespace heed::pupils {

/// What a column of a CSV file holds. The names are those of a mapping's written form.
enum class Column {
    Ignored,
    Upn,
    FormerUpn,
    Forename,
    Surname,
    LegalForename,
    LegalSurname,
    MiddleNames,
    FormerSurname,
    DateOfBirth,
    Sex,
    Year,
    Class,
    House,
    Site,
    Ethnicity,
    Language,
    Sen,
    Disability,
    LookedAfter,
    CaringAuthority,
    HomeAuthority,
    Address,
    Postcode,
    Phone,
    EntryDate,
    ContactName,
    ContactRelationship,
    ContactPhone,
    SurnameForename, ///< both names in one: "Made-up, Jamie"
    ForenameSurname, ///< both names in one: "Jamie Made-up"
};

/// Both names stand in it.
constexpr bool isWholeName(Column column)
{
    return column == Column::SurnameForename || column == Column::ForenameSurname;
}

enum class Encoding { Utf8, Utf16Le, Utf16Be, Windows1252 };

} // namespace heed::pupils

namespace heed::model {

template <> struct Names<pupils::Column> {
    using C = pupils::Column;
    static constexpr std::array<std::pair<C, const char*>, 31> table{{{C::Ignored, "ignored"},
                                                                      {C::Upn, "upn"},
                                                                      {C::FormerUpn, "formerUpn"},
                                                                      {C::Forename, "forename"},
                                                                      {C::Surname, "surname"},
                                                                      {C::LegalForename, "legalForename"},
                                                                      {C::LegalSurname, "legalSurname"},
                                                                      {C::MiddleNames, "middleNames"},
                                                                      {C::FormerSurname, "formerSurname"},
                                                                      {C::DateOfBirth, "dateOfBirth"},
                                                                      {C::Sex, "sex"},
                                                                      {C::Year, "year"},
                                                                      {C::Class, "class"},
                                                                      {C::House, "house"},
                                                                      {C::Site, "site"},
                                                                      {C::Ethnicity, "ethnicity"},
                                                                      {C::Language, "language"},
                                                                      {C::Sen, "sen"},
                                                                      {C::Disability, "disability"},
                                                                      {C::LookedAfter, "lookedAfter"},
                                                                      {C::CaringAuthority, "caringAuthority"},
                                                                      {C::HomeAuthority, "homeAuthority"},
                                                                      {C::Address, "address"},
                                                                      {C::Postcode, "postcode"},
                                                                      {C::Phone, "phone"},
                                                                      {C::EntryDate, "entryDate"},
                                                                      {C::ContactName, "contactName"},
                                                                      {C::ContactRelationship, "contactRelationship"},
                                                                      {C::ContactPhone, "contactPhone"},
                                                                      {C::SurnameForename, "surnameForename"},
                                                                      {C::ForenameSurname, "forenameSurname"}}};
};

template <> struct Names<pupils::Encoding> {
    using E = pupils::Encoding;
    static constexpr std::array<std::pair<E, const char*>, 4> table{
        {{E::Utf8, "utf-8"}, {E::Utf16Le, "utf-16le"}, {E::Utf16Be, "utf-16be"}, {E::Windows1252, "windows-1252"}}};
};

} // namespace heed::model

namespace heed::pupils {

/// How a CSV file is to be read: guessed by lookAt, and corrected by a person.
struct Mapping {
    Encoding encoding = Encoding::Utf8;
    QString delimiter = QStringLiteral(","); ///< one character
    QString dateForm;                        ///< Qt's: "d/M/yyyy"
    std::vector<Column> columns;

    /// Forename and surname are parted by Heed, which a person should see.
    bool partsNames() const;

    bool operator==(const Mapping&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("encoding", self.encoding, {.required = true});
        visit("delimiter", self.delimiter, {.required = true});
        visit("dateForm", self.dateForm);
        visit("columns", self.columns, {.required = true});
    }
};

/// What a person has said of a file, where a guess was wrong; the rest is guessed.
struct Given {
    std::optional<Encoding> encoding;
    std::optional<QString> delimiter;
    std::optional<QString> dateForm;

    bool operator==(const Given&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("encoding", self.encoding);
        visit("delimiter", self.delimiter);
        visit("dateForm", self.dateForm);
    }
};

/// The characters that part cells in exports, and the forms of dates (Qt's) that are tried, the likeliest first.
QStringList delimiters();
QStringList dateForms();

/// A file before it is read: the guess, and what it is to be judged by.
struct Look {
    Mapping mapping;
    QStringList headers;
    std::vector<QStringList> rows; ///< the first few
};

/// Guesses encoding, delimiter, what each column holds (by its heading) and how dates are written, where that is not
/// `given`. BadInput for what is empty, a spreadsheet, no text, without headings, or not what was given.
model::Expected<Look> lookAt(const QByteArray& bytes, const Given& given = {});

/// Reads all rows. BadInput for a mapping that leaves out forename or surname (or one column of both), has more columns
/// than the file, or is itself not one. A row with another number of cells, or a pupil who cannot be, is refused by
/// line.
model::Expected<Reading> readCsv(const QByteArray& bytes, const Mapping& mapping, const QDate& today,
                                 const std::function<bool()>& cancelled = {});

/// The refused rows with their reasons, as a CSV file to correct and read again: UTF-8 with a mark. A cell that a
/// spreadsheet would take for a formula begins with an apostrophe.
QByteArray writeRefused(const Reading& reading);

} // namespace heed::pupils
