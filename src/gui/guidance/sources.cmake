# GUI: the library of guidance and its reader.
set(HEED_GUI_GUIDANCE
    guidance/call_sheet_card.cpp
    guidance/contents_tree.cpp
    guidance/guidance_page.cpp
    guidance/reader.cpp)
