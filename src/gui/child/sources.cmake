# GUI: one child and every concern about them.
set(HEED_GUI_CHILD
    child/child_page.cpp
    child/figures_model.cpp
    child/front_sheet.cpp
    child/gathering_card.cpp
    child/merge_card.cpp
    child/timeline.cpp
    child/timeline_chart.cpp)
