import Frontline
import FrontlineClaims
import FrontlineControl
import FrontlineGeometry
import FrontlineReports
import Testing

@Suite struct `A theatre file` {
  @Test func `is read whole`() throws {
    let theatre = try TheatreFile(file: "theatre.yaml").read(
      """
      id: river-war
      title: "The river war"
      time_zone: Europe/Riga
      period: { first: 2031-05-01, last: 2031-05-14 }
      box: { west: 9, south: 49.5, east: 13, north: 52 }
      gazetteers: [../Gazetteer/talvania]
      reach_km: 5.5
      parties:
        - { id: north, name: Northern Army, aliases: [northern forces], demonyms: [Northerner],
            people: [Aldo Renn], colour: "#336699", opposed_to: [south] }
        - { id: south }
      prior:
        - { place: xx, party: north, since: 2031-04-30, source: "a treaty" }
      weights: { analyst: 0.5, contested_from: 0.3 }
      """, defaultID: "folder")
    var weights = ClaimWeights()
    weights.analyst = 0.5
    weights.contestedFrom = 0.3
    #expect(
      theatre
        == Theatre(
          id: "river-war", title: "The river war", timeZone: "Europe/Riga",
          period: Day(iso: "2031-05-01")!...Day(iso: "2031-05-14")!,
          box: BoundingBox(west: 9, south: 49.5, east: 13, north: 52),
          gazetteers: ["../Gazetteer/talvania"], reachKilometres: 5.5,
          parties: [
            Party(
              id: "north", name: "Northern Army", aliases: ["northern forces"],
              demonyms: ["Northerner"], people: ["Aldo Renn"], colour: "#336699",
              opposedTo: ["south"]),
            Party(id: "south", name: "south", colour: "#888888"),
          ],
          prior: [
            Theatre.PriorControl(
              place: "xx", party: "north", since: Day(iso: "2031-04-30")!, source: "a treaty")
          ], weights: weights))
  }

  @Test func `needs no more than its parties`() throws {
    let theatre = try TheatreFile(file: "t").read("parties: [{id: a}]", defaultID: "My war 2")
    #expect(
      theatre
        == Theatre(
          id: "My-war-2", title: "My war 2",
          parties: [Party(id: "a", name: "a", colour: "#888888")]))
  }

  @Test(arguments: [
    (
      "",
      "t.yaml:1: error: the file is empty [theatre]\n    describe the theatre: see seeds/theatre.yaml"
    ),
    (
      "parties: [{id: a}\ntitle: x",
      "t.yaml:2: error: not readable as YAML: did not find expected ',' or ']' [theatre]\n"
        + "    mend the line; quote values that hold ':' or '#'"
    ),
    (
      "time_zone: Asia/Nowhere\nparties: [{id: a}]",
      "t.yaml:1: error: the system knows no time zone 'Asia/Nowhere' [theatre]\n"
        + "    give an IANA name, such as Asia/Kabul"
    ),
    (
      "id: a\nid: b\nparties: [{id: a}]",
      "t.yaml:1: error: not readable as YAML: a key stands twice [theatre]\n"
        + "    mend the line; quote values that hold ':' or '#'"
    ),
    (
      "- a\n- b",
      "t.yaml:1: error: the theatre file is not a mapping [theatre]\n"
        + "    write 'key: value' lines: barriers, boundaries, box, corridors, gazetteers, id, model, parties, period, prior, "
        + "reach_km, sources, time_zone, title, weights"
    ),
    (
      "title: x",
      "t.yaml:1: error: the file names no parties [theatre]\n"
        + "    add a list 'parties' with at least two parties"
    ),
    (
      "parties: [{id: a}]\nregion: x",
      "t.yaml:2: error: the theatre file has no key 'region' [theatre]\n"
        + "    known keys: barriers, boundaries, box, corridors, gazetteers, id, model, parties, period, prior, "
        + "reach_km, sources, time_zone, title, weights"
    ),
    (
      "parties:\n  - id: a\n    color: '#ff0000'",
      "t.yaml:3: error: a party has no key 'color' [theatre]\n"
        + "    known keys: aliases, allied_with, colour, demonyms, id, name, opposed_to, people"
    ),
    (
      "parties:\n  - id: a\n    colour: red",
      "t.yaml:3: error: colour 'red' of party 'a' is not of the form #rrggbb [theatre]\n"
        + "    write six hexadecimal digits, such as \"#c03030\", in quotes"
    ),
    (
      "parties:\n  - name: A",
      "t.yaml:2: error: a party has no id [theatre]\n    give it a short id such as 'id: north'"
    ),
    (
      "parties:\n  - id: a b",
      "t.yaml:2: error: a party's id 'a b' has characters an id cannot have [theatre]\n"
        + "    use letters, digits, '-', '_' and '.', a letter first"
    ),
    (
      "parties: [{id: a}, {id: a}]",
      "t.yaml:1: error: two parties have the id 'a' [theatre]\n    rename one of them"
    ),
    (
      "parties: [{id: a, opposed_to: [c]}, {id: b}]",
      "t.yaml:1: error: 'c' is not the id of a party [theatre]\n    use one of: a, b"
    ),
    (
      "parties: [{id: a}]\nprior:\n  - {place: x, party: b}",
      "t.yaml:3: error: 'b' is not the id of a party [theatre]\n    use one of: a"
    ),
    (
      "parties: [{id: a}]\nprior:\n  - {party: a}",
      "t.yaml:3: error: 'place' is missing [theatre]\n    add 'place: …'"
    ),
    (
      "parties: [{id: a}]\nperiod: {first: 2031-05-14, last: 2031-05-01}",
      "t.yaml:2: error: the period ends on 2031-05-01, before it starts on 2031-05-14 [theatre]\n"
        + "    swap the two days"
    ),
    (
      "parties: [{id: a}]\nperiod: {first: 2031-05-14}",
      "t.yaml:2: error: the period has no first or no last day [theatre]\n"
        + "    give both: first: DAY, last: DAY"
    ),
    (
      "parties: [{id: a}]\nperiod: {first: 14 May 2031, last: 2031-05-20}",
      "t.yaml:2: error: first '14 May 2031' is not a day [theatre]\n    write it as YYYY-MM-DD"
    ),
    (
      "parties: [{id: a}]\nbox: {west: 13, south: 49, east: 9, north: 52}",
      "t.yaml:2: error: the box is empty [theatre]\n"
        + "    west must be less than east, south less than north"
    ),
    (
      "parties: [{id: a}]\nbox: {west: 190, south: 49, east: 9, north: 52}",
      "t.yaml:2: error: '190' is not a number of degrees between -180 and 180 [theatre]\n"
        + "    give west in degrees, WGS 84"
    ),
    (
      "parties: [{id: a}]\nbox: {south: 49, east: 9, north: 52}",
      "t.yaml:2: error: 'west' is missing [theatre]\n    add 'west: …'"
    ),
    (
      "parties: [{id: a}]\nreach_km: far",
      "t.yaml:2: error: reach_km 'far' is not a distance [theatre]\n"
        + "    give kilometres between 0 and 500"
    ),
    (
      "parties: [{id: a}]\nweights:\n  analyst: -1",
      "t.yaml:3: error: weight analyst '-1' is not a number from 0 up [theatre]\n"
        + "    see the README for the defaults"
    ),
    (
      "parties: [{id: a}]\nweights:\n  expert: 1",
      "t.yaml:3: error: weights has no key 'expert' [theatre]\n"
        + "    known keys: against_own_interest, analyst, change_forgets, contested_from, country, disputed_below, district, "
        + "district_fighting, fighting_half_life_days, independent, overridden, own_favour, prior, province, resident, "
        + "third_party, unverified, unverified_fighting"
    ),
    (
      "parties: {id: a}",
      "t.yaml:1: error: parties is not a list [theatre]\n"
        + "    write it as [a, b] or with one '- item' a line"
    ),
    (
      "parties: [{id: a}]\ntitle: [x]",
      "t.yaml:2: error: title is not a single value [theatre]\n    write one word or a quoted text"
    ),
  ])
  func `that is wrong says where, what and what to do`(text: String, message: String) {
    let error = #expect(throws: TheatreError.self) {
      try TheatreFile(file: "t.yaml").read(text, defaultID: "t")
    }
    #expect(error?.description == message)
  }
}
