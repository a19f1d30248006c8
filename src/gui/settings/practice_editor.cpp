#include "gui/settings/practice_editor.h"
#include "gui/frame/look.h"
#include "gui/log/tick.h"
#include "gui/widgets/kit.h"

#include <QVBoxLayout>

namespace heed::gui::settings {

PracticeEditor::PracticeEditor(QWidget* parent)
    : QWidget(parent)
    , m_record(new CalmComboBox)
    , m_secondAgreement(new log::Tick(QStringLiteral("secondAgreement"),
                                      tr("A second safeguarding lead agrees before a case is closed"),
                                      tr("Needs two leads who can sign in.")))
    , m_mandatoryReporting(new log::Tick(
          QStringLiteral("mandatoryReporting"), tr("Tell staff of the duty to report sexual offences themselves"),
          tr("For the duty to report in the Crime and Policing Bill. Leave this off until your council or the "
             "government says that the duty is in force.")))
{
    m_record->addItem(tr("CPOMS: Heed reminds until a concern is there too"),
                      QVariant::fromValue(static_cast<int>(model::RecordSystem::Cpoms)));
    m_record->addItem(tr("Heed"), QVariant::fromValue(static_cast<int>(model::RecordSystem::Heed)));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em(0.8));
    column->addWidget(
        new Field(QStringLiteral("recordSystem"), tr("The school\u2019s safeguarding record is kept in"), m_record));
    column->addWidget(m_secondAgreement);
    column->addWidget(m_mandatoryReporting);
    connect(m_record, &QComboBox::currentIndexChanged, this, &PracticeEditor::changed);
    for (auto* tick : {m_secondAgreement, m_mandatoryReporting})
        connect(tick, &log::Tick::toggled, this, &PracticeEditor::changed);
}

void PracticeEditor::setProfile(const model::Profile& profile)
{
    const QSignalBlocker quiet(this);
    m_record->setCurrentIndex(m_record->findData(static_cast<int>(profile.record)));
    m_secondAgreement->setChecked(profile.secondAgreement);
    m_mandatoryReporting->setChecked(profile.mandatoryReporting);
}

void PracticeEditor::writeTo(model::Profile& profile) const
{
    profile.record = static_cast<model::RecordSystem>(m_record->currentData().toInt());
    profile.secondAgreement = m_secondAgreement->isChecked();
    profile.mandatoryReporting = m_mandatoryReporting->isChecked();
}

} // namespace heed::gui::settings
