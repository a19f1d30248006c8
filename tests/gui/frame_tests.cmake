# The window, sign-in, settings and guidance.
list(APPEND HEED_GUI_TESTS test_frame.cpp test_first_start.cpp test_sign_in.cpp test_names.cpp hand.cpp test_backups.cpp test_locking.cpp test_members.cpp test_pupils.cpp test_recovery.cpp test_settings.cpp
     test_guidance.cpp test_look.cpp test_large_text.cpp)
