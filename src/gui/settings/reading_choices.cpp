#include "gui/settings/reading_choices.h"
#include "gui/widgets/kit.h"

#include <QVBoxLayout>

namespace heed::gui::settings {
namespace {

constexpr int narrowest = 14; // em

QString wordsOf(const QString& delimiter)
{
    if (delimiter == QStringLiteral(","))
        return ReadingChoices::tr("Comma");
    if (delimiter == QStringLiteral(";"))
        return ReadingChoices::tr("Semicolon");
    if (delimiter == QStringLiteral("\t"))
        return ReadingChoices::tr("Tab");
    return delimiter == QStringLiteral("|") ? ReadingChoices::tr("Vertical bar") : delimiter;
}

/// A day that shows which number is the month.
QString wordsOfDates(const QString& form)
{
    return ReadingChoices::tr("As %1").arg(QLocale::c().toString(QDate(2012, 12, 25), form));
}

void choose(QComboBox* box, const QString& value, const QString& words)
{
    if (box->findData(value) < 0)
        box->addItem(words, value);
    box->setCurrentIndex(box->findData(value));
}

} // namespace

ReadingChoices::ReadingChoices(QWidget* parent)
    : QWidget(parent)
    , m_encoding(new CalmComboBox)
    , m_delimiter(new CalmComboBox)
    , m_dates(new CalmComboBox)
{
    using pupils::Encoding;
    for (const auto& [encoding, words] :
         {std::pair(Encoding::Utf8, tr("UTF-8")), std::pair(Encoding::Windows1252, tr("Windows (Western)")),
          std::pair(Encoding::Utf16Le, tr("UTF-16")), std::pair(Encoding::Utf16Be, tr("UTF-16, big-endian"))})
        m_encoding->addItem(words, model::nameOf(encoding));
    for (const auto& delimiter : pupils::delimiters())
        m_delimiter->addItem(wordsOf(delimiter), delimiter);
    for (const auto& form : pupils::dateForms())
        m_dates->addItem(wordsOfDates(form), form);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(
        new FieldGrid(std::vector<QWidget*>{new Field(QStringLiteral("importEncoding"), tr("Letters are written in"),
                                                      m_encoding, tr("Another one, if names look wrong below.")),
                                            new Field(QStringLiteral("importDelimiter"), tr("Cells are parted by"),
                                                      m_delimiter, tr("Another one, if all stands in one column.")),
                                            new Field(QStringLiteral("importDates"), tr("Dates are written"), m_dates,
                                                      tr("How 25 December 2012 would look."))},
                      narrowest));
    connect(m_encoding, &QComboBox::activated, this, &ReadingChoices::textChanged);
    connect(m_delimiter, &QComboBox::activated, this, &ReadingChoices::textChanged);
    connect(m_dates, &QComboBox::activated, this, [this] { m_datesChosen = true; });
}

void ReadingChoices::reset()
{
    m_datesChosen = false;
}

void ReadingChoices::take(const pupils::Mapping& mapping)
{
    choose(m_encoding, model::nameOf(mapping.encoding), model::nameOf(mapping.encoding));
    choose(m_delimiter, mapping.delimiter, wordsOf(mapping.delimiter));
    if (!m_datesChosen) // else a person has said it, perhaps while the file was looked at
        choose(m_dates, mapping.dateForm, wordsOfDates(mapping.dateForm));
}

pupils::Given ReadingChoices::given() const
{
    pupils::Given said;
    said.encoding = model::valueOf<pupils::Encoding>(m_encoding->currentData().toString());
    said.delimiter = m_delimiter->currentData().toString();
    if (m_datesChosen)
        said.dateForm = m_dates->currentData().toString();
    return said;
}

} // namespace heed::gui::settings
