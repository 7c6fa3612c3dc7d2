"use strict";
/* The data that `frontline build` put into the page, made handy. Texts and shapes stand once in the file, and features
   name them by number; a feature holds from one day to another, both numbers of the list of days. */
const Data = (() => {
  const raw = JSON.parse(document.getElementById("data").textContent);
  const shapes = new Map();

  /** Whole steps of the grid, each from the position before it, to Leaflet's [latitude, longitude]. */
  function positions(steps) {
    const list = [];
    let x = 0, y = 0;
    for (let i = 0; i < steps.length; i += 2) {
      x += steps[i];
      y += steps[i + 1];
      list.push([y / raw.per_degree, x / raw.per_degree]);
    }
    return list;
  }

  const decoded = (part) => (typeof part[0] === "number" ? positions(part) : part.map(decoded));

  /** A shape by its number: a position, lines, or polygons of rings. */
  function shape(number) {
    if (!shapes.has(number)) {
      const made = decoded(raw.shapes[number]);
      shapes.set(number, typeof raw.shapes[number][0] === "number" ? made[0] : made);
    }
    return shapes.get(number);
  }

  /** A row of a table as an object with the columns' names. */
  function object(table, row) {
    const made = {};
    table.columns.forEach(([name, isText], index) => {
      const value = row[index];
      made[name] = isText && value !== null ? raw.strings[value] : value;
    });
    return made;
  }

  const made = new Map();

  /** The feature of a row; made once. */
  function feature(layer, index) {
    const key = layer + ":" + index;
    if (!made.has(key)) {
      const table = raw.layers[layer], row = table.rows[index];
      made.set(key, { ...object(table, row), key, layer, shape: shape(row[0]), view: raw.views[row[3]]?.id ?? null });
    }
    return made.get(key);
  }

  /** A feature by its key; null if there is none. */
  function featureOf(key) {
    const [layer, index] = String(key).split(":");
    return raw.layers[layer]?.rows[index] ? feature(layer, Number(index)) : null;
  }

  const viewNumber = (view) => raw.views.findIndex((v) => v.id === view);

  /** The features of a layer that are there on a day in a view; null stands for any view. */
  function features(layer, day, view) {
    const wanted = view === null ? null : viewNumber(view);
    const found = [];
    (raw.layers[layer]?.rows ?? []).forEach((row, index) => {
      if (row[1] <= day && row[2] >= day && (wanted === null || row[3] === wanted)) found.push(feature(layer, index));
    });
    return found;
  }

  /** By a place's id: the numbers of its rows. */
  const rowsOfPlaces = (() => {
    const table = raw.layers.places;
    const column = table?.columns.findIndex(([name]) => name === "place_id");
    const found = new Map();
    (table?.rows ?? []).forEach((row, index) => {
      const id = raw.strings[row[column]];
      if (found.has(id)) found.get(id).push(index);
      else found.set(id, [index]);
    });
    return found;
  })();

  const claims = new Map(raw.claims.rows.map((row) => {
    const claim = object(raw.claims, row);
    return [claim.claim_id, claim];
  }));

  const parties = new Map(raw.parties.map((party, index) => [party.id, { ...party, index }]));

  return {
    raw, features, featureOf, claims, parties, days: raw.days, views: raw.views,
    reports: new Map(raw.reports.map((report) => [report.id, report])),
    priors: new Map(raw.priors.map((prior) => [prior.id, prior])),
    outline: raw.outline.map(shape),
    units: raw.units.map(shape).flat(),
    /** All claims about a time that holds the day, also those reported later. */
    claimsOn(day) {
      const date = raw.days[day];
      return [...claims.values()].filter((claim) => claim.first <= date && date <= claim.last);
    },
    /** Whether a day's map could use a claim: it was reported by then, or by the day that the build was given. */
    isCounted(claim, day) {
      const limit = raw.known_by === "day" ? raw.days[day] : raw.known_by;
      return limit === "hindsight" || claim.reported <= limit;
    },
    /** Every place that has a state: its id, name and units, by name. */
    places() {
      const found = [...rowsOfPlaces.values()].map(([first]) => feature("places", first));
      return found.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    },
    /** What a view says of a place: a function of the day; null where nothing is said. */
    statesOf(place, view) {
      const wanted = viewNumber(view);
      const rows = (rowsOfPlaces.get(place) ?? []).filter((index) => raw.layers.places.rows[index][3] === wanted);
      return (day) => {
        const index = rows.find((index) => raw.layers.places.rows[index][1] <= day && raw.layers.places.rows[index][2] >= day);
        return index === undefined ? null : feature("places", index);
      };
    },
    /** Every shape that a layer has in a view, on any day. */
    shapesOf(layer, view) {
      const wanted = viewNumber(view);
      const rows = (raw.layers[layer]?.rows ?? []).filter((row) => row[3] === wanted);
      return [...new Set(rows.map((row) => row[0]))].map(shape);
    },
  };
})();

/* Words. */
const Words = {
  months: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December"],
  date(iso, isShort) {
    const [year, month, day] = iso.split("-").map(Number);
    const name = Words.months[month - 1];
    return isShort ? `${day} ${name.slice(0, 3)}` : `${day} ${name} ${year}`;
  },
  party: (id) => Data.parties.get(id)?.name ?? id,
  parties: (ids) => Words.list(ids.map(Words.party)),
  list: (words) => (words.length < 2 ? words.join("") : words.slice(0, -1).join(", ") + " and " + words.at(-1)),
  percent: (share) => `${Math.round(share * 100)} %`,
  area: (km2) => `${Math.round(km2).toLocaleString("en-GB")} km²`,
  plain: (code) => (code ?? "").replaceAll("_", " "),
  capital: (words) => words.charAt(0).toUpperCase() + words.slice(1),
  view: (id) => Data.views.find((view) => view.id === id)?.title ?? id,
  claimant(id) {
    return { independent: "An independent source", resident: "A resident", analyst: "An analyst",
      third_party: "A third party" }[id] ?? Words.party(id);
  },
  /** Who holds it, in a few words. */
  state(feature) {
    if (feature.status === "held") return `Held by ${Words.party(feature.party)}`;
    if (feature.status === "unknown") return "Unknown";
    const between = (feature.parties ?? "").split(" ").filter(Boolean);
    return Words.capital(feature.status) + (between.length ? ` between ${Words.parties(between)}` : "");
  },
};

/* The address after its #, which others write too: what of it is on this map, and in words what is not. */
const Address = {
  /** Legal zooms. */
  zooms: [2, 17],

  parts(hash) {
    return new Map(hash.slice(1).split("&").map((part) => {
      const [key, value = ""] = part.split("=");
      try { return [key, decodeURIComponent(value)]; } catch { return [key, value]; }
    }));
  },

  /** The number of a date's day: the last one that is not after it; the first, if all are. */
  day(date, notes) {
    const { days } = Data, [first, last] = [days[0], days.at(-1)];
    const after = days.findIndex((day) => day > date);
    const found = after < 0 ? days.length - 1 : Math.max(0, after - 1);
    if (days.includes(date)) return found;
    const time = /^\d{4}-\d\d-\d\d$/.test(date) ? new Date(date) : null;
    // 30 February would be 2 March.
    const isDate = Number.isFinite(time?.getTime()) && time.toISOString().startsWith(date);
    const reason = isDate ? `${Words.date(date)} is not on this map` : `“${date}” is not a date (year-month-day)`;
    const period = first === last ? "is of one day" : `runs from ${Words.date(first)} to ${Words.date(last)}`;
    notes.push(`${reason}. The map ${period}; you see ${Words.date(days[found])}.`);
    return found;
  },

  view(id, notes) {
    const isKnown = Data.views.some((view) => view.id === id);
    if (id && !isKnown) notes.push(`This map has no view “${id}”.`);
    return isKnown ? id : null;
  },

  place(id, known, notes) {
    if (id && !known.has(id)) notes.push(`This map has no place “${id}”.`);
    return known.has(id) ? id : null;
  },

  /** Zoom and centre, within what can be shown; `isGiven` where nothing had to be put right. */
  spot(text) {
    const at = (text ?? "").split("/").map(Number);
    if (at.length !== 3 || !at.every(Number.isFinite)) return null;
    const [west, south, east, north] = Data.raw.box;
    const within = (value, least, most) => Math.min(Math.max(value, least), most);
    const [zoom, lat, lon] = [within(at[0], ...Address.zooms), within(at[1], south, north), within(at[2], west, east)];
    return { zoom, centre: [lat, lon], isGiven: zoom === at[0] && lat === at[1] && lon === at[2] };
  },
};
