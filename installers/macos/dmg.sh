#!/bin/sh
# Puts an app bundle into a disk image, beside a link to the folder that it goes to: dmg.sh APP DMG
set -eu
app=$1
image=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT INT TERM
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
rm -f "$image"
hdiutil create -quiet -volname "Session Tag Wizard" -srcfolder "$folder" -fs HFS+ -format UDZO "$image"
[ -z "${STW_SIGN_AS:-}" ] || codesign --force --timestamp --sign "$STW_SIGN_AS" "$image"
hdiutil verify -quiet "$image"
