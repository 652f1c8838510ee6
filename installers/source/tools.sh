#!/bin/sh
# Sees to the tools that judge the installers in tests/installers; what is there already is left alone.
set -eu
. "$(dirname "$0")/apt.sh"

[ "$(uname -s)" = Linux ] || exit 0
lacking=
for pair in appstreamcli:appstream desktop-file-validate:desktop-file-utils flatpak-builder:flatpak-builder \
    lintian:lintian makensis:nsis man:man-db \
    msiinfo:msitools objdump:binutils rpm:rpm rpmlint:rpmlint update-mime-database:shared-mime-info wixl:wixl; do
    command -v "${pair%%:*}" >/dev/null 2>&1 || lacking="$lacking ${pair##*:}"
done
# shellcheck disable=SC2086 # a list of packages, one a word
[ -z "$lacking" ] || need $lacking
