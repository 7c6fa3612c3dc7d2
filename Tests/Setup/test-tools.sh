#!/bin/sh
# Installs what the tests need beside Swift, where it is missing.
#     test-tools.sh DIR [pictures]     DIR gets a Python environment and the official KML schema
set -eu

tools=$1
here=$(dirname "$0")
say() { printf '%s\n' "$*" >&2; }

missing=""
command -v xmllint >/dev/null 2>&1 || missing="$missing libxml2-utils"
command -v python3 >/dev/null 2>&1 || missing="$missing python3"
/usr/bin/python3 -c 'import ensurepip' 2>/dev/null || missing="$missing python3-venv"
if [ "${2:-}" = pictures ]; then
  command -v qgis >/dev/null 2>&1 || missing="$missing qgis"
  command -v xvfb-run >/dev/null 2>&1 || missing="$missing xvfb xauth"
else
  QT_QPA_PLATFORM=offscreen /usr/bin/python3 -c 'import qgis.core' 2>/dev/null || missing="$missing python3-qgis"
  /usr/bin/python3 -c 'import osgeo_utils.samples.validate_gpkg' 2>/dev/null || missing="$missing python3-gdal"
  command -v ogr2ogr >/dev/null 2>&1 || missing="$missing gdal-bin"
fi
# With a font, or a picture of a page shows no letters.
command -v chromium >/dev/null 2>&1 || missing="$missing chromium fonts-dejavu-core"
# shellcheck disable=SC2086
[ -z "$missing" ] || sh "$here/install.sh" $missing

packages="geojson-validator==0.7.0 shapely==2.2.0 playwright==1.65.2"
mkdir -p "$tools"
if [ ! -x "$tools/venv/bin/python" ]; then python3 -m venv "$tools/venv"; fi
for package in $packages; do
  name=${package%%==*}
  if ! "$tools/venv/bin/python" -m pip show -q "$name" >/dev/null 2>&1; then
    "$tools/venv/bin/python" -m pip install -q --disable-pip-version-check "$package" ||
      { say "error: pip could not install $package"; exit 1; }
  fi
done

# The official KML schema, to hold ours against; it is never committed.
if [ ! -f "$tools/kml-official/pykml/schemas/ogckml22.xsd" ]; then
  "$tools/venv/bin/python" -m pip download -q --disable-pip-version-check --no-deps -d "$tools" pykml==0.2.0 ||
    { say "error: pip could not fetch pykml 0.2.0, which holds the official KML schema"; exit 1; }
  "$tools/venv/bin/python" -m zipfile -e "$tools"/pykml-0.2.0-*.whl "$tools/kml-official"
fi
