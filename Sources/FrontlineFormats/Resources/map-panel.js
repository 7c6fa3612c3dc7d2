/* The panel: who says what about the thing that was picked, or about the day. */

const escaped = (text) => String(text ?? "").replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
const inText = (text) => `<bdi>${escaped(text)}</bdi>`;

const Panel = {
  /** A party or a kind of claimant as a coloured chip. */
  chip(id, words) {
    return `<span class="chip" style="--c:${colourOf(id)}">${inText(words ?? Words.party(id))}</span>`;
  },

  /** Names of parties in a sentence of ours become chips. */
  sentence(text) {
    let html = escaped(text);
    for (const party of Data.parties.values()) {
      const name = escaped(party.name);
      html = html.replaceAll(new RegExp(`\\b(the )?${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`, "g"),
        (found) => `<b class="of" style="--c:${colourOf(party.id)}">${found}</b>`);
    }
    return html;
  },

  head(title, under, kind) {
    return `<header><p class="kind">${escaped(kind)}</p><h2 id="panel-title">${inText(title)}</h2>`
      + (under ? `<p class="under">${inText(under)}</p>` : "")
      + '<button class="close" aria-label="Close" title="Close (Esc)">×</button></header>';
  },

  isClaimed: (view) => view.startsWith("claimed:"),

  idsOf: (feature) => (feature?.claims ?? "").split(" ").filter(Boolean),

  /** Whether nothing but who held it before the first report speaks for an answer. */
  isOld: (feature) => Panel.idsOf(feature).length > 0 && Panel.idsOf(feature).every((id) => id.startsWith("prior-")),

  /** How sure an answer is, and whether it is from before the reports; empty if there is neither to say. */
  weight(feature, view, word) {
    // A party's view weighs no sources against each other, so it has no belief.
    const hasBelief = feature.probability !== null && feature.probability !== undefined && !Panel.isClaimed(view);
    return [hasBelief && word + Words.percent(feature.probability), Panel.isOld(feature) && "from before the reports"].filter(Boolean).join(", ");
  },

  answer(feature, date, view) {
    const weight = Panel.weight(feature, view, "belief ");
    const share = weight && `<span class="share">${weight}</span>`;
    return `<section class="answer"><p class="when">${Words.date(date)} · ${escaped(Words.view(view))}</p>`
      + `<p class="state ${feature.status}" style="--c:${colourOf(feature.party)}"><i></i>${escaped(Words.state(feature))}</p>${share}`
      + `<p class="summary">${Panel.sentence(feature.summary)}</p></section>`;
  },

  /** The report behind a claim: its title, publisher, day and address. */
  source(id) {
    const report = Data.reports.get(id);
    if (!report) return inText(id);
    const title = inText(report.title ?? report.id);
    const isWeb = /^https?:\/\//i.test(report.url ?? "");
    const link = isWeb ? `<a href="${escaped(report.url)}" rel="noreferrer" target="_blank">${title}</a>` : title;
    const publisher = report.publisher && report.publisher !== "not named" ? inText(report.publisher) : "publisher not named";
    return `${link}, ${publisher}, ${Words.date(report.published)}`;
  },

  /** What is said to have happened, and what then holds. */
  deed(claim) {
    const whom = [claim.actor && `by ${Words.party(claim.actor)}`, claim.against && `against ${Words.party(claim.against)}`]
      .filter(Boolean).join(" ");
    const holder = Words.party(claim.party);
    const after = { held: `held by ${holder}`, contested: "contested", not_held: `no longer held by ${holder}` }[claim.status];
    const edge = claim.edge ? ` (${inText(claim.edge)})` : "";
    const span = claim.first === claim.last ? Words.date(claim.first) : `${Words.date(claim.first)} to ${Words.date(claim.last)}`;
    return `<p class="what"><b>${inText(claim.name)}</b>${edge}: ${escaped(Words.plain(claim.event))} ${escaped(whom)}`
      + `${after ? ` → ${escaped(after)}` : ""} <span class="span">${span}</span></p>`
      + (claim.edited ? `<p class="edit">${escaped(Words.capital(claim.edited))} by hand: ${inText(claim.edit_reason)}</p>` : "");
  },

  /** Says so where a claim became known only after the day shown. */
  late(claim, day) {
    if (claim.reported <= Data.days[day]) return "";
    return `<p class="late">Reported on ${Words.date(claim.reported)}, after this day${Data.isCounted(claim, day) ? "" : "; not counted on this day’s map"}</p>`;
  },

  /** Claims that one speaker makes in one sentence. */
  statement(claims, day) {
    const [claim] = claims;
    const who = Data.parties.has(claim.claimant) ? Panel.chip(claim.claimant) : `<b>${escaped(Words.claimant(claim.claimant))}</b>`;
    const speaker = claim.speaker ? ` (${inText(claim.speaker)})` : "";
    const hedge = claim.hedge === "asserted" ? "" : ` <span class="hedge">${escaped(claim.hedge)}</span>`;
    return `<li class="claim" style="--c:${colourOf(claim.claimant)}" data-claims="${escaped(claims.map((c) => c.claim_id).join(" "))}">`
      + `<p class="who">${who}${speaker} says${hedge}:</p><blockquote>“${inText(claim.sentence)}”</blockquote>`
      + `${claims.map(Panel.deed).join("")}${Panel.late(claim, day)}<p class="source">${Panel.source(claim.report)}</p></li>`;
  },

  /** A list of claims and of what was so before them. */
  list(ids, day) {
    const groups = new Map();
    for (const id of ids) {
      const claim = Data.claims.get(id);
      const key = claim ? JSON.stringify([claim.report, claim.sentence, claim.claimant, claim.speaker, claim.hedge]) : id;
      groups.set(key, [...(groups.get(key) ?? []), claim ?? id]);
    }
    const items = [...groups.values()].map((group) => (typeof group[0] === "string" ? Panel.prior(group[0]) : Panel.statement(group, day)));
    return `<ol class="claims">${items.join("")}</ol>`;
  },

  /** What was so before the first report. */
  prior(id) {
    const prior = Data.priors.get(id);
    if (!prior) return "";
    const since = prior.since ? ` since ${Words.date(prior.since)}` : "";
    return `<li class="claim prior" style="--c:${colourOf(prior.party)}" data-claims="${escaped(id)}"><p class="who"><b>Before the first report</b></p>`
      + `<p class="what"><b>${inText(prior.name)}</b>: held by ${Panel.chip(prior.party)}${since}</p>`
      + `<p class="source">${inText(prior.source)}</p></li>`;
  },

  /** Claims about the place first, then the newest. */
  claims(ids, place, on) {
    const rank = (id) => {
      const claim = Data.claims.get(id);
      if (!claim) return 9;
      return claim.place_id === place ? 0 : 1;
    };
    const day = (id) => Data.claims.get(id)?.last ?? "";
    const sorted = [...ids].sort((a, b) => rank(a) - rank(b) || (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : a < b ? -1 : 1));
    const own = sorted.filter((id) => rank(id) === 0), others = sorted.filter((id) => rank(id) !== 0);
    if (!sorted.length) return "<p>No report speaks of it.</p>";
    if (sorted.every((id) => !Data.claims.has(id))) return `<h3>What it rests on</h3>${Panel.list(sorted, on)}`;
    if (!place || !own.length) return `<h3>Who says so</h3>${Panel.list(sorted, on)}`;
    return `<h3>Who says so</h3>${Panel.list(own, on)}` + (others.length ? `<h3>Also weighed</h3>${Panel.list(others, on)}` : "");
  },

  /** What was reported of a place and a day when the day was over. */
  later(place, day) {
    const found = Data.claimsOn(day).filter((claim) => claim.place_id === place && !Data.isCounted(claim, day));
    return found.length ? `<h3>Reported later</h3>${Panel.list(found.map((claim) => claim.claim_id), day)}` : "";
  },

  /** Every view's answer about a place, each a strip over the days. */
  strips(place, day, view) {
    const rows = Data.views.map(({ id, title }) => {
      const runs = [];
      let now = null;
      const stateOn = Data.statesOf(place, id);
      Data.days.forEach((_, index) => {
        const state = stateOn(index);
        const key = state ? state.status + state.party : "";
        if (runs.at(-1)?.key === key) runs.at(-1).days++;
        else runs.push({ key, days: 1, state });
        if (index === day) now = state;
      });
      const bars = runs.map(({ state, days }) =>
        `<i class="${state ? state.status : "unknown"}" style="flex-grow:${days};--c:${colourOf(state?.party)}"></i>`).join("");
      const words = now ? [Words.state({ ...now, parties: "" }), Panel.weight(now, id, "")].filter(Boolean).join(", ") : "Nothing said";
      return `<tr${id === view ? ' class="now"' : ""}><th scope="row"><button data-view="${escaped(id)}">${escaped(title)}</button></th>`
        + `<td>${escaped(words)}<div class="strip" style="--at:${(day + 0.5) / Data.days.length}" aria-hidden="true">${bars}</div></td></tr>`;
    });
    const isLong = Data.days[0].slice(0, 4) !== Data.days.at(-1).slice(0, 4);
    const span = `${Words.date(Data.days[0], !isLong)} – ${Words.date(Data.days.at(-1), !isLong)}`;
    return `<h3>In each view <span class="span">${Words.date(Data.days[day], true)}; strips: ${span}</span></h3>`
      + `<table class="views">${rows.join("")}</table>`;
  },

  stateOf: (place, day, view) => Data.statesOf(place, view)(day),

  side(feature, letter) {
    const party = feature[`party_${letter}`];
    return `<li class="claim" style="--c:${colourOf(party)}"><p class="who">${Panel.chip(party)} says it holds ${inText(feature[`about_${letter}`])} `
      + `<span class="span">${Words.date(feature[`day_${letter}`])}</span></p>`
      + `<blockquote>“${inText(feature[`sentence_${letter}`])}”</blockquote><p class="source">${Panel.source(feature[`report_${letter}`])}</p></li>`;
  },

  dispute(feature) {
    return `<h3>Both say they hold it</h3><ol class="claims">${Panel.side(feature, "a")}${Panel.side(feature, "b")}</ol>`;
  },

  place(feature, { day, view }) {
    const date = Data.days[day];
    const units = [feature.admin2, feature.admin1].filter((unit, index, all) => unit && all.indexOf(unit) === index);
    const notes = { C: "Position derived.", D: "Position inferred from descriptions." }[feature.confidence] ?? "";
    const dispute = Data.features("disagreements", day, null).find((d) => d.place_id === feature.place_id);
    const state = Panel.stateOf(feature.place_id, day, view);
    return Panel.head(feature.name, units.join(", "), "Place")
      + (state ? Panel.answer({ ...state, parties: Panel.rivals(state) }, date, view)
        : `<section class="answer"><p class="when">${Words.date(date)} · ${escaped(Words.view(view))}</p><p class="state unknown"><i></i>Nothing known</p></section>`)
      + (notes ? `<p class="note">${notes}</p>` : "")
      + (dispute ? Panel.dispute(dispute) : "")
      + (state ? Panel.claims(Panel.idsOf(state), feature.place_id, day) : "")
      + Panel.later(feature.place_id, day)
      + Panel.strips(feature.place_id, day, view);
  },

  /** Whom a contested place is contested between, by its probabilities; the summary says it too. */
  rivals(state) {
    return state.status !== "contested" ? "" : (state.party_probabilities ?? "").split("; ").filter((part) => !part.endsWith(" 0"))
      .map((part) => part.split(" ")[0]).join(" ");
  },

  thing(feature, { day, view }) {
    const date = Data.days[day];
    const pair = () => Words.parties([feature.party_a, feature.party_b]);
    let title, kind, under = "";
    switch (feature.layer) {
      case "control_areas":
        kind = feature.status === "contested" ? "Contested ground" : "Area of control";
        title = feature.status === "contested" ? Words.state(feature) : Words.party(feature.party);
        under = `${Words.area(feature.area_km2)}, ${feature.place_count} places known`;
        break;
      case "front_lines":
        kind = feature.kind === "line" ? "Front line" : "Edge of contested ground";
        title = pair();
        under = `${feature.length_km.toFixed(1)} km; the true line lies within ${feature.half_width_km?.toFixed(1) ?? "?"} km, four times in five`;
        break;
      case "front_symbols":
        kind = { bar: "Fighting", arrow: "Attack", access: "Closed way in" }[feature.kind] ?? "Front";
        title = feature.name;
        under = feature.solidity === "reported" ? "Two independent sources say so" : "One source says so";
    }
    const answer = feature.layer === "control_areas" ? Panel.answer(feature, date, view)
      : `<section class="answer"><p class="when">${Words.date(date)} · ${escaped(Words.view(view))}</p>`
        + `<p class="summary">${Panel.sentence(feature.summary)}</p></section>`;
    return Panel.head(title, under, kind) + answer + Panel.claims(Panel.idsOf(feature), feature.place_id, day);
  },

  /** What stands there while nothing is picked: the day in figures, and what is said of it. */
  overview({ day, view }) {
    const date = Data.days[day];
    const claims = Data.claimsOn(day);
    const places = new Map();
    for (const claim of claims) places.set(claim.place_id, [...(places.get(claim.place_id) ?? []), claim]);
    const sorted = [...places.values()].sort((a, b) => (a[0].name < b[0].name ? -1 : 1));
    const isLate = (claim) => claim.reported > date;
    const items = sorted.map((list) => {
      const deeds = Words.list([...new Set(list.map((claim) => Words.plain(claim.event)))]) + (list.every(isLate) ? "; reported later" : "");
      return `<li><details><summary>${inText(list[0].name)} <span class="span">${escaped(deeds)}</span></summary>`
        + `${Panel.list(list.map((claim) => claim.claim_id), day)}</details></li>`;
    }).join("");
    const late = claims.filter(isLate).length;
    return `<header><p class="kind">${escaped(Words.view(view))}</p><h2 id="panel-title">${Words.date(date)}</h2>`
      + '<button class="close" aria-label="Close" title="Close (Esc)">×</button></header>'
      + Panel.shares(day, view)
      + '<p class="hint">Pick a place, a line or an area to read who says so.</p>'
      + (items ? `<h3>Said of this day <span class="span">${claims.length} claims${late ? `, ${late} of them reported later` : ""}</span></h3><ul class="said">${items}</ul>`
        : "<p>No report speaks of this day.</p>")
      + `<footer>${escaped(Data.raw.credits)}</footer>`;
  },

  /** How much land each party holds, as one bar. */
  shares(day, view) {
    const sums = new Map();
    for (const area of Data.features("control_areas", day, view)) {
      const key = area.status === "held" ? area.party : "contested";
      sums.set(key, (sums.get(key) ?? 0) + area.area_km2);
    }
    if (!sums.size) return "<p>Nothing is known of this day.</p>";
    const keys = [...Data.parties.keys(), "contested"].filter((key) => sums.has(key));
    const words = (key) => (key === "contested" ? "Contested" : Words.party(key));
    return '<div class="shares" aria-hidden="true">'
      + keys.map((key) => `<i class="${key === "contested" ? "contested" : "held"}" style="flex-grow:${sums.get(key)};--c:${colourOf(key)}"></i>`).join("")
      + '</div><ul class="figures">'
      + keys.map((key) => `<li><i class="${key === "contested" ? "contested" : "held"}" style="--c:${colourOf(key)}"></i>${escaped(words(key))} <b>${Words.area(sums.get(key))}</b></li>`).join("")
      + "</ul>";
  },
};
