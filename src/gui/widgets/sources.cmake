# GUI: small widgets that every page is made of.
set(HEED_GUI_WIDGETS)
