# GUI: one child and every concern about them.
set(HEED_GUI_CHILD)
