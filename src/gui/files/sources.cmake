# GUI: files that are attached, listed and shown.
set(HEED_GUI_FILES
    files/file_view.cpp
    files/files_field.cpp
    files/files_list.cpp
    files/picture.cpp)
