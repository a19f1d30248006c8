# GUI: the queue and one case.
set(HEED_GUI_CASES
    cases/agreement_card.cpp
    cases/case_actions.cpp
    cases/case_facts.cpp
    cases/case_forms.cpp
    cases/case_view.cpp
    cases/cases_page.cpp
    cases/chosen_bar.cpp
    cases/clocks_card.cpp
    cases/colleagues.cpp
    cases/filter_bar.cpp
    cases/found_delegate.cpp
    cases/inline_form.cpp
    cases/print_view.cpp
    cases/queue_model.cpp
    cases/queue_view.cpp
    cases/words.cpp)
