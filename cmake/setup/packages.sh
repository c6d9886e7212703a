# The Debian packages each task needs. Sourced by setup.sh.

packages_for() {
  case $1 in
    demo)
      echo ccache ninja-build dpkg-dev xz-utils \
        nlohmann-json3-dev libexpected-dev libboost1.81-dev libsqlite3-dev
      # An emsdk that is on PATH already wins over the packaged compiler.
      command -v emcc >/dev/null || echo emscripten
      ;;
    test)
      packages_for demo
      echo librapidcheck-dev chromium fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji \
        firefox-esr webkit2gtk-driver xvfb libgl1 libglx-mesa0 libegl1 libgl1-mesa-dri
      ;;
    bench) packages_for test ;;
    fuzz) packages_for demo; echo clang-14 libclang-rt-14-dev ;;
    tidy) packages_for demo; echo clang-14 clang-tidy-14 ;;
    format) echo clang-format-14 ;;
  esac
}

missing_packages() {
  local package
  for package in $(packages_for "$1"); do
    dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' || echo "$package"
  done
}
