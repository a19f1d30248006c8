#pragma once

#include "gui/settings/pages.h"

class QTabWidget;

namespace heed::gui::settings {

class ProfilePanel;
class MembersPanel;

/// This computer, my password, the members, the school, and the checks: each tab in a file of its own.
class SettingsPage : public PlacePage {
    Q_OBJECT

public:
    SettingsPage(Context& context, std::function<void()> changed, QWidget* parent);

    void enter() override;
    void refresh() override {} // what somebody is typing here stays
    QString title() const override { return tr("Settings"); }
    QWidget* firstFocus() override;

private:
    void add(QWidget* panel, const QString& title, const QString& objectName);

    QTabWidget* m_tabs;
    MembersPanel* m_members = nullptr;
    ProfilePanel* m_profile = nullptr;
};

} // namespace heed::gui::settings
