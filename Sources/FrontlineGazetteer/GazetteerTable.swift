import FrontlineGeometry
public import FrontlineReports

/// Place tables as they were read: every usable row with the line it stands on.
///
/// Tab separated, with a header line, without quoting. The columns may come in any order:
///
///     places: id name feature_class feature_code country admin1 admin2 parent latitude longitude radius_km
///             west south east north population source confidence note
///     names:  place_id name language script kind
public struct GazetteerTable: Sendable {
  /// What a row says and where it stands.
  public struct Row<Value: Sendable>: Sendable {
    public var value: Value
    public var file: String
    /// 1-based.
    public var line: Int

    public init(_ value: Value, file: String, line: Int) {
      self.value = value
      self.file = file
      self.line = line
    }
  }

  /// In the order of the tables.
  public var places: [Row<Place>]
  public var names: [Row<PlaceName>]

  public init(places: [Row<Place>] = [], names: [Row<PlaceName>] = []) {
    self.places = places
    self.names = names
  }

  /// Several tables as one, in order.
  public init(joining tables: [GazetteerTable]) {
    self.init(places: tables.flatMap { $0.places }, names: tables.flatMap { $0.names })
  }

  /// The places and names of the rows.
  ///
  /// A row that would harm every map is left out: a second row of an id, a position that is not on Earth,
  /// an empty name. ``GazetteerCheck`` says which they are.
  public func gazetteer() -> Gazetteer {
    var seen: Set<String> = []
    let places = self.places.map { $0.value }.filter {
      $0.position.isOnEarth && !$0.name.isEmpty && seen.insert($0.id).inserted
    }
    return Gazetteer(places: places, names: names.map { $0.value }.filter { !$0.text.isEmpty })
  }

  /// Reads the text of both tables.
  ///
  /// A row with a fault is left out and is a finding: `cell-count`, `empty-id`, `not-a-number`,
  /// `unknown-confidence`, `unknown-name-kind`. An extent of fewer than four numbers is a finding and the
  /// place goes without: `partial-extent`. So are columns: `unknown-column`, `missing-column`,
  /// `repeated-column`.
  /// - Throws: `empty-table`, `no-header`, or `no-column` where one is missing without which no row can be read.
  /// - Complexity: O(*n*) in the length of the texts.
  public static func read(
    places: String, placesFile: String, names: String, namesFile: String
  ) throws(GazetteerError) -> (table: GazetteerTable, findings: [Finding]) {
    let (places, placeFindings) = try PlaceTable.read(places, file: placesFile)
    let (names, nameFindings) = try NameTable.read(names, file: namesFile)
    return (GazetteerTable(places: places, names: names), placeFindings + nameFindings)
  }
}

/// The columns of a places table, in their usual order.
private enum PlaceColumn: String, TableColumn {
  case id, name
  case featureClass = "feature_class"
  case featureCode = "feature_code"
  case country, admin1, admin2, parent, latitude, longitude
  case radius = "radius_km"
  case west, south, east, north, population, source, confidence, note

  var isEssential: Bool {
    switch self {
    case .id, .name, .latitude, .longitude: true
    default: false
    }
  }

  /// Hand-made tables do without.
  var isExpected: Bool { self != .population }
}

private enum PlaceTable {
  static func read(
    _ text: String, file: String
  ) throws(GazetteerError) -> ([GazetteerTable.Row<Place>], [Finding]) {
    var rows: [GazetteerTable.Row<Place>] = []
    var table = try Table<PlaceColumn>(text, file: file)
    while table.readRow() {
      if let place = place(of: &table) {
        rows.append(GazetteerTable.Row(place, file: file, line: table.line))
      }
    }
    return (rows, table.findings)
  }

  private static func place(of row: inout Table<PlaceColumn>) -> Place? {
    guard let id = row.id(.id), let latitude = row.number(.latitude),
      let longitude = row.number(.longitude), row.isNumberOrEmpty(.radius),
      let confidence = confidence(of: &row)
    else { return nil }
    let parent = row.text(.parent)
    return Place(
      id: id, name: row.text(.name), featureClass: row.text(.featureClass),
      featureCode: row.text(.featureCode), country: row.text(.country), admin1: row.text(.admin1),
      admin2: row.text(.admin2), parent: parent.isEmpty ? nil : parent,
      position: Position(longitude: longitude, latitude: latitude),
      radiusKilometres: row.optionalNumber(.radius), extent: extent(of: &row),
      population: row.optionalNumber(.population).flatMap { Int(exactly: $0) },
      source: row.text(.source),
      confidence: confidence, note: row.text(.note))
  }

  /// B, one source, where the table has no such column.
  private static func confidence(of row: inout Table<PlaceColumn>) -> Place.Confidence? {
    guard row.has(.confidence) else { return .b }
    let value = row.text(.confidence)
    if let confidence = Place.Confidence(rawValue: value) { return confidence }
    row.report(
      .confidence, code: "unknown-confidence",
      message: "confidence '\(value)' of '\(row.text(.id))' is unknown",
      remedy: "write A (two sources), B (one), C (derived) or D (inferred)")
    return nil
  }

  private static func extent(of row: inout Table<PlaceColumn>) -> BoundingBox? {
    let sides: [PlaceColumn] = [.west, .south, .east, .north]
    if sides.allSatisfy({ row.isEmpty($0) }) { return nil }
    let numbers = sides.compactMap { row.optionalNumber($0) }
    if numbers.count == 4 {
      return BoundingBox(west: numbers[0], south: numbers[1], east: numbers[2], north: numbers[3])
    }
    row.report(
      .west, code: "partial-extent",
      message: "the extent of '\(row.text(.id))' has \(numbers.count) of its 4 numbers",
      remedy: "give west, south, east and north in degrees, or leave all four empty")
    return nil
  }
}

/// The columns of a names table, in their usual order.
private enum NameColumn: String, TableColumn {
  case placeID = "place_id"
  case name, language, script, kind

  var isEssential: Bool { self == .placeID || self == .name }
}

private enum NameTable {
  static func read(
    _ text: String, file: String
  ) throws(GazetteerError) -> ([GazetteerTable.Row<PlaceName>], [Finding]) {
    var rows: [GazetteerTable.Row<PlaceName>] = []
    var table = try Table<NameColumn>(text, file: file)
    while table.readRow() {
      if let name = name(of: &table) {
        rows.append(GazetteerTable.Row(name, file: file, line: table.line))
      }
    }
    return (rows, table.findings)
  }

  private static func name(of row: inout Table<NameColumn>) -> PlaceName? {
    guard let id = row.id(.placeID) else { return nil }
    let language = row.text(.language)
    let script = row.text(.script)
    let kindName = row.text(.kind)
    guard let kind = kindName.isEmpty ? .variant : PlaceName.Kind(rawValue: kindName) else {
      row.report(
        .kind, code: "unknown-name-kind",
        message: "kind '\(kindName)' of the name '\(row.text(.name))' is unknown",
        remedy: "write official, variant, historical or abbreviation")
      return nil
    }
    // `und` and `Zzzz`: ISO 639 and ISO 15924 for what is not stated.
    return PlaceName(
      placeID: id, text: row.text(.name), language: language.isEmpty ? "und" : language,
      script: script.isEmpty ? "Zzzz" : script, kind: kind)
  }
}
