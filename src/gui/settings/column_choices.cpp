#include "gui/settings/column_choices.h"
#include "gui/frame/look.h"
#include "gui/widgets/kit.h"
#include "register/whole_name.h"

#include <QVBoxLayout>

#include <map>

namespace heed::gui::settings {
namespace {

constexpr int narrowest = 14;      // em
constexpr qsizetype shownRows = 3; // of a column
constexpr qsizetype longest = 40;  // letters of a cell
constexpr int choiceLetters = 16;

struct Choice {
    pupils::Column column;
    QString words;
};

/// What a column may hold, in the order in which a person looks for it.
std::vector<Choice> choices()
{
    using pupils::Column;
    return {{Column::Ignored, ColumnChoices::tr("\u2013 leave out")},
            {Column::Upn, ColumnChoices::tr("UPN")},
            {Column::FormerUpn, ColumnChoices::tr("Former UPN")},
            {Column::Forename, ColumnChoices::tr("Forename, as used")},
            {Column::Surname, ColumnChoices::tr("Surname, as used")},
            {Column::SurnameForename, ColumnChoices::tr("Whole name: surname, forename")},
            {Column::ForenameSurname, ColumnChoices::tr("Whole name: forename surname")},
            {Column::LegalForename, ColumnChoices::tr("Forename in law")},
            {Column::LegalSurname, ColumnChoices::tr("Surname in law")},
            {Column::MiddleNames, ColumnChoices::tr("Middle names")},
            {Column::FormerSurname, ColumnChoices::tr("Former surname")},
            {Column::DateOfBirth, ColumnChoices::tr("Date of birth")},
            {Column::Sex, ColumnChoices::tr("Sex")},
            {Column::Year, ColumnChoices::tr("Year")},
            {Column::Class, ColumnChoices::tr("Class")},
            {Column::House, ColumnChoices::tr("House")},
            {Column::Site, ColumnChoices::tr("Site")},
            {Column::Ethnicity, ColumnChoices::tr("Ethnicity")},
            {Column::Language, ColumnChoices::tr("Language")},
            {Column::Sen, ColumnChoices::tr("Special needs")},
            {Column::Disability, ColumnChoices::tr("Disability")},
            {Column::LookedAfter, ColumnChoices::tr("Looked after")},
            {Column::CaringAuthority, ColumnChoices::tr("Looked after by")},
            {Column::HomeAuthority, ColumnChoices::tr("Home authority")},
            {Column::Address, ColumnChoices::tr("Address")},
            {Column::Postcode, ColumnChoices::tr("Postcode")},
            {Column::Phone, ColumnChoices::tr("Telephone")},
            {Column::EntryDate, ColumnChoices::tr("Date of entry")},
            {Column::ContactName, ColumnChoices::tr("Contact: name")},
            {Column::ContactRelationship, ColumnChoices::tr("Contact: relationship")},
            {Column::ContactPhone, ColumnChoices::tr("Contact: telephone")}};
}

/// Of the column at this place, what stands in it first.
QStringList firstOf(const std::vector<QStringList>& rows, qsizetype place)
{
    QStringList values;
    for (const auto& row : rows)
        if (const auto cell = row.value(place).trimmed(); !cell.isEmpty() && values.size() < shownRows)
            values << cell;
    return values;
}

pupils::Column chosenIn(const QComboBox* box)
{
    return static_cast<pupils::Column>(box->currentData().toInt());
}

} // namespace

QString partedWords(const QString& forename, const QString& surname)
{
    const auto said = [](const QString& name) { return name.isEmpty() ? ColumnChoices::tr("nothing") : name; };
    return ColumnChoices::tr("forename %1, surname %2").arg(said(forename), said(surname));
}

ColumnChoices::ColumnChoices(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_parted(textLabel({}))
{
    named(this, QStringLiteral("importColumns"), tr("The columns of the file"));
    m_parted->setObjectName(QStringLiteral("importParted"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(em(0.8));
    m_layout->addWidget(m_parted);
}

void ColumnChoices::reset()
{
    m_headers.clear();
    m_choices.clear();
}

void ColumnChoices::take(const pupils::Look& look)
{
    std::map<QString, pupils::Column> before;
    for (std::size_t i = 0; i < m_choices.size(); ++i)
        before[m_headers.at(static_cast<qsizetype>(i))] = chosenIn(m_choices[i]);
    m_headers = look.headers;
    m_rows = look.rows;
    m_choices.clear();
    std::vector<QWidget*> fields;
    for (qsizetype i = 0; i < m_headers.size(); ++i) {
        const auto& heading = m_headers.at(i);
        auto* holds = new CalmComboBox;
        holds->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        holds->setMinimumContentsLength(choiceLetters);
        for (const auto& choice : choices())
            holds->addItem(choice.words, static_cast<int>(choice.column));
        const auto kept = before.find(heading);
        holds->setCurrentIndex(holds->findData(static_cast<int>(
            kept != before.end() ? kept->second : look.mapping.columns.at(static_cast<std::size_t>(i)))));
        connect(holds, &QComboBox::currentIndexChanged, this, &ColumnChoices::showParted);
        m_choices.push_back(holds);
        QStringList values;
        for (const auto& value : firstOf(m_rows, i))
            values << value.left(longest);
        auto* field =
            new Field(QStringLiteral("importColumn%1").arg(i + 1),
                      heading.trimmed().isEmpty() ? tr("Column %1").arg(i + 1)
                                                  : QString(heading.left(longest)).replace(u'&', QStringLiteral("&&")),
                      holds, values.isEmpty() ? tr("empty") : values.join(QStringLiteral(" \u00b7 ")));
        holds->setAccessibleName(tr("What the column %1 holds").arg(heading));
        fields.push_back(field);
    }
    delete m_grid;
    m_grid = new FieldGrid(std::move(fields), narrowest);
    m_layout->insertWidget(0, m_grid);
    showParted();
}

std::vector<pupils::Column> ColumnChoices::columns() const
{
    std::vector<pupils::Column> all;
    for (const auto* choice : m_choices)
        all.push_back(chosenIn(choice));
    return all;
}

void ColumnChoices::showParted()
{
    QStringList lines;
    for (std::size_t i = 0; i < m_choices.size() && lines.isEmpty(); ++i) {
        const auto column = chosenIn(m_choices[i]);
        if (!pupils::isWholeName(column))
            continue;
        for (const auto& cell : firstOf(m_rows, static_cast<qsizetype>(i))) {
            const auto names = pupils::partName(cell, column == pupils::Column::SurnameForename);
            lines << partedWords(names.forename, names.surname);
        }
    }
    m_parted->setText(tr("Names are parted so:") + u'\n' + lines.join(u'\n'));
    m_parted->setVisible(!lines.isEmpty());
}

} // namespace heed::gui::settings
