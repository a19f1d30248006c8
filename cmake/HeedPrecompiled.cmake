# Parsing the headers of Qt and of the standard library takes longer than compiling what is written here: they are parsed
# once for what stands below the windows, and once for the windows. A file still includes what it uses: clang-tidy reads it
# without this, and CMAKE_DISABLE_PRECOMPILE_HEADERS=ON builds so.
set(HEED_PRECOMPILED_CORE
    <algorithm> <array> <chrono> <functional> <map> <memory> <optional> <string> <variant> <vector>
    <QByteArray> <QCborArray> <QCborMap> <QDateTime> <QDir> <QFile> <QMap> <QRegularExpression> <QSet> <QString>
    <QStringList> <QTimeZone> <tl/expected.hpp>)
set(HEED_PRECOMPILED_WIDGETS
    <QApplication> <QCheckBox> <QComboBox> <QFrame> <QGridLayout> <QKeyEvent> <QLabel> <QLineEdit> <QPainter> <QPlainTextEdit>
    <QPointer> <QPushButton> <QScrollArea> <QStackedWidget> <QTimer> <QVBoxLayout>)

function(heed_precompiled name)
    cmake_parse_arguments(ARG "" "" "HEADERS;LINKS" ${ARGN})
    set(empty "${PROJECT_BINARY_DIR}/precompiled/${name}.cpp")
    file(CONFIGURE OUTPUT "${empty}" CONTENT "// Only carries a precompiled header.\n")
    add_library(heed_precompiled_${name} OBJECT "${empty}")
    target_link_libraries(heed_precompiled_${name} PRIVATE heed_common ${ARG_LINKS})
    target_precompile_headers(heed_precompiled_${name} PRIVATE ${ARG_HEADERS})
endfunction()

heed_precompiled(core HEADERS ${HEED_PRECOMPILED_CORE} LINKS Qt6::Core)
if(HEED_WIDGETS)
    heed_precompiled(widgets HEADERS ${HEED_PRECOMPILED_CORE} ${HEED_PRECOMPILED_WIDGETS} LINKS Qt6::Widgets heed_gui_warnings)
endif()
