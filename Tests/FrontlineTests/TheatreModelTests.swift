import Frontline
import FrontlineControl
import Testing

@Suite struct `Sources and model of a theatre file` {
  private func read(_ text: String) throws -> Theatre {
    try TheatreFile(file: "t.yaml").read("parties: [{id: a}]\n" + text, defaultID: "t")
  }

  @Test func `are read whole`() throws {
    let theatre = try read(
      """
      boundaries: land.geojson
      barriers: rivers.geojson
      corridors: roads.geojson
      sources:
        - { source: Front Press, says_true: 0.95, says_false: 0.5, weight_of_prior: 40, fixed: true }
        - { source: Courier, origin: Agency }
        - { source: Agency, origin: a }
      model:
        movement_km_per_day: 1
        change_per_day: 0.01
        neighbours: 12
        cap_km: 20
        grid_km: 0.5
        near_km: 5
      """)
    #expect(theatre.boundariesFile == "land.geojson")
    #expect(theatre.barriersFile == "rivers.geojson")
    #expect(theatre.corridorsFile == "roads.geojson")
    #expect(
      theatre.sources == [
        SourcePrior(
          source: "Front Press", saysTrue: 0.95, saysFalse: 0.5, weightOfPrior: 40, isFixed: true),
        SourcePrior(source: "Courier", origin: "Agency"),
        SourcePrior(source: "Agency", origin: "a"),
      ])
    #expect(theatre.sources.origins == ["Courier": "a", "Agency": "a"])
    var model = FieldParameters()
    model.movementKilometresPerDay = 1
    model.changePerDay = 0.01
    model.neighbours = 12
    model.capKilometres = 20
    model.gridKilometres = 0.5
    model.nearKilometres = 5
    #expect(theatre.model == model)
  }

  @Test func `may be left out`() throws {
    let theatre = try read("title: x")
    #expect(theatre.sources == [])
    #expect(theatre.model == FieldParameters())
    #expect(theatre.reachKilometres == nil)
    #expect(theatre.model.gridKilometres == nil)
  }

  @Test(arguments: [
    (
      "sources:\n  - { source: x, says_true: 1.5 }",
      "t.yaml:3: error: says_true '1.5' is not a number from 0 to 1 [theatre]\n"
        + "    give a number in that range"
    ),
    (
      "sources:\n  - { source: x, fixed: yes }",
      "t.yaml:3: error: fixed 'yes' is neither true nor false [theatre]\n    write true or false"
    ),
    (
      "sources:\n  - { says_true: 0.5 }",
      "t.yaml:3: error: 'source' is missing [theatre]\n    add 'source: …'"
    ),
    (
      "sources:\n  - { source: x }\n  - { source: x }",
      "t.yaml:4: error: two entries are about the source 'x' [theatre]\n    join them in one"
    ),
    (
      "sources:\n  - { source: x, origin: y }\n  - { source: y, origin: x }",
      "t.yaml:3: error: the origin 'y' of source 'x' leads round in a circle [theatre]\n"
        + "    name as origin the source that others reprint, and give that one none"
    ),
    (
      "sources:\n  - { source: x, trust: 1 }",
      "t.yaml:3: error: a source has no key 'trust' [theatre]\n"
        + "    known keys: fixed, origin, says_false, says_true, source, weight_of_prior"
    ),
    (
      "model:\n  movement_km_per_day: fast",
      "t.yaml:3: error: movement_km_per_day 'fast' is not a number from 0 to 1000 [theatre]\n"
        + "    give a number in that range: km a day"
    ),
    (
      "model:\n  change_per_day: 0.6",
      "t.yaml:3: error: change_per_day '0.6' is not a number from 0 to 0.5 [theatre]\n"
        + "    give a number in that range: a chance"
    ),
    (
      "model:\n  neighbours: 2.5",
      "t.yaml:3: error: neighbours '2.5' is not a whole number from 2 to 200 [theatre]\n"
        + "    give a whole number in that range: places"
    ),
    (
      "model: { grid_km: nan }",
      "t.yaml:2: error: grid_km 'nan' is not a number from 0.05 to 100 [theatre]\n"
        + "    give a number in that range: km"
    ),
  ])
  func `that are wrong say where, what and what to do`(text: String, message: String) {
    let error = #expect(throws: TheatreError.self) { try read(text) }
    #expect(error?.description == message)
  }
}
