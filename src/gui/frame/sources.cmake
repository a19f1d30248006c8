# GUI: the window around the pages, its navigation and its look.
set(HEED_GUI_FRAME
    frame/look.cpp
    frame/look_style.cpp
    frame/navigator.h
    frame/palettes.cpp
    frame/place_page.h)
