# GUI: the queue and one case.
set(HEED_GUI_CASES)
