public import FrontlineClaims
public import FrontlineGazetteer
internal import FrontlineGeometry
public import FrontlineReports

/// How the columns of somebody's table become ours: which of theirs is which of ours, what is the same in all
/// rows, and what their words mean.
public struct ColumnMapping: Hashable, Sendable {
  /// Names the data set in ids; an NCName.
  public var dataset: String
  /// Our column to theirs.
  public var columns: [String: String]
  /// Our column to a value that holds for every row where their column is lacking or empty.
  public var constants: [String: String]
  /// For one of our columns, their words (capitals do not matter) to ours.
  public var values: [String: [String: String]]
  public var dateFormat: EventDate.Format?

  public init(
    dataset: String, columns: [String: String], constants: [String: String] = [:],
    values: [String: [String: String]] = [:], dateFormat: EventDate.Format? = nil
  ) {
    self.dataset = dataset
    self.columns = columns
    self.constants = constants
    self.values = values.mapValues { words in
      Dictionary(words.map { (NameKey.fold($0), $1) }, uniquingKeysWith: { first, _ in first })
    }
    self.dateFormat = dateFormat
  }

  /// Our columns that a mapping may name: those of ``ClaimRow``, the table's `row` ids, the units `admin1`, `admin2` and
  /// `country` that help to find a place, and `source`, who said it.
  public static let ourColumns =
    ClaimRow.columns.filter {
      !["dataset", "dataset_row", "within", "other", "confidence"].contains($0)
    }
    + ["row", "admin1", "admin2", "country", "source"]
}

/// Reads tables of any make by a mapping of their columns.
public enum MappedTable {
  /// One claim a row. Parties may be named by any of their names; places by name, by position, or both.
  ///
  /// - Throws: ``EventTableError`` `missing-columns` for a column that the mapping names and the table lacks, and where
  ///   no event, no date or no place is mapped.
  public static func claims(
    _ table: CommaTable, mapping: ColumnMapping, file: String, parties: [Party],
    index: GazetteerIndex
  ) throws(EventTableError) -> EventImport {
    let reader = try MappedReader(table, mapping, file, parties, index)
    var tally = ImportTally()
    var seen: Set<String> = []
    var claims: [Claim] = []
    var places: [EventPlaces.Wanted: EventPlaces.Found] = [:]
    for row in table.rows {
      do throws(ImportFault) {
        let claim = try reader.claim(of: row, &places)
        guard seen.insert(claim.id).inserted else { throw .duplicate(claim.coding?.row ?? "") }
        claims.append(claim)
      } catch {
        tally.add(error, line: row.line)
      }
    }
    let made = EventImport(
      claims: claims, findings: tally.findings(file: file), leftOut: tally.leftOut,
      rows: table.rows.count)
    return made.adding(EventImport.findings(about: table, map: nil, file: file))
  }
}

/// Reads the rows of one table.
private struct MappedReader {
  private let mapping: ColumnMapping
  private let places: [String: Int]
  private let kept: [(index: Int, name: String)]
  private let actors: ActorMatcher
  private let finder: EventPlaces
  private let reader: ClaimRowReader
  private let gazetteer: Gazetteer

  init(
    _ table: CommaTable, _ mapping: ColumnMapping, _ file: String, _ parties: [Party],
    _ index: GazetteerIndex
  ) throws(EventTableError) {
    self.mapping = mapping
    var places: [String: Int] = [:]
    var missing: [String] = []
    for (ours, theirs) in mapping.columns.sorted(by: { $0.key < $1.key }) {
      guard let index = table.index(of: theirs) else {
        missing.append(theirs)
        continue
      }
      places[ours] = index
    }
    let given = Set(places.keys).union(mapping.constants.keys)
    if missing.isEmpty {
      missing = ["event", "date"].filter { !given.contains($0) }
      let hasPlace =
        given.contains("place") || given.contains("place_id")
        || given.isSuperset(of: ["lat", "lon"])
      if !hasPlace { missing.append("place") }
    }
    guard missing.isEmpty else {
      throw .missingColumns(missing, found: table.columns, dataset: mapping.dataset, file: file)
    }
    self.places = places
    kept = table.columns.enumerated().filter { !$0.element.isEmpty }.map { ($0.offset, $0.element) }
    actors = ActorMatcher(parties)
    finder = EventPlaces(index, dataset: mapping.dataset)
    reader = ClaimRowReader(parties: parties, index: index, source: mapping.dataset)
    gazetteer = index.gazetteer
  }

  func claim(
    of row: CommaTable.Row, _ known: inout [EventPlaces.Wanted: EventPlaces.Found]
  ) throws(ImportFault) -> Claim {
    var cells = self.cells(row)
    for column in ["actor", "against", "party"] { try nameParty(column, &cells) }
    for column in ["date", "date_until", "reported"] { try writeDay(column, &cells) }
    if cells["asserted_by", default: ""].isEmpty { cells["asserted_by"] = claimant(cells) }
    let within = findPlace(&cells, &known)
    let claim: Claim
    do throws(ClaimRowFault) {
      claim = try reader.claim { cells[$0] ?? "" }
    } catch {
      throw .cell(error)
    }
    return finished(claim, row, cells, within: within)
  }

  // MARK: Cells

  /// Our columns with what the row, the value maps and the constants give them.
  private func cells(_ row: CommaTable.Row) -> [String: String] {
    var cells = mapping.constants
    for (column, place) in places {
      let text = EventColumns.trimmed(row.cells[place])
      let word = mapping.values[column]?[NameKey.fold(text)] ?? text
      if !word.isEmpty { cells[column] = word }
    }
    return cells
  }

  private func nameParty(
    _ column: String, _ cells: inout [String: String]
  ) throws(ImportFault) {
    guard let name = cells[column], !name.isEmpty else { return }
    guard let party = actors.party(of: name) else { throw .unmappedActor(name) }
    cells[column] = party
  }

  private func writeDay(_ column: String, _ cells: inout [String: String]) throws(ImportFault) {
    guard let text = cells[column], !text.isEmpty else { return }
    guard let day = EventDate.day(text, format: mapping.dateFormat) else {
      throw .badDate(text, column: column)
    }
    cells[column] = day.description
  }

  private func claimant(_ cells: [String: String]) -> String {
    actors.party(ofSource: cells["source"] ?? "") ?? "third_party"
  }

  /// Gives a row with a position and no place id the gazetteer's place, or one of its own.
  private func findPlace(
    _ cells: inout [String: String], _ known: inout [EventPlaces.Wanted: EventPlaces.Found]
  ) -> String? {
    guard cells["place_id", default: ""].isEmpty, let latitude = Double(cells["lat"] ?? ""),
      let longitude = Double(cells["lon"] ?? "")
    else { return nil }
    let position = Position(longitude: longitude, latitude: latitude)
    guard position.isOnEarth else { return nil }
    let radius = Double(cells["radius_km"] ?? "") ?? 10
    let wanted = EventPlaces.Wanted(
      location: cells["place"] ?? "", admin1: cells["admin1"] ?? "",
      admin2: cells["admin2"] ?? "", country: cells["country"] ?? "", position: position,
      reach: EventMap.Reach(kind: radius > 15 ? .around : .place, kilometres: radius))
    let found = known[wanted] ?? finder.place(wanted)
    known[wanted] = found
    cells["place_id"] = found.id
    cells["place"] = found.name.isEmpty ? found.id : found.name
    return found.within
  }

  private func finished(
    _ claim: Claim, _ row: CommaTable.Row, _ cells: [String: String], within: String?
  ) -> Claim {
    let id = cells["row"].flatMap { $0.isEmpty ? nil : $0 } ?? "line-\(row.line)"
    func theirs(_ column: String) -> String {
      places[column].map { EventColumns.trimmed(row.cells[$0]) } ?? ""
    }
    var claim = claim
    let others = kept.compactMap { index, name -> Claim.Coding.Cell? in
      let text = CommaTable.plain(row.cells[index])
      return text.isEmpty ? nil : .init(column: name, text: text)
    }
    claim.coding = Claim.Coding(
      dataset: mapping.dataset, row: id, actor: theirs("actor"), against: theirs("against"),
      location: theirs("place"), radiusKilometres: Double(cells["radius_km"] ?? ""),
      geoPrecision: Int(cells["geo_precision"] ?? ""),
      timePrecision: Int(cells["time_precision"] ?? ""), deaths: Int(cells["deaths"] ?? ""),
      deathsLow: Int(cells["deaths_low"] ?? ""), deathsHigh: Int(cells["deaths_high"] ?? ""),
      within: within, cells: others)
    if cells["id", default: ""].isEmpty {
      claim.id = ClaimID.make(dataset: mapping.dataset, row: id)
    }
    if cells["report", default: ""].isEmpty { claim.provenance.report = "\(mapping.dataset)-\(id)" }
    if cells["rule", default: ""].isEmpty {
      claim.provenance.rule = "\(mapping.dataset): \(theirs("event"))"
    }
    addDeaths(&claim)
    return claim
  }

  private func addDeaths(_ claim: inout Claim) {
    guard claim.figures.isEmpty, let best = claim.coding?.deaths, best > 0 else { return }
    claim.figures = [
      .init(
        kind: .killed, party: nil, low: min(best, claim.coding?.deathsLow ?? best),
        high: max(best, claim.coding?.deathsHigh ?? best))
    ]
  }
}
