#!/bin/bash
# setup.sh TASK: makes the machine ready for a task (demo, test, bench, fuzz, tidy, format).
# On Debian it installs what is missing; elsewhere the tools must be there, and CMake fetches the
# libraries.
set -euo pipefail
cd "$(dirname "$0")/.."
task=${1:-demo}
. cmake/setup/packages.sh

if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
  missing=$(missing_packages "$task" | sort -u | tr '\n' ' ')
  if [ -n "$missing" ]; then
    if [ "$(id -u)" != 0 ]; then
      echo "Some Debian packages are missing, and only root can install them. Please run:" >&2
      echo "  sudo apt-get install --no-install-recommends $missing" >&2
      exit 1
    fi
    echo "installing $missing"
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update
    apt-get -qq -y install --no-install-recommends $missing
  fi
  [ -d build/deps/imgui ] && [ -d build/deps/catch2 ] || bash cmake/setup/sources.sh
else
  for tool in emcc ninja; do
    command -v "$tool" >/dev/null || echo "note: $tool is not on PATH" >&2
  done
fi

if [ "$task" != format ] && ! cmp -s package-lock.json node_modules/.canvass-lock; then
  npm ci --no-audit --no-fund --ignore-scripts
  cp package-lock.json node_modules/.canvass-lock
fi
mkdir -p build
touch "build/.setup-$task"
