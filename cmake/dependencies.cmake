# Third-party libraries: what cmake/setup.sh put into build/deps, else what the system has, else
# a download pinned by commit.
include(FetchContent)

set(deps ${PROJECT_SOURCE_DIR}/build/deps)
list(APPEND CMAKE_PREFIX_PATH ${deps}/catch2)

# tl::expected is one header. It is copied, because the wasm compiler must not see /usr/include.
find_path(EXPECTED_DIR tl/expected.hpp PATHS /usr/include /usr/local/include NO_CMAKE_FIND_ROOT_PATH)
if(NOT EXPECTED_DIR)
  FetchContent_Declare(expected
    GIT_REPOSITORY https://github.com/TartanLlama/expected.git
    GIT_TAG 292eff8bd8ee230a7df1d6a1c00c4ea0eb2f0362) # 1.1.0
  set(EXPECTED_BUILD_TESTS OFF)
  FetchContent_MakeAvailable(expected)
  set(EXPECTED_DIR ${expected_SOURCE_DIR}/include)
endif()
configure_file(${EXPECTED_DIR}/tl/expected.hpp ${CMAKE_BINARY_DIR}/include/tl/expected.hpp COPYONLY)
add_library(canvass_expected INTERFACE)
target_include_directories(canvass_expected SYSTEM INTERFACE ${CMAKE_BINARY_DIR}/include)

if(EXISTS ${deps}/imgui/imgui.h AND NOT FETCHCONTENT_SOURCE_DIR_IMGUI)
  set(FETCHCONTENT_SOURCE_DIR_IMGUI ${deps}/imgui)
endif()
FetchContent_Declare(imgui
  GIT_REPOSITORY https://github.com/ocornut/imgui.git
  GIT_TAG 45acd5e0e82f4c954432533ae9985ff0e1aad6d5) # 1.92.2b
FetchContent_MakeAvailable(imgui)

if(EMSCRIPTEN)
  return()
endif()

FetchContent_Declare(nlohmann_json
  GIT_REPOSITORY https://github.com/nlohmann/json.git
  GIT_TAG 9cca280a4d0ccf0c08f47a99aa71d1b0e52f8d03 # 3.11.3
  FIND_PACKAGE_ARGS 3.11)
FetchContent_MakeAvailable(nlohmann_json)

if(CANVASS_TESTS)
  FetchContent_Declare(Catch2
    GIT_REPOSITORY https://github.com/catchorg/Catch2.git
    GIT_TAG fa43b77429ba76c462b1898d6cd2f2d7a9416b14 # 3.7.1
    FIND_PACKAGE_ARGS 3.7)
  FetchContent_Declare(rapidcheck
    GIT_REPOSITORY https://github.com/emil-e/rapidcheck.git
    GIT_TAG ff6af6fc683159deb51c543b065eba14dfcf329b # of December 2023; it has no releases
    FIND_PACKAGE_ARGS)
  FetchContent_MakeAvailable(Catch2 rapidcheck)
endif()

# The collector needs these two from the system; without them it is left out.
set(Boost_NO_WARN_NEW_VERSIONS ON)
find_package(Boost 1.81)
find_package(SQLite3)
find_package(Threads REQUIRED)
