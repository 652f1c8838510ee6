#!/bin/sh
# Signs an app bundle with the hardened runtime: sign.sh APP
# STW_SIGN_AS names the identity in the keychain, such as "Developer ID Application: …". Without it the bundle is signed
# by nobody in particular, which runs on the machine that built it.
set -eu
app=$1
identity=${STW_SIGN_AS:--}
# Apple's notary refuses what bears no time of Apple's own.
[ "$identity" = - ] && time=--timestamp=none || time=--timestamp
entitlements=$(dirname "$0")/entitlements.plist

# What lies inside is signed before what holds it.
find "$app/Contents" -type f \( -name '*.dylib' -o -name '*.so' \) -print0 |
    xargs -0 -n 50 codesign --force "$time" --options runtime --sign "$identity"
find "$app/Contents" -type d -name '*.framework' -print0 |
    xargs -0 -n 1 codesign --force "$time" --options runtime --sign "$identity"
codesign --force "$time" --options runtime --entitlements "$entitlements" --sign "$identity" "$app"
codesign --verify --deep --strict --verbose=2 "$app"
