internal import FrontlineGeometry

/// The places of a gold report: their spellings in the text, and their points.
struct GoldPlaces {
  /// In the order in which the gold names them.
  private var order: [String] = []
  private var names: [String: [String]] = [:]
  private var cores: [String: Set<String>] = [:]
  private var points: [String: [Position]] = [:]

  init(_ gold: GoldReport) {
    for mention in gold.mentions {
      let place = mention.place
      if names[place] == nil {
        order.append(place)
        names[place] = [place]
        cores[place] = [NameComparison.core(place)]
      }
      names[place]?.append(mention.text)
      cores[place]?.insert(NameComparison.core(mention.text))
      if let point = mention.point { points[place, default: []].append(point) }
    }
  }

  /// The places a name may mean: those of exactly that name, or else those of a name that is the same in another
  /// spelling.
  func named(_ name: String) -> [String] {
    guard !name.isEmpty else { return [] }
    let core = NameComparison.core(name)
    let exact = order.filter { cores[$0]?.contains(core) == true }
    guard exact.isEmpty else { return exact }
    return order.filter { place in
      names[place]?.contains { NameComparison.isSame(name, $0) } == true
    }
  }

  /// Whether an extracted claim may be about the place of a gold claim.
  ///
  /// It is if it has its name, or lies within the radius of one of its points, unless it has the name of another
  /// place of the text. A point farther away than the gold's own limit is a namesake.
  func fits(_ item: ClaimItem, _ claim: GoldReport.Claim, radiusKilometres: Double) -> Bool {
    let own = points[claim.place] ?? []
    if let limit = claim.nearKilometres, let nearest = nearest(own, to: item.position),
      nearest > limit
    {
      return false
    }
    if item.named.contains(claim.place) { return true }
    guard item.named.isEmpty, let distance = nearest(own + claim.alsoAt, to: item.position) else {
      return false
    }
    return distance <= radiusKilometres
  }

  private func nearest(_ points: [Position], to position: Position?) -> Double? {
    position.flatMap { position in points.map { kilometres($0, position) }.min() }
  }
}

func kilometres(_ first: Position, _ second: Position) -> Double {
  greatCircleDistance(from: first, to: second) / 1000
}
