internal import FrontlineClaims
internal import FrontlineGazetteer
internal import FrontlineGeometry
internal import FrontlineReports

/// Turns rows of event tables into claims, by the theatre's parties and places.
struct EventReader: Sendable {
  let dataset: String
  let map: EventMap
  private let actors: ActorMatcher
  private let places: EventPlaces
  private let claims: ClaimRowReader
  private let parties: [Party]

  init(dataset: String, map: EventMap, parties: [Party], index: GazetteerIndex) {
    self.dataset = dataset
    self.map = map
    self.parties = parties
    actors = ActorMatcher(parties)
    places = EventPlaces(index, dataset: dataset)
    claims = ClaimRowReader(parties: parties, index: index, source: dataset)
  }

  /// - Complexity: Linear in the rows; a name is looked up once, however many rows have it.
  func read(_ rows: some Sequence<EventRow>, file: String) -> EventImport {
    var memory = Memory()
    var made: [Claim] = []
    var seen: Set<String> = []
    var count = 0
    for row in rows {
      count += 1
      do throws(ImportFault) {
        guard seen.insert(row.id).inserted else { throw .duplicate(row.id) }
        made.append(try claim(of: row, &memory))
      } catch {
        memory.tally.add(error, line: row.line)
      }
    }
    return EventImport(
      claims: made, findings: memory.tally.findings(file: file), leftOut: memory.tally.leftOut,
      rows: count)
  }

  /// What was worked out once and is asked again.
  private struct Memory {
    var tally = ImportTally()
    var parties: [String: Side] = [:]
    var places: [EventPlaces.Wanted: EventPlaces.Found] = [:]
    var kinds: [String: EventMap.EventLine?] = [:]
    var claimants: [String: Claim.Claimant] = [:]
    var days: [String: Day?] = [:]

    mutating func day(_ text: String) -> Day? {
      if let known = days[text] { return known }
      let day = EventDate.day(text)
      days[text] = .some(day)
      return day
    }
  }

  enum Side: Hashable {
    case party(String)
    /// Civilians, unidentified groups, or nobody at all.
    case nobody
    case unmapped

    var party: String? {
      if case .party(let id) = self { id } else { nil }
    }
  }

  private func claim(of row: EventRow, _ memory: inout Memory) throws(ImportFault) -> Claim {
    if let own = try ownClaim(row) { return own }
    guard let line = kind(row, &memory) else {
      throw .unmappedEvent(row.type, row.subType, map: map.name)
    }
    guard let event = line.event else { throw .skipped(row) }
    let sides = try sides(row, &memory)
    let reach = try reach(row)
    let (valid, precision) = try span(row, &memory)
    let position = try position(row)
    let wanted = EventPlaces.Wanted(
      location: row.location, admin1: row.admin1, admin2: row.admin2, country: row.country,
      position: position, reach: reach)
    let place = memory.places[wanted] ?? places.place(wanted)
    memory.places[wanted] = place
    let roles = try roles(line, sides, row)
    return Claim(
      id: ClaimID.make(dataset: dataset, row: row.id), placeID: place.id, placeName: place.name,
      position: place.position, event: event, actor: roles.actor, against: roles.against,
      controlAfter: roles.control, valid: valid, precision: precision,
      dateBasis: dateBasis(row), reported: reported(row, valid),
      claimant: claimant(row.sources, &memory),
      speaker: nil, hedge: .asserted, figures: figures(row, sides, &memory),
      provenance: provenance(row, place), coding: coding(row, place, reach, &memory))
  }

  // MARK: Event and sides

  private func kind(_ row: EventRow, _ memory: inout Memory) -> EventMap.EventLine? {
    let key = row.type + "\u{1f}" + row.subType
    if let known = memory.kinds[key] { return known }
    let line = map.event(type: row.type, subType: row.subType)
    memory.kinds[key] = .some(line)
    return line
  }

  private func sides(
    _ row: EventRow, _ memory: inout Memory
  ) throws(ImportFault) -> (Side, Side) {
    let first = side(row.actor1, &memory)
    let second = side(row.actor2, &memory)
    if first == .unmapped { throw .unmappedActor(row.actor1) }
    if second == .unmapped { throw .unmappedActor(row.actor2) }
    guard first.party != nil || second.party != nil else { throw .noParty(row) }
    return (first, second)
  }

  private func side(_ actor: String, _ memory: inout Memory) -> Side {
    if actor.isEmpty { return .nobody }
    if let known = memory.parties[actor] { return known }
    let side: Side
    if map.isNobody(folded: NameKey.fold(actor)) {
      side = actors.exactParty(of: actor).map { .party($0) } ?? .nobody
    } else {
      side = actors.party(of: actor).map { .party($0) } ?? .unmapped
    }
    memory.parties[actor] = side
    return side
  }

  private struct Roles {
    var actor: String?
    var against: String?
    var control: Claim.ControlAfter
  }

  private func roles(
    _ line: EventMap.EventLine, _ sides: (Side, Side), _ row: EventRow
  ) throws(ImportFault) -> Roles {
    let (first, second) = (sides.0.party, sides.1.party)
    let isFirst: Bool
    switch line.holder {
    case .unknown: return Roles(actor: first, against: second, control: .unknown)
    case .contested:
      // A party that fights itself contests the place with nobody.
      let control: Claim.ControlAfter = first == second ? .unknown : .contested
      return Roles(actor: first, against: first == second ? nil : second, control: control)
    case .first: isFirst = true
    case .second: isFirst = false
    case .state, .other:
      let states = (map.isState(row.inter1), map.isState(row.inter2))
      guard states.0 != states.1 else { throw .unclearHolder(row) }
      isFirst = states.0 == (line.holder == .state)
    }
    guard let holder = isFirst ? first : second else { throw .unclearHolder(row) }
    let loser = isFirst ? second : first
    return Roles(
      actor: holder, against: loser == holder ? nil : loser, control: .held(party: holder))
  }

  // MARK: Place and time

  private func reach(_ row: EventRow) throws(ImportFault) -> EventMap.Reach {
    guard !row.geoPrecision.isEmpty else {
      return EventMap.Reach(kind: .place, kilometres: map.reaches[1]?.kilometres ?? 10)
    }
    guard let code = Int(row.geoPrecision), let reach = map.reaches[code] else {
      throw .badCode(row.geoPrecision, column: "geographic precision", map: map.name)
    }
    return reach
  }

  private func position(_ row: EventRow) throws(ImportFault) -> Position {
    guard let latitude = Double(row.latitude), let longitude = Double(row.longitude) else {
      throw .badPosition("\(row.latitude), \(row.longitude)")
    }
    let position = Position(longitude: longitude, latitude: latitude)
    guard position.isOnEarth else { throw .badPosition("\(row.latitude), \(row.longitude)") }
    return position
  }

  private func span(
    _ row: EventRow, _ memory: inout Memory
  ) throws(ImportFault) -> (valid: Range<Day>, precision: Claim.Precision) {
    guard let first = memory.day(row.date) else { throw .badDate(row.date, column: "the date") }
    let span: EventMap.Span
    if row.timePrecision.isEmpty {
      span = row.dateEnd.isEmpty ? .day : .given(.day)
    } else {
      guard let code = Int(row.timePrecision), let known = map.spans[code] else {
        throw .badCode(row.timePrecision, column: "temporal precision", map: map.name)
      }
      span = known
    }
    switch span {
    case .day: return (first..<first.advanced(by: 1), .day)
    case .week: return (first.advanced(by: -3)..<first.advanced(by: 4), .week)
    case .month: return (first.month, .month)
    case .given(let precision):
      guard !row.dateEnd.isEmpty else { return (first..<first.advanced(by: 1), precision) }
      guard let last = memory.day(row.dateEnd), last >= first else {
        throw .badDate(row.dateEnd, column: "the last day")
      }
      return (first..<last.advanced(by: 1), precision)
    }
  }

  private func dateBasis(_ row: EventRow) -> String {
    let days = row.dateEnd.isEmpty ? row.date : "\(row.date) to \(row.dateEnd)"
    return row.timePrecision.isEmpty ? days : "\(days), precision \(row.timePrecision)"
  }

  /// The first day on which a source reported it; the data set's silence is read as the last day of the event.
  private func reported(_ row: EventRow, _ valid: Range<Day>) -> Day {
    let last = valid.upperBound.advanced(by: -1)
    let days = row.sourceDates.split(separator: ";").compactMap { EventDate.day($0) }
    return days.filter { $0 >= valid.lowerBound }.min() ?? last
  }

  // MARK: Who says so, and what else the row says

  private func claimant(_ sources: String, _ memory: inout Memory) -> Claim.Claimant {
    if let known = memory.claimants[sources] { return known }
    let parties = Set(sources.split(separator: ";").map { actors.party(ofSource: String($0)) })
    let only = parties.count == 1 ? parties.first.flatMap { $0 } : nil
    let claimant = only.map { Claim.Claimant.party($0) } ?? .thirdParty
    memory.claimants[sources] = claimant
    return claimant
  }

  private func provenance(_ row: EventRow, _ place: EventPlaces.Found) -> Claim.Provenance {
    let kind = [row.type, row.subType].filter { !$0.isEmpty }.joined(separator: " / ")
    let sides = [row.actor1, row.actor2].filter { !$0.isEmpty }.joined(separator: ", ")
    let sentence =
      row.notes.isEmpty ? "\(kind): \(sides); \(row.location), \(row.date)." : row.notes
    return Claim.Provenance(
      report: "\(dataset)-\(row.id)", sentence: sentence,
      sentenceRange: 0..<sentence.unicodeScalars.count,
      placeRange: sentence.scalarRange(of: row.location), rule: "\(map.name): \(kind)")
  }

  /// Deaths of a side where the data set counts sides, else of all; a count of 0 may mean that nobody counted.
  private func figures(
    _ row: EventRow, _ sides: (Side, Side), _ memory: inout Memory
  ) -> [Claim.Figure] {
    var figures: [Claim.Figure] = []
    for (text, side) in [(row.deaths1, sides.0), (row.deaths2, sides.1)] {
      guard let party = side.party, let count = number(text, "deaths", row, &memory), count > 0
      else { continue }
      figures.append(.init(kind: .killed, party: party, low: count, high: count))
    }
    guard figures.isEmpty, let best = number(row.deaths, "deaths", row, &memory), best > 0 else {
      return figures
    }
    let low = Int(row.deathsLow) ?? best
    let high = Int(row.deathsHigh) ?? best
    return [.init(kind: .killed, party: nil, low: min(low, best), high: max(high, best))]
  }

  private func number(
    _ text: String, _ column: String, _ row: EventRow, _ memory: inout Memory
  ) -> Int? {
    if text.isEmpty { return nil }
    if let number = Int(text), number >= 0 { return number }
    memory.tally.add(.badNumber(text, column: column), line: row.line, isLeftOut: false)
    return nil
  }

  private func coding(
    _ row: EventRow, _ place: EventPlaces.Found, _ reach: EventMap.Reach, _ memory: inout Memory
  ) -> Claim.Coding {
    Claim.Coding(
      dataset: dataset, row: row.id, actor: row.actor1, against: row.actor2,
      location: row.location, radiusKilometres: reach.kilometres,
      geoPrecision: Int(row.geoPrecision), timePrecision: Int(row.timePrecision),
      deaths: Int(row.deaths), deathsLow: Int(row.deathsLow), deathsHigh: Int(row.deathsHigh),
      within: place.within, cells: row.cells)
  }

  /// The claim that a row of our own export carries in its tags; nil for all other rows. A row that came from
  /// ACLED in the first place has its other cells where ACLED has them.
  private func ownClaim(_ row: EventRow) throws(ImportFault) -> Claim? {
    guard let cells = ClaimTags.read(row.tags) else { return nil }
    var claim: Claim
    do throws(ClaimRowFault) {
      claim = try claims.claim { cells[$0] ?? "" }
    } catch {
      throw .cell(error)
    }
    if claim.coding?.dataset == dataset {
      claim.coding?.cells = row.cells.compactMap { cell in
        guard cell.column == "tags" else { return cell }
        let others = ClaimTags.others(in: cell.text)
        return others.isEmpty ? nil : .init(column: cell.column, text: others)
      }
    }
    return claim
  }
}

extension Day {
  /// The calendar month the day is in.
  fileprivate var month: Range<Day> {
    let (year, month, day) = civil
    let first = advanced(by: 1 - day)
    let next = Day(year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1)
    return first..<(next ?? advanced(by: 1))
  }
}
