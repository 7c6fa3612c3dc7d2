import FrontlineClaims
import FrontlineEventTables
import FrontlineReports
import Testing

@Suite struct `A UCDP row` {
  private func claim(_ changes: [String: String] = [:]) throws -> Claim {
    let made = try InventedTables.ucdp(changes)
    return try #require(made.claims.first, "\(made.findings)")
  }

  @Test func `of state-based violence is fighting, with the dead of each side`() throws {
    let claim = try claim()
    #expect(claim.event == .fighting)
    #expect(claim.controlAfter == .contested)
    #expect(claim.actor == "north")
    #expect(claim.against == "south")
    #expect(claim.placeID == "xx-dovra")
    #expect(
      claim.figures == [
        .init(kind: .killed, party: "north", low: 1, high: 1),
        .init(kind: .killed, party: "south", low: 4, high: 4),
      ])
    #expect(claim.provenance.sentence == "Clash at Dovra")
    #expect(claim.provenance.report == "ucdp-900001")
  }

  @Test func `keeps what was counted, of all and by side`() throws {
    let coding = try #require(try claim().coding)
    #expect(coding.deaths == 7)
    #expect(coding.deathsLow == 5)
    #expect(coding.deathsHigh == 9)
    #expect(coding.cell("deaths_civilians") == "0")
    #expect(coding.cell("deaths_unknown") == "2")
    #expect(coding.cell("source_article") == "\"Courier, 3 September 2021\"")
  }

  @Test func `that counts no side has one figure, from lowest to highest`() throws {
    #expect(
      try claim(["deaths_a": "0", "deaths_b": "0"]).figures
        == [.init(kind: .killed, party: nil, low: 5, high: 9)])
  }

  @Test func `of one-sided violence says who attacked and nothing of control`() throws {
    let claim = try claim(["type_of_violence": "3", "side_b": "Civilians"])
    #expect(claim.event == .attack)
    #expect(claim.controlAfter == .unknown)
    #expect(claim.actor == "north")
    #expect(claim.against == nil)
  }

  @Test(arguments: [
    ("1", "xx-dovra", 10.0), ("2", "ucdp-dovra-village-25km-n50.250-e10.100", 25),
    ("3", "xx-harven", 30), ("4", "xx-oldmark", 100),
    ("5", "ucdp-dovra-village-50km-n50.250-e10.100", 50), ("6", "xx", 400),
    ("7", "ucdp-dovra-village-200km-n50.250-e10.100", 200),
  ])
  func `speaks for as wide an area as its precision says`(
    code: String, place: String, kilometres: Double
  ) throws {
    let claim = try claim(["where_prec": code])
    #expect(claim.placeID == place)
    #expect(claim.coding?.radiusKilometres == kilometres)
    #expect(claim.coding?.geoPrecision == Int(code))
  }

  @Test func `that gets an area of its own lies in the province`() throws {
    #expect(try claim(["where_prec": "2"]).coding?.within == "xx-oldmark")
  }

  @Test(arguments: [("1", "day"), ("2", "week"), ("3", "week"), ("4", "month"), ("5", "month")])
  func `runs from its first day to its last`(code: String, precision: String) throws {
    let claim = try claim([
      "date_prec": code, "date_start": "2021-09-01 00:00:00.000",
      "date_end": "2021-09-04 00:00:00.000",
    ])
    #expect(claim.valid.lowerBound.description == "2021-09-01")
    #expect(claim.valid.upperBound.description == "2021-09-05")
    #expect(claim.precision.rawValue == precision)
    #expect(claim.coding?.timePrecision == Int(code))
  }

  @Test func `was reported on the day of its first source`() throws {
    #expect(
      try claim(["source_date": "2021-09-05;2021-09-04"]).reported.description == "2021-09-04")
    #expect(try claim(["source_date": ""]).reported.description == "2021-09-02")
  }
}
