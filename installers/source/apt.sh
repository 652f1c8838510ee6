# Sourced: installs Debian packages where that is allowed, and otherwise says the exact line to type.

refreshed=
# need PACKAGE...: install them, or stop with the line to type.
need() {
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
        [ -n "$refreshed" ] || apt-get update -qq
        refreshed=yes
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
    else
        echo "Some system packages lack, and installing them needs root. Type:" >&2
        echo "  sudo apt-get install $*" >&2
        return 1
    fi
}
