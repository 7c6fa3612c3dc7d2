internal import FrontlineClaims
internal import FrontlineControl
internal import FrontlineGazetteer
internal import FrontlineGeometry

extension FrontSymbols {
  /// An arrow that somebody says closes a way into something.
  private struct Access {
    var place: String
    var surrounded: Claim
    /// Of the places in the same sentence, or of the fights at the access.
    var claims: [Claim] = []
    /// Degrees from north over east, where the words name the side.
    var bearing: Double?
  }

  private struct Key: Hashable, Comparable {
    var place: String
    var surrounded: String
    var attacker: String
    var bearing: Int

    static func < (left: Key, right: Key) -> Bool {
      (left.place, left.surrounded, left.attacker, left.bearing)
        < (right.place, right.surrounded, right.attacker, right.bearing)
    }
  }

  /// - Parameter arrows: Of attacks, which an access stands beside.
  func accesses(
    _ inference: ControlModel.Inference, _ words: SymbolWords, arrows: [FrontSymbol]
  ) -> [FrontSymbol] {
    let said = words.claims.filter {
      $0.event == .surrounded && $0.hedge != .denied && words.isRecent($0)
    }
    guard !said.isEmpty else { return [] }
    let fought = foughtOver(inference, words)
    // Who says no more than that it is surrounded, says so too.
    let byTarget = Dictionary(grouping: said) { Target(of: $0) }
    let accesses = said.flatMap { self.accesses(of: $0, words, fought: fought) }
    let grouped = Dictionary(grouping: accesses) {
      Key(
        place: $0.place, surrounded: $0.surrounded.placeID, attacker: $0.surrounded.actor ?? "",
        bearing: $0.bearing.map { Int($0) } ?? -1)
    }
    return grouped.sorted { $0.key < $1.key }
      .compactMap { _, accesses in
        let said = accesses.first.flatMap { byTarget[Target(of: $0.surrounded)] } ?? []
        return symbol(accesses, said: said, inference, words, arrows: arrows)
      }
  }

  /// What is surrounded, and by whom.
  private struct Target: Hashable {
    var place: String
    var attacker: String?

    init(of claim: Claim) { (place, attacker) = (claim.placeID, claim.actor) }
  }

  /// Ways through that are contested or were fought over lately, with the claims that say so.
  private func foughtOver(
    _ inference: ControlModel.Inference, _ words: SymbolWords
  ) -> [(place: PlaceControl, claims: [Claim])] {
    inference.control.places.compactMap { place in
      guard terrain.isNarrow(place.placeID) else { return nil }
      let claims = (words.about[place.placeID] ?? []).filter {
        $0.isOfFighting && words.isRecent($0)
      }
      return place.status.isContested || !claims.isEmpty ? (place, claims) : nil
    }
  }

  private func accesses(
    of claim: Claim, _ words: SymbolWords, fought: [(place: PlaceControl, claims: [Claim])]
  ) -> [Access] {
    guard let target = claim.position else { return [] }
    let named = words.claims.filter { $0.isNamed(withEventOf: claim) && isPoint($0.placeID) }
    if !named.isEmpty {
      return named.map { Access(place: $0.placeID, surrounded: claim, claims: [$0]) }
    }
    let sides = DirectionWords.shipped.read(claim.provenance.sentence)
    let near = fought.filter {
      $0.place.placeID != claim.placeID
        && kilometres(from: $0.place.position, to: claim, at: target) <= SymbolSize.accessReach
    }
    if !sides.bearings.isEmpty {
      return sides.bearings.flatMap { bearing in
        let ways = near.filter { isOn(bearing, $0.place.position, of: target) }
          .map { Access(place: $0.place.placeID, surrounded: claim, claims: $0.claims) }
        // Where a town is attacked from is shown at the town; of an area nobody knows where its edge is meant.
        guard ways.isEmpty, isPoint(claim.placeID), words.positions[claim.placeID] != nil
        else { return ways }
        return [Access(place: claim.placeID, surrounded: claim, bearing: bearing)]
      }
    }
    guard sides.isEverySide else { return [] }
    return near.map { Access(place: $0.place.placeID, surrounded: claim, claims: $0.claims) }
  }

  /// Whether a place is small enough that its position is where it is.
  private func isPoint(_ placeID: String) -> Bool {
    guard let place = terrain.gazetteer.place(id: placeID) else { return true }
    switch place.featureClass {
    case "P", "S", "R": return true
    case "T": return place.radiusKilometres ?? 0 <= 10
    default: return false
    }
  }

  /// How far outside a surrounded area a position lies; 0 inside.
  private func kilometres(from position: Position, to claim: Claim, at target: Position) -> Double {
    let place = terrain.gazetteer.place(id: claim.placeID)
    if let box = place?.extent {
      let nearest = Position(
        longitude: min(box.east, max(box.west, position.longitude)),
        latitude: min(box.north, max(box.south, position.latitude)))
      return greatCircleDistance(from: position, to: nearest) / 1000
    }
    let away = greatCircleDistance(from: position, to: target) / 1000
    return max(0, away - (place?.radiusKilometres ?? 0))
  }

  /// Whether a position lies within 45 degrees of a bearing.
  private func isOn(_ bearing: Double, _ position: Position, of target: Position) -> Bool {
    let point = EqualAreaPlane(origin: target).point(at: position)
    guard let direction = point.direction(ifLongerThan: 0.1) else { return false }
    let wanted = EqualAreaPlane.Point(bearing: bearing)
    return direction.east * wanted.east + direction.north * wanted.north >= 0.7071
  }

  // MARK: Drawing

  private func symbol(
    _ accesses: [Access], said: [Claim], _ inference: ControlModel.Inference, _ words: SymbolWords,
    arrows: [FrontSymbol]
  ) -> FrontSymbol? {
    guard let first = accesses.first, let position = words.positions[first.place] else {
      return nil
    }
    let attacker = first.surrounded.actor
    let sides = Sides(attacker, first.surrounded.against)
    guard let line = line(first, at: position, sides, inference, words, arrows: arrows) else {
      return nil
    }
    let claims = said + accesses.flatMap(\.claims)
    let place = inference.control.places.first { $0.placeID == first.place }
    return FrontSymbol(
      kind: .access, placeID: first.place, name: words.names[first.place] ?? first.place,
      surrounded: first.surrounded.placeName, partyA: sides?.a ?? attacker, partyB: sides?.b,
      attacker: attacker, solidity: words.solidity(of: said), line: line,
      probability: place.flatMap { $0.status.isContested ? $0.probability : nil },
      newest: words.newest(of: said), sources: words.sources(of: said),
      claims: Set(claims.map(\.id)).sorted())
  }

  /// From the side of the attacker's evidence, where that lies outside; else straight from outside.
  private func line(
    _ access: Access, at position: Position, _ sides: Sides?, _ inference: ControlModel.Inference,
    _ words: SymbolWords, arrows: [FrontSymbol]
  ) -> LineString? {
    let plane = EqualAreaPlane(origin: position)
    if let bearing = access.bearing {
      return SymbolAxis(plane: plane, normal: .init(bearing: bearing), isSided: true)
        .arrow(from: 1, tip: SymbolSize.bar / 2)
    }
    let isTaken = arrows.contains {
      $0.placeID == access.place && $0.attacker == access.surrounded.actor
    }
    let shift = isTaken ? SymbolSize.beside : 0
    if let sides, let attacker = access.surrounded.actor,
      let axis = axis(at: position, sides, inference, words), axis.isSided
    {
      return axis.arrow(from: attacker == sides.a ? 1 : -1, shift: shift)
    }
    guard let target = access.surrounded.position,
      let inward = plane.point(at: target).direction(ifLongerThan: 0.1)
    else { return nil }
    let outward = EqualAreaPlane.Point(east: -inward.east, north: -inward.north)
    return SymbolAxis(plane: plane, normal: outward, isSided: true).arrow(from: 1, shift: shift)
  }
}

extension Claim {
  /// Whether it tells of another place in the same sentence where something closes in.
  fileprivate func isNamed(withEventOf claim: Claim) -> Bool {
    guard provenance.report == claim.provenance.report, !provenance.sentence.isEmpty,
      provenance.sentenceRange == claim.provenance.sentenceRange,
      provenance.sentence == claim.provenance.sentence, placeID != claim.placeID, coding == nil
    else { return false }
    switch event {
    case .attack, .fighting, .massing, .surrounded: return true
    default: return false
    }
  }
}

extension EqualAreaPlane.Point {
  /// Of length 1.
  /// - Parameter bearing: Degrees from north over east.
  fileprivate init(bearing: Double) {
    let angle = bearing * .pi / 180
    self.init(east: sine(angle), north: cosine(angle))
  }
}
