#!/bin/sh
# Installs the .deb into a system in which there is nothing else, uses it there, and removes it again:
# clean_root.sh [SUITE [MIRROR]], as root, after `make dist`; SUITE is bookworm without it, noble for Ubuntu 24.04.
set -eu
suite=${1:-bookworm}
package=$(ls "$(dirname "$0")"/../../dist/*.deb)
example=$(dirname "$0")/../../resources/examples/team-project.session-tags.yaml

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT INT TERM
debootstrap --variant=minbase "$suite" "$root" ${2:+"$2"} >"$root.log" 2>&1 || { tail "$root.log" >&2; exit 1; }
cp "$package" "$root/tmp/package.deb"
cp "$example" "$root/tmp/plan.session-tags.yaml"
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }

inside apt-get update -qq
[ "$suite" != noble ] || inside apt-get install -qq --yes --no-install-recommends ca-certificates >"$root.log" 2>&1
find "$root/usr" "$root/etc" "$root/opt" "$root/var/lib/dpkg/info" | sort >"$root.before"
inside apt-get install -qq --yes --no-install-recommends /tmp/package.deb >"$root.log" 2>&1 || { tail "$root.log" >&2; exit 1; }
inside session-tag-wizard selftest
inside session-tag-wizard export /tmp/plan.session-tags.yaml --out /tmp/bundle
inside sh -c 'cd /tmp/bundle && find . -type f | sort | xargs sha256sum' >"$root.bundle"
inside apt-get purge -qq --yes --autoremove session-tag-wizard >"$root.log" 2>&1
find "$root/usr" "$root/etc" "$root/opt" "$root/var/lib/dpkg/info" | sort >"$root.after"

echo "The bundle: $(sha256sum <"$root.bundle" | cut -d' ' -f1), $(wc -l <"$root.bundle") files."
echo "Left behind by the package and by all that came with it:"
comm -13 "$root.before" "$root.after" | sed "s|^$root|  |"
left=$(comm -13 "$root.before" "$root.after" | grep -ci 'session.tag.wizard' || true)
rm -f "$root.log" "$root.before" "$root.after" "$root.bundle"
[ "$left" -eq 0 ] || { echo "The package left $left of its files." >&2; exit 1; }
echo "Nothing of session-tag-wizard."
