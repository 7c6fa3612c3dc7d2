#!/bin/sh
# Installs what the build needs, where it is missing: libxml2, zlib, SQLite, GEOS 3.11 or newer, cairo with a font for
# pictures, and Leaflet for index.html.
set -eu

say() { printf '%s\n' "$*" >&2; }

if ! command -v swift >/dev/null 2>&1; then
  say "error: there is no 'swift' in PATH"
  say "    install Swift 6 from swift.org and open a new shell"
  exit 1
fi

has_libraries() {
  command -v pkg-config >/dev/null 2>&1 &&
    pkg-config --exists libxml-2.0 zlib sqlite3 cairo && pkg-config --atleast-version=3.11 geos
}

has_leaflet() { [ -f /usr/share/javascript/leaflet/leaflet.css ]; }

# Pictures without a font would have no words. Debian's cairo finds fonts by fontconfig, which fc-list belongs to.
has_font() { command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list : family)" ]; }

# Leaflet is no part of the program: where Debian does not package it, index.html is left out, and the build says so.
if has_libraries && { { has_leaflet && has_font; } || ! command -v apt-get >/dev/null 2>&1; }; then exit 0; fi

if [ "$(uname)" = Darwin ]; then
  say "error: libxml2, zlib, SQLite, GEOS, cairo or pkg-config is missing"
  say "    brew install libxml2 zlib sqlite geos cairo pkg-config"
  say "    export PKG_CONFIG_PATH=\"\$(brew --prefix libxml2)/lib/pkgconfig:\$(brew --prefix zlib)/lib/pkgconfig:\$(brew --prefix sqlite)/lib/pkgconfig:\$PKG_CONFIG_PATH\""
  exit 1
fi

sh "$(dirname "$0")/install.sh" libxml2-dev zlib1g-dev libsqlite3-dev libgeos-dev libcairo2-dev \
  fontconfig fonts-dejavu-core pkg-config libjs-leaflet

if ! has_libraries; then
  say "error: libxml2, zlib, SQLite, cairo or GEOS 3.11 is still missing"
  say "    Debian 12 and Ubuntu 22.10 have GEOS 3.11; on older systems install a newer GEOS by hand"
  exit 1
fi
