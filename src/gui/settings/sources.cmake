# GUI: what one can change.
set(HEED_GUI_SETTINGS
    settings/absence_row.cpp
    settings/checks_panel.cpp
    settings/contact_row.cpp
    settings/hours_text.cpp
    settings/lead_row.cpp
    settings/leads_editor.cpp
    settings/look_panel.cpp
    settings/members_panel.cpp
    settings/password_panel.cpp
    settings/posts_editor.cpp
    settings/profile_panel.cpp
    settings/row_editor.cpp
    settings/settings_page.cpp
    settings/starting_password_card.cpp
    settings/what_if_panel.cpp)
