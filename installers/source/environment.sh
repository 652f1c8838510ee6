#!/bin/sh
# Makes the virtual environment with what the project needs from PyPI: environment.sh PYTHON VENV PROJECT[EXTRAS]
set -eu
python=$1
venv=$2
project=$3
. "$(dirname "$0")/apt.sh"

command -v "$python" >/dev/null 2>&1 || need python3
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Session Tag Wizard needs Python 3.11 or later; $python is $("$python" -V 2>&1)." >&2
    echo "Name another one: make PYTHON=python3.12 ..." >&2
    exit 1
}
# Debian and Ubuntu split venv off; a Python that cannot bootstrap pip cannot make an environment.
"$python" -c 'import ensurepip, venv' 2>/dev/null || need python3-venv
"$venv/bin/python" -m pip --version >/dev/null 2>&1 || "$python" -m venv --clear "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --editable "$project"
