#include "gui/settings/look_panel.h"
#include "gui/frame/look.h"
#include "gui/widgets/kit.h"

#include <QSpinBox>
#include <QVBoxLayout>

namespace heed::gui::settings {
namespace {

using platform::Theme;

constexpr int longestIdle = 60; // minutes

} // namespace

LookPanel::LookPanel(Context& context, std::function<void()> changed, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_changed(std::move(changed))
    , m_theme(new CalmComboBox)
    , m_size(new CalmComboBox)
    , m_idle(new QSpinBox)
{
    const auto& settings = *context.settings;
    m_theme->addItem(tr("As the desktop"), QVariant::fromValue(static_cast<int>(Theme::System)));
    m_theme->addItem(tr("Light"), static_cast<int>(Theme::Light));
    m_theme->addItem(tr("Dark"), static_cast<int>(Theme::Dark));
    m_theme->addItem(tr("High contrast"), static_cast<int>(Theme::HighContrast));
    m_theme->setCurrentIndex(m_theme->findData(static_cast<int>(settings.theme)));
    for (const int percent : {80, 90, 100, 110, 125, 150, 175, 200, 250, 300})
        m_size->addItem(tr("%1 %").arg(percent), percent);
    if (m_size->findData(settings.textPercent) < 0)
        m_size->addItem(tr("%1 %").arg(settings.textPercent), settings.textPercent);
    m_size->setCurrentIndex(m_size->findData(settings.textPercent));
    m_idle->setRange(1, longestIdle);
    m_idle->setValue(settings.idleMinutes);
    m_idle->setSuffix(tr(" min"));
    ignoreWheel(m_idle);

    auto* card = new Card(tr("On this computer"));
    std::vector<Field*> fields{new Field(QStringLiteral("theme"), tr("Colours"), m_theme),
                               new Field(QStringLiteral("textSize"), tr("Size of the text"), m_size),
                               new Field(QStringLiteral("idleMinutes"), tr("Locks after"), m_idle)};
    card->content()->addWidget(new FieldGrid(fields, 14));
    card->content()->addWidget(
        remarkLabel(tr("Without use, Heed locks itself after that time; it warns 20 seconds before. Ctrl+L locks at "
                       "once. F12 covers the window when a child comes near, and brings it back.")));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    connect(m_theme, &QComboBox::activated, this, &LookPanel::apply);
    connect(m_size, &QComboBox::activated, this, &LookPanel::apply);
    connect(m_idle, &QSpinBox::valueChanged, this, &LookPanel::apply);
}

void LookPanel::apply()
{
    auto& settings = *m_context.settings;
    settings.theme = static_cast<Theme>(m_theme->currentData().toInt());
    settings.textPercent = m_size->currentData().toInt();
    settings.idleMinutes = m_idle->value();
    if (const auto saved = platform::saveSettings(settings); !saved)
        Q_EMIT m_context.navigator->fail(saved.error());
    m_changed();
}

} // namespace heed::gui::settings
