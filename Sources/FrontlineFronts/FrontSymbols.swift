public import FrontlineClaims
public import FrontlineControl
internal import FrontlineGeometry
internal import FrontlineReports

/// Sets symbols for fights where too little is known to draw a border.
///
/// A contested place gets a bar across the axis between the two sides if it is a way through, such as a pass, or if no
/// front line comes near it; and an arrow for each party that is said to attack it. What is said to be surrounded gets
/// an arrow at each access that the same sentence names, or, where it says from every side, at those fought over
/// lately. It never gets a ring: nobody has said where that would run.
public struct FrontSymbols: Sendable {
  let terrain: SymbolTerrain
  private let publishers: [String: String]

  /// - Parameter publishers: By report id, who published it; a report that is missing is its own source.
  public init(terrain: SymbolTerrain, publishers: [String: String] = [:]) {
    self.terrain = terrain
    self.publishers = publishers
  }

  /// - Parameters:
  ///   - fronts: What is drawn of the same day and view.
  ///   - claims: Those that the inference was made from; later ones and what the view does not hear are left out.
  /// - Returns: Bars, then arrows, then accesses; each by place.
  public func symbols(
    of inference: ControlModel.Inference, fronts: Fronts, claims: [Claim]
  ) -> [FrontSymbol] {
    let words = SymbolWords(claims, of: inference.control, publishers: publishers)
    var bars: [FrontSymbol] = []
    var arrows: [FrontSymbol] = []
    for (place, radius) in contested(inference) {
      let about = words.about[place.placeID] ?? []
      guard !about.isEmpty,
        terrain.isNarrow(place.placeID) || !fronts.hasLine(within: radius, of: place.position),
        let sides = sides(of: place, about),
        let axis = axis(at: place.position, sides, inference, words)
      else { continue }
      bars.append(bar(place, about, sides, axis, words))
      arrows += self.arrows(place, about, sides, axis, words)
    }
    return bars + arrows + accesses(inference, words, arrows: arrows)
  }

  private func contested(
    _ inference: ControlModel.Inference
  ) -> [(place: PlaceControl, radius: Double)] {
    Statuses(inference).contested.map { ($0.place, $0.radius) }
      .sorted { $0.place.placeID < $1.place.placeID }
  }

  func axis(
    at position: Position, _ sides: Sides, _ inference: ControlModel.Inference,
    _ words: SymbolWords
  ) -> SymbolAxis? {
    SymbolAxis(
      at: position, between: sides.a, and: sides.b, inference, positions: words.positions,
      corridors: terrain.corridors)
  }
}

// MARK: Sides

extension FrontSymbols {
  /// Two parties, sorted by id.
  struct Sides: Hashable {
    var a: String
    var b: String

    init?(_ one: String?, _ other: String?) {
      guard let one, let other, one != other else { return nil }
      (a, b) = (min(one, other), max(one, other))
    }

    func other(than party: String) -> String { party == a ? b : a }
    func contains(_ party: String) -> Bool { party == a || party == b }
  }

  /// The two that most claims about the place name together; without such claims, the first two that contest it.
  private func sides(of place: PlaceControl, _ about: [Claim]) -> Sides? {
    let parties = place.status.parties
    var counts: [Sides: Int] = [:]
    for claim in about {
      guard let sides = Sides(claim.actor, claim.against), parties.contains(sides.a),
        parties.contains(sides.b)
      else { continue }
      counts[sides, default: 0] += 1
    }
    let most = counts.max { ($0.value, $1.key.a, $1.key.b) < ($1.value, $0.key.a, $0.key.b) }
    return most?.key ?? Sides(parties.first, parties.dropFirst().first)
  }
}

// MARK: Bars and arrows

extension FrontSymbols {
  private func bar(
    _ place: PlaceControl, _ about: [Claim], _ sides: Sides, _ axis: SymbolAxis,
    _ words: SymbolWords
  ) -> FrontSymbol {
    let fights = about.filter(\.isOfFighting)
    // That two sides each say they hold it is no word of either that it is fought over.
    let solidity = words.solidity(of: fights)
    let shown = fights.isEmpty ? about : fights
    return FrontSymbol(
      kind: .bar, placeID: place.placeID, name: place.name, partyA: sides.a, partyB: sides.b,
      solidity: solidity, line: axis.bar, probability: place.probability,
      newest: words.newest(of: shown), sources: words.sources(of: shown),
      claims: shown.map(\.id).sorted())
  }

  private func arrows(
    _ place: PlaceControl, _ about: [Claim], _ sides: Sides, _ axis: SymbolAxis,
    _ words: SymbolWords
  ) -> [FrontSymbol] {
    guard axis.isSided else { return [] }
    let attacks = Dictionary(grouping: about.filter(words.isRecent)) { $0.attacker(of: sides) }
    return [sides.a, sides.b].compactMap { attacker in
      guard let claims = attacks[attacker] else { return nil }
      return FrontSymbol(
        kind: .arrow, placeID: place.placeID, name: place.name, partyA: sides.a, partyB: sides.b,
        attacker: attacker, solidity: words.solidity(of: claims),
        line: axis.arrow(from: attacker == sides.a ? 1 : -1), probability: place.probability,
        newest: words.newest(of: claims), sources: words.sources(of: claims),
        claims: claims.map(\.id).sorted())
    }
  }
}

extension Claim {
  /// The side that attacks, if the claim says so; in a fight, the one that is said to fight the other.
  fileprivate func attacker(of sides: FrontSymbols.Sides) -> String? {
    let attacker: String?
    switch event {
    case .attack, .entered: attacker = actor ?? against.map(sides.other(than:))
    case .attackRepelled: attacker = against ?? actor.map(sides.other(than:))
    case .fighting: attacker = against == nil ? nil : actor
    default: attacker = nil
    }
    return attacker.flatMap { sides.contains($0) ? $0 : nil }
  }
}

extension Fronts {
  /// Whether a front line, not the mere edge of contested land, comes so near, kilometres.
  fileprivate func hasLine(within radius: Double, of position: Position) -> Bool {
    let plane = EqualAreaPlane(origin: position)
    // The line ends at the edge of contested land, which is a polygon on a grid.
    let square = (radius + 0.2) * (radius + 0.2)
    return lines.contains { line in
      line.kind == .line
        && line.lines.contains { line in
          // No corner is farther from the first than the line is long.
          let start = line.positions.first.map {
            greatCircleDistance(from: position, to: $0) / 1000
          }
          guard let start, start <= radius + 0.2 + line.lengthKilometres else { return false }
          let corners = line.positions.map(plane.point(at:))
          return zip(corners, corners.dropFirst()).contains { start, end in
            squaredDistance(from: start, to: end) <= square
          }
        }
    }
  }

  /// Of the origin from a side.
  private func squaredDistance(
    from start: EqualAreaPlane.Point, to end: EqualAreaPlane.Point
  ) -> Double {
    let (east, north) = (end.east - start.east, end.north - start.north)
    let square = east * east + north * north
    let share =
      square > 0 ? min(1, max(0, -(start.east * east + start.north * north) / square)) : 0
    let foot = EqualAreaPlane.Point(
      east: start.east + share * east, north: start.north + share * north)
    return foot.squaredDistance(to: EqualAreaPlane.Point(east: 0, north: 0))
  }
}
