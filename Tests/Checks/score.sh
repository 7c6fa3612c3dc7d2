#!/bin/sh
# Scores `frontline claims` against hand-coded answers, with a scorer of your own.
#     score.sh PROGRAM GOLD_DIR TEXTS_DIR SCORER
# GOLD_DIR holds NAME.json with a member "published"; TEXTS_DIR holds NAME.txt; SCORER is called as
# `python3 SCORER GOLD_DIR TOOL_DIR`.
set -eu
[ $# -eq 4 ] && [ -d "$2" ] && [ -d "$3" ] && [ -f "$4" ] || {
  echo "usage: make score GOLD=DIR TEXTS=DIR SCORER=FILE" >&2
  exit 64
}
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
for text in "$3"/*.txt; do
  name=$(basename "$text" .txt)
  [ -f "$2/$name.json" ] || continue
  day=$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["published"])' "$2/$name.json")
  "$1" claims "$text" --published "$day" --quiet >"$made/$name.json"
done
python3 "$4" "$2" "$made"
