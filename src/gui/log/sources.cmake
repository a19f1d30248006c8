# GUI: the form and its author's own concerns.
set(HEED_GUI_LOG)
