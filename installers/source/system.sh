#!/bin/sh
# Sees to the system's libraries that Qt opens windows with: system.sh PYTHON
# With STW_TESTS=1 also to what the tests need: a virtual screen, a window manager, shells, and what hears
# as a screen reader does.
set -eu
python=$1
. "$(dirname "$0")/apt.sh"

packages="libegl1 libgl1 libopengl0 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libglib2.0-0
    libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0
    libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-xinerama0 libxcb-xkb1 fonts-dejavu-core"

# The libraries that Qt's own files ask for and the system lacks, one a line; nothing when all is there.
missing() {
    qt=$("$python" -c 'import importlib.util as u; print(u.find_spec("PySide6").submodule_search_locations[0])')
    ldd "$qt"/QtWidgets.abi3.so "$qt"/QtSvg.abi3.so "$qt"/Qt/plugins/platforms/libqxcb.so 2>/dev/null |
        sed -n 's/^[[:space:]]*\(.*\) => not found$/\1/p' | sort -u
}

if [ "$(uname -s)" = Linux ] && [ -n "$(missing)" ]; then
    # shellcheck disable=SC2086 # a list of packages, one a word
    need $packages || [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${STW_TESTS:-}" ]
fi

if [ -n "${STW_TESTS:-}" ] && [ "$(uname -s)" = Linux ]; then
    lacking=
    for pair in Xvfb:xvfb openbox:openbox dbus-daemon:dbus-daemon bash:bash fish:fish zsh:zsh; do
        command -v "${pair%%:*}" >/dev/null 2>&1 || lacking="$lacking ${pair##*:}"
    done
    # the bus of accessibility, which no command of the path starts
    [ -e /usr/share/dbus-1/services/org.a11y.Bus.service ] || lacking="$lacking at-spi2-core"
    # a font with Japanese, for the pictures in that language
    [ -n "$(find /usr/share/fonts -iname '*gothic*' -o -iname '*cjk*' 2>/dev/null)" ] || lacking="$lacking fonts-vlgothic"
    # the frozen build needs Python's shared library, which Debian keeps in a package of its own
    library=$("$python" -c 'import ctypes.util as c, sys; v = "%d.%d" % sys.version_info[:2]
print("" if sys.base_prefix != "/usr" or c.find_library("python" + v) else "libpython" + v)')
    lacking="$lacking $library"
    # shellcheck disable=SC2086 # a list of packages, one a word
    [ -z "${lacking# }" ] || need $lacking
fi
