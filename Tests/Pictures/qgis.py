#!/usr/bin/python3
"""Draw the README's picture of the project in QGIS, with the tip of a place as a reader sees it.

    qgis.py OUTPUT DAY PLACE_ID FILE

Opens a copy of the project (QGIS may rewrite a GeoPackage it opens) in a real QGIS on a display of its own. Needs qgis,
xvfb.
"""
import glob
import os
import shutil
import subprocess
import sys
import tempfile


def inside():
    """What is done in QGIS, once the project is open."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject, QgsRectangle
    from qgis.gui import QgsMapTip
    from qgis.PyQt.QtCore import QDate, QPoint, Qt, QTimer
    from qgis.PyQt.QtWidgets import QApplication, QDockWidget
    from qgis.utils import iface

    day, place, target = os.environ["FRONTLINE_PICTURE"].split("\n")
    tip = QgsMapTip()

    def start():
        window, canvas = iface.mainWindow(), iface.mapCanvas()
        window.move(0, 0)
        window.resize(1400, 900)
        for dock in window.findChildren(QDockWidget):
            dock.setVisible(dock.objectName() in ("Layers", "Temporal Controller"))
        first = QgsProject.instance().timeSettings().temporalRange().begin().date()
        canvas.temporalController().setCurrentFrameNumber(first.daysTo(QDate.fromString(day, Qt.ISODate)))
        layer = QgsProject.instance().mapLayer("frontline_assessed_places")
        iface.setActiveLayer(layer)
        places = [f for f in layer.getFeatures() if f["place_id"] == place and f["valid_from"].date() <=
                  QDate.fromString(day, Qt.ISODate) <= f["valid_to"].date()]
        point = places[0].geometry().asPoint()
        plane = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"),
                                       canvas.mapSettings().destinationCrs(), QgsProject.instance())
        canvas.setExtent(plane.transformBoundingBox(
            QgsRectangle(point.x() - 0.2, point.y() - 0.13, point.x() + 0.3, point.y() + 0.15)))
        canvas.refresh()
        QTimer.singleShot(6000, lambda: show(layer, plane.transform(point)))

    def show(layer, point):
        canvas = iface.mapCanvas()
        pixel = canvas.getCoordinateTransform().transform(point)
        tip.showMapTip(layer, point, QPoint(int(pixel.x()), int(pixel.y())), canvas)
        QTimer.singleShot(5000, keep)

    def keep():
        QApplication.primaryScreen().grabWindow(0).save(target)
        os._exit(0)  # QGIS would ask whether to save

    QTimer.singleShot(8000, start)


def main():
    output, day, place, target = sys.argv[1:]
    folder = tempfile.mkdtemp()
    os.chmod(folder, 0o700)
    for path in glob.glob(output + "/*.gpkg") + glob.glob(output + "/*.qgz"):
        shutil.copy(path, folder)
    wanted = {"XDG_RUNTIME_DIR": folder, "FRONTLINE_PICTURE": "\n".join([day, place, os.path.abspath(target)])}
    environment = {k: v for k, v in os.environ.items() if k != "QT_QPA_PLATFORM"}
    subprocess.run(
        ["xvfb-run", "-a", "-s", "-screen 0 1400x900x24", "qgis", "--noversioncheck", "--nologo", "--profiles-path",
         folder + "/profile", "--code", os.path.abspath(__file__), glob.glob(folder + "/*.qgz")[0]],
        env={**environment, **wanted}, timeout=300, stderr=subprocess.DEVNULL)
    if not os.path.exists(target):
        sys.exit("QGIS drew no picture")


if os.environ.get("FRONTLINE_PICTURE"):
    inside()
else:
    main()
