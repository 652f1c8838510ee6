#!/bin/sh
# Starts the desktop app, or, with no display, exports the example plan and says where it lies: run.sh PYTHON
set -eu
python=$1

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" != Linux ]; then
    exec "$python" -m wizard
fi
echo "There is no display, so here is what the app would export for the example plan."
"$python" -m wizard export resources/examples/team-project.session-tags.yaml --out build/example --force
echo "It lies in build/example; start with build/example/README.md."
