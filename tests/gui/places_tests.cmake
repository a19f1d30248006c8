# Logging, the cases and the children.
list(APPEND HEED_GUI_TESTS
     desk.cpp
     print_queue.cpp
     test_agreement.cpp
     test_body_map.cpp
     test_cases.cpp
     test_child_page.cpp
     test_files.cpp
     test_form_words.cpp
     test_guidance_rows.cpp
     test_log.cpp
     test_log_form.cpp
     test_log_spoken.cpp
     test_overview.cpp
     test_own_concerns.cpp
     test_paper.cpp
     test_places_look.cpp
     test_pupil_matches.cpp
     test_pupil_page.cpp
     test_queue_model.cpp
     test_queue_view.cpp
     test_tab_round.cpp
     test_timeline.cpp
     test_whole_form.cpp)
