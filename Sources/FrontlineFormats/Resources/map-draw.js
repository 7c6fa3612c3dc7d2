/* Drawing: one pane for each map on the page, and what Leaflet has no symbol for. */

/** A CSS colour that follows light and dark. */
const colourOf = (party) => (Data.parties.has(party) ? `var(--p${Data.parties.get(party).index})` : "var(--none)");

/** Rows of arcs along a line, one side's: each arc curves to the enemy and touches the line (APP-6, line of contact). */
const Arcs = L.Polyline.extend({
  options: { side: 1, width: 14, noClip: true, smoothFactor: 0.5, fill: false, interactive: false },
  _updatePath() {
    this._renderer._setPath(this, this._parts.map((part) => this._arcs(part)).join("") || "M0 0");
  },
  /** Walks along one part; arcs are spread so that they fill it. */
  _arcs(points) {
    const steps = points.slice(1).map((point, index) => point.distanceTo(points[index]));
    const length = steps.reduce((sum, step) => sum + step, 0);
    const count = Math.floor(length / this.options.width);
    // Round a village they would only be a knot.
    const isLoop = points[0].distanceTo(points.at(-1)) < this.options.width;
    if (count < (isLoop ? 6 : 1)) return "";
    const width = length / count;
    const ends = [];
    let at = 0, segment = 0;
    for (let number = 0; number <= count; number++) {
      const goal = Math.min(number * width, length);
      while (segment < steps.length - 1 && at + steps[segment] < goal) at += steps[segment++];
      const share = steps[segment] ? (goal - at) / steps[segment] : 0;
      const [a, b] = [points[segment], points[segment + 1]];
      ends.push(L.point(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share));
    }
    return ends.slice(1).map((end, index) => this._arc(ends[index], end)).join("");
  },
  _arc(from, to) {
    const along = to.subtract(from);
    const size = Math.hypot(along.x, along.y) || 1;
    // Left of the line's direction, on a screen whose y grows downwards.
    const out = L.point(along.y, -along.x).multiplyBy(this.options.side / size);
    const [start, end] = [from, to].map((point) => point.add(out.multiplyBy(8)));
    const bend = from.add(to).divideBy(2).subtract(out.multiplyBy(2.5));
    return `M${[start, bend, end].map((p) => `${p.x.toFixed(1)} ${p.y.toFixed(1)}`).join("Q").replace(/Q([^Q]*)$/, " $1")}`;
  },
});

/** How far a point lies inside a polygon, in degrees of latitude; negative outside. */
function depth(polygon, lat, lon) {
  const squeeze = Math.cos((lat * Math.PI) / 180);
  let isInside = false, best = Infinity;
  for (const ring of polygon) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ay, ax] = ring[i], [by, bx] = ring[j];
      if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax) isInside = !isInside;
      const dx = (bx - ax) * squeeze, dy = by - ay, px = (lon - ax) * squeeze, py = lat - ay;
      const share = Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy || 1)));
      best = Math.min(best, (px - share * dx) ** 2 + (py - share * dy) ** 2);
    }
  }
  return Math.sqrt(best) * (isInside ? 1 : -1);
}

/** The point of some polygons, within bounds, farthest from any border: the best of a grid, refined.
    Null if there is none where `fits` is true. */
function middleOf(polygons, bounds, fits) {
  let best = { deep: 0 };
  for (const polygon of polygons) {
    const box = L.latLngBounds(polygon[0]);
    if (!box.intersects(bounds)) continue;
    let [south, north] = [Math.max(box.getSouth(), bounds.getSouth()), Math.min(box.getNorth(), bounds.getNorth())];
    let [west, east] = [Math.max(box.getWest(), bounds.getWest()), Math.min(box.getEast(), bounds.getEast())];
    const squeeze = Math.cos((south * Math.PI) / 180);
    const edge = (lat, lon) => Math.min(lat - bounds.getSouth(), bounds.getNorth() - lat,
      (lon - bounds.getWest()) * squeeze, (bounds.getEast() - lon) * squeeze);
    for (let round = 0; round < 2; round++) {
      const [height, width] = [(north - south) / 9, (east - west) / 9];
      let here = null;
      for (let i = 0; i <= 9; i++) {
        for (let k = 0; k <= 9; k++) {
          const [lat, lon] = [south + i * height, west + k * width];
          // No deeper than the edge is near: most points need no look at the polygon.
          if (edge(lat, lon) <= Math.max(best.deep, here?.deep ?? 0) || !fits([lat, lon])) continue;
          const deep = Math.min(edge(lat, lon), depth(polygon, lat, lon));
          if (deep > (here?.deep ?? 0)) here = { deep, lat, lon };
        }
      }
      if (!here) break;
      if (here.deep > best.deep) best = here;
      [south, north, west, east] = [here.lat - height, here.lat + height, here.lon - width, here.lon + width];
    }
  }
  return best.deep > 0 ? [best.lat, best.lon] : null;
}

/** A map in a view of its own. */
class Pane {
  constructor(parent, view, { pick, lead }) {
    this.view = view;
    this.pick = pick;
    this.drawn = new Map();
    this.element = document.createElement("section");
    this.element.className = "pane";
    this.element.innerHTML = '<h2 class="caption"></h2><div class="map"></div>';
    parent.append(this.element);
    this.map = L.map(this.element.querySelector(".map"), {
      zoomControl: false, attributionControl: false, keyboard: false, zoomSnap: 0.25, zoomDelta: 0.5,
      wheelPxPerZoomLevel: 120, minZoom: Address.zooms[0], maxZoom: Address.zooms[1], fadeAnimation: false, markerZoomAnimation: false,
    });
    this.map.getContainer().setAttribute("aria-label", "Map");
    this.renderers = {};
    ["outside", "areas", "bands", "contested", "outline", "lines", "symbols"].forEach((name, index) => {
      this.map.createPane(name).style.zIndex = 400 + index * 10;
      this.renderers[name] = L.svg({ pane: name, padding: 0.3 });
    });
    this.names = this.map.createPane("names");
    this.names.style.zIndex = 600;
    this.names.classList.add("leaflet-zoom-hide");
    L.control.scale({ imperial: true, maxWidth: 140 }).addTo(this.map);
    L.control.zoom({ position: "topright" }).addTo(this.map);
    this.tiles();
    this.frame();
    lead?.(this.map);
    this.map.on("zoomend moveend resize", () => this.label());
    this.map.on("click", () => this.pick(null));
  }

  tiles() {
    const { tiles, tiles_credit: credit } = Data.raw;
    if (!tiles) return;
    L.tileLayer(tiles, { maxZoom: 19, opacity: 0.75 }).addTo(this.map);
    L.control.attribution({ prefix: false }).addAttribution(escaped(credit ?? "")).addTo(this.map);
  }

  /** The edge of what is mapped; outside of it the paper is darker. */
  frame() {
    const [west, south, east, north] = Data.raw.box;
    const edge = Data.outline.length ? Data.outline.flat().map((polygon) => polygon[0])
      : [[[south, west], [south, east], [north, east], [north, west]]];
    const world = [[-85, west - 180], [-85, east + 180], [85, east + 180], [85, west - 180]];
    L.polygon([world, ...edge], this.options("outside", "outside", { noClip: true })).addTo(this.map);
    L.polygon(edge.map((ring) => [ring]), this.options("outline", "outline")).addTo(this.map);
    L.polygon(Data.units, this.options("outline", "units")).addTo(this.map);
  }

  options(pane, className, more = {}) {
    return { pane, renderer: this.renderers[pane], className, interactive: false, smoothFactor: 0.4, ...more };
  }

  /** Draws a day; what is the same as before stays. */
  show(day, view, hidden) {
    Object.assign(this, { day, view, hidden });
    const wanted = ["control_areas", "uncertainty", "front_lines", "front_symbols"]
      .filter((layer) => !hidden.has(layer)).flatMap((layer) => Data.features(layer, day, view));
    const keys = new Set(wanted.map((feature) => feature.key));
    for (const [key, parts] of this.drawn) {
      if (keys.has(key)) continue;
      parts.remove();
      this.drawn.delete(key);
    }
    for (const feature of wanted) {
      if (!this.drawn.has(feature.key)) this.drawn.set(feature.key, this.draw(feature).addTo(this.map));
    }
    this.dress();
    this.element.querySelector(".caption").textContent = Words.view(view);
    this.label();
  }

  draw(feature) {
    const parts = L.layerGroup();
    const add = (made, colour) => {
      made.on("add", () => this.prepare(made, feature, colour));
      parts.addLayer(made);
      if (made.options.interactive) made.on("click", (event) => { L.DomEvent.stop(event); this.pick(feature); });
      return made;
    };
    const active = { interactive: true, bubblingMouseEvents: false };
    switch (feature.layer) {
      case "control_areas":
        // The bands make pale what one party holds; what is contested stays as it is.
        add(L.polygon(feature.shape, this.options(feature.status === "contested" ? "contested" : "areas", `area ${feature.status}`, active)),
          colourOf(feature.party));
        break;
      case "uncertainty":
        add(L.polygon(feature.shape, this.options("bands", `band level${Math.round(feature.level * 100)}`)));
        break;
      case "front_lines": this.front(feature, add, active); break;
      case "front_symbols": {
        const kind = `symbol ${feature.kind} ${feature.solidity}`;
        add(L.polyline(feature.shape, this.options("symbols", "casing symbol-casing")));
        add(L.polyline(feature.shape, this.options("symbols", kind, active)), feature.attacker ? colourOf(feature.attacker) : "var(--ink)");
      }
    }
    return parts;
  }

  front(feature, add, active) {
    const isBorder = feature.kind === "line";
    if (isBorder) {
      const right = feature.left_party === feature.party_a ? feature.party_b : feature.party_a;
      for (const [side, party] of [[1, feature.left_party], [-1, right]]) {
        const options = this.options("lines", "arcs", { side });
        add(new Arcs(feature.shape, { ...options, className: "arcs-casing" }));
        add(new Arcs(feature.shape, options), colourOf(party));
      }
    }
    add(L.polyline(feature.shape, this.options("lines", isBorder ? "front" : "edge")));
    // A wide line that nobody sees is easier to hit.
    add(L.polyline(feature.shape, this.options("lines", "hit", active)));
  }

  /** Colour, and what a keyboard and a screen reader need. */
  prepare(made, feature, colour) {
    const element = made.getElement?.();
    if (!element) return;
    if (colour) element.style.setProperty("--c", colour);
    element.dataset.key = feature.key;
    if (!made.options.interactive) return;
    element.setAttribute("role", "button");
    element.setAttribute("tabindex", "0");
    element.setAttribute("aria-label", feature.summary ?? Words.plain(feature.layer));
    element.onkeydown = (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      this.pick(feature);
    };
  }

  /** Shows which feature is picked. */
  mark(feature) {
    this.picked = feature;
    this.dress();
  }

  dress() {
    for (const element of this.element.querySelectorAll("[data-key]")) {
      element.classList.toggle("picked", element.dataset.key === this.picked?.key
        || (element.dataset.place !== undefined && element.dataset.place === this.picked?.place_id));
    }
  }

  /** Names and dots, so that no two overlap; what is reported comes first. */
  label() {
    if (this.day === undefined || !this.map._loaded) return;
    const focused = document.activeElement?.dataset?.place;
    this.names.replaceChildren();
    if (this.hidden.has("places")) return;
    const labels = new Labels(this);
    const places = Data.features("places", this.day, this.view);
    const disputed = this.hidden.has("disagreements") ? [] : Data.features("disagreements", this.day, null);
    labels.places(places, disputed);
    labels.parties(Data.features("control_areas", this.day, this.view).filter((area) => area.status === "held"));
    labels.references(Data.raw.references, new Set(places.map((place) => place.name)));
    this.dress();
    if (focused) [...this.names.querySelectorAll("[data-place]")].find((e) => e.dataset.place === focused)?.focus();
  }
}

/** Lays the page out for paper while it is printed: maps of a size that fits A4 upright and across, with the same ground. */
class Paper {
  constructor(panes) {
    this.panes = panes;
    this.screen = null;
    addEventListener("beforeprint", () => this.lay(true));
    addEventListener("afterprint", () => this.lay(false));
    // Where paper is only tried out, nothing is printed.
    matchMedia("print").addEventListener("change", (event) => this.lay(event.matches));
  }

  get isOut() { return this.screen !== null; }

  lay(isOut) {
    if (isOut === this.isOut) return;
    const legend = document.getElementById("legend"), { dataset } = document.documentElement;
    const maps = this.panes.map((pane) => pane.map);
    const { isOpen, theme, centre, zoom } = this.screen ?? {};
    if (isOut) {
      this.screen = {
        isOpen: legend.open, theme: dataset.theme,
        centre: maps[0].getCenter(), zoom: maps[0].getZoom(), bounds: maps[0].getBounds(),
      };
    }
    legend.open = isOut || isOpen;
    if (isOut) dataset.theme = "light";
    else if (theme) dataset.theme = theme;
    else delete dataset.theme;
    document.body.classList.toggle("paper", isOut);
    maps.forEach((map) => map.invalidateSize({ animate: false, pan: false }));
    // The second map follows the first.
    if (isOut) maps[0].fitBounds(this.screen.bounds, { animate: false });
    else maps[0].setView(centre, zoom, { animate: false });
    this.panes.forEach((pane) => pane.label());
    if (!isOut) this.screen = null;
  }
}
