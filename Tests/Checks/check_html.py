#!/usr/bin/env python3
"""Open a build's index.html in headless Chromium, from disk and alone in its folder, and use it as a reader would.

    check_html.py OUTPUT [--chromium PROGRAM] [--pictures DIR]

Checks, each by what the page shows: no console message, no request; what is drawn on every day and in every view is as many
features as the day's GeoJSON files have; slider, arrows and play change it; an address restores date, view and place; a click
on a place, a line, an area shows its claims with sentence and report; keys and focus; no two names overlap; a phone's window;
contrasts in light and dark; hostile texts stay text; first paint and first drawing under a second. Exit status 1 if anything
is wrong. `--pictures` keeps screenshots.
"""
import argparse
import json
import os
import shutil
import sys
import tempfile
import urllib.parse

from playwright.sync_api import sync_playwright

LAYERS = ["control_areas", "uncertainty", "front_lines", "front_symbols"]
problems = []
counts = {}


def expect(is_so, text):
    counts["checks"] = counts.get("checks", 0) + 1
    if not is_so:
        problems.append(text)


class Reader:
    """A browser window with the page, and all it says and fetches."""

    def __init__(self, browser, path, fragment="", width=1280, height=800, **options):
        self.url = "file://" + urllib.parse.quote(path)
        self.context = browser.new_context(viewport={"width": width, "height": height}, **options)
        self.page = self.context.new_page()
        self.page.on("console", lambda message: self.complain("console: " + message.text))
        self.page.on("pageerror", lambda error: self.complain("error: %s" % error))
        self.page.on("request", self.request)
        self.page.goto(self.url + fragment)
        self.page.wait_for_function("window.frontline !== undefined")

    def complain(self, text):
        problems.append(text)

    def request(self, request):
        if not request.url.startswith("data:") and request.url.split("#")[0] != self.url:
            self.complain("the page fetches " + request.url)

    @property
    def shown(self):
        return self.page.evaluate("window.frontline.shown")

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def picture(self, folder, name):
        if folder:
            self.page.wait_for_timeout(250)
            self.page.screenshot(path=os.path.join(folder, name + ".png"))

    def close(self):
        self.context.close()


def features(output, day, layer):
    path = os.path.join(output, day, layer + ".geojson")
    return json.load(open(path, encoding="utf-8"))["features"] if os.path.exists(path) else []


def of_view(found, view):
    return [f["properties"] for f in found if f["properties"]["view"] == view]


def check_every_day(reader, output, manifest):
    """The page draws what the files of each day hold."""
    seen = set()
    for view in manifest["views"]:
        for day in manifest["days"]:
            reader.page.evaluate("h => { location.hash = h }", "#date=%s&view=%s" % (day, view))
            reader.page.wait_for_function(
                "([d, v]) => frontline.shown.date === d && frontline.shown.view === v", arg=[day, view])
            shown = reader.shown
            drawn = [key.split(":")[0] for key in shown["drawn"][0]]
            for layer in LAYERS:
                wanted = len(of_view(features(output, day, layer), view))
                expect(drawn.count(layer) == wanted,
                       "%s %s: %d of %s are drawn, not %d" % (day, view, drawn.count(layer), layer, wanted))
            states = of_view(features(output, day, "places"), view)
            wanted = sorted(p["name"] for p in states)
            names = sorted(label.rsplit(": ", 1)[0] for label in shown["places"][0])
            expect(names == wanted, "%s %s: places %s, not %s" % (day, view, names, wanted))
            seen.add(json.dumps(shown["drawn"][0]))
            check_names(reader, "%s %s" % (day, view))
    expect(len(seen) > 1 or len(manifest["days"]) * len(manifest["views"]) == 1, "no day differs from another")
    counts["maps"] = len(manifest["views"]) * len(manifest["days"])


def check_names(reader, where):
    """No name lies on another, on the legend or past the map's edge."""
    over = reader.page.evaluate("""() => {
      const names = [...document.querySelectorAll('.place span, .reference span, .name')]
        .map((e) => ({ text: e.textContent, box: e.getBoundingClientRect() }));
      const legend = document.getElementById('legend').getBoundingClientRect();
      const map = document.querySelector('.map').getBoundingClientRect();
      const all = [...names, { text: 'the legend', box: legend }];
      const found = [];
      for (const [i, a] of names.entries()) {
        if (a.box.left < map.left - 1 || a.box.right > map.right + 1) found.push(a.text + ' past the edge');
        for (const b of all.slice(i + 1)) {
          const w = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
          const h = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
          if (w > 1 && h > 2) found.push(a.text + ' on ' + b.text);
        }
      }
      return found;
    }""")
    expect(not over, "%s: names overlap: %s" % (where, ", ".join(over)))


def check_dates(reader, manifest):
    days, page = manifest["days"], reader.page
    if len(days) < 3:
        return
    reader.press("Home")
    expect(reader.shown["date"] == days[0], "Home does not show the first day")
    first = page.evaluate("[...document.querySelectorAll('path.area')].map((e) => e.getAttribute('d')).join()")
    reader.press("ArrowRight")
    expect(reader.shown["date"] == days[1], "the right arrow does not show the next day")
    reader.press("End")
    expect(reader.shown["date"] == days[-1], "End does not show the last day")
    last = page.evaluate("[...document.querySelectorAll('path.area')].map((e) => e.getAttribute('d')).join()")
    expect(first != last, "the first and the last day have the same paths")
    slider = page.locator("#day")
    slider.fill(str(len(days) // 2))
    expect(reader.shown["date"] == days[len(days) // 2], "the slider does not change the day")
    expect(slider.get_attribute("aria-valuetext") == page.locator("#date").inner_text(), "the slider does not say its date")
    page.locator("#back").click()
    expect(reader.shown["date"] == days[len(days) // 2 - 1], "the button for the day before does nothing")
    page.locator("#date").click()
    page.evaluate("document.activeElement.blur()")
    reader.press("Home", "Space")
    page.wait_for_function("d => frontline.shown.date !== d", arg=days[0], timeout=3000)
    reader.press("Space")
    stopped = reader.shown["date"]
    page.wait_for_timeout(1300)
    expect(reader.shown["date"] == stopped, "the space bar does not stop the play")


def check_address(browser, path, reader, manifest):
    place = reader.page.evaluate("Data.places()[0]?.place_id")
    fragment = "#date=%s&view=%s" % (manifest["days"][len(manifest["days"]) // 2], manifest["views"][-1])
    if place:
        fragment += "&place=" + place
    first = Reader(browser, path, fragment)
    before = first.shown
    expect("#date=%s&view=%s" % (before["date"], before["view"]) == fragment.split("&place")[0]
           and before["place"] == place, "the address %s shows %s" % (fragment, before))
    first.press("+")
    first.page.wait_for_timeout(600)
    address = first.page.evaluate("location.hash")
    second = Reader(browser, path, address)
    expect(second.shown == before, "the address %s does not show the same again" % address)
    expect(second.page.evaluate("location.hash") == address, "the address changes when it is opened")
    wrong = Reader(browser, path, "#date=never&view=nobody&at=x&place=%3Cb%3E&hide=+")
    expect(wrong.shown["view"] == manifest["views"][0], "a senseless address is not put right")
    for window in (first, second, wrong):
        window.close()


def check_claims(reader, output, manifest):
    """Places of the day with the most claims: their claims' sentences and reports are in the panel."""
    page = reader.page
    day = max(manifest["days"], key=lambda d: len(features(output, d, "claims")))
    view = manifest["views"][0]
    claims = {f["properties"]["claim_id"]: f["properties"] for d in manifest["days"] for f in features(output, d, "claims")}
    page.evaluate("h => { location.hash = h }", "#date=%s&view=%s" % (day, view))
    page.wait_for_function("d => frontline.shown.date === d", arg=day)
    reader.press("0")
    for place in of_view(features(output, day, "places"), view):
        button = page.locator('.place[data-place="%s"]' % place["place_id"])
        if button.locator("span").count():
            button.locator("span").click()
        else:
            button.focus()
            reader.press("Enter")
        text = page.locator("#panel").inner_text()
        expect(place["name"] in text.split("\n"), "%s: the panel shows something else" % place["name"])
        for claim in (place["claims"] or "").split():
            if claim in claims:
                expect(claims[claim]["sentence"] in text, "%s: the sentence of %s is missing" % (place["name"], claim))
        expect(bool(text) and page.evaluate(
            "ids => ids.every((id) => [...document.querySelectorAll('#panel [data-claims]')]"
            ".some((e) => e.dataset.claims.split(' ').includes(id)))",
            [c for c in (place["claims"] or "").split()]), "%s: claims are missing" % place["name"])
        counts["places"] = counts.get("places", 0) + 1
    for selector, kind in ((".hit", "front_lines"), (".area.held", "control_areas")):
        # The middle of a line; for an area, a point of it that nothing lies on.
        at = page.evaluate("""(selector) => {
          for (const path of document.querySelectorAll(selector)) {
            for (let share = 0.1; share < 1; share += 0.1) {
              const p = path.getPointAtLength(path.getTotalLength() * share), m = path.getScreenCTM();
              for (const [dx, dy] of [[0, 0], [12, 12], [-12, -12], [12, -12], [-12, 12]]) {
                const [x, y] = [p.x * m.a + m.e + dx, p.y * m.d + m.f + dy];
                if (document.elementFromPoint(x, y) === path) return [x, y];
              }
            }
          }
          return null;
        }""", selector)
        if at is None:
            expect(page.locator(selector).count() == 0, "no %s can be hit" % kind)
            continue
        page.mouse.click(*at)
        expect(page.locator("#panel.picked .claim").count() > 0 and page.evaluate(
            "document.querySelector('.picked[data-key]').dataset.key.split(':')[0]") == kind,
            "a click on one of %s at %s shows no claims" % (kind, at))
    reader.press("Escape")
    expect(page.locator("#panel.picked").count() == 0, "Escape does not close the panel")


def check_keys(reader, manifest):
    page = reader.page
    page.evaluate("document.activeElement.blur()")
    kinds = set()
    for _ in range(160):
        reader.press("Tab")
        kinds.add(page.evaluate(
            "document.activeElement.dataset?.place !== undefined ? 'place' : document.activeElement.dataset?.key"
            "?.split(':')[0] ?? document.activeElement.id ?? ''"))
    for wanted in ("place", "control_areas", "day", "play", "find"):
        expect(wanted in kinds, "no way to %s by the tab key" % wanted)
    place = page.locator(".place").first
    place.focus()
    name = place.get_attribute("aria-label").rsplit(": ", 1)[0]
    reader.press("Enter")
    expect(page.locator("#panel-title").inner_text() == name, "Enter does not open %s" % name)
    expect(page.evaluate("document.activeElement.id") == "panel", "the focus does not go to the claims")
    reader.press("Escape")
    if len(manifest["views"]) > 1:
        reader.press("2")
        expect(reader.shown["view"] == manifest["views"][1], "the key 2 does not show the second view")
        reader.press("1", "c")
        shown = reader.shown
        expect(len(shown["drawn"]) == 2 and shown["beside"] == manifest["views"][1], "c does not show two maps")
        expect(shown["drawn"][0] != shown["drawn"][1], "both maps show the same")
        page.locator(".pane").nth(1).locator(".place").first.focus()
        reader.press("Enter")
        view = page.evaluate("Data.views[1].title")
        expect(page.locator("#panel .when").inner_text().endswith(view), "the second map does not answer for its own view")
        reader.press("Escape")
        reader.press("c")
        expect(len(reader.shown["drawn"]) == 1, "c does not go back to one map")
    page.locator("#find").fill(name)
    reader.press("Enter")
    page.wait_for_timeout(100)
    expect(page.locator("#panel-title").inner_text() == name, "%s is not found" % name)
    reader.press("Escape", "?")
    expect(page.locator("#about").evaluate("e => e.open"), "the help does not open")
    reader.press("Escape")
    hidden = page.locator("#legend input").first
    if hidden.count():
        hidden.uncheck()
        expect(not any(k.startswith("control_areas") for k in reader.shown["drawn"][0]), "a layer cannot be left out")
        hidden.check()
    nameless = page.evaluate("""() => [...document.querySelectorAll('button, [role=button], input, select, summary, aside')]
      .filter((e) => !(e.getAttribute('aria-label') || e.textContent.trim() || e.title || e.closest('label')?.textContent.trim()))
      .map((e) => e.outerHTML.slice(0, 80))""")
    expect(not nameless, "without a name for a screen reader: %s" % nameless)


def check_phone(browser, path, pictures, day):
    reader = Reader(browser, path, "#date=" + day, 390, 844, device_scale_factor=2, has_touch=True, is_mobile=True)
    page = reader.page
    reader.picture(pictures, "phone")
    expect(page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "a phone has to scroll sideways")
    expect(page.evaluate("document.querySelector('.map').offsetHeight > innerHeight * 0.5"), "a phone shows little of the map")
    small = page.evaluate("""() => [...document.querySelectorAll('body > footer button')]
      .map((e) => e.getBoundingClientRect()).filter((b) => b.width < 44 || b.height < 40).length""")
    expect(small == 0, "buttons are too small for a thumb")
    check_names(reader, "phone")
    named = page.locator(".place:has(span)").first
    if named.count():
        named.locator("span").tap()
        page.wait_for_timeout(100)
        box = page.locator("#panel").bounding_box()
        expect(box and box["width"] <= 390 and box["y"] > 200 and box["y"] + box["height"] <= 844.5, "the claims do not fit a phone")
        reader.picture(pictures, "phone-claims")
        page.locator("#panel .close").tap()
        expect(not page.locator("#panel").is_visible(), "the claims do not close on a phone")
    reader.close()


CONTRAST = """(pairs) => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const light = (name) => {
    const probe = document.createElement('i');
    probe.style.color = `var(${name})`;
    document.body.append(probe);
    canvas.fillStyle = getComputedStyle(probe).color;
    probe.remove();
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((c) => c / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
      .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  };
  return pairs.map(([a, b]) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); });
}"""


def check_colours(browser, path, pictures, day):
    """WCAG 2.2: 4.5 to 1 for text, 3 to 1 for lines and symbols, in light and in dark."""
    for scheme in ("light", "dark"):
        reader = Reader(browser, path, "#date=" + day, color_scheme=scheme)
        parties = ["--p%d" % i for i in range(reader.page.evaluate("Data.parties.size"))]
        wanted = {("--ink", "--panel"): 7, ("--soft", "--panel"): 4.5, ("--ink", "--paper"): 7, ("--contested-dark", "--paper"): 4.5}
        wanted.update({(party, "--paper"): 3 for party in parties})
        found = reader.page.evaluate(CONTRAST, list(map(list, wanted)))
        for (pair, least), ratio in zip(wanted.items(), found):
            expect(ratio >= least, "%s: %s on %s has a contrast of %.1f, not %s" % (scheme, *pair, ratio, least))
        reader.picture(pictures, scheme)
        reader.press("t")
        ratio = reader.page.evaluate(CONTRAST, [["--ink", "--paper"]])[0]
        expect(ratio >= 7, "the key t leaves the colours mixed up")
        reader.close()


def with_other_data(path, target, change):
    """The page with its data changed. Returns the data."""
    page = open(path, encoding="utf-8").read()
    start = page.index(">", page.index('<script type="application/json"')) + 1
    end = page.index("</script>", start)
    expect("<" not in page[start:end], "a < stands in the data")
    data = json.loads(page[start:end])
    change(data)
    text = json.dumps(data).replace("<", "\\u003c")
    open(target, "w", encoding="utf-8").write(page[:start] + text + page[end:])
    return data


def check_what_is_rare(browser, path, folder):
    """What a theatre may have and this one may not: a disagreement, an outline of the map, outlines of units, tiles' credit."""
    def change(data):
        strings, places = data["strings"], data["layers"]["places"]
        names = [name for name, _ in places["columns"]]
        row = places["rows"][0]
        parties = [party["id"] for party in data["parties"]][:2]
        values = {
            "status": "disputed", "party_a": parties[0], "party_b": parties[-1], "summary": "Both say so.",
            "name": strings[row[names.index("name")]], "place_id": strings[row[names.index("place_id")]],
            "sentence_a": "It is ours.", "sentence_b": "No, it is ours.", "day_a": data["days"][0], "day_b": data["days"][0],
            "about_a": "The first half", "about_b": "The other half", "report_a": "r-1", "report_b": "r-2"}
        cells = []
        for name, is_text in data["layers"]["disagreements"]["columns"][4:]:
            if is_text and name in values:
                strings.append(values[name])
            cells.append(len(strings) - 1 if is_text and name in values else None)
        data["layers"]["disagreements"]["rows"] = [[row[0], 0, len(data["days"]) - 1, -1] + cells]
        west, south, east, north = [round(v * data["per_degree"]) for v in data["box"]]
        ring = [west, south, east - west, 0, 0, north - south]
        data["outline"] = data["units"] = [len(data["shapes"])]
        data["shapes"].append([[ring]])

    target = os.path.join(folder, "rare.html")
    data = with_other_data(path, target, change)
    reader = Reader(browser, target, "#date=" + data["days"][0])
    button = reader.page.locator(".place.disputed")
    expect(button.count() == 1, "a disagreement has no diamond")
    button.first.focus()
    reader.press("Enter")
    text = reader.page.locator("#panel").inner_text()
    expect(all(t in text for t in ("It is ours.", "No, it is ours.", "The first half", "The other half")),
           "the two sides of a disagreement are not told")
    expect(reader.page.locator("path.units").get_attribute("d").count("L") == 2, "outlines of units are not drawn")
    expect(reader.page.locator("path.outline").get_attribute("d").count("L") == 2, "the map's outline is not drawn")
    expect(reader.page.locator("#legend input[value=disagreements]").count() == 1, "the legend has no disagreements")
    reader.close()


def make_hostile(data):
    evil = "</script><img src=x onerror=\"document.title='owned'\"><b class=evil>"
    kept = set()
    for layer in data["layers"].values():
        # Codes stay what they are, so that everything is drawn.
        for index, (name, is_text) in enumerate(layer["columns"]):
            if is_text and name not in ("summary", "name", "sentence_a", "sentence_b", "contested_places", "admin1", "admin2", "surrounded"):
                kept.update(row[index] for row in layer["rows"] if row[index] is not None)
    for index, (name, _) in enumerate(data["claims"]["columns"]):
        if name not in ("name", "speaker", "sentence", "edit_reason", "event", "hedge"):
            kept.update(row[index] for row in data["claims"]["rows"] if row[index] is not None)
    data["strings"] = [text if i in kept else evil + text for i, text in enumerate(data["strings"])]
    for kind in ("parties", "reports", "views", "references", "priors"):
        for item in data[kind]:
            for key in ("name", "title", "publisher", "meaning", "source"):
                if item.get(key):
                    item[key] = evil + item[key]
    for report in data["reports"]:
        report["url"] = "javascript:document.title='owned'"
    data["credits"] = evil


def check_hostile(browser, path, folder):
    """Markup in every text of the data: it is shown as text and never becomes an element."""
    hostile = os.path.join(folder, "hostile.html")
    data = with_other_data(path, hostile, make_hostile)
    reader = Reader(browser, hostile, "#date=" + data["days"][len(data["days"]) // 2])
    for button in reader.page.locator(".place").all():
        button.focus()
        reader.press("Enter")
    for path_ in reader.page.locator("path[role=button]").all()[:12]:
        path_.focus()
        reader.press("Enter")
    reader.press("Escape", "?")
    bad = reader.page.evaluate(
        "document.querySelectorAll('img:not(.leaflet-tile), .evil, a[href^=javascript]').length + (document.title.includes('owned') ? 1 : 0)")
    expect(bad == 0, "hostile text becomes markup")
    reader.close()


def check_speed(browser, path):
    """The median of five opens."""
    found = []
    for _ in range(5):
        reader = Reader(browser, path)
        found.append(reader.page.evaluate("""() => new Promise((done) => setTimeout(() => done([
          performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
          performance.getEntriesByName('drawn')[0].startTime]), 200))"""))
        reader.close()
    for name, times in zip(("first paint", "first drawing"), zip(*found)):
        counts[name + ", ms"] = round(sorted(times)[2])
        expect(sorted(times)[2] < 1000, "%s takes %d ms" % (name, sorted(times)[2]))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("output")
    parser.add_argument("--chromium", default=shutil.which("chromium") or "chromium")
    parser.add_argument("--pictures")
    options = parser.parse_args()
    manifest = json.load(open(os.path.join(options.output, "manifest.json"), encoding="utf-8"))
    source = os.path.join(options.output, "index.html")
    if not os.path.exists(source):
        sys.exit("%s: there is no such file" % source)
    if options.pictures:
        os.makedirs(options.pictures, exist_ok=True)
    day = max(manifest["days"], key=lambda d: len(features(options.output, d, "claims")))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = os.path.join(folder, "a map.html")
        shutil.copy(source, path)
        browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
        reader = Reader(browser, path)
        check_every_day(reader, options.output, manifest)
        check_dates(reader, manifest)
        check_claims(reader, options.output, manifest)
        reader.picture(options.pictures, "claims")
        check_keys(reader, manifest)
        reader.close()
        check_address(browser, path, Reader(browser, path), manifest)
        check_phone(browser, path, options.pictures, day)
        check_colours(browser, path, options.pictures, day)
        check_what_is_rare(browser, path, folder)
        check_hostile(browser, path, folder)
        check_speed(browser, path)
        browser.close()
    for text in dict.fromkeys(problems):
        print(text)
    counts["KB"] = os.path.getsize(source) // 1000
    print("%s: %s: %d problems" % (source, ", ".join("%s %s" % (v, k) for k, v in counts.items()), len(problems)))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
