#!/bin/sh
# Builds the last commit a second time, in another folder and other surroundings, and compares all checksums with dist/:
# dist_check.sh PYTHON [ARGUMENTS of python -m installers, as dist/ was built with]
set -eu
python=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
shift
[ -f dist/SHA256SUMS ] || { echo "Nothing is built; type: make dist" >&2; exit 1; }
[ -z "$(git status --porcelain)" ] || echo "What is not committed yet is not in the second build." >&2

cache=${PIP_CACHE_DIR:-$HOME/.cache/pip}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT INT TERM
git clone --quiet . "$folder/a second folder"
(
    cd "$folder/a second folder"
    umask 077
    TZ=Asia/Tokyo LC_ALL=C.UTF-8 HOME=$folder PIP_CACHE_DIR=$cache \
        sh installers/source/dist.sh "$python" "$@" >"$folder/second"
)
diff "$folder/second" dist/SHA256SUMS || { echo "The second build differs." >&2; exit 1; }
echo "Both builds are the same, byte by byte."
