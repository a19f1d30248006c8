#pragma once

#include "gui/settings/pages.h"

class QTabWidget;

namespace heed::gui::settings {

class GuidancePanel;
class BackupsPanel;
class MembersPanel;
class PasswordPanel;
class ProfilePanel;
class PupilsPanel;
class RecoveryPanel;

/// This computer, my password, the members, the school, its own guidance, and the checks: each tab in a file of its
/// own.
class SettingsPage : public PlacePage {
    Q_OBJECT

public:
    SettingsPage(Context& context, std::function<void()> changed, QWidget* parent);

    void enter() override;
    void refresh() override {} // what somebody is typing here stays
    /// A part, by its name: "recovery", "backups" …
    void open(const QString& part) override;
    QString where() const override;
    void beforeLock() override;
    void goBack(const QString& where) override { open(where); }
    bool canBeMadeAnew() const override;
    QString title() const override { return tr("Settings"); }
    QWidget* firstFocus() override;

private:
    void add(QWidget* panel, const QString& title, const QString& part);

    QTabWidget* m_tabs;
    PasswordPanel* m_password;
    MembersPanel* m_members = nullptr;
    PupilsPanel* m_pupils = nullptr;
    ProfilePanel* m_profile = nullptr;
    RecoveryPanel* m_recovery = nullptr;
    GuidancePanel* m_guidance = nullptr;
    BackupsPanel* m_backups = nullptr;
};

} // namespace heed::gui::settings
