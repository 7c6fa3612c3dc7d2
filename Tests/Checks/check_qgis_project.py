#!/usr/bin/python3
"""Open a build's GeoPackage and QGIS project as a user does, in a real QGIS without a window.

    check_qgis_project.py OUTPUT            all checks, the counts under three time zones
    check_qgis_project.py OUTPUT --counts   the counts alone, under the zone of this process

Everything is done with a copy elsewhere that cannot be written to, since QGIS may rewrite a GeoPackage that it opens.
Fails unless project and embedded project load every layer without a word, all layers are in time, each shows on each
day that matters as many features as the build's own files of that day hold, the spatial indices find every feature,
the print layout exports to PDF, a page a day, and GDAL's own validator is content. Needs python3-qgis.
"""
import collections
import glob
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp())
os.environ.setdefault("QGIS_CUSTOM_CONFIG_PATH", tempfile.mkdtemp())

from qgis.core import (  # noqa: E402
    Qgis, QgsApplication, QgsDateTimeRange, QgsFeatureRequest, QgsLayoutExporter, QgsMapRendererSequentialJob,
    QgsMapSettings, QgsProject, QgsRectangle, QgsVectorLayerTemporalContext)
from qgis.PyQt.QtCore import QDate, QDateTime, QSize, Qt, QTime  # noqa: E402

ZONES = ["UTC", "Asia/Kabul", "America/Los_Angeles"]
LAYERS = ["control_areas", "uncertainty", "front_lines", "front_symbols", "places", "disagreements", "claims"]
problems = []


def table(layer):
    return layer.source().split("layername=")[1].split("|")[0]


class Product:
    """What the files of single days say, read without QGIS."""

    def __init__(self, output):
        manifest = json.load(open(output + "/manifest.json", encoding="utf-8"))
        self.days = manifest["days"]
        self.counts = {}
        self.claims = {}
        contents = collections.defaultdict(dict)
        for day in self.days:
            for name in LAYERS:
                path = "%s/%s/%s.geojson" % (output, day, name)
                if not os.path.exists(path):
                    continue
                for feature in json.load(open(path, encoding="utf-8"))["features"]:
                    values = feature["properties"]
                    if name == "claims":
                        self.claims[feature["id"]] = (values["valid_from"][:10], values["valid_to"][:10])
                        continue
                    key = (name, values["view"])
                    self.counts[key, day] = self.counts.get((key, day), 0) + 1
                    same = {k: v for k, v in values.items() if k not in ("date", "valid_from", "valid_to")}
                    contents[key].setdefault(day, set()).add(json.dumps([feature["geometry"], same]))
        dates = [QDate.fromString(d, Qt.ISODate) for d in self.days]
        wanted = {dates[0], dates[-1]}
        for by_day in contents.values():
            for before, day in zip(self.days, self.days[1:]):
                if by_day.get(before) != by_day.get(day):
                    wanted.add(QDate.fromString(day, Qt.ISODate))
        for first, last in self.claims.values():
            wanted |= {QDate.fromString(d, Qt.ISODate) for d in (first, last)}
        self.wanted = sorted({d.addDays(n).toString(Qt.ISODate) for d in wanted for n in (-1, 0, 1)})

    def expected(self, name, view, day):
        """Features of a layer on a day; claims have days of their own. None for layers without such files."""
        if name == "claims":
            return sum(1 for first, last in self.claims.values() if first <= day <= last)
        if name == "days":
            return 1 if day in self.days else 0
        return self.counts.get(((name, view), day), 0) if name in LAYERS else None


def shown(layer, day):
    """What the temporal controller shows of a layer on a day."""
    start = QDateTime(QDate.fromString(day, Qt.ISODate), QTime(0, 0), Qt.UTC)
    frame = QgsDateTimeRange(start, start.addDays(1), True, False)
    times = layer.temporalProperties()
    if not times.isVisibleInTemporalRange(frame):
        return 0
    context = QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    request = QgsFeatureRequest().setFilterExpression(times.createFilterString(context, frame))
    return sum(1 for _ in layer.getFeatures(request))


def view_of(layer):
    return layer.subsetString().split("'")[1] if layer.subsetString() else None


def check_counts(product, where):
    checked = 0
    for layer in QgsProject.instance().mapLayers().values():
        for day in product.wanted:
            expected = product.expected(table(layer), view_of(layer), day)
            if expected is None:
                continue
            checked += 1
            count = shown(layer, day)
            if count != expected:
                problems.append("%s: %s (%s) shows %d features on %s, the build has %d"
                                % (where, table(layer), view_of(layer), count, day, expected))
    return checked


def open_project(path):
    QgsProject.instance().clear()
    heard.clear()
    if not QgsProject.instance().read(path):
        problems.append("%s: QGIS cannot read it: %s" % (path, QgsProject.instance().error()))
        return False
    return True


def check_layers(product, where):
    project = QgsProject.instance()
    layers = list(project.mapLayers().values())
    for layer in layers:
        name = "%s: %s" % (where, layer.id())
        if not layer.isValid():
            problems.append(name + " is not valid")
            continue
        if not layer.temporalProperties().isActive():
            problems.append(name + " is not in time")
        lost = 0
        for feature in layer.getFeatures():
            if not feature.geometry().isGeosValid():
                problems.append("%s: feature %d has no valid geometry" % (name, feature.id()))
            corner = feature.geometry().vertexAt(0)
            near = QgsRectangle(corner.x() - 1e-6, corner.y() - 1e-6, corner.x() + 1e-6, corner.y() + 1e-6)
            found = layer.getFeatures(QgsFeatureRequest().setFilterRect(near))
            lost += feature.id() not in {f.id() for f in found}
        if lost:
            problems.append("%s: the spatial index hides %d features" % (name, lost))
    on = [n.layer() for n in project.layerTreeRoot().findLayers() if n.isVisible()]
    views = {view_of(l) for l in on} - {None}
    if len(views) > 1:
        problems.append("%s: views %s are on together" % (where, sorted(views)))
    if len(project.layerTreeRoot().findLayers()) != len(layers):
        problems.append("%s: the layers and their tree differ" % where)
    times = project.timeSettings()
    period = [times.temporalRange().begin(), times.temporalRange().end()]
    expected = [QDateTime(QDate.fromString(d, Qt.ISODate), QTime(0, 0), Qt.UTC)
                for d in (product.days[0], product.days[-1])]
    expected[1] = expected[1].addDays(1)
    if [d.toUTC() for d in period] != expected:
        problems.append("%s: the controller is set to %s" % (where, [d.toString(Qt.ISODate) for d in period]))
    if times.timeStep() != 1 or times.timeStepUnit() != 4:  # days
        problems.append("%s: the controller's step is not a day" % where)
    if not project.crs().isValid():
        problems.append("%s: no valid CRS" % where)
    return on


def check_picture(product, on, where, png):
    """The map as it opens, on the day with most features: neither blank nor plain."""
    day = max(product.days, key=lambda d: sum(n for (_, of), n in product.counts.items() if of == d))
    settings = QgsMapSettings()
    settings.setLayers(on)
    settings.setDestinationCrs(QgsProject.instance().crs())
    settings.setOutputSize(QSize(1200, 900))
    view = QgsProject.instance().viewSettings().defaultViewExtent()
    from qgis.core import QgsCoordinateTransform
    settings.setExtent(QgsCoordinateTransform(view.crs(), settings.destinationCrs(),
                                              QgsProject.instance()).transformBoundingBox(view))
    start = QDateTime(QDate.fromString(day, Qt.ISODate), QTime(0, 0), Qt.UTC)
    settings.setIsTemporal(True)
    settings.setTemporalRange(QgsDateTimeRange(start, start.addDays(1), True, False))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    colours = {image.pixel(x, y) for x in range(0, 1200, 5) for y in range(0, 900, 5)}
    if len(colours) < 20:
        problems.append("%s: the map of %s has only %d colours" % (where, day, len(colours)))
    if png:
        image.save(png)


def check_layout(product, where, folder):
    layouts = QgsProject.instance().layoutManager().printLayouts()
    if len(layouts) != 1:
        problems.append("%s: %d print layouts" % (where, len(layouts)))
        return
    layout = layouts[0]
    kinds = {type(i).__name__ for i in layout.items()}
    for kind in ["QgsLayoutItemMap", "QgsLayoutItemLegend", "QgsLayoutItemScaleBar", "QgsLayoutItemLabel"]:
        if kind not in kinds:
            problems.append("%s: the layout has no %s" % (where, kind))
    one = folder + "/one.pdf"
    if QgsLayoutExporter(layout).exportToPdf(one, QgsLayoutExporter.PdfExportSettings()) != QgsLayoutExporter.Success:
        problems.append("%s: the layout does not export" % where)
    elif os.path.getsize(one) < 20000:
        problems.append("%s: the PDF has %d bytes" % (where, os.path.getsize(one)))
    atlas = layout.atlas()
    atlas.updateFeatures()
    if not atlas.enabled() or atlas.count() != len(product.days):
        problems.append("%s: the atlas has %d pages for %d days" % (where, atlas.count(), len(product.days)))


def check_database(path):
    database = sqlite3.connect("file:%s?mode=ro&immutable=1" % path, uri=True)
    if database.execute("PRAGMA integrity_check").fetchone() != ("ok",):
        problems.append(path + ": SQLite finds it broken")
    if open(path, "rb").read(20)[18:] != b"\x01\x01":
        problems.append(path + ": it is in WAL mode")
    name = database.execute("SELECT name FROM qgis_projects").fetchone()[0]
    for reports, in database.execute("SELECT report FROM claims WHERE report NOT IN (SELECT id FROM reports)"):
        problems.append("%s: a claim's report '%s' is not among the reports" % (path, reports))
    known = {i for i, in database.execute("SELECT claim_id FROM claims")}
    for layer in LAYERS:
        if database.execute("SELECT count(*) FROM gpkg_contents WHERE table_name = ?", (layer,)).fetchone()[0]:
            cited = {c for text, in database.execute("SELECT claims FROM %s WHERE claims NOT NULL" % layer)
                     for c in text.split() if not c.startswith("prior-")}
            if cited - known:
                problems.append("%s: %s cites claims that are not there: %s" % (path, layer, sorted(cited - known)[:5]))
    database.close()
    run = subprocess.run(["/usr/bin/python3", "-m", "osgeo_utils.samples.validate_gpkg", "--extra", path],
                         capture_output=True, text=True)
    if run.returncode or run.stdout.strip():
        problems.append("%s: GDAL's validator says: %s%s" % (path, run.stdout, run.stderr))
    return name


heard = []


def hear(text, tag, level):
    if level in (Qgis.Warning, Qgis.Critical):
        heard.append("%s: %s" % (tag, text.strip()))


def main():
    output = sys.argv[1].rstrip("/")
    counts_only = "--counts" in sys.argv
    png = sys.argv[sys.argv.index("--png") + 1] if "--png" in sys.argv else None
    originals = sorted(glob.glob(output + "/*.qgz") + glob.glob(output + "/*.gpkg"))
    if len(originals) != 2:
        print("%s: expected one .qgz and one .gpkg, found %s" % (output, originals))
        os._exit(1)
    digests = [hashlib.sha256(open(p, "rb").read()).hexdigest() for p in originals]
    folder = tempfile.mkdtemp() + "/élsewhere with blanks"
    os.makedirs(folder)
    gpkg, qgz = [shutil.copy(p, folder) for p in originals]
    application = QgsApplication([], False)
    application.initQgis()
    QgsApplication.messageLog().messageReceived.connect(hear)
    product = Product(output)
    embedded = None if counts_only else "geopackage:%s?projectName=%s" % (gpkg, check_database(gpkg))
    os.chmod(gpkg, 0o444)
    os.chmod(folder, 0o555)
    checked = 0
    for path in [p for p in (qgz, embedded) if p]:
        if not open_project(path):
            continue
        where = os.path.basename(path)
        if not counts_only:
            on = check_layers(product, where)
            check_picture(product, on, where, png)
            check_layout(product, where, tempfile.mkdtemp())
        checked += check_counts(product, where)
        problems.extend("%s: QGIS says: %s" % (where, text) for text in heard)
    if not counts_only:
        for zone in ZONES:
            run = subprocess.run([sys.executable, __file__, output, "--counts"], capture_output=True, text=True,
                                 env={**os.environ, "TZ": zone})
            if run.returncode:
                problems.append("TZ=%s: %s" % (zone, run.stdout + run.stderr))
        if [hashlib.sha256(open(p, "rb").read()).hexdigest() for p in originals] != digests:
            problems.append(output + ": the checks changed the files")
    os.chmod(folder, 0o755)
    for p in problems[:40]:
        print(p)
    print("QGIS project: %d layers, %d counts on %d days%s, %d problems"
          % (len(QgsProject.instance().mapLayers()), checked, len(product.wanted),
             "" if counts_only else " (and under TZ " + ", ".join(ZONES) + ")", len(problems)))
    sys.stdout.flush()
    os._exit(1 if problems else 0)  # QGIS's own exit is slow and sometimes crashes after the work is done


main()
