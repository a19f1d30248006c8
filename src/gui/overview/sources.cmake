# GUI: many concerns in one picture, and the governors' sheet.
set(HEED_GUI_OVERVIEW
    overview/figure_table.cpp
    overview/governors_view.cpp
    overview/overview_page.cpp)
