#!/usr/bin/env python3
"""Check that what ogr2ogr makes of our files is still what we wrote.

    check_roundtrip.py OUTPUT

Every GeoJSON goes to GeoPackage and back; every layer of the theatre's KML, KMZ and GeoPackage goes to GeoJSON. Count, ids,
periods, and length and area to one part in a million must be kept, and the GeoPackage must hold what the KML holds. Exit status 1 if anything is not, or nothing could be compared.
"""
import argparse
import datetime
import glob
import json
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile

KML = "{http://www.opengis.net/kml/2.2}"
TOLERANCE = 1e-6
problems = []
counts = {"geojson": 0, "kml layers": 0, "tables": 0, "features": 0}


def ogr2ogr(*arguments):
    run = subprocess.run(["ogr2ogr", *arguments], capture_output=True, text=True)
    if run.returncode or "ERROR" in run.stderr:
        raise SystemExit("ogr2ogr %s: %s" % (" ".join(arguments), run.stderr))


def instant(text):
    if text is None:
        return None
    return datetime.datetime.fromisoformat(text.replace("/", "-").replace("Z", "+00:00"))


def ring_area(ring):
    (x0, y0) = ring[0][:2]
    return abs(sum((a[0] - x0) * (b[1] - y0) - (b[0] - x0) * (a[1] - y0) for a, b in zip(ring, ring[1:]))) / 2


def length(line):
    return sum(((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5 for a, b in zip(line, line[1:]))


def measure(geometry):
    """Area of polygons, length of lines, the coordinates of points: in degrees."""
    kind, coordinates = geometry["type"], geometry.get("coordinates")
    if kind == "Point":
        return coordinates[:2]
    if kind == "GeometryCollection":
        parts = [measure(g) for g in geometry["geometries"]]
        return [sum(p[0] for p in parts)]
    if kind in ("LineString", "Polygon"):
        coordinates = [coordinates]
    if kind.endswith("LineString"):
        return [sum(length(line) for line in coordinates)]
    return [sum(ring_area(p[0]) - sum(ring_area(hole) for hole in p[1:]) for p in coordinates)]


def facts(features, id_of, period):
    """What must be kept of each feature, by its id."""
    made = {}
    for feature in features:
        name, values = id_of(feature), feature["properties"]
        if name in made:
            problems.append("the id %s is there twice" % name)
        made[name] = (instant(values[period[0]]), instant(values[period[1]]), measure(feature["geometry"]))
    return made


def compare(path, before, after):
    counts["features"] += len(before)
    for name in sorted(set(before) ^ set(after)):
        problems.append("%s: %s is %s" % (path, name, "gone" if name in before else "new"))
    for name in sorted(set(before) & set(after)):
        (begin, end, size), (begin2, end2, size2) = before[name], after[name]
        if (begin, end) != (begin2, end2):
            problems.append("%s: %s: %s to %s became %s to %s" % (path, name, begin, end, begin2, end2))
        if len(size) != len(size2) or any(abs(a - b) > TOLERANCE * max(abs(a), 1e-9) for a, b in zip(size, size2)):
            problems.append("%s: %s: measured %s became %s" % (path, name, size, size2))


def read(path):
    with open(path, encoding="utf-8") as f:
        return json.load(f)["features"]


def check_geojson(path, folder):
    package, back = os.path.join(folder, "a.gpkg"), os.path.join(folder, "a.geojson")
    ogr2ogr("-f", "GPKG", package, path)
    ogr2ogr("-f", "GeoJSON", back, package)
    period = ("valid_from", "valid_to")
    compare(
        path,
        facts(read(path), lambda f: f["id"], period),
        facts(read(back), lambda f: f["properties"]["id"], period),
    )
    os.remove(package)
    os.remove(back)
    counts["geojson"] += 1


def tuples(element):
    return [[float(x) for x in p.split(",")] for p in element.find(KML + "coordinates").text.split()]


def geometry(placemark):
    """The Placemark's geometry as GeoJSON has it."""
    polygons = [
        [tuples(ring) for ring in polygon.iter(KML + "LinearRing")] for polygon in placemark.iter(KML + "Polygon")
    ]
    if polygons:
        return {"type": "MultiPolygon", "coordinates": polygons}
    lines = [tuples(line) for line in placemark.iter(KML + "LineString")]
    if lines:
        return {"type": "MultiLineString", "coordinates": lines}
    return {"type": "Point", "coordinates": tuples(placemark.find(KML + "Point"))[0]}


def check_kml(path, folder):
    """Every layer of a KML or KMZ; without time elements, the periods are those of the data.

    Returns the features of all layers, by the layer's name and the feature's id.
    """
    document = zipfile.ZipFile(path).open("doc.kml") if path.endswith(".kmz") else path
    layers = {}
    for layer in ET.parse(document).iter(KML + "Folder"):
        placemarks = [p for p in layer.findall(KML + "Placemark") if p.find(KML + "ExtendedData") is not None]
        if not placemarks:
            continue
        name = layer.find(KML + "name").text
        period = ("begin", "end") if placemarks[0].find(KML + "TimeSpan") is not None else ("valid_from", "valid_to")
        before = []
        for placemark in placemarks:
            values = {
                data.get("name"): data.find(KML + "value").text
                for data in placemark.find(KML + "ExtendedData")
            }
            span = placemark.find(KML + "TimeSpan")
            for end in ("begin", "end") if span is not None else ():
                values[end] = span.find(KML + end).text
            if not placemark.get("id").endswith("." + values["feature_id"]):
                problems.append("%s: %s has the feature_id %s" % (path, placemark.get("id"), values["feature_id"]))
            before.append({"properties": values, "geometry": geometry(placemark)})
        back = os.path.join(folder, "k.geojson")
        ogr2ogr("-f", "GeoJSON", back, path, name)
        by_id = lambda f: f["properties"]["feature_id"]
        where = "%s, %s" % (path, name)
        after = read(back)
        wanted = facts(before, by_id, period)
        compare(where, wanted, facts(after, by_id, period))
        for feature in after:
            values = feature["properties"]
            for short, long in zip(period, ("valid_from", "valid_to")):
                if instant(values[short]) != instant(values[long]):
                    problems.append("%s: %s: %s is not %s" % (where, by_id(feature), short, long))
        os.remove(back)
        counts["kml layers"] += 1
        layers.setdefault(placemarks[0].get("id").split(".")[0], {}).update(wanted)
    return layers


def check_geopackage(path, folder, layers):
    """The tables of the theatre hold what its KML holds, and claims about other days besides."""
    for name, wanted in sorted(layers.items()):
        back = os.path.join(folder, "g.geojson")
        ogr2ogr("-f", "GeoJSON", back, path, name)
        made = facts(read(back), lambda f: f["properties"]["id"], ("valid_from", "valid_to"))
        if name == "claims":
            made = {k: v for k, v in made.items() if k in wanted}
        compare("%s, %s" % (path, name), wanted, made)
        os.remove(back)
        counts["tables"] += 1


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("output")
    output = parser.parse_args().output
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(glob.glob(output + "/*/*.geojson")):
            check_geojson(path, folder)
        for path in sorted(glob.glob(output + "/*.kml")):
            if not path.endswith("-link.kml"):
                layers = check_kml(path, folder)
                if not path.endswith("-latest.kml"):
                    check_geopackage(path.replace(".kml", ".gpkg"), folder, layers)
        for path in sorted(glob.glob(output + "/*.kmz")):
            check_kml(path, folder)
    for text in problems[:50]:
        print(text)
    print("%d problems in %s" % (len(problems), ", ".join("%d %s" % (n, k) for k, n in counts.items())))
    return 1 if problems or 0 in counts.values() else 0


if __name__ == "__main__":
    sys.exit(main())
