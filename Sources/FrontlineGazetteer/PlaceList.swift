import FrontlineGeometry
public import FrontlineReports

/// A comma, semicolon or tab separated list of places with a header, as spreadsheets and other gazetteers write it.
///
/// Read are the columns `name`, `latitude` (or `lat`, `y`) and `longitude` (`lon`, `lng`, `long`, `x`); and,
/// where there are any, `id`, `country`, `admin1`, `admin2`, `feature_class`, `feature_code`, `population`,
/// `source`, and `names` (or `alternatenames`), its names parted by `|` or `;`. Case does not matter.
/// Quotes are as in RFC 4180.
public enum PlaceList {
  /// The places of a list; those without an id get one of the list's name and a number.
  ///
  /// - Parameter prefix: Begins the made-up ids: `list` gives `list-1`.
  /// - Returns: A finding for each row that cannot be used.
  /// - Throws: `no-header` or `no-column` where nothing can be read.
  public static func read(
    _ text: String, file: String, prefix: String
  ) throws(GazetteerError) -> (table: GazetteerTable, findings: [Finding]) {
    var reader = SeparatedReader(text)
    guard let header = reader.next() else {
      throw .emptyTable(file: file, columns: ["name", "latitude", "longitude"])
    }
    let columns = try Columns(header.cells, file: file, line: header.line)
    var table = GazetteerTable()
    var findings: [Finding] = []
    while let row = reader.next() {
      guard row.cells.count > max(columns.name, columns.latitude, columns.longitude) else {
        findings.append(
          .cellCount(row.cells.count, expected: header.cells.count, file: file, line: row.line))
        continue
      }
      switch place(row.cells, columns, id: "\(prefix)-\(row.line - 1)") {
      case .success(let place):
        table.places.append(.init(place, file: file, line: row.line))
        for name in names(row.cells, columns, of: place) {
          table.names.append(.init(name, file: file, line: row.line))
        }
      case .failure(let fault):
        findings.append(
          Finding(
            code: fault.code, message: fault.message, remedy: fault.remedy, file: file,
            line: row.line))
      }
    }
    return (table, findings)
  }

  private struct Fault: Error {
    var code: String
    var message: String
    var remedy: String
  }

  private struct Columns {
    var name: Int
    var latitude: Int
    var longitude: Int
    private var others: [String: Int] = [:]

    init(_ header: [String], file: String, line: Int) throws(GazetteerError) {
      for (index, cell) in header.enumerated() {
        let key = cell.lowercased().filter { !$0.isWhitespace }
        if others[key] == nil { others[key] = index }
      }
      let others = self.others
      func find(_ names: [String]) throws(GazetteerError) -> Int {
        if let name = names.first(where: { others[$0] != nil }), let index = others[name] {
          return index
        }
        throw .noColumn(names[0], file: file, line: line)
      }
      name = try find(["name", "place", "location", "asciiname"])
      latitude = try find(["latitude", "lat", "y"])
      longitude = try find(["longitude", "lon", "lng", "long", "x"])
    }

    func text(_ names: String..., of cells: [String]) -> String {
      for name in names {
        if let index = others[name], index < cells.count { return cells[index] }
      }
      return ""
    }
  }

  private static func place(
    _ cells: [String], _ columns: Columns, id: String
  ) -> Result<Place, Fault> {
    let name = cells[columns.name]
    guard let latitude = Double(cells[columns.latitude]),
      let longitude = Double(cells[columns.longitude])
    else {
      let cell = cells[
        Double(cells[columns.latitude]) == nil ? columns.latitude : columns.longitude]
      return .failure(
        Fault(
          code: "not-a-number", message: "position '\(cell)' of '\(name)' is not a number",
          remedy: "write degrees with a point, such as 35.31; the row was left out"))
    }
    let position = Position(longitude: longitude, latitude: latitude)
    guard position.isOnEarth else {
      return .failure(
        Fault(
          code: "impossible-position",
          message: "'\(name)' is at latitude \(latitude), longitude \(longitude)",
          remedy: "swap them if they are the wrong way round; the row was left out"))
    }
    guard !NameKey.fold(name).isEmpty else {
      return .failure(
        Fault(
          code: "empty-name", message: "the name '\(name)' has no letters",
          remedy: "write the name; the row was left out"))
    }
    let (given, listed) = (columns.text("id", of: cells), columns.text("feature_class", of: cells))
    let code = columns.text("feature_code", "featurecode", of: cells)
    let people = Int(columns.text("population", of: cells)).flatMap { $0 > 0 ? $0 : nil }
    let featureClass = listed.isEmpty ? "P" : listed
    return .success(
      Place(
        id: given.isEmpty ? id : given, name: name, featureClass: featureClass,
        featureCode: code.isEmpty ? (featureClass == "P" ? "PPL" : "") : code,
        country: columns.text("country", "country_code", "countrycode", of: cells),
        admin1: columns.text("admin1", of: cells), admin2: columns.text("admin2", of: cells),
        position: position,
        radiusKilometres: FeatureRadius.kilometres(
          featureClass: featureClass, featureCode: code, population: people),
        population: people, source: columns.text("source", of: cells)))
  }

  private static func names(_ cells: [String], _ columns: Columns, of place: Place) -> [PlaceName] {
    var seen: Set<String> = []
    let others = columns.text("names", "alternatenames", "alternate_names", of: cells)
      .split(whereSeparator: { $0 == "|" || $0 == ";" })
      .map { $0.filter { $0 != "\n" } }
    return ([place.name] + others).compactMap { text in
      guard
        let name = GeoNamesNames.name(Array(text.utf8)[...], isCountry: false) ?? own(text, place),
        seen.insert(name.text).inserted
      else { return nil }
      return PlaceName(
        placeID: place.id, text: name.text, script: name.script,
        kind: text == place.name ? .official : .variant)
    }
  }

  /// A place's own name is kept whatever it looks like.
  private static func own(_ text: String, _ place: Place) -> GeoNamesNames.Name? {
    text == place.name ? .init(text: text, script: "Latn", isAbbreviation: false) : nil
  }
}

/// Rows of a text with quotes as in RFC 4180; the separator is whichever the first line has most of.
private struct SeparatedReader {
  private let scalars: [Unicode.Scalar]
  private let separator: Unicode.Scalar
  private var index = 0
  private var line = 0

  init(_ text: String) {
    var scalars = Array(text.unicodeScalars)
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    self.scalars = scalars
    let first = scalars.prefix { $0 != "\n" }
    let candidates: [Unicode.Scalar] = [",", ";", "\t"]
    separator =
      candidates.max { a, b in first.count { $0 == a } < first.count { $0 == b } } ?? ","
  }

  /// The next row that is not blank, with the line it starts on, 1-based.
  mutating func next() -> (cells: [String], line: Int)? {
    while index < scalars.count {
      line += 1
      let start = line
      let cells = readRow()
      if cells.contains(where: { !$0.isEmpty }) { return (cells, start) }
    }
    return nil
  }

  private mutating func readRow() -> [String] {
    var cells: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if isQuoted {
        if scalar == "\n" { line += 1 }
        if scalar != "\"" {
          cell.append(scalar)
        } else if index < scalars.count, scalars[index] == "\"" {
          cell.append(scalar)
          index += 1
        } else {
          isQuoted = false
        }
      } else if scalar == "\"", cell.allSatisfy({ $0 == " " }) {
        cell = String.UnicodeScalarView()
        isQuoted = true
      } else if scalar == separator {
        cells.append(Self.trimmed(cell))
        cell = String.UnicodeScalarView()
      } else if scalar == "\n" {
        break
      } else if scalar != "\r" {
        cell.append(scalar)
      }
    }
    return cells + [Self.trimmed(cell)]
  }

  private static func trimmed(_ cell: String.UnicodeScalarView) -> String {
    let start = cell.drop { $0 == " " }
    var end = start[...]
    while end.last == " " { end.removeLast() }
    return String(end)
  }
}
