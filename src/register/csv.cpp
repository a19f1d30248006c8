#include "register/csv.h"

#include "register/headings.h"
#include "register/looked_after.h"
#include "register/rows.h"
#include "register/whole_name.h"
#include "rules/upn.h"

#include <algorithm>
#include <array>

namespace heed::pupils {

using model::ErrorCode;
using model::Expected;
using model::failure;
using model::Result;

namespace {

constexpr std::size_t shown = 5;    // rows beside a mapping
constexpr std::size_t tried = 500;  // rows that a guess of dates is made from
constexpr std::size_t widest = 400; // columns

Result checkDelimiter(const QString& delimiter)
{
    const auto symbol = delimiter.size() == 1 ? delimiter.front().unicode() : u'\0';
    const bool isMark =
        symbol == u'\t' || (symbol > u' ' && symbol < u'\x7f' && symbol != u'"' && !QChar(symbol).isLetterOrNumber());
    if (!isMark)
        return failure(ErrorCode::BadInput, QStringLiteral("\"%1\" cannot part the cells of a row: choose a comma, a "
                                                           "semicolon, a tab or a bar.")
                                                .arg(delimiter.left(20)));
    return {};
}

QDate dateOf(const QString& text, const QString& form, const QDate& today)
{
    auto cell = text.simplified();
    // A date as a spreadsheet writes it: with a midnight behind.
    if (const auto space = cell.indexOf(QStringLiteral(" 00:00")); space > 0)
        cell.truncate(space);
    auto day = QLocale::c().toDate(cell, form);
    if (day.isValid() && !form.contains(QStringLiteral("yyyy")))
        while (day.addYears(100) <= today)
            day = day.addYears(100);
    return day;
}

/// A form that gives back the day that it wrote.
Result checkDateForm(const QString& form)
{
    const QDate some(2012, 12, 25);
    if (dateOf(QLocale::c().toString(some, form), form, some) != some)
        return failure(
            ErrorCode::BadInput,
            QStringLiteral("\"%1\" is no form of a date: write it such as d/M/yyyy or yyyy-M-d.").arg(form.left(40)));
    return {};
}

QString guessDateForm(const std::vector<Row>& rows, const std::vector<Column>& columns)
{
    // Where no heading speaks of a birth, whatever looks like a date in a column that nobody knows.
    const bool isKnown = std::find(columns.begin(), columns.end(), Column::DateOfBirth) != columns.end();
    const auto wanted = isKnown ? Column::DateOfBirth : Column::Ignored;
    QString best = dateForms().front();
    std::size_t most = 0;
    for (const auto& form : dateForms()) {
        std::size_t fits = 0;
        for (const auto& row : rows)
            for (std::size_t i = 0; i < columns.size() && static_cast<qsizetype>(i) < row.cells.size(); ++i)
                if (columns[i] == wanted)
                    fits += dateOf(row.cells[static_cast<qsizetype>(i)], form, {2100, 1, 1}).isValid() ? 1U : 0U;
        if (fits > most) {
            most = fits;
            best = form;
        }
    }
    return best;
}

/// Whether a row is a pupil: it has a UPN or a date.
bool isPupil(const QStringList& cells)
{
    const auto isDate = [](const QString& cell) {
        const auto forms = dateForms();
        return std::any_of(forms.begin(), forms.end(), [&](const QString& form) {
            return dateOf(cell, form, {2100, 1, 1}).isValid();
        });
    };
    return std::any_of(cells.begin(), cells.end(), [&](const QString& cell) {
        const auto upn = rules::readUpn(cell).kind;
        return upn == rules::UpnKind::Permanent || upn == rules::UpnKind::Temporary || isDate(cell);
    });
}

/// Contacts come one after the other: what one of them has already is the next one's.
void takeOfContact(std::vector<model::ContactPerson>& contacts, QString model::ContactPerson::*field,
                   const QString& text)
{
    if (contacts.empty() || !(contacts.back().*field).isEmpty())
        contacts.emplace_back();
    contacts.back().*field = text;
}

void take(model::Pupil& pupil, Column column, const QString& text)
{
    auto& child = pupil.child;
    auto& facts = pupil.facts;
    switch (column) {
    case Column::Ignored:
    case Column::DateOfBirth:
    case Column::EntryDate:
    case Column::SurnameForename:
    case Column::ForenameSurname: break;
    case Column::Upn: child.upn = text; break;
    case Column::FormerUpn: facts.formerUpns << text; break;
    case Column::Forename: child.forename = text; break;
    case Column::Surname: child.surname = text; break;
    case Column::LegalForename: facts.legalForename = text; break;
    case Column::LegalSurname: facts.legalSurname = text; break;
    case Column::MiddleNames: facts.middleNames = text; break;
    case Column::FormerSurname: facts.formerNames << text; break;
    case Column::Sex: facts.sex = text; break;
    case Column::Year: child.yearGroup = text; break;
    case Column::Class: pupil.className = text; break;
    case Column::House: facts.house = text; break;
    case Column::Site: child.site = text; break;
    case Column::Ethnicity: facts.ethnicity = text; break;
    case Column::Language: facts.language = text; break;
    case Column::Sen: facts.sen = text; break;
    case Column::Disability: facts.disabilities << text; break;
    case Column::LookedAfter: {
        const auto says = readLookedAfter(text);
        facts.lookedAfter = says.isLookedAfter;
        if (facts.caringAuthority.isEmpty())
            facts.caringAuthority = says.authority;
        break;
    }
    case Column::CaringAuthority: facts.caringAuthority = text; break;
    case Column::HomeAuthority: child.homeAuthority = text; break;
    case Column::Address: facts.address = text; break;
    case Column::Postcode: facts.postcode = text; break;
    case Column::Phone: facts.phone = text; break;
    case Column::ContactName: takeOfContact(facts.contacts, &model::ContactPerson::name, text); break;
    case Column::ContactRelationship: takeOfContact(facts.contacts, &model::ContactPerson::relationship, text); break;
    case Column::ContactPhone: takeOfContact(facts.contacts, &model::ContactPerson::phone, text); break;
    }
}

/// Empty if all is well, or what is wrong with the row.
QString read(const Row& row, const Mapping& mapping, const QDate& today, model::Pupil& pupil)
{
    TwoNames whole;
    for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
        const auto column = mapping.columns[i];
        const auto text = row.cells.value(static_cast<qsizetype>(i)).trimmed();
        if (text.isEmpty() || column == Column::Ignored)
            continue;
        if (column == Column::DateOfBirth || column == Column::EntryDate) {
            const auto day = dateOf(text, mapping.dateForm, today);
            if (!day.isValid())
                return QStringLiteral(
                           "\"%1\" is not a day (days are read as in %2): correct it, or choose how dates are "
                           "written.")
                    .arg(text.left(40), QLocale::c().toString(QDate(2012, 12, 25), mapping.dateForm));
            if (column == Column::DateOfBirth)
                pupil.child.dateOfBirth = day;
            else
                pupil.facts.entryDate = day;
            continue;
        }
        if (text.size() > 4000)
            return QStringLiteral("A cell holds more than 4,000 characters: correct it.");
        if (isWholeName(column))
            whole = partName(text, column == Column::SurnameForename);
        else
            take(pupil, column, text);
    }
    // Names that have a column each are surer.
    if (pupil.child.forename.isEmpty())
        pupil.child.forename = whole.forename;
    if (pupil.child.surname.isEmpty())
        pupil.child.surname = whole.surname;
    std::erase_if(pupil.facts.contacts, [](const model::ContactPerson& one) { return one.name.isEmpty(); });
    return settle(pupil, today);
}

QByteArray cell(QString text)
{
    if (!text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.front()))
        text.prepend(u'\'');
    return '"' + text.replace(u'"', QStringLiteral("\"\"")).toUtf8() + '"';
}

} // namespace

bool Mapping::partsNames() const
{
    return std::any_of(columns.begin(), columns.end(), isWholeName);
}

QStringList delimiters()
{
    return {QStringLiteral(","), QStringLiteral(";"), QStringLiteral("\t"), QStringLiteral("|")};
}

QStringList dateForms()
{
    return {QStringLiteral("d/M/yyyy"),    QStringLiteral("yyyy-M-d"),   QStringLiteral("d-M-yyyy"),
            QStringLiteral("d.M.yyyy"),    QStringLiteral("d MMM yyyy"), QStringLiteral("d-MMM-yyyy"),
            QStringLiteral("d MMMM yyyy"), QStringLiteral("yyyy/M/d"),   QStringLiteral("yyyyMMdd"),
            QStringLiteral("M/d/yyyy"),    QStringLiteral("d/M/yy"),     QStringLiteral("d-MMM-yy")};
}

Expected<Look> lookAt(const QByteArray& bytes, const Given& given)
{
    Look look;
    HEED_TAKE(const auto guessed, guessEncoding(bytes));
    look.mapping.encoding = given.encoding.value_or(guessed);
    HEED_TAKE(const auto text, decoded(bytes, look.mapping.encoding));
    look.mapping.delimiter = given.delimiter.value_or(guessDelimiter(text));
    HEED_TRY(checkDelimiter(look.mapping.delimiter));
    std::vector<Row> rows;
    HEED_TRY(readRows(text, look.mapping.delimiter, [&](Row row) {
        rows.push_back(std::move(row));
        return rows.size() <= tried;
    }));
    if (rows.empty())
        return failure(ErrorCode::BadInput, QStringLiteral("The file is empty: export it again."));
    look.headers = rows.front().cells;
    rows.erase(rows.begin());
    look.mapping.columns = guessColumns(look.headers);
    // "Name" says neither which comes first: the rows do.
    for (std::size_t i = 0; i < look.mapping.columns.size(); ++i) {
        QStringList cells;
        for (const auto& row : rows)
            cells << row.cells.value(static_cast<qsizetype>(i)).trimmed();
        if (look.mapping.columns[i] == Column::ForenameSurname && haveCommas(cells))
            look.mapping.columns[i] = Column::SurnameForename;
    }
    const auto& columns = look.mapping.columns;
    if (std::count(columns.begin(), columns.end(), Column::Ignored) == look.headers.size() && isPupil(look.headers))
        return failure(
            ErrorCode::BadInput,
            QStringLiteral("The first row is a pupil, and would be taken for headings: put a row of headings "
                           "above it, such as UPN, Forename, Surname, Date of birth."));
    look.mapping.dateForm = given.dateForm ? *given.dateForm : guessDateForm(rows, look.mapping.columns);
    HEED_TRY(checkDateForm(look.mapping.dateForm));
    for (std::size_t i = 0; i < std::min(shown, rows.size()); ++i)
        look.rows.push_back(rows[i].cells);
    return look;
}

Expected<Reading> readCsv(const QByteArray& bytes, const Mapping& mapping, const QDate& today,
                          const std::function<bool()>& cancelled)
{
    HEED_TRY(guessEncoding(bytes)); // what is no text at all has no rows, whatever the mapping says
    const auto has = [&](Column column) {
        return std::find(mapping.columns.begin(), mapping.columns.end(), column) != mapping.columns.end();
    };
    const bool isNamed = mapping.partsNames() || (has(Column::Forename) && has(Column::Surname));
    if (!isNamed || (!has(Column::Upn) && !has(Column::DateOfBirth)))
        return failure(ErrorCode::BadInput,
                       QStringLiteral("Say which columns hold the forename, the surname (or both in one) and the UPN "
                                      "or the date of birth: without them nobody can tell who a row is about."));
    HEED_TRY(checkDelimiter(mapping.delimiter));
    if (has(Column::DateOfBirth) || has(Column::EntryDate))
        HEED_TRY(checkDateForm(mapping.dateForm));
    if (mapping.columns.size() > widest)
        return failure(ErrorCode::BadInput, QStringLiteral("The mapping names more than 400 columns: choose fewer."));
    HEED_TAKE(const auto text, decoded(bytes, mapping.encoding));
    Reading reading;
    bool stopped = false;
    bool tooMany = false;
    HEED_TRY(readRows(text, mapping.delimiter, [&](const Row& row) {
        if (reading.headers.isEmpty()) {
            reading.headers = row.cells;
            return true;
        }
        stopped = cancelled && cancelled();
        tooMany = reading.pupils.size() + reading.refused.size() >= static_cast<std::size_t>(mostPupils);
        if (stopped || tooMany)
            return false;
        model::Pupil pupil;
        const auto difference = row.cells.size() - reading.headers.size();
        const auto problem =
            difference != 0
                ? QStringLiteral("The row has %1 cells where the headings name %2: look for a %3 too %4.")
                      .arg(row.cells.size())
                      .arg(reading.headers.size())
                      .arg(mapping.delimiter == QStringLiteral("\t") ? QStringLiteral("tab")
                                                                     : QString(u'"' + mapping.delimiter + u'"'),
                           difference > 0 ? QStringLiteral("many") : QStringLiteral("few"))
                : read(row, mapping, today, pupil);
        if (problem.isEmpty())
            reading.pupils.push_back({row.line, std::move(pupil), row.cells});
        else
            reading.refused.push_back({row.line, problem, row.cells});
        return true;
    }));
    if (stopped)
        return failure(ErrorCode::Cancelled, QStringLiteral("Reading the file was stopped."));
    if (tooMany)
        return failure(ErrorCode::BadInput, QStringLiteral("The file names more than 100,000 pupils: split it."));
    if (static_cast<qsizetype>(mapping.columns.size()) != reading.headers.size())
        return failure(ErrorCode::BadInput,
                       QStringLiteral("The mapping names %1 columns and the file has %2: choose the mapping again.")
                           .arg(mapping.columns.size())
                           .arg(reading.headers.size()));
    if (reading.pupils.empty() && reading.refused.empty())
        return failure(ErrorCode::BadInput, QStringLiteral("The file names no pupils: export it again."));
    return reading;
}

QByteArray writeRefused(const Reading& reading)
{
    QByteArray out("\xEF\xBB\xBF");
    const auto line = [&](const QStringList& cells, const QString& number, const QString& reason) {
        for (const auto& text : cells)
            out += cell(text) + ',';
        out += cell(number) + ',' + cell(reason) + "\r\n";
    };
    line(reading.headers, QStringLiteral("Line"), QStringLiteral("Why it was refused"));
    for (const auto& row : reading.refused)
        line(row.cells, QString::number(row.line), row.reason);
    return out;
}

} // namespace heed::pupils
