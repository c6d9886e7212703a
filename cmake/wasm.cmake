# Toolchain file: the emcc on PATH, an emsdk's or the distribution's.
find_program(EMCC emcc REQUIRED)
file(REAL_PATH ${EMCC} EMCC)
cmake_path(GET EMCC PARENT_PATH EMSCRIPTEN_DIR)
if(NOT EXISTS ${EMSCRIPTEN_DIR}/cmake/Modules/Platform/Emscripten.cmake)
  set(EMSCRIPTEN_DIR /usr/share/emscripten)
endif()
include(${EMSCRIPTEN_DIR}/cmake/Modules/Platform/Emscripten.cmake)
