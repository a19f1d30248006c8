# GUI: the window around the pages, its navigation and its look.
set(HEED_GUI_FRAME
    frame/cover.cpp
    frame/focus_mark.cpp
    frame/global_keys.cpp
    frame/idle_warning.cpp
    frame/idle_watch.cpp
    frame/look.cpp
    frame/look_style.cpp
    frame/main_window.cpp
    frame/nav_button.cpp
    frame/navigation.cpp
    frame/navigator.h
    frame/notifier.cpp
    frame/palettes.cpp
    frame/place_page.h
    frame/progress.cpp
    frame/shell.cpp)
