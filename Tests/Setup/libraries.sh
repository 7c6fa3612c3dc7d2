#!/bin/sh
# Installs what the build needs, where it is missing: libxml2, zlib, SQLite, GEOS 3.11 or newer, and Leaflet for index.html.
set -eu

say() { printf '%s\n' "$*" >&2; }

if ! command -v swift >/dev/null 2>&1; then
  say "error: there is no 'swift' in PATH"
  say "    install Swift 6 from swift.org and open a new shell"
  exit 1
fi

has_libraries() {
  command -v pkg-config >/dev/null 2>&1 &&
    pkg-config --exists libxml-2.0 zlib sqlite3 && pkg-config --atleast-version=3.11 geos
}

has_leaflet() { [ -f /usr/share/javascript/leaflet/leaflet.css ]; }

# Leaflet is no part of the program: where Debian does not package it, index.html is left out, and the build says so.
if has_libraries && { has_leaflet || ! command -v apt-get >/dev/null 2>&1; }; then exit 0; fi

if [ "$(uname)" = Darwin ]; then
  say "error: libxml2, zlib, SQLite, GEOS or pkg-config is missing"
  say "    brew install libxml2 zlib sqlite geos pkg-config"
  say "    export PKG_CONFIG_PATH=\"\$(brew --prefix libxml2)/lib/pkgconfig:\$(brew --prefix zlib)/lib/pkgconfig:\$(brew --prefix sqlite)/lib/pkgconfig:\$PKG_CONFIG_PATH\""
  exit 1
fi

sh "$(dirname "$0")/install.sh" libxml2-dev zlib1g-dev libsqlite3-dev libgeos-dev pkg-config libjs-leaflet

if ! has_libraries; then
  say "error: libxml2, zlib, SQLite or GEOS 3.11 is still missing"
  say "    Debian 12 and Ubuntu 22.10 have GEOS 3.11; on older systems install a newer GEOS by hand"
  exit 1
fi
