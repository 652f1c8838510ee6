#!/bin/sh
# Has Apple look at a signed disk image, and attaches its answer: notarise.sh DMG
# The key comes from App Store Connect: STW_NOTARY_KEY is the path of its .p8, STW_NOTARY_KEY_ID and STW_NOTARY_ISSUER
# are its two names. https://developer.apple.com/documentation/security/customizing-the-notarization-workflow
set -eu
image=$1
: "${STW_NOTARY_KEY:?names the .p8 of the key}" "${STW_NOTARY_KEY_ID:?}" "${STW_NOTARY_ISSUER:?}"
xcrun notarytool submit "$image" --key "$STW_NOTARY_KEY" --key-id "$STW_NOTARY_KEY_ID" --issuer "$STW_NOTARY_ISSUER" --wait
xcrun stapler staple "$image"
spctl --assess --type open --context context:primary-signature --verbose=2 "$image"
