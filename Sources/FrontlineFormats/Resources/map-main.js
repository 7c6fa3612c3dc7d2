/* What is shown, and how a person changes it. All of it is in the address, so that a link shows the same. */
(() => {
  const $ = (id) => document.getElementById(id);
  const state = { day: Data.days.length - 1, view: Data.views[0].id, other: null, place: null };
  const hidden = new Set();
  const panes = [];
  let picked = null;
  let timer = null;

  const isSmall = () => matchMedia("(max-width: 760px), (max-height: 480px)").matches;

  // MARK: the address

  function address() {
    const parts = [`date=${Data.days[state.day]}`, `view=${encodeURIComponent(state.view)}`];
    if (state.other) parts.push(`beside=${encodeURIComponent(state.other)}`);
    if (state.place) parts.push(`place=${encodeURIComponent(state.place)}`);
    if (hidden.size) parts.push(`hide=${[...hidden].join("+")}`);
    return "#" + parts.concat(`at=${spot ?? (spot = spotOf(panes[0].map))}`).join("&");
  }

  /** Zoom and centre, until the map moves: a centre that is set comes back rounded to pixels. */
  let spot = null;

  function spotOf(map) {
    const { lat, lng } = map.getCenter();
    return `${map.getZoom()}/${lat.toFixed(4)}/${lng.toFixed(4)}`;
  }

  /** The entry of the browser's history that is shown, as text. */
  let entry = "";
  const entryOf = (hash, kept) => JSON.stringify([hash, kept?.key ?? null, kept?.view ?? null]);

  /** Keeps what is shown in the browser's history. A step is an entry of its own, to which Back goes; other changes are not.
      What is picked and has no place in the address is kept beside it. */
  function remember(isStep = false) {
    if (!panes.length || !panes[0].map._loaded) return;
    const to = address();
    const kept = { key: state.place ? null : picked?.key ?? null, view: picked?.view ?? null };
    const isNew = isStep && entryOf(to, kept) !== entry;
    // Some browsers refuse more than a hundred of these in half a minute; then the address is late.
    try { history[isNew ? "pushState" : "replaceState"](kept, "", to); } catch { return; }
    entry = entryOf(to, kept);
  }

  /** Shows what the address says, after Back, Forward or another hand. */
  function restore() {
    const kept = history.state;
    if (entryOf(location.hash, kept) === entry) return;
    play(false);
    const to = read();
    picked = state.place ? Panel.stateOf(state.place, state.day, kept?.view ?? state.view) : kept?.key ? Data.featureOf(kept.key) : null;
    arrange();
    if (to) turn(to);
    show();
  }

  /** Moves the map to where the address says; to everything, if that had to be put right and would show nothing. */
  function turn({ zoom, centre, isGiven, text }) {
    const { map } = panes[0];
    map.setView(centre, zoom, { animate: false });
    if (!isGiven && !map.getBounds().intersects(home)) everything();
    if (isGiven) spot = text;
  }

  /** Takes over what the address says, and tells what of it there is not; what it does not say stays.
      Returns where the map is to be. */
  function read() {
    const given = Address.parts(location.hash), notes = [];
    if (given.has("date")) state.day = Address.day(given.get("date"), notes);
    state.view = Address.view(given.get("view"), notes) ?? state.view;
    state.other = Address.view(given.get("beside"), notes);
    state.place = Address.place(given.get("place"), known, notes);
    hidden.clear();
    (given.get("hide") ?? "").split("+").filter(Boolean).forEach((layer) => hidden.add(layer));
    if (notes.length) say(notes.join(" "));
    const at = Address.spot(given.get("at"));
    return at && { ...at, text: given.get("at") };
  }

  /** A short message over the map, until a person does something else. */
  function say(text) {
    // A screen reader hears of changes only once the page stands.
    setTimeout(() => { $("note").textContent = text; }, 50);
  }

  // MARK: showing

  function show(isStep = false) {
    const date = Data.days[state.day];
    document.body.dataset.date = date;
    $("day").value = state.day;
    $("day").setAttribute("aria-valuetext", Words.date(date));
    $("date").textContent = Words.date(date);
    $("back").disabled = state.day === 0;
    $("forward").disabled = state.day === Data.days.length - 1;
    $("paper-date").textContent = `${Words.date(date)} · ${[state.view, state.other].filter(Boolean).map(Words.view).join(" and ")}`;
    for (const radio of $("views").querySelectorAll("input")) {
      radio.checked = radio.value === state.view;
      if (radio.checked) radio.parentElement.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    for (const box of $("legend").querySelectorAll("input")) box.checked = !hidden.has(box.value);
    panes.forEach((pane, index) => pane.show(state.day, index ? state.other : state.view, hidden));
    tell();
    remember(isStep);
  }

  /** Fills the panel. What was picked is looked for again on the new day. */
  function tell() {
    const panel = $("panel");
    const scroll = panel.scrollTop;
    let html;
    if (state.place) {
      // Of two maps, the one that was clicked answers.
      const view = state.other && picked?.view === state.other ? state.other : state.view;
      const place = Panel.stateOf(state.place, state.day, view) ?? known.get(state.place);
      html = place ? Panel.place(place, { ...state, view }) : Panel.overview(state);
      picked = place ?? null;
    } else if (picked) {
      html = panes.some((pane) => pane.drawn.has(picked.key)) ? Panel.thing(picked, { ...state, view: picked.view }) : Panel.overview(state);
    } else html = Panel.overview(state);
    panel.innerHTML = html;
    panel.scrollTop = scroll;
    panel.classList.toggle("picked", Boolean(state.place || picked));
    panes.forEach((pane) => pane.mark(picked));
    panel.querySelector(".close").onclick = () => pick(null);
    panel.querySelectorAll("[data-view]").forEach((button) => { button.onclick = () => choose(button.dataset.view); });
  }

  const known = new Map(Data.places().map((place) => [place.place_id, { ...place, layer: "places", view: null, status: "unknown", party: null }]));

  function pick(feature) {
    picked = feature;
    state.place = feature && (feature.layer === "places" || feature.layer === "disagreements") ? feature.place_id : null;
    $("panel").scrollTop = 0;
    tell();
    remember(true);
    if (feature) {
      setTimeout(() => reveal(feature), 0);
      $("panel").focus({ preventScroll: true });
    }
  }

  /** Moves a place into what is seen of the map; on a phone the panel covers the half below. */
  function reveal(feature) {
    if (feature.layer !== "places") return;
    const { map } = panes[0];
    const { x, y } = map.latLngToContainerPoint(feature.shape), size = map.getSize();
    const frame = map.getContainer().getBoundingClientRect(), panel = $("panel").getBoundingClientRect();
    const isOver = panel.left < frame.right && panel.right > frame.left && panel.top < frame.bottom && panel.bottom > frame.top;
    const margin = 14, room = isOver ? panel.top - frame.top : size.y;
    const isSeen = x >= margin && x <= size.x - margin && y >= margin && y <= room - margin
      && !document.elementFromPoint(frame.left + x, frame.top + y)?.closest("#legend, #panel, .leaflet-control");
    if (!isSeen) map.panBy([x - size.x / 2, y - room / 2], { animate: false });
  }

  function go(day) {
    state.day = Math.max(0, Math.min(Data.days.length - 1, day));
    show();
  }

  function choose(view) {
    state.view = view;
    if (picked && picked.layer !== "places") picked = null;
    show(true);
  }

  function play(isOn = !timer) {
    clearInterval(timer);
    timer = null;
    if (isOn) {
      if (state.day === Data.days.length - 1) go(0);
      // A year takes a minute and a half; a week, as long as reading it takes.
      timer = setInterval(() => {
        go(state.day + 1);
        if (state.day === Data.days.length - 1) play(false);
      }, Data.days.length > 60 ? 250 : 1000);
    }
    $("play").textContent = timer ? "❚❚" : "▶";
    $("play").setAttribute("aria-label", timer ? "Stop" : "Play");
  }

  // MARK: the page

  function themes() {
    const lifted = (colour) => `color-mix(in oklab, ${colour} 62%, white)`;
    const vars = (change) => [...Data.parties.values()].map((party) => `--p${party.index}:${change(party.colour)}`).join(";");
    const style = document.createElement("style");
    style.textContent = `:root{${vars((c) => c)}}`
      + `@media (prefers-color-scheme: dark){:root:not([data-theme=light]){${vars(lifted)}}}`
      + `:root[data-theme=dark]{${vars(lifted)}}`;
    document.head.append(style);
  }

  function views() {
    $("views").innerHTML = Data.views.map((view, index) =>
      `<label title="${escaped(view.meaning)}${index < 9 ? ` (${index + 1})` : ""}"><input type="radio" name="view" value="${escaped(view.id)}">`
      + `<span>${escaped(view.title)}</span></label>`).join("");
    $("views").onchange = (event) => choose(event.target.value);
    if (Data.views.length < 2) { $("views").hidden = true; $("compare").hidden = true; }
  }

  function slider() {
    const last = Data.days.length - 1;
    $("day").max = last;
    $("day").oninput = () => { play(false); go(Number($("day").value)); };
    $("back").onclick = () => { play(false); go(state.day - 1); };
    $("forward").onclick = () => { play(false); go(state.day + 1); };
    $("play").onclick = () => play();
    document.body.classList.toggle("one-day", last === 0);
    // As many dates under the slider as there is room for; and the days that reports speak of.
    const step = Math.max(1, Math.ceil(Data.days.length / 11));
    const at = (index) => (last ? index / last : 0.5);
    const said = new Map();
    for (const claim of Data.claims.values()) {
      const index = Data.days.indexOf(claim.reported);
      if (index >= 0) said.set(index, (said.get(index) ?? 0) + 1);
    }
    const most = Math.max(...said.values(), 1);
    $("ticks").innerHTML = Data.days.map((day, index) => {
      const count = said.get(index) ?? 0;
      return (count ? `<i style="--at:${at(index)};--n:${Math.sqrt(count / most)}"></i>` : "")
        + (index % step === 0 ? `<span style="--at:${at(index)}">${Words.date(day, true)}</span>` : "");
    }).join("");
  }

  /** The legend is the list of layers too: each can be left out. */
  function legend() {
    const two = [...Data.parties.keys()];
    const icon = (inside) => `<svg viewBox="0 0 28 16" aria-hidden="true">${inside}</svg>`;
    const box = (classes, colour) => icon(`<rect class="${classes}" style="--c:${colour}" x="1" y="1" width="26" height="14"/>`);
    const band = (level, x) => `<rect class="band level${level}" x="${x}" width="${28 - 2 * x}" height="16"/>`;
    const rows = {
      control_areas: [
        ...two.map((party) => [box("area held", colourOf(party)), `Held by ${inText(Words.party(party))}`]),
        [box("area contested"), "Contested"], [box("blank"), "Blank: unknown"]],
      uncertainty: [[
        icon(`<path class="area held" style="--c:${colourOf(two[0])}" d="M0 0H28V8H0Z"/><path class="area held" style="--c:${colourOf(two[1])}" d="M0 8H28V16H0Z"/>`
          + band(95, 0) + band(80, 5) + band(50, 10)), "The line runs here: 50, 80, 95 %"]],
      front_lines: [
        [icon(`<path class="arcs" style="--c:${colourOf(two[0])}" d="M1 1Q7 9 13 1Q19 9 25 1"/><path class="front" d="M0 8H28"/>`
          + `<path class="arcs" style="--c:${colourOf(two[1])}" d="M1 15Q7 7 13 15Q19 7 25 15"/>`), "Front line, arcs of each side"],
        [icon('<path class="edge" d="M1 8H27"/>'), "Edge of contested ground"]],
      front_symbols: [
        [icon('<path class="symbol reported" style="--c:var(--ink)" d="M14 2V14"/>'), "Fighting"],
        [icon(`<path class="symbol reported" style="--c:${colourOf(two[0])}" d="M2 8H24M18 3L24 8L18 13"/>`), "Attack"],
        [icon('<path class="symbol claimed" style="--c:var(--ink)" d="M1 8H27"/>'), "dashed: one source only"]],
      places: [[icon('<circle class="dot" cx="14" cy="8" r="5"/>'), "Place in reports, by who holds it"]],
      disagreements: [[
        icon(`<path style="fill:${colourOf(two[0])}" d="M14 1L7 8L14 15Z"/><path style="fill:${colourOf(two[1])}" d="M14 1L21 8L14 15Z"/>`), "Both sides say they hold it"]],
    };
    const legend = document.createElement("details");
    legend.id = "legend";
    legend.open = !isSmall();
    const has = (layer) => (Data.raw.layers[layer]?.rows.length ?? 0) > 0;
    legend.innerHTML = "<summary>Legend</summary>" + Object.entries(rows).filter(([layer]) => has(layer)).map(([layer, [first, ...others]]) =>
      `<section><label><input type="checkbox" value="${layer}"${hidden.has(layer) ? "" : " checked"}>${first[0]}<span>${first[1]}</span></label>`
      + (others.length ? `<ul>${others.map(([icon, words]) => `<li>${icon}<span>${words}</span></li>`).join("")}</ul>` : "") + "</section>").join("");
    legend.onchange = (event) => {
      if (event.target.checked) hidden.delete(event.target.value);
      else hidden.add(event.target.value);
      show();
    };
    legend.ontoggle = () => panes.forEach((pane) => pane.label());
    document.querySelector("main").append(legend);
  }

  function finder() {
    $("place-names").innerHTML = [...known.values()].map((place) => `<option value="${escaped(place.name)}"></option>`).join("");
    $("find").onchange = find;
    // Once more for the same words.
    $("find").onkeydown = (event) => { if (event.key === "Enter") find(); };
  }

  function find() {
    const given = $("find").value.trim(), wanted = given.toLowerCase();
    if (!wanted) return;
    const found = [...known.values()].find((place) => place.name.toLowerCase() === wanted)
      ?? [...known.values()].find((place) => place.name.toLowerCase().startsWith(wanted));
    if (!found) { say(`No report names a place “${given}”.`); return; }
    const { map } = panes[0];
    map.setView(found.shape, Math.max(map.getZoom(), 11), { animate: false });
    pick(found);
    $("find").value = "";
  }

  function about() {
    const views = Data.views.map((view) => `<dt>${escaped(view.title)}</dt><dd>${escaped(view.meaning)}</dd>`).join("");
    $("about").innerHTML = `<h2>How to read this map</h2>
      <p>Made by rules from dated reports. Every line, area and place answers who says so: pick it. Ground left blank is unknown,
      not empty and not neutral. The line between two places is an inference; the pale band says how far off it may be.</p>
      <dl>${views}</dl>
      <h3>Keys</h3><table>
      <tr><td><kbd>←</kbd> <kbd>→</kbd></td><td>day before, day after</td></tr><tr><td><kbd>Home</kbd> <kbd>End</kbd></td><td>first, last day</td></tr>
      <tr><td><kbd>Space</kbd></td><td>play and stop</td></tr><tr><td><kbd>1</kbd>…<kbd>9</kbd></td><td>view</td></tr>
      <tr><td><kbd>c</kbd></td><td>two maps side by side</td></tr><tr><td><kbd>+</kbd> <kbd>−</kbd> <kbd>0</kbd></td><td>nearer, farther, everything</td></tr>
      <tr><td><kbd>Shift</kbd> and arrows</td><td>move the map</td></tr><tr><td><kbd>Tab</kbd>, <kbd>Enter</kbd></td><td>to the next place, line or area; open it</td></tr>
      <tr><td><kbd>/</kbd></td><td>find a place</td></tr><tr><td><kbd>t</kbd></td><td>light or dark</td></tr><tr><td><kbd>Esc</kbd></td><td>close</td></tr></table>
      <p class="credits">${escaped(Data.raw.credits)}. Map library: Leaflet, BSD 2-clause; its licence is in this page’s source.</p>
      <form method="dialog"><button>Close</button></form>`;
    $("help").onclick = help;
  }

  /** From its beginning: a dialog scrolls to its first button. */
  function help() {
    $("about").showModal();
    $("about").scrollTop = 0;
  }

  function theme() {
    const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
    const now = document.documentElement.dataset.theme ?? (isDark ? "dark" : "light");
    document.documentElement.dataset.theme = now === "dark" ? "light" : "dark";
  }

  // MARK: maps

  /** What a reader wants to see first: the places of reports and the assessed lines, of all days. */
  function extent() {
    const bounds = L.latLngBounds([]);
    const add = (shape) => (typeof shape[0] === "number" ? bounds.extend(shape) : shape.forEach(add));
    known.forEach((place) => add(place.shape));
    Data.shapesOf("front_lines", Data.views[0].id).forEach(add);
    const [west, south, east, north] = Data.raw.box;
    const all = L.latLngBounds([[south, west], [north, east]]);
    return bounds.isValid() ? bounds.pad(0.06) : all;
  }

  function everything() {
    // Beside the legend, if it is open.
    const legend = $("legend");
    const left = legend.open && !isSmall() ? legend.offsetWidth + 10 : 0;
    panes[0].map.fitBounds(home, { animate: false, paddingTopLeft: [state.other ? 0 : left, 0] });
  }

  function arrange() {
    const [first, second] = panes;
    document.body.classList.toggle("beside", Boolean(state.other));
    $("compare").setAttribute("aria-pressed", String(Boolean(state.other)));
    if (state.other && !second) {
      const pane = new Pane($("maps"), state.other, { pick });
      pane.map.setView(first.map.getCenter(), first.map.getZoom(), { animate: false });
      const caption = pane.element.querySelector(".caption");
      const select = document.createElement("select");
      select.setAttribute("aria-label", "View of the second map");
      select.innerHTML = Data.views.map((view) => `<option value="${escaped(view.id)}">${escaped(view.title)}</option>`).join("");
      select.onchange = () => { state.other = select.value; show(true); };
      caption.after(select);
      panes.push(pane);
      follow(first.map, pane.map);
      follow(pane.map, first.map);
    } else if (!state.other && second) {
      second.map.remove();
      second.element.remove();
      panes.pop();
    }
    for (const select of $("maps").querySelectorAll("select")) select.value = state.other;
    panes.forEach((pane) => pane.map.invalidateSize({ animate: false, pan: false }));
  }

  let isFollowing = false;
  function follow(leader, other) {
    leader.on("move", () => {
      // Either may have been closed since.
      if (isFollowing || !other._loaded || !panes.some(({ map }) => map === other)) return;
      isFollowing = true;
      other.setView(leader.getCenter(), leader.getZoom(), { animate: false });
      isFollowing = false;
    });
  }

  function compare() {
    state.other = state.other ? null : Data.views.find((view) => view.id !== state.view)?.id ?? null;
    // Before the maps move for it.
    remember(true);
    arrange();
    show();
  }

  // MARK: keys

  for (const kind of ["pointerdown", "keydown"]) document.addEventListener(kind, () => { $("note").textContent = ""; }, true);

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || $("about").open) return;
    const { tagName, type } = event.target;
    if (event.key === "Escape") { event.target.blur?.(); pick(null); return; }
    if (tagName === "SELECT" || (tagName === "INPUT" && type !== "range" && type !== "radio" && type !== "checkbox")) return;
    const isControl = tagName === "BUTTON" || tagName === "SUMMARY" || tagName === "A" || tagName === "INPUT";
    const { map } = panes[0];
    const shift = { ArrowLeft: [-120, 0], ArrowRight: [120, 0], ArrowUp: [0, -120], ArrowDown: [0, 120] }[event.key];
    const keys = {
      ArrowLeft: () => go(state.day - 1), ArrowRight: () => go(state.day + 1),
      Home: () => go(0), End: () => go(Data.days.length - 1),
      " ": isControl && tagName !== "INPUT" ? null : () => play(),
      "+": () => map.zoomIn(), "=": () => map.zoomIn(), "-": () => map.zoomOut(), 0: everything,
      c: Data.views.length > 1 ? compare : null, t: theme, "?": help, "/": () => $("find").focus(),
    };
    let act = keys[event.key];
    if (/^[1-9]$/.test(event.key) && Data.views[event.key - 1]) act = () => choose(Data.views[event.key - 1].id);
    if (event.shiftKey && shift) act = () => map.panBy(shift);
    // A radio's arrows choose, as everywhere.
    if (!act || (type === "radio" && event.key.startsWith("Arrow")) || (type === "checkbox" && event.key === " ")) return;
    event.preventDefault();
    act();
  });

  // MARK: start

  themes();
  views();
  slider();
  const at = read();
  legend();
  finder();
  about();
  $("compare").onclick = compare;
  $("theme").onclick = theme;
  $("source").textContent = [Data.raw.credits, Data.raw.tiles_credit].filter(Boolean).join(". ");
  const home = extent();
  panes.push(new Pane($("maps"), state.view, { pick }));
  if (at) turn(at);
  else everything();
  arrange();
  show();
  const paper = new Paper(panes);
  panes[0].map.on("moveend", () => {
    if (paper.isOut) return;
    spot = null;
    remember();
  });
  // Before the page is drawn, so that nothing jumps. On a large window a link shows what its writer saw.
  if (picked && (!at || isSmall())) reveal(picked);
  addEventListener("popstate", restore);
  addEventListener("hashchange", restore);

  performance.mark("drawn");

  /** For tests, and for whoever scripts the page: what is shown. */
  window.frontline = {
    get shown() {
      return {
        date: Data.days[state.day], view: state.view, beside: state.other, place: state.place,
        drawn: panes.map((pane) => [...pane.drawn.keys()].sort()),
        places: panes.map((pane) => [...pane.names.querySelectorAll(".place")].map((e) => e.getAttribute("aria-label")).sort()),
      };
    },
  };
})();
