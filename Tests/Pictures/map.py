#!/usr/bin/env python3
"""Draw one day's assessed map from Frontline's output: map.py OUTPUT DAY PICTURE.png [VIEW]

Only what the GeoJSON says is drawn; colours are those of the KML, which come from the theatre file.
"""
import json
import math
import os
import re
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402
from matplotlib.lines import Line2D  # noqa: E402
from matplotlib.patches import Patch, PathPatch  # noqa: E402
from matplotlib.path import Path  # noqa: E402

output, day, picture = sys.argv[1:4]
view = sys.argv[4] if len(sys.argv) > 4 else "assessed"
CONTESTED = "#f0a830"


def features(layer):
    path = os.path.join(output, day, layer + ".geojson")
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as f:
        return [g for g in json.load(f)["features"] if g["properties"]["view"] == view]


def parties():
    """{id: (name, colour)}, from the areas' summaries and the KML's styles."""
    with open(os.path.join(output, day, day + ".kml"), encoding="utf-8") as f:
        kml = f.read()
    found = {}
    for f in features("control_areas"):
        party = f["properties"]["party"]
        if party:
            name = re.match(r"(?:Held by )(?:the )?(.+?)(?: \(| according|,|;|\.)", f["properties"]["summary"])
            style = re.search(r'<Style id="[^"]*control_areas-held-%s[^"]*">.*?<PolyStyle>\s*<color>(..)(..)(..)(..)<' % party, kml, re.S)
            colour = "#" + style.group(4) + style.group(3) + style.group(2) if style else "#888888"
            found[party] = (name.group(1) if name else party, colour)
    return found


def patch(geometry, **style):
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    points, codes = [], []
    for ring in (r for p in polygons for r in p):
        points += ring
        codes += [Path.MOVETO] + [Path.LINETO] * (len(ring) - 2) + [Path.CLOSEPOLY]
    return PathPatch(Path(points, codes), **style)


def lines(geometry):
    return [geometry["coordinates"]] if geometry["type"] == "LineString" else geometry["coordinates"]


def frame():
    """Round the front lines and the named places, with a margin."""
    points = [p for f in features("front_lines") for part in lines(f["geometry"]) for p in part]
    points += [f["geometry"]["coordinates"] for f in features("places")]
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    dx, dy = (max(xs) - min(xs)) * 0.22 + 0.05, (max(ys) - min(ys)) * 0.14 + 0.05
    return min(xs) - dx, min(ys) - dy, max(xs) + dx, max(ys) + dy


def label(axes, places, scale):
    """Names beside their points, moved down the side until they are clear of each other."""
    taken = []
    for name, x, y in sorted(places, key=lambda p: -p[2]):
        height, width = 0.030 * scale, 0.0155 * scale * len(name)
        at = next((yy for yy in (y - k * height * 0.5 for k in range(40))
                   if not any(abs(yy - t[1]) < height and x < t[0] + t[2] and t[0] < x + width for t in taken)), y)
        taken.append((x, at, width))
        text_x = x + 0.02 * scale
        if abs(at - y) > height * 0.4:
            axes.plot([x, text_x + 0.03 * scale], [y, at], color="#333333", lw=0.5, zorder=6)
            text_x += 0.035 * scale
        axes.text(text_x, at, name, fontsize=8, va="center", zorder=8,
                  bbox={"boxstyle": "round,pad=0.12", "fc": "white", "ec": "none", "alpha": 0.75})


west, south, east, north = frame()
squeeze = 1 / math.cos(math.radians((south + north) / 2))
known = parties()
figure, axes = plt.subplots(figsize=(9, 9 * (north - south) * squeeze / (east - west)), dpi=110)
axes.set_facecolor("#fbfaf6")
for f in features("control_areas"):
    p = f["properties"]
    if p["status"] == "held":
        axes.add_patch(patch(f["geometry"], fc=known[p["party"]][1], ec="none", alpha=0.42, zorder=1))
    else:
        axes.add_patch(patch(f["geometry"], fc=CONTESTED, ec="#8a5a00", hatch="////", lw=0, alpha=0.65, zorder=2))
for f in features("front_lines"):
    solid = f["properties"]["kind"] == "line"
    for part in lines(f["geometry"]):
        axes.plot(*zip(*part), color="#1a1a1a" if solid else "#a05000", lw=2.4 if solid else 1.6, zorder=4)
shown = []
for f in features("places"):
    x, y = f["geometry"]["coordinates"]
    colour = known.get(f["properties"]["party"], (None, CONTESTED))[1]
    axes.plot(x, y, "o", ms=5, mfc=colour, mec="black", mew=0.8, zorder=7)
    shown.append((f["properties"]["name"], x, y))
label(axes, shown, (east - west) / 1.6)

kilometres = 20
length = kilometres / (111.195 / squeeze)
x0, y0 = west + 0.04 * (east - west), south + 0.045 * (north - south)
axes.plot([x0, x0 + length], [y0, y0], color="black", lw=3, solid_capstyle="butt", zorder=9)
axes.text(x0 + length / 2, y0 + 0.012 * (north - south), "%d km" % kilometres, ha="center", fontsize=9, zorder=9)
axes.annotate("N", xy=(east - 0.05 * (east - west), north - 0.03 * (north - south)),
              xytext=(east - 0.05 * (east - west), north - 0.11 * (north - south)), ha="center", fontsize=11,
              arrowprops={"arrowstyle": "-|>", "fc": "black"}, zorder=9)
key = [Patch(fc=c, alpha=0.42, label="held by " + n) for n, c in known.values()]
key += [Patch(fc=CONTESTED, ec="#8a5a00", hatch="////", alpha=0.65, label="contested"),
        Patch(fc="#fbfaf6", ec="#bbbbbb", label="unknown"),
        Line2D([], [], color="#1a1a1a", lw=2.4, label="front line"),
        Line2D([], [], color="#a05000", lw=1.6, label="edge of a contested area"),
        Line2D([], [], marker="o", ls="", mfc="white", mec="black", label="place a report names")]
axes.legend(handles=key, loc="lower right", fontsize=8.5, framealpha=0.95)
with open(os.path.join(output, "manifest.json"), encoding="utf-8") as f:
    manifest = json.load(f)
axes.set_title("%s: %s, %s" % (manifest["title"].split(",")[0], day, view), fontsize=14, loc="left", pad=10)
axes.set_xlim(west, east)
axes.set_ylim(south, north)
axes.set_aspect(squeeze)
axes.tick_params(labelsize=8)
axes.xaxis.set_major_formatter("{x:.1f}°E")
axes.yaxis.set_major_formatter("{x:.1f}°N")
figure.text(0.01, 0.008, "%d claims in %d reports, read from %s/ with frontline. Inferred from reports, not surveyed."
            % (manifest["claims"], manifest["reports"], manifest["theatre"]), fontsize=7.5, color="#444444")
figure.tight_layout(rect=(0, 0.02, 1, 1))
figure.savefig(picture, metadata={"Software": None})
