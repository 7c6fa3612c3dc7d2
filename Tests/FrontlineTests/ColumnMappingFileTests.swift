import Frontline
import FrontlineEventTables
import Testing

@Suite struct `A mapping of columns` {
  private func read(_ text: String) throws -> ColumnMapping {
    try ColumnMappingFile(file: "map.yaml").read(text)
  }

  @Test func `says which of their columns is which of ours`() throws {
    let mapping = try read(
      """
      dataset: watch
      date_format: DD.MM.YYYY
      columns:
        date: Datum
        event: Was
      constants: { hedge: unverified }
      values:
        event: { Kämpfe: fighting }
        actor: { Niemand: "" }
      """)
    #expect(
      mapping
        == ColumnMapping(
          dataset: "watch", columns: ["date": "Datum", "event": "Was"],
          constants: ["hedge": "unverified"],
          values: ["event": ["Kämpfe": "fighting"], "actor": ["Niemand": ""]],
          dateFormat: EventDate.Format("DD.MM.YYYY")))
  }

  @Test(arguments: [
    (
      "columns: { date: a }\ncolour: b",
      "map.yaml:2: error: a mapping has no key 'colour' [theatre]"
    ),
    ("columns: { dates: a }", "map.yaml:1: error: we have no column 'dates' [theatre]"),
    (
      "columns: { date: [a] }",
      "map.yaml:1: error: 'date' of columns is not a single value [theatre]"
    ),
    ("values: { event: { a: b } }", "map.yaml:1: error: the mapping names no columns [theatre]"),
    ("columns: date", "map.yaml:1: error: columns is not a mapping [theatre]"),
    (
      "columns: { date: a }\ndate_format: soon",
      "map.yaml:2: error: date_format 'soon' does not say where year, month and day stand [theatre]"
    ),
    (
      "dataset: a b\ncolumns: { date: a }",
      "map.yaml:1: error: dataset 'a b' has characters an id cannot have [theatre]"
    ),
    ("columns: {", "map.yaml: error: not readable as YAML [theatre]"),
  ])
  func `that is wrong is refused with its line`(text: String, message: String) {
    let error = #expect(throws: TheatreError.self) { try read(text) }
    #expect(error?.description.split(separator: "\n").first.map(String.init) == message)
  }
}
