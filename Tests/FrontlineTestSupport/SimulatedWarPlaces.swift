internal import FrontlineGeometry

extension SeededGenerator {
  /// A number of 0 ..< 1.
  mutating func share() -> Double { Double(next() >> 11) * 0x1p-53 }

  mutating func between(_ low: Double, _ high: Double) -> Double { low + share() * (high - low) }
}

extension SimulatedWar {
  /// Points of a country, drawn at random with some space between them.
  ///
  /// - Parameters:
  ///   - spacing: The least distance, as a share of the root of the area that each has: at most 0.7.
  ///   - keep: The chance that a point drawn is kept.
  static func points(
    _ count: Int, halfWidth: Double, halfHeight: Double, spacing: Double = 0.55, seed: Int,
    area: Double? = nil, keep: (SimulatedPoint) -> Double = { _ in 1 }
  ) -> [SimulatedPoint] {
    var random = SeededGenerator(seed: seed)
    let area = area ?? 4 * halfWidth * halfHeight
    let least = spacing * (area / Double(count)).squareRoot()
    var drawn = SpacedPoints(least: least)
    var tries = 0
    while drawn.points.count < count, tries < 400 * count + 10_000 {
      tries += 1
      let point = SimulatedPoint(
        random.between(-halfWidth, halfWidth), random.between(-halfHeight, halfHeight))
      if random.share() < keep(point) { drawn.insert(point) }
    }
    return drawn.points
  }

  /// Towns with made-up names, some of which are used more than once.
  static func towns(_ positions: [Position], seed: Int) -> [Town] {
    var random = SeededGenerator(seed: seed ^ 0x7077)
    return positions.map { position in
      let name =
        random.pick(["Ka", "Lo", "Ver", "Mi", "Dro", "Pe", "Zo", "Sta", "Bor", "Ili", "Hal"])
        + random.pick(["ba", "ni", "stri", "lo", "me", "ro", "va", "den", "ku"])
        + random.pick(["", "na", "mir", "le", "so", "tal"])
        + random.pick(["rin", "ne", "sk", "ka", "holm", "vik", "pil", "mar"])
      return Town(
        name: name,
        position: Position(
          longitude: rounded(position.longitude), latitude: rounded(position.latitude)))
    }
  }

  private static func rounded(_ degrees: Double) -> Double {
    (degrees * 100_000).rounded() / 100_000
  }
}

/// Points no two of which are nearer than some distance.
private struct SpacedPoints {
  private struct Cell: Hashable {
    var east: Int
    var north: Int
  }

  let least: Double
  private(set) var points: [SimulatedPoint] = []
  private var cells: [Cell: [Int]] = [:]

  init(least: Double) {
    self.least = least
  }

  mutating func insert(_ point: SimulatedPoint) {
    let cell = Cell(
      east: Int((point.east / least).rounded(.down)),
      north: Int((point.north / least).rounded(.down)))
    for east in -1...1 {
      for north in -1...1 {
        let near = cells[Cell(east: cell.east + east, north: cell.north + north)] ?? []
        if near.contains(where: { points[$0].distance(to: point) < least }) { return }
      }
    }
    cells[cell, default: []].append(points.count)
    points.append(point)
  }
}
