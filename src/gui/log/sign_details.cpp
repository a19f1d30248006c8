#include "gui/log/sign_details.h"

#include "gui/frame/look.h"
#include "gui/log/day_field.h"
#include "gui/log/text_box.h"
#include "gui/widgets/kit.h"

#include <QGridLayout>

namespace heed::gui::log {

using namespace Qt::StringLiterals;

SignDetails::SignDetails(const QString& prefix, const QString& about, bool withNote, QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_when(new DayField)
    , m_source(new CalmComboBox)
{
    m_source->addItem(u"Not said"_s, -1);
    m_source->addItem(u"I saw it"_s, static_cast<int>(model::Source::Saw));
    m_source->addItem(u"The child told me"_s, static_cast<int>(model::Source::Child));
    m_source->addItem(u"Somebody else told me"_s, static_cast<int>(model::Source::Other));
    m_source->addItem(u"From a record"_s, static_cast<int>(model::Source::Record));

    m_grid->setContentsMargins(em(1.6), em(0.2), 0, em(0.7));
    m_grid->setHorizontalSpacing(16);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    m_whenField = new Field(prefix + u".seen"_s, u"When was it seen?"_s, m_when, {}, this);
    m_grid->addWidget(m_whenField, 0, 0);
    m_grid->addWidget(new Field(prefix + u".source"_s, u"How do you know?"_s, m_source, {}, this), 0, 1);
    m_when->setAccessibleName(u"When was it seen? "_s + about);
    m_source->setAccessibleName(u"How do you know? "_s + about);
    connect(m_when, &DayField::textChanged, this, &SignDetails::changed);
    connect(m_source, &QComboBox::currentIndexChanged, this, &SignDetails::changed);
    if (!withNote)
        return;
    m_note = new TextBox(1);
    m_grid->addWidget(new Field(prefix + u".note"_s, u"Note"_s, m_note, {}, this), 1, 0, 1, 2);
    m_note->setAccessibleName(u"Note: "_s + about);
    connect(m_note, &TextBox::textChanged, this, &SignDetails::changed);
}

bool SignDetails::isEmpty() const
{
    return m_when->text().trimmed().isEmpty() && m_source->currentIndex() <= 0 &&
           (!m_note || m_note->words().trimmed().isEmpty());
}

model::SignSeen SignDetails::seen(const QString& code) const
{
    model::SignSeen seen{code, m_when->day(), {}, m_note ? m_note->words().trimmed() : QString()};
    if (const int source = m_source->currentData().toInt(); source >= 0)
        seen.source = static_cast<model::Source>(source);
    return seen;
}

void SignDetails::setSeen(const model::SignSeen& seen)
{
    m_when->setDay(seen.seen);
    m_source->setCurrentIndex(m_source->findData(seen.source ? static_cast<int>(*seen.source) : -1));
    if (m_note)
        m_note->setPlainText(seen.note);
}

void SignDetails::add(QWidget* more)
{
    m_grid->addWidget(more, 2, 0, 1, 2);
}

} // namespace heed::gui::log
