#!/bin/bash
# Puts the demo site together and serves it, with a collector that keeps its answers in build/demo.
set -euo pipefail
cd "$(dirname "$0")/.."

site=build/demo/site
rm -rf "$site"
mkdir -p "$site"
cp -R assets/demo/. "$site/"
cp -R dist "$site/dist"

in_use() { (: < "/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

port=${PORT:-8080}
if [ -n "${PORT:-}" ]; then
  ! in_use "$port" || { echo "port $port is taken" >&2; exit 1; }
else
  while in_use "$port"; do port=$((port + 1)); done
fi

echo "The demo is at http://127.0.0.1:$port/ (stop it with Ctrl-C)"
exec build/bin/canvass-collector serve --db build/demo/canvass.sqlite \
  --definitions assets/definitions --listen "127.0.0.1:$port" --static "$site"
