import FrontlineGeometry
import FrontlineReports

/// The rows of GeoNames dump files: 19 columns parted by tabs, without a header.
///
/// `geonameid name asciiname alternatenames latitude longitude class code country cc2 admin1 admin2 admin3
/// admin4 population elevation dem timezone modified` (geonames.org/export, readme.txt).
struct GeoNamesDump: Sendable {
  struct Entry: Sendable {
    var id: Int
    /// Without parent; its admin names are codes as yet.
    var place: Place
    var names: [GeoNamesNames.Name]
    var file: Int
    var line: Int

    /// `AF.42`; nil where there is none. `00` is GeoNames' code for none.
    var firstCode: String? {
      place.admin1.isEmpty || place.admin1 == "00" ? nil : "\(place.country).\(place.admin1)"
    }

    /// `AF.42.4201`.
    var secondCode: String? {
      guard let firstCode, !place.admin2.isEmpty else { return nil }
      return "\(firstCode).\(place.admin2)"
    }

    var isCountry: Bool { place.featureClass == "A" && place.featureCode.hasPrefix("PCL") }
  }

  private(set) var entries: [Entry] = []
  private(set) var files: [String] = []
  private var known: Set<Int> = []

  /// Whether a text looks like a dump: one of its first rows has 19 cells, the first of them a number.
  static func isDump(_ bytes: [UInt8]) -> Bool {
    var reader = TabReader(Array(bytes.prefix(1 << 16)))
    while reader.line < 20, reader.readRow() {
      if reader.cells.count == 19, reader.number(0) != nil { return true }
    }
    return false
  }

  /// Reads a file's rows; a row that cannot be used is a finding.
  ///
  /// - Complexity: O(*n*) in the bytes.
  mutating func read(_ bytes: [UInt8], file: String) -> [Finding] {
    var findings: [Finding] = []
    var repeated = 0
    files.append(file)
    var reader = TabReader(bytes)
    while reader.readRow() {
      switch entry(of: reader, file: file) {
      case .success(let entry):
        if known.insert(entry.id).inserted { entries.append(entry) } else { repeated += 1 }
      case .failure(let fault): findings.append(fault.finding)
      }
    }
    if repeated > 0 { findings.append(.repeatedRows(repeated, file: file)) }
    return findings
  }

  private func entry(of row: TabReader, file: String) -> Result<Entry, GazetteerError> {
    func fault(_ code: String, _ message: String, _ remedy: String, _ cell: Int?) -> GazetteerError
    {
      GazetteerError(
        Finding(
          code: code, message: message, remedy: remedy + "; the row was left out", file: file,
          line: row.line, column: cell.map { row.column($0) }))
    }
    guard row.cells.count == 19 else {
      let count = row.cells.count
      return .failure(
        fault(
          "cell-count", "the row has \(count) \(count == 1 ? "cell" : "cells"), a GeoNames row 19",
          "put one tab between cells, also between empty ones", nil))
    }
    guard let id = row.number(0).flatMap({ Int(exactly: $0) }), id > 0 else {
      return .failure(
        fault("not-a-number", "geonameid '\(row.text(0))' is not a number", "write its id", 0))
    }
    guard let latitude = row.number(4), let longitude = row.number(5) else {
      let cell = row.number(4) == nil ? 4 : 5
      return .failure(
        fault(
          "not-a-number",
          "\(cell == 4 ? "latitude" : "longitude") '\(row.text(cell))' is not a number",
          "write digits with a point, such as 35.31", cell))
    }
    let position = Position(longitude: longitude, latitude: latitude)
    guard position.isOnEarth, !(latitude == 0 && longitude == 0) else {
      return .failure(
        fault(
          "impossible-position",
          "'\(row.text(1))' is at latitude \(latitude), longitude \(longitude)",
          "write degrees: latitude within 90, longitude within 180", 4))
    }
    guard !NameKey.fold(row.text(1)).isEmpty else {
      return .failure(
        fault(
          "empty-name", "the name '\(row.text(1))' of \(id) has no letters", "write the name", 1))
    }
    return .success(entry(id, position, row))
  }

  private func entry(_ id: Int, _ position: Position, _ row: TabReader) -> Entry {
    let population = row.number(14).flatMap { Int(exactly: $0) }.flatMap { $0 > 0 ? $0 : nil }
    let name = row.text(1)
    let (featureClass, featureCode) = (row.text(6), row.text(7))
    let isCountry = featureClass == "A" && featureCode.hasPrefix("PCL")
    let place = Place(
      id: "gn:\(id)", name: name, featureClass: featureClass, featureCode: featureCode,
      country: row.text(8), admin1: row.text(10), admin2: row.text(11), position: position,
      radiusKilometres: FeatureRadius.kilometres(
        featureClass: featureClass, featureCode: featureCode, population: population),
      population: population, source: "GeoNames:\(id)")
    var names = [GeoNamesNames.Name(text: name, script: "Latn", isAbbreviation: false)]
    if row.bytes(2) != row.bytes(1), !row.cells[2].isEmpty {
      names.append(.init(text: row.text(2), script: "Latn", isAbbreviation: false))
    }
    for other in GeoNamesNames.names(in: row.bytes(3), isCountry: isCountry)
    where !names.contains(where: { $0.text == other.text }) {
      names.append(other)
    }
    return Entry(id: id, place: place, names: names, file: files.count - 1, line: row.line)
  }
}

extension Finding {
  fileprivate static func repeatedRows(_ count: Int, file: String) -> Finding {
    Finding(
      code: "duplicate-id", severity: .note,
      message:
        "\(count) \(count == 1 ? "row repeats a geonameid" : "rows repeat geonameids") read before",
      remedy: "list each dump once; the first row of an id counts", file: file)
  }
}
