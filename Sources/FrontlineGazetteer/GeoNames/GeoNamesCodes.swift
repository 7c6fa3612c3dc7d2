import FrontlineReports

/// The names that GeoNames' code files give to the units its dump only numbers.
struct GeoNamesCodes: Sendable {
  struct Unit: Sendable {
    var id: Int
    var name: String
    var asciiName: String
    var file: String
    var line: Int
  }

  /// By ISO 3166-1 alpha-2.
  var countries: [String: Unit] = [:]
  /// By `AF.42`.
  var first: [String: Unit] = [:]
  /// By `AF.42.4201`.
  var second: [String: Unit] = [:]

  /// Reads `admin1CodesASCII.txt` or `admin2Codes.txt`: code, name, ASCII name, geonameid.
  mutating func readUnits(_ bytes: [UInt8], file: String) -> [Finding] {
    var findings: [Finding] = []
    var reader = TabReader(bytes)
    while reader.readRow() {
      guard reader.cells.count >= 4, let id = Int(reader.text(3)), !reader.cells[1].isEmpty else {
        findings.append(.badCodeRow(file, reader.line, "a code such as AF.42, two names and an id"))
        continue
      }
      let code = reader.text(0)
      let unit = Unit(
        id: id, name: reader.text(1), asciiName: reader.text(2), file: file, line: reader.line)
      switch code.utf8.count(where: { $0 == 0x2E }) {
      case 1: first[code] = unit
      case 2: second[code] = unit
      default:
        findings.append(.badCodeRow(file, reader.line, "a code such as AF.42, two names and an id"))
      }
    }
    return findings
  }

  /// Reads `countryInfo.txt`: 19 columns, of which the ISO code, the country's name and its geonameid count.
  mutating func readCountries(_ bytes: [UInt8], file: String) -> [Finding] {
    var findings: [Finding] = []
    var reader = TabReader(bytes)
    while reader.readRow() {
      let code = reader.text(0)
      if code == "ISO" { continue }
      guard reader.cells.count >= 17, code.utf8.count == 2, let id = Int(reader.text(16)),
        !reader.cells[4].isEmpty
      else {
        findings.append(
          .badCodeRow(file, reader.line, "an ISO code first, the name fifth and an id in column 17")
        )
        continue
      }
      let name = reader.text(4)
      countries[code] = Unit(id: id, name: name, asciiName: name, file: file, line: reader.line)
    }
    return findings
  }
}

extension Finding {
  fileprivate static func badCodeRow(_ file: String, _ line: Int, _ expected: String) -> Finding {
    Finding(
      code: "geonames-code-row", message: "the row does not hold \(expected)",
      remedy: "mend the row, or fetch the file again; it was left out", file: file, line: line)
  }
}
