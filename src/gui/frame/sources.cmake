# GUI: the window around the pages, its navigation and its look.
set(HEED_GUI_FRAME
    frame/navigator.h
    frame/place_page.h)
