# GUI: the queue and one case.
set(HEED_GUI_CASES
    cases/agreement_card.cpp
    cases/case_actions.cpp
    cases/case_facts.cpp
    cases/case_forms.cpp
    cases/case_view.cpp
    cases/cases_page.cpp
    cases/clocks_card.cpp
    cases/inline_form.cpp
    cases/print_view.cpp
    cases/queue_model.cpp
    cases/queue_view.cpp
    cases/words.cpp)
