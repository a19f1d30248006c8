# GUI: small widgets that every page is made of.
set(HEED_GUI_WIDGETS
    widgets/banner.cpp
    widgets/busy.cpp
    widgets/calm_combo_box.cpp
    widgets/card.cpp
    widgets/columns.cpp
    widgets/error_summary.cpp
    widgets/field.cpp
    widgets/field_grid.cpp
    widgets/flow_layout.cpp
    widgets/named.cpp
    widgets/paper_dialog.cpp
    widgets/paper_view.cpp
    widgets/scroller.cpp
    widgets/secret_clipboard.cpp
    widgets/tab_order.cpp
    widgets/wheel.cpp)
