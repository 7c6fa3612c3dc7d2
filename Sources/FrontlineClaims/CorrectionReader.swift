internal import FrontlineGazetteer
internal import FrontlineGeometry
internal import FrontlineReports

/// Reads what a row wants a claim to be.
struct CorrectionReader {
  private let rowReader: ClaimRowReader
  private let index: GazetteerIndex

  init(parties: [Party], index: GazetteerIndex) {
    self.index = index
    rowReader = ClaimRowReader(parties: parties, index: index, source: "")
  }

  /// The row with the id of its place, where it names the place only: as a claim of its report does, or else as the
  /// gazetteer does.
  func withPlace(_ row: Correction, among claims: [Claim]) -> Correction {
    let name = row.cell("place")
    guard row.foundKey == nil, row.cell("place_id").isEmpty, !name.isEmpty else { return row }
    let known = claims.first { claim in
      claim.provenance.report == row.cell("report") && claim.event.rawValue == row.cell("event")
        && claim.valid.lowerBound.description == row.cell("date")
        && NameKey.fold(claim.placeName) == NameKey.fold(name)
    }
    var row = row
    guard let id = known?.placeID ?? listed(name, near: nil)?.id else { return row }
    row.cells["place_id"] = id
    row.cells["found"] = row.ownKey?.description ?? ""
    row.cells["place_id"] = ""
    return row
  }

  /// The claim as the row has it.
  ///
  /// - Parameters:
  ///   - claim: The claim the row is about, which says what columns the table lacks; nil for one to be made.
  ///   - report: The row's report.
  func claim(
    _ row: Correction, over claim: Claim?, report: Report?
  ) throws(ClaimRowFault) -> Claim {
    let before = claim.map(Self.cells) ?? [:]
    var cells = before.merging(row.cells) { $1 }
    try setPlace(&cells, before, row)
    setControl(&cells, before)
    if cells["reported", default: ""].isEmpty {
      cells["reported"] = report?.published.description ?? ""
    }
    cells["id"] = ""
    if claim == nil, row.decision == .add || row.cell("rule").isEmpty { cells["rule"] = "by hand" }
    var wanted = try rowReader.claim { cells[$0] ?? "" }
    try checkDays(wanted)
    if let claim {
      wanted.id = claim.id
      wanted.provenance = claim.provenance
      wanted.coding = claim.coding
      wanted.reported = claim.reported
      wanted.dateBasis = wanted.valid == claim.valid ? claim.dateBasis : Self.byHand
    } else {
      wanted.dateBasis = row.cell("date_basis").isEmpty ? Self.byHand : row.cell("date_basis")
      locate(&wanted, in: report)
    }
    return wanted
  }

  private static let byHand = "set by hand"

  private static func cells(_ claim: Claim) -> [String: String] {
    Dictionary(uniqueKeysWithValues: zip(ClaimRow.claimColumns, ClaimRow.cells(claim)))
  }

  // MARK: Place

  /// Which of id, name and position a person meant, where they contradict each other: the one that was changed.
  private func setPlace(
    _ cells: inout [String: String], _ before: [String: String], _ row: Correction
  ) throws(ClaimRowFault) {
    let found = Claim.Key(row.cell("found"))?.placeID
    let oldID = found ?? before["place_id"] ?? ""
    let oldName = index.gazetteer.place(id: oldID)?.name ?? before["place"] ?? ""
    let (id, name) = (cells["place_id"] ?? "", cells["place"] ?? "")
    let position = try position(cells)
    if !id.isEmpty, id != oldID { return }
    let old = index.gazetteer.place(id: oldID)?.position
    if !name.isEmpty, name != oldName, !name.unicodeScalars.contains("\u{FFFD}"),
      name != index.gazetteer.place(id: id)?.name
    {
      try setName(name, old, position == old ? nil : position, &cells)
    } else if let position, let old, Self.isElsewhere(position, old) {
      cells["place_id"] = Self.ownID(position)
    } else if id.isEmpty, name.isEmpty, let position {
      cells["place_id"] = Self.ownID(position)
      cells["place"] =
        "\(DegreeText.written(position.latitude)), \(DegreeText.written(position.longitude))"
    } else if id.isEmpty, !oldID.isEmpty {
      cells["place_id"] = oldID
    }
  }

  private func setName(
    _ name: String, _ old: Position?, _ position: Position?, _ cells: inout [String: String]
  ) throws(ClaimRowFault) {
    if let place = listed(name, near: position ?? old) {
      cells["place_id"] = place.id
    } else if let position, old.map({ Self.isElsewhere(position, $0) }) ?? true {
      cells["place_id"] = Self.ownID(position)
    } else {
      let near = index.lookup(name).prefix(3).map { "\($0.place.name) (\($0.place.id))" }
      throw ClaimRowFault(
        column: "place", value: name,
        expected: near.isEmpty
          ? "a name or an id of the gazetteer ('frontline places' shows them), or lat and lon"
          : "a listed place, such as \(near.joined(separator: ", ")), or lat and lon")
    }
  }

  /// The place a person means by a name, spelled as listed or nearly so: one whose own name it is before one that
  /// is also called so, then of namesakes the nearest to where the claim was, else the one that lookup puts first.
  private func listed(_ name: String, near position: Position?) -> Place? {
    let places = namesakes(name)
    guard let position else { return places.first }
    return places.min {
      greatCircleDistance(from: $0.position, to: position)
        < greatCircleDistance(from: $1.position, to: position)
    }
  }

  private func namesakes(_ name: String) -> [Place] {
    let matches = index.lookup(name).filter { match in
      if case .editDistance = match.way { return false }
      return true
    }
    let best = matches.filter { $0.score == matches.first?.score }.map(\.place)
    let own = best.filter { NameKey.fold($0.name) == NameKey.fold(name) }
    return own.isEmpty ? best : own
  }

  /// The other places that a row may mean, far from the one it was taken for; none for a row that says which.
  func rivals(_ row: Correction, of claim: Claim) -> [Place] {
    guard claim.placeID != row.cell("place_id"), !row.cell("place").isEmpty else { return [] }
    let places = namesakes(row.cell("place"))
    guard places.contains(where: { $0.id == claim.placeID }) else { return [] }
    guard let position = claim.position else { return [] }
    return places.filter { greatCircleDistance(from: $0.position, to: position) > 25_000 }
  }

  private func position(_ cells: [String: String]) throws(ClaimRowFault) -> Position? {
    let (latitude, longitude) = (cells["lat"] ?? "", cells["lon"] ?? "")
    if latitude.isEmpty && longitude.isEmpty { return nil }
    guard let north = Double(latitude), let east = Double(longitude) else {
      throw ClaimRowFault(
        column: "lat", value: "\(latitude), \(longitude)",
        expected: "degrees, WGS 84, with a decimal point")
    }
    return Position(longitude: east, latitude: north)
  }

  /// More than the digits that were written leave open.
  private static func isElsewhere(_ first: Position, _ second: Position) -> Bool {
    abs(first.latitude - second.latitude) > 1e-4 || abs(first.longitude - second.longitude) > 1e-4
  }

  /// The id of a pin that the gazetteer does not have.
  private static func ownID(_ position: Position) -> String {
    "own_\(DegreeText.written(position.latitude))_\(DegreeText.written(position.longitude))"
  }

  // MARK: Control, words, days

  /// A slip in the year would make a map for every day since.
  private func checkDays(_ claim: Claim) throws(ClaimRowFault) {
    let tenYears = 3653
    let days = [
      ("date", claim.valid.lowerBound), ("date_until", claim.valid.upperBound.advanced(by: -1)),
    ]
    for (column, day) in days where abs(claim.reported.distance(to: day)) > tenYears {
      throw ClaimRowFault(
        column: column, value: day.description,
        expected: "a day within ten years of the report's, \(claim.reported)")
    }
  }

  /// Control that followed from event and parties goes on following from them, unless it was changed too.
  private func setControl(_ cells: inout [String: String], _ before: [String: String]) {
    let deed = ["event", "actor", "against"]
    guard let event = before["event"].flatMap(Claim.Event.init),
      deed.contains(where: { cells[$0] != before[$0] }), cells["status"] == before["status"],
      cells["party"] == before["party"]
    else { return }
    func party(_ column: String) -> String? { before[column].flatMap { $0.isEmpty ? nil : $0 } }
    let followed = ClaimRow.words(event.control(actor: party("actor"), against: party("against")))
    if before["status"] == followed.status, before["party"] == followed.party {
      cells["status"] = ""
      cells["party"] = ""
    }
  }

  /// Where the row's sentence stands in its report, if it does.
  private func locate(_ claim: inout Claim, in report: Report?) {
    guard let report, !claim.provenance.sentence.isEmpty else { return }
    let range = report.text.scalarRange(of: claim.provenance.sentence)
    guard !range.isEmpty else { return }
    let place = claim.provenance.sentence.scalarRange(of: claim.placeName)
    claim.provenance.sentenceRange = range
    claim.provenance.placeRange =
      (range.lowerBound + place.lowerBound)..<(range.lowerBound + place.upperBound)
  }
}
