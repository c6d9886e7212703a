# How every target of ours is compiled.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(CCACHE ccache)
# ccache does not recognise emcc by its name, so the wasm build goes without.
if(CCACHE AND NOT EMSCRIPTEN)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

# Programs go to build/bin in the release preset, beside the build tree's other files elsewhere.
set(CANVASS_BIN_DIR "${CMAKE_BINARY_DIR}/bin" CACHE PATH "Where programs are put")
set(CANVASS_DIST_DIR "${CMAKE_BINARY_DIR}/dist" CACHE PATH "Where what a page needs is put")

add_library(canvass_options INTERFACE)
target_include_directories(canvass_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(canvass_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
  $<$<BOOL:${CANVASS_WERROR}>:-Werror>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 reports these two falsely in std::string and std::variant once it inlines.
  target_compile_options(canvass_options INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
endif()

# A newer optimiser than the distribution's takes off another 2 %, control flow that it lays out anew 0.2.
set(CANVASS_OPTIMISER node ${PROJECT_SOURCE_DIR}/node_modules/binaryen/bin/wasm-opt
  --enable-bulk-memory --enable-bulk-memory-opt --enable-nontrapping-float-to-int --enable-sign-ext)
set(CANVASS_OPTIMISED -g --flatten --rereloop -Oz -Oz --converge --low-memory-unused --zero-filled-memory)

# The core and the widget know neither exceptions nor RTTI, in wasm and natively alike.
add_library(canvass_lean INTERFACE)
target_compile_options(canvass_lean INTERFACE -fno-exceptions -fno-rtti)
