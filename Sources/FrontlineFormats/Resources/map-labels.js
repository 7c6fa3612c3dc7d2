/* Names on the map: each is put where none stands yet, near its dot or, for places in reports, at the end of a leader. */

const measure = document.createElement("canvas").getContext("2d");

class Labels {
  constructor(pane) {
    this.pane = pane;
    this.map = pane.map;
    this.size = this.map.getSize();
    this.taken = [];
    this.leaders = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    this.leaders.classList.add("leaders");
    pane.names.append(this.leaders);
    this.avoidControls();
  }

  /** What stands on the map already: legend, buttons, scale. */
  avoidControls() {
    const frame = this.map.getContainer().getBoundingClientRect();
    const origin = this.map.containerPointToLayerPoint([0, 0]);
    for (const control of document.querySelectorAll("#legend, .leaflet-control, .caption, .pane > select")) {
      const box = control.getBoundingClientRect();
      const [x, y] = [origin.x - frame.left, origin.y - frame.top];
      if (box.width) this.taken.push({ x0: box.left + x, x1: box.right + x, y0: box.top + y, y1: box.bottom + y });
    }
  }

  isFree(box) {
    return this.taken.every((other) =>
      box.x1 < other.x0 || other.x1 < box.x0 || box.y1 < other.y0 || other.y1 < box.y0);
  }

  /** Whether a box lies on what is seen of the map. */
  isSeen(box) {
    const origin = this.map.containerPointToLayerPoint([0, 0]);
    return box.x0 >= origin.x + 2 && box.y0 >= origin.y + 2
      && box.x1 <= origin.x + this.size.x - 2 && box.y1 <= origin.y + this.size.y - 2;
  }

  width(text, font) {
    measure.font = font;
    return measure.measureText(text).width;
  }

  /** The first free spot round a point: [dx, dy] of the text's left middle; null if there is none. */
  spot(at, width, height, distances) {
    for (const away of distances) {
      const slant = away * 0.75;
      for (const [dx, dy] of [
        [away, 0], [-away - width, 0], [slant, -slant - 3], [slant, slant + 3], [-slant - width, -slant - 3],
        [-slant - width, slant + 3], [-width / 2, -away - 4], [-width / 2, away + 4],
      ]) {
        const box = { x0: at.x + dx - 2, x1: at.x + dx + width + 2, y0: at.y + dy - height / 2, y1: at.y + dy + height / 2 };
        if (!this.isFree(box) || !this.isSeen(box)) continue;
        this.taken.push(box);
        return { dx, dy, away };
      }
    }
    return null;
  }

  /** Dots and names of places that reports name, and diamonds where two parties both say they hold a place. */
  places(places, disputed) {
    const both = new Map(disputed.map((feature) => [feature.place_id, feature]));
    const rank = (place) => (place.status === "contested" ? 0 : place.status === "held" ? 1 : 2) - place.reports / 100;
    const all = [...places, ...disputed.filter((d) => !places.some((p) => p.place_id === d.place_id))]
      .map((place) => ({ place, at: this.map.latLngToLayerPoint(place.shape) }))
      .sort((a, b) => rank(a.place) - rank(b.place) || (a.place.name < b.place.name ? -1 : 1));
    // No name on any dot.
    for (const { at } of all) this.taken.push({ x0: at.x - 6, x1: at.x + 6, y0: at.y - 6, y1: at.y + 6 });
    this.dots = all;
    for (const { place, at } of all) this.place(place, at, both.get(place.place_id));
  }

  /** The place whose dot is nearest to a click, for dots that lie on each other. */
  nearest(event, place) {
    if (event.target.tagName !== "BUTTON" || !event.detail) return place;
    const click = this.map.mouseEventToLayerPoint(event);
    return this.dots.reduce((best, dot) => (click.distanceTo(dot.at) < click.distanceTo(best.at) ? dot : best)).place;
  }

  place(place, at, dispute) {
    const button = document.createElement("button");
    button.className = `place ${place.status}` + (dispute ? " disputed" : "");
    button.style.left = `${at.x}px`;
    button.style.top = `${at.y}px`;
    button.style.setProperty("--c", colourOf(place.party));
    if (dispute) {
      button.style.setProperty("--a", colourOf(dispute.party_a));
      button.style.setProperty("--b", colourOf(dispute.party_b));
    }
    // Contested places lie over the others.
    button.style.zIndex = place.status === "contested" ? 2 : 1;
    button.dataset.key = place.key;
    button.dataset.place = place.place_id;
    button.setAttribute("aria-label", `${place.name}: ${Words.state(place)}`);
    const width = this.width(place.name, "600 13px system-ui, sans-serif");
    const spot = this.spot(at, width, 17, [10, 26, 42, 60, 80, 104]);
    if (spot) {
      const name = document.createElement("span");
      name.textContent = place.name;
      name.style.transform = `translate(${spot.dx}px, calc(${spot.dy}px - 50%))`;
      button.append(name);
      if (spot.away > 10) this.leader(at, spot, width);
    }
    button.onclick = (event) => {
      event.stopPropagation();
      // The map can be dragged by a name too.
      if (!event.detail || !this.map.dragging.moved()) this.pane.pick(this.nearest(event, place));
    };
    button.ondblclick = (event) => event.stopPropagation();
    this.pane.names.append(button);
  }

  leader(at, { dx, dy }, width) {
    const line = document.createElementNS("http://www.w3.org/2000/svg", "line");
    const end = dx > 0 ? dx - 1 : dx + width < 0 ? dx + width + 1 : dx + width / 2;
    const points = { x1: at.x, y1: at.y, x2: at.x + end, y2: at.y + (dx > 0 || dx + width < 0 ? dy : dy - Math.sign(dy) * 8) };
    for (const [name, value] of Object.entries(points)) line.setAttribute(name, value);
    this.leaders.append(line);
  }

  /** A party's name where most of what is seen is its own. */
  parties(areas) {
    const shapes = new Map();
    for (const area of areas) shapes.set(area.party, [...(shapes.get(area.party) ?? []), ...area.shape]);
    for (const [party, polygons] of shapes) {
      const text = Words.party(party), font = "700 15px system-ui, sans-serif", spacing = text.length * 1.2;
      const half = (this.width(text, font) + spacing) / 2;
      const middle = middleOf(polygons, this.map.getBounds(), (at) => {
        const { x, y } = this.map.latLngToLayerPoint(at);
        const box = { x0: x - half, x1: x + half, y0: y - 10, y1: y + 10 };
        return this.isSeen(box) && this.isFree(box);
      });
      if (middle) this.text(text, this.map.latLngToLayerPoint(middle), "party", font, 20, spacing, colourOf(party));
    }
  }

  /** Towns, passes, provinces: grey, for orientation only. */
  references(references, reported) {
    const bounds = this.map.getBounds();
    for (const { name, lon, lat, kind } of references) {
      if (reported.has(name) || !bounds.contains([lat, lon])) continue;
      const at = this.map.latLngToLayerPoint([lat, lon]);
      if (kind === "unit") {
        this.text(name, at, "unit", "500 12px system-ui, sans-serif", 16, name.length * 1.8);
        continue;
      }
      const dot = { x0: at.x - 4, x1: at.x + 4, y0: at.y - 4, y1: at.y + 4 };
      if (!this.isFree(dot) || !this.isSeen(dot)) continue;
      const width = this.width(name, "12px system-ui, sans-serif");
      const spot = this.spot(at, width, 15, [7]);
      if (!spot) continue;
      this.taken.push(dot);
      const mark = document.createElement("span");
      mark.className = `reference ${kind}`;
      mark.style.left = `${at.x}px`;
      mark.style.top = `${at.y}px`;
      const text = document.createElement("span");
      text.textContent = name;
      text.style.transform = `translate(${spot.dx}px, calc(${spot.dy}px - 50%))`;
      mark.append(text);
      this.pane.names.append(mark);
    }
  }

  /** A name in the middle of what it names, moved a little where something is in the way. */
  text(text, at, className, font, height, spacing, colour) {
    const width = this.width(text, font) + spacing;
    for (const dy of [0, 24, -24, 48, -48]) {
      for (const dx of [0, 40, -40]) {
        const [x, y] = [at.x + dx, at.y + dy];
        const box = { x0: x - width / 2, x1: x + width / 2, y0: y - height / 2, y1: y + height / 2 };
        if (!this.isFree(box) || !this.isSeen(box)) continue;
        this.taken.push(box);
        const span = document.createElement("span");
        span.className = `name ${className}`;
        span.textContent = text;
        span.style.left = `${x}px`;
        span.style.top = `${y}px`;
        if (colour) span.style.setProperty("--c", colour);
        this.pane.names.append(span);
        return;
      }
    }
  }
}
