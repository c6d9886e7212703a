#!/bin/bash
# Fetches what the machine's own Debian suite has too old: Dear ImGui (source) and Catch2 (built).
# A private apt configuration reaches newer suites of the same mirror; the system's apt state stays
# untouched. What cannot be had this way is left to CMake's FetchContent.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
deps=$root/build/deps
apt=$root/build/apt

# The mirror the machine itself uses for its release, whatever file or format names it.
mirror() {
  local codename
  codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-stable}")
  apt-get indextargets --format '$(REPO_URI) $(RELEASE)' 'Created-By: Packages' |
    awk -v codename="$codename" '
      $2 == codename && !exact { exact = $1 }
      $2 !~ /-/ && !plain { plain = $1 }
      END { print exact ? exact : plain }'
}

# use_suite TYPE SUITE: point the private apt at one suite of the mirror.
use_suite() {
  local options=''
  local keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  [ -e "$keyring" ] && options="[signed-by=$keyring] "
  echo "$1 $options$mirror $2 main" > "$apt/sources.list"
  private apt-get -qq update
}

private() {
  local tool=$1
  shift
  "$tool" -o "Dir::Etc::sourcelist=$apt/sources.list" -o Dir::Etc::sourceparts=/dev/null \
    -o "Dir::State::Lists=$apt/lists" -o "Dir::Cache=$apt/cache" \
    -o Acquire::Languages=none -o APT::Sandbox::User=root "$@"
}

fetch_imgui() {
  local suite
  for suite in sid testing; do
    rm -rf "$apt/imgui"
    mkdir -p "$apt/imgui"
    use_suite deb-src "$suite" || continue
    (cd "$apt/imgui" && private apt-get -qq source --download-only --only-source imgui &&
      dpkg-source --no-check --skip-patches -x imgui_*.dsc source >/dev/null) || continue
    awk '$2 == "IMGUI_VERSION_NUM" { new = $3 >= 19200 } END { exit !new }' "$apt/imgui/source/imgui.h" || continue
    mv "$apt/imgui/source" "$deps/imgui"
    return
  done
  return 1
}

fetch_catch2() {
  local suite
  for suite in "$(. /etc/os-release && echo "$VERSION_CODENAME")-backports" trixie; do
    rm -rf "$apt/catch2"
    mkdir -p "$apt/catch2"
    use_suite deb "$suite" || continue
    (cd "$apt/catch2" && private apt-get -qq download libcatch2-dev &&
      dpkg -x libcatch2-dev_*.deb tree) || continue
    [ -e "$apt/catch2/tree/usr/include/catch2/catch_test_macros.hpp" ] || continue
    mv "$apt/catch2/tree/usr" "$deps/catch2"
    return
  done
  return 1
}

mkdir -p "$deps" "$apt/lists/partial" "$apt/cache/archives/partial"
mirror=$(mirror)
for name in imgui catch2; do
  [ -d "$deps/$name" ] && continue
  echo "fetching $name"
  fetch_$name || echo "no usable $name in Debian's suites; CMake will fetch it" >&2
done
rm -rf "$apt"
