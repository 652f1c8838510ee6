#!/bin/sh
# Builds the wheel, installs it into an environment of its own, and makes the installers of this system from it:
# dist.sh PYTHON [ARGUMENTS of python -m installers]
set -eu
python=$1
shift
. "$(dirname "$0")/apt.sh"

work=build/dist
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date -r pyproject.toml +%s)}
PIP_DISABLE_PIP_VERSION_CHECK=1
PIP_CONSTRAINT=installers/pins.txt # for what builds the wheel, too; newer pips ask for that by another name
PIP_BUILD_CONSTRAINT=$PIP_CONSTRAINT
export SOURCE_DATE_EPOCH PIP_DISABLE_PIP_VERSION_CHECK PIP_CONSTRAINT PIP_BUILD_CONSTRAINT

# PyInstaller reads what libraries need with objdump, and copies those few that the packages bundle.
if [ "$(uname -s)" = Linux ]; then
    lacking=
    for pair in objdump:binutils strip:binutils git:git; do
        command -v "${pair%%:*}" >/dev/null 2>&1 || lacking="$lacking ${pair##*:}"
    done
    for pair in libxcb-cursor.so.0:libxcb-cursor0 libxcb-icccm.so.4:libxcb-icccm4 libxcb-image.so.0:libxcb-image0 \
        libxcb-keysyms.so.1:libxcb-keysyms1 libxcb-render-util.so.0:libxcb-render-util0 libxcb-util.so.1:libxcb-util1; do
        ls /lib/*/"${pair%%:*}" /usr/lib*/"${pair%%:*}" >/dev/null 2>&1 || lacking="$lacking ${pair##*:}"
    done
    # shellcheck disable=SC2086 # a list of packages, one a word
    [ -z "$lacking" ] || need $lacking
fi

rm -rf "$work"
mkdir -p "$work/wheel"
"$python" -m pip wheel --quiet --no-deps --wheel-dir "$work/wheel" .
set -- --wheel "$(ls "$work"/wheel/*.whl)" "$@"
"$python" -m venv --without-pip "$work/environment"
[ -d "$work/environment/bin" ] && own="$work/environment/bin/python" || own="$work/environment/Scripts/python.exe"
"$python" -m pip --python "$own" install --quiet "$2[dist]"
exec "$own" -m installers "$@"
