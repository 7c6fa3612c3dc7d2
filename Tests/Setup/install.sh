#!/bin/sh
# Installs Debian packages, as root or with sudo; says what to do where neither is possible.
#     install.sh PACKAGE...
set -eu

say() { printf '%s\n' "$*" >&2; }

if ! command -v apt-get >/dev/null 2>&1; then
  say "error: these packages are missing, and there is no apt-get to install them: $*"
  say "    install them (or what your system calls them) and run make again"
  exit 1
fi

if [ "$(id -u)" = 0 ]; then
  as_root=""
elif command -v sudo >/dev/null 2>&1; then
  as_root="sudo"
else
  say "error: these packages are missing, and only root can install them: $*"
  say "    apt-get install $*"
  exit 1
fi

say "installing: $*"
attempt=1
while :; do
  if $as_root env DEBIAN_FRONTEND=noninteractive sh -c \
    'apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@"' sh "$@" >/dev/null; then
    exit 0
  fi
  [ "$attempt" -lt 2 ] || break
  attempt=2
  say "that failed; trying once more"
  sleep 5
done
say "error: apt-get could not install: $*"
say "    see its messages above; without a network, install them by hand"
exit 1
