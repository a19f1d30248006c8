#include "gui/settings/shares_editor.h"
#include "gui/frame/look.h"
#include "gui/widgets/kit.h"

#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace heed::gui::settings {

SharesEditor::SharesEditor(const QString& prefix, QWidget* parent)
    : QWidget(parent)
    , m_prefix(prefix)
    , m_count(new QSpinBox)
    , m_needed(new QSpinBox)
    , m_list(new QVBoxLayout)
{
    constexpr int mostShares = 16;
    for (auto* box : {m_count, m_needed}) {
        box->setRange(2, mostShares);
        ignoreWheel(box);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em(0.9));
    std::vector<Field*> fields{
        new Field(prefix + QStringLiteral("Shares"), tr("How many sheets"), m_count),
        new Field(prefix + QStringLiteral("Threshold"), tr("How many are needed together"), m_needed)};
    column->addWidget(new FieldGrid(fields, 14));
    column->addWidget(
        textLabel(tr("Who keeps each of them? Choose people who would not all be away or leave at once.")));
    m_list->setSpacing(em(0.6));
    column->addLayout(m_list);
    connect(m_count, &QSpinBox::valueChanged, this, [this](int count) {
        m_needed->setMaximum(count);
        arrange();
    });
    set(3, 2);
}

int SharesEditor::count() const
{
    return m_count->value();
}

int SharesEditor::threshold() const
{
    return m_needed->value();
}

void SharesEditor::set(int count, int threshold)
{
    m_count->setValue(count);
    m_needed->setMaximum(count);
    m_needed->setValue(threshold);
    arrange();
}

void SharesEditor::suggest(const QStringList& holders)
{
    for (std::size_t i = 0; i < m_holders.size(); ++i)
        if (m_holders[i]->text().isEmpty())
            m_holders[i]->setText(holders.value(static_cast<qsizetype>(i)));
}

QStringList SharesEditor::holders() const
{
    QStringList all;
    for (const auto* each : m_holders)
        all << each->text().simplified();
    return all;
}

void SharesEditor::arrange()
{
    const auto wanted = static_cast<std::size_t>(m_count->value());
    while (m_holders.size() > wanted) {
        delete m_fields.back();
        m_fields.pop_back();
        m_holders.pop_back();
    }
    while (m_holders.size() < wanted) {
        auto* line = new QLineEdit;
        const auto number = m_holders.size() + 1;
        auto* field =
            new Field(m_prefix + QStringLiteral("Holder%1").arg(number), tr("Sheet %1 is kept by").arg(number), line);
        connect(line, &QLineEdit::textEdited, field, &Field::clearError);
        m_list->addWidget(field);
        m_holders.push_back(line);
        m_fields.push_back(field);
    }
}

bool SharesEditor::check()
{
    const auto named = holders();
    QWidget* wrong = nullptr;
    for (std::size_t i = 0; i < m_holders.size(); ++i) {
        const auto place = static_cast<qsizetype>(i);
        QString error;
        if (named[place].isEmpty())
            error = tr("Say who keeps this sheet.");
        else if (named.mid(0, place).contains(named[place], Qt::CaseInsensitive))
            error = tr("One person may not keep two sheets.");
        m_fields[i]->setError(error);
        if (!error.isEmpty() && !wrong)
            wrong = m_holders[i];
    }
    if (wrong)
        wrong->setFocus();
    return !wrong;
}

QWidget* SharesEditor::firstField() const
{
    return m_count;
}

} // namespace heed::gui::settings
