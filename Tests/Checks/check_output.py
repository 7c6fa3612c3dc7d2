#!/usr/bin/env python3
"""Check a folder of Frontline's output as its users' programs would.

    check_output.py OUTPUT --official DIR

Every KML against the official schema (xmllint, no network); every GeoJSON with geojson-validator, with shapely, and
for what neither looks at: crs, bbox, ids, keys, winding, times; areas of a view must not overlap, and every vertex of a
front line must be a vertex of an area of its view. Exit status 1 if anything is wrong.
"""
import argparse
import json
import os
import subprocess
import sys

import geojson_validator
from loguru import logger
from shapely.geometry import shape
from shapely.strtree import STRtree

logger.remove()  # geojson-validator logs every file

problems = []
counts = {"kml": 0, "geojson": 0, "features": 0}


def problem(path, text):
    problems.append("%s: %s" % (path, text))


def no_duplicates(pairs):
    keys = [k for k, _ in pairs]
    if len(keys) != len(set(keys)):
        raise ValueError("duplicate key among %s" % keys)
    return dict(pairs)


def positions(coordinates):
    if coordinates and isinstance(coordinates[0], (int, float)):
        yield tuple(coordinates)
    else:
        for part in coordinates:
            yield from positions(part)


def signed_area(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:])) / 2


def check_rings(path, feature):
    g = feature["geometry"]
    polygons = {"Polygon": [g["coordinates"]], "MultiPolygon": g["coordinates"]}.get(g["type"], [])
    for polygon in polygons:
        for i, ring in enumerate(polygon):
            if ring[0] != ring[-1]:
                problem(path, "%s: open ring" % feature["id"])
            if (signed_area(ring) > 0) != (i == 0):
                problem(path, "%s: ring winds the wrong way" % feature["id"])
    if g["type"].startswith("Multi") and len(g["coordinates"]) < 2:
        problem(path, "%s: %s of one part" % (feature["id"], g["type"]))


def check_geojson(path):
    raw = open(path, "rb").read()
    if raw.startswith(b"\xef\xbb\xbf"):
        problem(path, "byte order mark")
    data = json.loads(raw, object_pairs_hook=no_duplicates)
    counts["geojson"] += 1
    features = data["features"]
    counts["features"] += len(features)
    if "crs" in data:
        problem(path, "has a crs member")
    if not features:
        problem(path, "has no features")
    ids = [f.get("id") for f in features]
    if not all(isinstance(i, str) for i in ids) or len(ids) != len(set(ids)):
        problem(path, "ids are not unique strings")
    points = [p for f in features for p in positions(f["geometry"]["coordinates"])]
    box = [min(p[0] for p in points), min(p[1] for p in points), max(p[0] for p in points), max(p[1] for p in points)]
    if data.get("bbox") != box:
        problem(path, "bbox %s is not that of the features, %s" % (data.get("bbox"), box))
    if any(len(p) != 2 or any(round(v, 6) != v for v in p) for p in points):
        problem(path, "positions that are not pairs of at most six decimals")
    if len({tuple(f["properties"]) for f in features}) != 1:
        problem(path, "features differ in their properties or the order of them")
    for f in features:
        p = f["properties"]
        if "id" in p or not (p["valid_from"] and p["valid_to"] and p["valid_from"] < p["valid_to"]):
            problem(path, "%s: valid_from %s, valid_to %s" % (f["id"], p.get("valid_from"), p.get("valid_to")))
        if not p["summary"]:
            problem(path, "%s: no summary" % f["id"])
        check_rings(path, f)
        if not shape(f["geometry"]).is_valid:
            problem(path, "%s: not valid in the sense of OGC 06-103r4" % f["id"])
    found = geojson_validator.validate_geometries(data)
    for kind in ("invalid", "problematic"):
        for what, where in found.get(kind, {}).items():
            # Pockets are what areas of control have, and long fronts many corners; an arrow comes back to its tip.
            harmless = what in ("holes", "excessive_vertices") or (
                what == "duplicate_nodes" and path.endswith("front_symbols.geojson"))
            if kind == "invalid" or not harmless:
                problem(path, "geojson-validator: %s %s in features %s" % (kind, what, where))
    structure = geojson_validator.validate_structure(data)
    if structure:
        problem(path, "geojson-validator: %s" % structure)
    return data


def check_day(folder):
    layers = {}
    for name in sorted(os.listdir(folder)):
        if name.endswith(".geojson"):
            layers[name[:-8]] = check_geojson(os.path.join(folder, name))
    areas, lines = (layers.get(n, {"features": []})["features"] for n in ("control_areas", "front_lines"))
    for view in sorted({f["properties"]["view"] for f in areas}):
        mine = [f for f in areas if f["properties"]["view"] == view]
        shapes = [shape(f["geometry"]) for f in mine]
        for i, j in STRtree(shapes).query(shapes, predicate="intersects").T:
            if i < j and shapes[i].intersection(shapes[j]).area > 1e-9:
                problem(folder, "%s and %s overlap" % (mine[i]["id"], mine[j]["id"]))
        corners = {p for f in mine for p in positions(f["geometry"]["coordinates"])}
        for line in lines:
            if line["properties"]["view"] == view:
                loose = [p for p in positions(line["geometry"]["coordinates"]) if p not in corners]
                if loose:
                    problem(folder, "%s leaves the areas' borders at %s" % (line["id"], loose[0]))


def check_kml(paths, official):
    schema = os.path.join(official, "pykml", "schemas", "ogckml22.xsd")
    run = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", schema] + paths, capture_output=True, text=True)
    counts["kml"] = sum(line.endswith(" validates") for line in run.stderr.splitlines())
    for line in run.stderr.splitlines():
        if not line.endswith(" validates"):
            problem("xmllint", line)
    if counts["kml"] != len(paths):
        problem("xmllint", "%d of %d files are valid" % (counts["kml"], len(paths)))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("output")
    parser.add_argument("--official", required=True)
    options = parser.parse_args()
    days = sorted(d for d in os.listdir(options.output) if os.path.isdir(os.path.join(options.output, d)))
    if not days:
        problem(options.output, "holds no days")
    for day in days:
        check_day(os.path.join(options.output, day))
    kml = [os.path.join(r, f) for r, _, fs in sorted(os.walk(options.output)) for f in sorted(fs) if f.endswith(".kml")]
    check_kml(kml, options.official)
    for p in problems[:40]:
        print(p)
    print("output: %d days, %d GeoJSON files with %d features, %d KML files, %d problems"
          % (len(days), counts["geojson"], counts["features"], counts["kml"], len(problems)))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
