#!/usr/bin/python3
"""Load every layer of a folder of Frontline's output in a real QGIS, without a window.

    check_qgis.py OUTPUT

Fails unless every layer is valid, in WGS 84, holds as many features as the file says, has no empty or invalid
geometry, and has the times in fields that QGIS takes for its temporal controller; and unless each GeoJSON file is drawn
by the style beside it, which shows all features of one view and none of the others. Needs python3-qgis.
"""
import json
import os
import re
import sys
import tempfile

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp())
os.environ.setdefault("QGIS_CUSTOM_CONFIG_PATH", tempfile.mkdtemp())

from qgis.core import QgsApplication, QgsRenderContext, QgsVectorLayer  # noqa: E402
from qgis.PyQt.QtCore import QVariant  # noqa: E402

problems, layers, features = [], 0, 0


def expected(path):
    """Features in the file, counted without QGIS."""
    text = open(path, encoding="utf-8").read()
    return len(json.loads(text)["features"]) if path.endswith(".geojson") else text.count("<Placemark ") + text.count("<Placemark>")


def sublayers(path):
    """What QGIS offers when the file is dropped on it."""
    probe = QgsVectorLayer(path, "probe", "ogr")
    names = [s.split("!!::!!")[1] for s in probe.dataProvider().subLayers()]
    return ["%s|layername=%s" % (path, n) for n in names] if len(names) > 1 else [path]


def check(source, times):
    global layers, features
    layer = QgsVectorLayer(source, "layer", "ogr")
    if not layer.isValid():
        problems.append("%s: QGIS cannot load it" % source)
        return 0
    count = 0
    for feature in layer.getFeatures():
        count += 1
        geometry = feature.geometry()
        if geometry.isNull() or geometry.isEmpty() or not geometry.isGeosValid():
            problems.append("%s: feature %d has no valid geometry" % (source, feature.id()))
    if count:
        layers += 1
        features += count
        if layer.crs().authid() != "EPSG:4326":
            problems.append("%s: CRS is %s" % (source, layer.crs().authid()))
        for name in times:
            index = layer.fields().indexOf(name)
            if index < 0 or layer.fields()[index].type() != QVariant.DateTime:
                problems.append("%s: '%s' is not a date and time" % (source, name))
    return count


def check_style(path):
    """A file's own style, loaded by itself as when the file is dropped on QGIS."""
    if not os.path.exists(path.replace(".geojson", ".qml")):
        problems.append("%s has no style beside it" % path)
        return
    layer = QgsVectorLayer(path, "layer", "ogr")
    if not layer.styleURI().endswith(".qml") or not layer.loadDefaultStyle()[1]:
        problems.append("%s: its style is not loaded" % path)
    features = list(layer.getFeatures())
    views = {f["view"] for f in features}
    first = "assessed" if "assessed" in views else min(views)
    context = QgsRenderContext()
    context.setExpressionContext(layer.createExpressionContext())
    renderer = layer.renderer().clone()
    renderer.startRender(context, layer.fields())
    for feature in features:
        context.expressionContext().setFeature(feature)
        if renderer.willRenderFeature(feature, context) != (feature["view"] == first):
            problems.append("%s: view '%s' is %sdrawn" % (path, feature["view"], "not " if feature["view"] == first else ""))
    renderer.stopRender(context)


def main():
    output = sys.argv[1]
    application = QgsApplication([], False)
    application.initQgis()
    files = [os.path.join(r, f) for r, _, fs in sorted(os.walk(output)) for f in sorted(fs)
             if re.search(r"\.(geojson|kml)$", f)]
    for path in files:
        is_kml = path.endswith(".kml")
        times = ["begin", "end"] if is_kml else ["valid_from", "valid_to"]
        shown = sum(check(s, times) for s in sublayers(path))
        if shown != expected(path):
            problems.append("%s: QGIS shows %d features, the file has %d" % (path, shown, expected(path)))
        if not is_kml:
            check_style(path)
    if not files:
        problems.append("%s holds no layers" % output)
    for p in problems[:40]:
        print(p)
    print("QGIS: %d files, %d layers, %d features, %d problems" % (len(files), layers, features, len(problems)))
    sys.stdout.flush()
    os._exit(1 if problems else 0)  # QGIS's own exit is slow and sometimes crashes after the work is done


main()
