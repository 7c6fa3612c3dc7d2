import FrontlineFronts
import FrontlineReports
import Testing

@testable import Frontline
@testable import FrontlineControl

@Suite struct `The numbers of each day` {
  private func row(
    _ view: String, _ party: String, area: Double, range: AreaRange? = nil
  ) -> DaySummary.Row {
    DaySummary.Row(
      view: view, party: party, area: area, range: range, contestedArea: 2.5, lineKilometres: 40.04,
      placesHeld: 3, placesContested: 1, placesUnknown: 7)
  }

  private func day(_ number: Int, _ rows: [DaySummary.Row]) throws -> DaySummary {
    var day = DaySummary([], on: Day(number: 19_000 + number), parties: [])
    day.rows = rows
    return day
  }

  @Test func `have a row a day, view and party, with the change since the day before`() throws {
    let table = SummaryTable.table([
      try day(
        0,
        [
          row("assessed", "north", area: 100, range: AreaRange(median: 101.25, low: 90, high: 110)),
          row("claimed:north", "north", area: 120),
        ]),
      try day(
        5,
        [
          row("assessed", "north", area: 92.5, range: AreaRange(median: 93, low: 80, high: 104)),
          row("claimed:north", "north", area: 121),
        ]),
    ])
    #expect(
      table.written().split(separator: "\r\n").map(String.init) == [
        "date,view,party,area_km2,area_median_km2,area_low_km2,area_high_km2,change_km2,"
          + "contested_km2,line_km,places_held,places_contested,places_unknown",
        "2022-01-08,assessed,north,100,101.3,90,110,,2.5,40,3,1,7",
        "2022-01-08,claimed:north,north,120,,,,,2.5,40,3,1,7",
        "2022-01-13,assessed,north,92.5,93,80,104,-7.5,2.5,40,3,1,7",
        "2022-01-13,claimed:north,north,121,,,,1,2.5,40,3,1,7",
      ])
  }

  @Test func `a build without days has a header`() {
    #expect(SummaryTable.table([]).rows.isEmpty)
    #expect(SummaryTable.table([]).columns == SummaryTable.columns)
  }
}

@Suite struct `The table of sources` {
  private func row(_ name: String, _ party: String, isFixed: Bool = false)
    -> ControlModel.SourceRow
  {
    ControlModel.SourceRow(
      source: Source(name: name, claimant: "independent"), party: party, saysTrueNear: 0.91234,
      saysFalseNear: 0.2, saysTrueDeep: 0.99, saysFalseDeep: 0.01, statementsNear: 12.34,
      statementsDeep: 5, isFixed: isFixed)
  }

  @Test func `is sorted by source and party`() {
    let table = SourcesTable.table([
      row("wire", "south"), row("wire", "north", isFixed: true), row("atlas", "south"),
    ])
    #expect(
      table.rows.map(\.cells) == [
        ["atlas", "independent", "south", "0.912", "0.2", "0.99", "0.01", "12.3", "5", "no"],
        ["wire", "independent", "north", "0.912", "0.2", "0.99", "0.01", "12.3", "5", "yes"],
        ["wire", "independent", "south", "0.912", "0.2", "0.99", "0.01", "12.3", "5", "no"],
      ])
  }
}
