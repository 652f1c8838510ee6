#!/bin/sh
# Copies the app out of its disk image, lets it test itself and export the example, and removes it: try.sh DMG
set -eu
image=$1
place=$(mktemp -d)
trap 'hdiutil detach -quiet "$place/image" 2>/dev/null || true; rm -rf "$place"' EXIT INT TERM
mkdir "$place/image"
hdiutil attach -quiet -nobrowse -mountpoint "$place/image" "$image"
cp -R "$place/image/Session Tag Wizard.app" "$place/"
program="$place/Session Tag Wizard.app/Contents/MacOS/session-tag-wizard"
"$program" selftest
"$program" export resources/examples/team-project.session-tags.yaml --out "$place/bundle"
