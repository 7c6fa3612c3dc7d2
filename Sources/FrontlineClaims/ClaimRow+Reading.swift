public import FrontlineGazetteer
internal import FrontlineGeometry
internal import FrontlineReports

/// What is wrong with a cell of a row of claims.
public struct ClaimRowFault: Error, Hashable, Sendable {
  public var column: String
  public var value: String
  /// What the cell may hold, for a person.
  public var expected: String
}

/// Reads rows of claims for a theatre.
public struct ClaimRowReader: Sendable {
  private let parties: Set<String>
  private let index: GazetteerIndex
  private let source: String

  /// - Parameters:
  ///   - parties: Their ids, of which rows may name any.
  ///   - source: What a row without a report is said to come from, such as `claims.csv`.
  public init(parties: [Party], index: GazetteerIndex, source: String) {
    self.parties = Set(parties.map(\.id))
    self.index = index
    self.source = source
  }

  /// The claim of a row.
  ///
  /// What an empty cell means: the gazetteer's place of that name, or the place at `lat` and `lon`; the event that the
  /// status stands for, of its party; the control that follows from the event; one day; reported on the last day of
  /// the span; said by an analyst; asserted. A claim without an id gets one from its contents.
  /// - Parameter cell: The text under a column's name; empty where the table has no such column.
  public func claim(_ cell: (String) -> String) throws(ClaimRowFault) -> Claim {
    let event = try event(cell)
    let actor = try party(cell("actor").isEmpty && cell("event").isEmpty ? "party" : "actor", cell)
    let against = try party("against", cell)
    let valid = try span(cell)
    let place = try place(cell)
    let sentence = cell("sentence")
    var claim = Claim(
      id: cell("id"), placeID: place.id, placeName: place.name, position: place.position,
      edge: cell("edge").nonEmpty, event: event, actor: actor, against: against,
      controlAfter: try control(cell, event, actor: actor, against: against), valid: valid,
      precision: try word("precision", cell, default: .day),
      dateBasis: cell("date_basis").nonEmpty ?? "coded",
      reported: try day("reported", cell("reported")) ?? valid.upperBound.advanced(by: -1),
      claimant: try claimant(cell("asserted_by")), speaker: cell("speaker").nonEmpty,
      hedge: try word("hedge", cell, default: .asserted), figures: try figures(cell("figures")),
      provenance: Claim.Provenance(
        report: cell("report").nonEmpty ?? source, sentence: sentence,
        sentenceRange: 0..<sentence.unicodeScalars.count,
        placeRange: sentence.scalarRange(of: cell("location_as_written").nonEmpty ?? place.name),
        rule: cell("rule").nonEmpty ?? "coded"))
    claim.coding = try coding(cell)
    if claim.id.isEmpty { claim.id = ClaimID.make(claim) }
    return claim
  }

  // MARK: Cells

  private func event(_ cell: (String) -> String) throws(ClaimRowFault) -> Claim.Event {
    let (text, status) = (cell("event"), cell("status"))
    if text.isEmpty, !status.isEmpty {
      guard let event = CodedStatus(rawValue: status)?.event else {
        throw ClaimRowFault(column: "status", value: status, expected: CodedStatus.eventful)
      }
      return event
    }
    guard let event = Claim.Event(rawValue: text) else {
      throw ClaimRowFault(
        column: "event", value: text,
        expected: Claim.Event.allCases.map(\.rawValue).joined(separator: ", ")
          + (text.isEmpty ? "; or a status without an event: \(CodedStatus.eventful)" : ""))
    }
    return event
  }

  private func party(
    _ column: String, _ cell: (String) -> String
  ) throws(ClaimRowFault) -> String? {
    guard let id = cell(column).nonEmpty else { return nil }
    guard parties.contains(id) else {
      throw ClaimRowFault(
        column: column, value: id,
        expected: "the id of a party: \(parties.sorted().joined(separator: ", "))")
    }
    return id
  }

  private func control(
    _ cell: (String) -> String, _ event: Claim.Event, actor: String?, against: String?
  ) throws(ClaimRowFault) -> Claim.ControlAfter {
    let party = try party("party", cell)
    let word = cell("status")
    if word.isEmpty {
      return party.map { .held(party: $0) } ?? event.control(actor: actor, against: against)
    }
    guard let status = CodedStatus(rawValue: word) else {
      throw ClaimRowFault(column: "status", value: word, expected: CodedStatus.all)
    }
    switch status {
    case .contested: return .contested
    case .unknown: return .unknown
    case .lost: return .notHeld(party: try named(party, "who lost it: a party's id"))
    case .held, .captured, .recaptured:
      return .held(party: try named(party, "who holds it: a party's id"))
    }
  }

  private func named(_ party: String?, _ expected: String) throws(ClaimRowFault) -> String {
    guard let party else { throw ClaimRowFault(column: "party", value: "", expected: expected) }
    return party
  }

  private func span(_ cell: (String) -> String) throws(ClaimRowFault) -> Range<Day> {
    guard let first = try day("date", cell("date")) else {
      throw ClaimRowFault(column: "date", value: "", expected: "a day as in 2021-09-02")
    }
    let last = try day("date_until", cell("date_until")) ?? first
    guard last >= first else {
      throw ClaimRowFault(
        column: "date_until", value: last.description, expected: "\(first) or a later day")
    }
    return first..<last.advanced(by: 1)
  }

  private func day(_ column: String, _ text: String) throws(ClaimRowFault) -> Day? {
    if text.isEmpty { return nil }
    guard let day = Day(iso: text) else {
      throw ClaimRowFault(column: column, value: text, expected: "a day as in 2021-09-02")
    }
    return day
  }

  private func word<Word: RawRepresentable<String> & CaseIterable>(
    _ column: String, _ cell: (String) -> String, default other: Word
  ) throws(ClaimRowFault) -> Word {
    let text = cell(column)
    if text.isEmpty { return other }
    guard let word = Word(rawValue: text) else {
      throw ClaimRowFault(
        column: column, value: text,
        expected: Word.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return word
  }

  private func claimant(_ text: String) throws(ClaimRowFault) -> Claim.Claimant {
    switch text {
    case "", "analyst": return .analyst
    case "independent": return .independent
    case "resident": return .resident
    case "third_party": return .thirdParty
    default:
      guard parties.contains(text) else {
        throw ClaimRowFault(
          column: "asserted_by", value: text,
          expected:
            "a party's id (\(parties.sorted().joined(separator: ", "))), independent, resident, analyst, third_party"
        )
      }
      return .party(text)
    }
  }

  private func place(
    _ cell: (String) -> String
  ) throws(ClaimRowFault) -> (id: String, name: String, position: Position?) {
    let (id, name) = (cell("place_id"), cell("place"))
    if let known = index.gazetteer.place(id: id) { return (known.id, known.name, known.position) }
    let position = try position(cell)
    if id.isEmpty, let named = listed(name, near: position) {
      return (named.id, named.name, named.position)
    }
    // A place that no gazetteer lists stays without a position until somebody gives it one.
    if position == nil, id.hasPrefix("unlisted:"), !name.isEmpty { return (id, name, nil) }
    guard let position, !(id.isEmpty && name.isEmpty) else {
      throw ClaimRowFault(
        column: id.isEmpty ? "place" : "place_id", value: id.isEmpty ? name : id,
        expected: "a name or an id of the gazetteer ('frontline places' shows them), or lat and lon"
      )
    }
    let own = id.isEmpty ? OwnPlaceID.make("own", name: name, at: position) : id
    return (own, name.nonEmpty ?? own, position)
  }

  /// The best place of a name; with a position, the nearest that has the name and lies there.
  ///
  /// A name that is only some letters away is then another place's: neighbours often differ by so little.
  private func listed(_ name: String, near position: Position?) -> Place? {
    guard let position else { return index.lookup(name).first?.place }
    let near = index.lookup(name).compactMap { match -> (place: Place, kilometres: Double)? in
      if case .editDistance = match.way { return nil }
      let away = greatCircleDistance(from: position, to: match.place.position) / 1000
      return away <= Self.reach(of: match.place) ? (match.place, away) : nil
    }
    return near.min { $0.kilometres < $1.kilometres }?.place
  }

  /// How far from a place's position, in km, others may put the same place: lists of places rarely differ by more
  /// about a village, and do about the middle of a district. A namesake is often no further than the next valley.
  private static func reach(of place: Place) -> Double {
    max(place.radiusKilometres ?? 0, place.isAdministrativeUnit ? 25 : 3)
  }

  private func position(_ cell: (String) -> String) throws(ClaimRowFault) -> Position? {
    if cell("lat").isEmpty && cell("lon").isEmpty { return nil }
    guard let latitude = Double(cell("lat")), let longitude = Double(cell("lon")) else {
      throw ClaimRowFault(
        column: "lat", value: "\(cell("lat")), \(cell("lon"))",
        expected: "degrees, WGS 84, with a decimal point")
    }
    let position = Position(longitude: longitude, latitude: latitude)
    guard position.isOnEarth else {
      throw ClaimRowFault(
        column: "lat", value: "\(cell("lat")), \(cell("lon"))", expected: "a position on Earth")
    }
    return position
  }

  private func figures(_ text: String) throws(ClaimRowFault) -> [Claim.Figure] {
    var figures: [Claim.Figure] = []
    for part in text.split(separator: ";") {
      guard let figure = figure(part) else {
        throw ClaimRowFault(
          column: "figures", value: String(part),
          expected: "kind, party and number, such as 'killed north 3-5' or 'wounded 20+'")
      }
      figures.append(figure)
    }
    return figures
  }

  private func figure(_ text: Substring) -> Claim.Figure? {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 2 || words.count == 3, let kind = Claim.Figure.Kind(rawValue: words[0])
    else { return nil }
    let party = words.count == 3 ? words[1] : nil
    if let party, !parties.contains(party) { return nil }
    let number = words[words.count - 1]
    if number.hasSuffix("+") {
      return Int(number.dropLast()).map { .init(kind: kind, party: party, low: $0, high: nil) }
    }
    let ends = number.split(separator: "-").compactMap { Int($0) }
    guard let low = ends.first, let high = ends.last, low <= high, low >= 0 else { return nil }
    return .init(kind: kind, party: party, low: low, high: high)
  }

  private func coding(_ cell: (String) -> String) throws(ClaimRowFault) -> Claim.Coding? {
    guard let dataset = cell("dataset").nonEmpty else { return statedConfidence(cell) }
    func number(_ column: String) throws(ClaimRowFault) -> Int? {
      guard let text = cell(column).nonEmpty else { return nil }
      guard let value = Int(text) else {
        throw ClaimRowFault(column: column, value: text, expected: "a whole number")
      }
      return value
    }
    let radius = cell("radius_km")
    guard radius.isEmpty || Double(radius) != nil else {
      throw ClaimRowFault(column: "radius_km", value: radius, expected: "kilometres")
    }
    return Claim.Coding(
      dataset: dataset, row: cell("dataset_row"), actor: cell("actor_as_written"),
      against: cell("against_as_written"), location: cell("location_as_written"),
      radiusKilometres: Double(radius), geoPrecision: try number("geo_precision"),
      timePrecision: try number("time_precision"), deaths: try number("deaths"),
      deathsLow: try number("deaths_low"), deathsHigh: try number("deaths_high"),
      within: cell("within").nonEmpty, cells: OtherCells.read(cell("other")))
  }
}

extension ClaimRowReader {
  /// How sure the row's coder or source was, as a number: kept, and not believed, since it says little of how often
  /// such a row is right. Letters there say how well the place's position is known.
  private func statedConfidence(_ cell: (String) -> String) -> Claim.Coding? {
    let text = cell("confidence")
    guard Double(text) != nil else { return nil }
    return Claim.Coding(
      dataset: "claims", row: cell("id"), cells: [.init(column: "confidence", text: text)])
  }
}

/// The words of the column `status`.
private enum CodedStatus: String, CaseIterable {
  case held, captured, recaptured, lost, contested, unknown

  /// What a row says happened that gives a status and no event; nil for nothing.
  var event: Claim.Event? {
    switch self {
    case .held: .holds
    case .captured: .captured
    case .recaptured: .recaptured
    case .lost: .withdrew
    case .contested: .fighting
    case .unknown: nil
    }
  }

  static let all = allCases.map(\.rawValue).joined(separator: ", ")
  /// Those that stand for an event.
  static let eventful = allCases.filter { $0.event != nil }.map(\.rawValue).joined(separator: ", ")
}

extension Claim.Event {
  /// Who holds the place after an event, if nothing more is said.
  public func control(actor: String?, against: String?) -> Claim.ControlAfter {
    func held(_ party: String?) -> Claim.ControlAfter { party.map { .held(party: $0) } ?? .unknown }
    switch self {
    case .captured, .recaptured, .holds, .attackRepelled, .deniedCapture, .massing:
      return held(actor)
    case .withdrew, .surrounded: return held(against)
    case .fighting, .attack, .entered, .casualties, .equipmentDestroyed: return .contested
    }
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }

  /// Where a name stands in the text, in Unicode scalars; an empty range if it does not.
  package func scalarRange(of name: String) -> Range<Int> {
    let (text, wanted) = (Array(utf8), Array(name.utf8))
    guard let first = wanted.first, wanted.count <= text.count else { return 0..<0 }
    for start in 0...(text.count - wanted.count) where text[start] == first {
      guard text[start..<(start + wanted.count)].elementsEqual(wanted) else { continue }
      let before = text[..<start].reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
      return before..<(before + name.unicodeScalars.count)
    }
    return 0..<0
  }
}

extension ClaimID {
  /// `c-` and 12 hexadecimal digits: the name of the claim that a data set's row makes.
  package static func make(dataset: String, row: String) -> String {
    make(parts: ["coded", row, dataset])
  }
}
