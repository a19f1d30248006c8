# One INTERFACE target carries the standard, the warnings, the hardening and Qt's strictness to every target.
add_library(heed_common INTERFACE)

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
include(CheckPIESupported)
check_pie_supported(LANGUAGES CXX)

find_program(CCACHE ccache)
if(CCACHE)
    # Relative paths let two trees share what they compile; the sloppiness is what a precompiled header needs.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=pch_defines,time_macros "${CCACHE}")
endif()

target_compile_features(heed_common INTERFACE cxx_std_20)
target_compile_options(heed_common INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
    -Wold-style-cast -Wnull-dereference $<$<BOOL:${HEED_WARNINGS_AS_ERRORS}>:-Werror>
    # g++ 12 sees an uninitialised value behind an expected that holds an error, where there is none to be read.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
    -fstack-protector-strong -fstack-clash-protection $<$<STREQUAL:${CMAKE_SYSTEM_PROCESSOR},x86_64>:-fcf-protection>)
if(CCACHE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(heed_common INTERFACE -fpch-preprocess)
endif()
# Programs and libraries alike, so that one precompiled header serves both: Qt asks for it on Debian 12, not on 13.
target_compile_options(heed_common INTERFACE -fPIC)
target_link_options(heed_common INTERFACE -Wl,-z,relro,-z,now -Wl,-z,noexecstack)
target_compile_definitions(heed_common INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_CONTEXTLESS_CONNECT QT_NO_FOREACH QT_NO_KEYWORDS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400 QT_WARN_DEPRECATED_UP_TO=0x060400
    HEED_VERSION="${PROJECT_VERSION}")

if(HEED_SANITIZE)
    target_compile_options(heed_common INTERFACE -fsanitize=${HEED_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(heed_common INTERFACE -fsanitize=${HEED_SANITIZE})
else()
    # FORTIFY needs an optimised build, and says so in a warning otherwise.
    target_compile_options(heed_common INTERFACE
        $<$<NOT:$<CONFIG:Debug>>:-U_FORTIFY_SOURCE> $<$<NOT:$<CONFIG:Debug>>:-D_FORTIFY_SOURCE=2>)
endif()

# g++ 12 takes every QPointer, and every map of widgets, for one that may hold nothing at its second reading. In a target
# of its own, so that it stands after heed_common's warnings.
add_library(heed_gui_warnings INTERFACE)
target_compile_options(heed_gui_warnings INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-null-dereference>)
