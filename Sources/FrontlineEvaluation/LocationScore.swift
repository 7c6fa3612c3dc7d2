internal import FrontlineGeometry

/// How near the places were put, of the names that were found and whose place the gold knows.
public struct LocationScore: Hashable, Sendable {
  public struct Counts: Hashable, Sendable {
    public var names = 0
    public var within25 = 0
    public var within161 = 0

    static func += (left: inout Counts, more: Counts) {
      left.names += more.names
      left.within25 += more.within25
      left.within161 += more.within161
    }
  }

  public var all = Counts()
  /// Without countries, provinces and regions, whose middle is a matter of taste.
  public var points = Counts()

  static let areaKinds: Set<String> = ["country", "province", "region"]

  init(all: Counts = Counts(), points: Counts = Counts()) {
    self.all = all
    self.points = points
  }

  /// - Parameter found: The names found and where they were put, in text order.
  init(_ found: [(name: String, position: Position?)], gold: GoldReport) {
    var spots: [String: [Position]] = [:]
    var areas: Set<String> = []
    var left: [String: Int] = [:]
    for mention in gold.mentions {
      let name = NameComparison.core(mention.text)
      left[name, default: 0] += mention.count
      guard let point = mention.point else { continue }
      spots[name, default: []].append(point)
      if Self.areaKinds.contains(mention.kind) { areas.insert(name) }
    }
    for item in found {
      let name = NameComparison.core(item.name)
      guard let points = spots[name], left[name, default: 0] > 0 else { continue }
      left[name, default: 0] -= 1
      let nearest = item.position.flatMap { at in points.map { kilometres(at, $0) }.min() }
      let counted = Counts(
        names: 1, within25: nearest.map { $0 <= 25 ? 1 : 0 } ?? 0,
        within161: nearest.map { $0 <= 161 ? 1 : 0 } ?? 0)
      all += counted
      if !areas.contains(name) { self.points += counted }
    }
  }

  static func += (left: inout LocationScore, more: LocationScore) {
    left.all += more.all
    left.points += more.points
  }
}
