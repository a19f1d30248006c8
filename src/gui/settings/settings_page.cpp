#include "gui/settings/settings_page.h"
#include "gui/frame/look.h"
#include "gui/settings/backups_panel.h"
#include "gui/settings/checks_panel.h"
#include "gui/settings/guidance_panel.h"
#include "gui/settings/look_panel.h"
#include "gui/settings/members_panel.h"
#include "gui/settings/password_panel.h"
#include "gui/settings/profile_panel.h"
#include "gui/settings/pupils_panel.h"
#include "gui/settings/recovery_panel.h"
#include "gui/widgets/kit.h"

#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace heed::gui::settings {
namespace {

const QString scrollSuffix = QStringLiteral("Scroll");

} // namespace

PlacePage* makeSettingsPage(Context& context, std::function<void()> changed, QWidget* parent)
{
    return new SettingsPage(context, std::move(changed), parent);
}

SettingsPage::SettingsPage(Context& context, std::function<void()> changed, QWidget* parent)
    : PlacePage(parent)
    , m_tabs(named(new QTabWidget, QStringLiteral("settingsTabs"), tr("Settings")))
    , m_password(new PasswordPanel(context))
{
    setObjectName(QStringLiteral("settingsPage"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the settings"));
    m_tabs->tabBar()->setObjectName(QStringLiteral("settingsTabBar"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(em(0.9), em(0.9), em(0.9), 0);
    column->addWidget(titleLabel(title()));
    column->addWidget(m_tabs, 1);
    add(new LookPanel(context, std::move(changed)), tr("This computer"), QStringLiteral("look"));
    add(m_password, tr("My password"), QStringLiteral("password"));
    if (context.member.role == model::Role::Dsl) {
        m_members = new MembersPanel(context);
        m_profile = new ProfilePanel(context);
        m_pupils = new PupilsPanel(context);
        add(m_members, tr("Colleagues"), QStringLiteral("members"));
        add(m_pupils, tr("Pupils"), QStringLiteral("pupils"));
        add(m_profile, tr("The school"), QStringLiteral("profile"));
        m_guidance = new GuidancePanel(context);
        add(m_guidance, tr("Our guidance"), QStringLiteral("ownGuidance"));
    }
    if (context.isReader()) {
        m_recovery = new RecoveryPanel(context);
        m_backups = new BackupsPanel(context);
        add(m_recovery, tr("Recovery"), QStringLiteral("recovery"));
        add(m_backups, tr("Backups"), QStringLiteral("backups"));
    }
    add(new ChecksPanel(context), tr("Checks"), QStringLiteral("checks"));
}

void SettingsPage::add(QWidget* panel, const QString& title, const QString& part)
{
    auto* holder = new QWidget;
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(em(0.2), em(1), em(1), em(1.2));
    column->addWidget(panel);
    column->addStretch();
    m_tabs->addTab(scrolling(holder, part + scrollSuffix, 110), title);
}

void SettingsPage::open(const QString& part)
{
    for (int i = 0; i < m_tabs->count(); ++i)
        if (m_tabs->widget(i)->objectName() == part + scrollSuffix)
            m_tabs->setCurrentIndex(i);
}

QString SettingsPage::where() const
{
    return m_tabs->currentWidget()->objectName().chopped(scrollSuffix.size());
}

void SettingsPage::beforeLock()
{
    if (m_profile)
        m_profile->storeDraft();
    if (m_guidance)
        m_guidance->storeDraft();
    if (m_pupils)
        m_pupils->storeDraft();
}

bool SettingsPage::canBeMadeAnew() const
{
    return !(m_members && m_members->isShowingSecret()) && !(m_recovery && m_recovery->isShowingSheets()) &&
           !(m_pupils && m_pupils->isChanged()) && !(m_profile && m_profile->isChanged()) &&
           !(m_guidance && m_guidance->isChanged());
}

void SettingsPage::enter()
{
    m_password->reload();
    if (m_members)
        m_members->reload();
    if (m_pupils)
        m_pupils->reload();
    if (m_profile)
        m_profile->reload();
    if (m_recovery)
        m_recovery->reload();
    if (m_guidance)
        m_guidance->reload();
    if (m_backups)
        m_backups->reload();
}

QWidget* SettingsPage::firstFocus()
{
    return m_tabs->tabBar();
}

} // namespace heed::gui::settings
