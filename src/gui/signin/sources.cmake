# GUI: before anybody is signed in.
set(HEED_GUI_SIGNIN
    signin/choice.cpp
    signin/choose_password_page.cpp
    signin/demo_page.cpp
    signin/duty_panel.cpp
    signin/password_fields.cpp
    signin/recover_page.cpp
    signin/restore_form.cpp
    signin/set_up_page.cpp
    signin/set_up_step.h
    signin/set_up_steps.cpp
    signin/share_entries.cpp
    signin/shares_page.cpp
    signin/sign_in_page.cpp
    signin/welcome_page.cpp)
