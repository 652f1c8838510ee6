#!/bin/sh
# Runs a command with a screen to open windows on: a virtual one on Linux, with a window manager that gives focus.
set -eu

if [ "$(uname -s)" != Linux ] || ! command -v Xvfb >/dev/null 2>&1; then
    exec "$@"
fi
folder=$(mktemp -d)
Xvfb -displayfd 3 -screen 0 "${STW_SCREEN:-1600x1000}x24" -nolisten tcp 3>"$folder/number" >"$folder/log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null || true; rm -rf "$folder"' EXIT INT TERM
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    [ -s "$folder/number" ] && break
    sleep 0.25
done
[ -s "$folder/number" ] || { echo "The virtual screen did not start:" >&2; cat "$folder/log" >&2; exit 1; }
DISPLAY=:$(cat "$folder/number")
export DISPLAY
unset WAYLAND_DISPLAY || true
QT_QPA_PLATFORM=xcb
export QT_QPA_PLATFORM
if command -v openbox >/dev/null 2>&1; then
    openbox --sm-disable >"$folder/wm" 2>&1 &
fi
"$@"
