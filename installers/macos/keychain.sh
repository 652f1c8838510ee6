#!/bin/sh
# Takes a signing identity into a keychain of its own, which codesign then finds: keychain.sh KEYCHAIN
# CERTIFICATE is a .p12 in base64, PASSWORD opens it.
set -eu
keychain=$1
secret=$(openssl rand -base64 24)
file=$(mktemp)
trap 'rm -f "$file"' EXIT INT TERM
printf '%s' "$CERTIFICATE" | base64 --decode > "$file"
security create-keychain -p "$secret" "$keychain"
security set-keychain-settings -lut 3600 "$keychain"
security unlock-keychain -p "$secret" "$keychain"
security import "$file" -k "$keychain" -P "$PASSWORD" -f pkcs12 -T /usr/bin/codesign
security set-key-partition-list -S apple-tool:,apple: -s -k "$secret" "$keychain" >/dev/null
security list-keychains -d user -s "$keychain" login.keychain-db
