# GUI: small widgets that every page is made of.
set(HEED_GUI_WIDGETS
    widgets/banner.cpp
    widgets/busy.cpp
    widgets/calm_combo_box.cpp
    widgets/card.cpp
    widgets/error_summary.cpp
    widgets/field.cpp
    widgets/flow_layout.cpp
    widgets/named.cpp
    widgets/paper_view.cpp
    widgets/scroller.cpp
    widgets/wheel.cpp)
