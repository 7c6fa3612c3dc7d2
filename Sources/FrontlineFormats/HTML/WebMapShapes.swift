import FrontlineGeometry

/// The shapes of a page, each once, in whole steps of a grid of 1e-5 degree (1 m).
///
/// When there are too many positions, corners that lie near the line between their neighbours are left out. Which
/// ones is decided by a corner and its neighbours alone, whichever way they are walked, so that two areas
/// that share a border lose the same corners of it.
struct WebMapShapes {
  static let perDegree = 100_000

  /// Positions as x, y, x, y and so on.
  enum Shape: Hashable {
    case point([Int32])
    case lines([[Int32]])
    case polygons([[[Int32]]])

    var coordinates: Int {
      switch self {
      case .point(let numbers): numbers.count
      case .lines(let lines): lines.reduce(0) { $0 + $1.count }
      case .polygons(let polygons):
        polygons.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } }
      }
    }
  }

  private(set) var shapes: [Shape] = []
  private var numbers: [Shape: Int] = [:]
  /// How many numbers all shapes have.
  private(set) var coordinates = 0
  /// How far a corner may lie off the line that takes its place, in steps; 0 if none is left out.
  private(set) var tolerance = 0.0
  /// How long a step of longitude is, in steps of latitude.
  private let squeeze: Double

  /// - Parameter squeeze: The cosine of the map's latitude.
  init(squeeze: Double) {
    self.squeeze = squeeze
  }

  /// The number of a shape; nil if nothing is left of it on the grid.
  mutating func number(of geometry: Geometry) -> Int? {
    guard let shape = Self.onGrid(geometry).map(simplified) else { return nil }
    if let known = numbers[shape] { return known }
    let number = shapes.count
    shapes.append(shape)
    numbers[shape] = number
    coordinates += shape.coordinates
    return number
  }

  /// Leaves out more corners, of the shapes that are there and of those to come.
  mutating func simplify(tolerance: Double) {
    self.tolerance = tolerance
    for index in shapes.indices { shapes[index] = simplified(shapes[index]) }
    numbers = Dictionary(zip(shapes, shapes.indices)) { first, _ in first }
    coordinates = shapes.reduce(0) { $0 + $1.coordinates }
  }

  /// How many numbers some of the shapes have.
  func coordinates(of used: Set<Int>) -> Int {
    used.reduce(0) { $0 + shapes[$1].coordinates }
  }

  // MARK: Onto the grid

  private static func onGrid(_ geometry: Geometry) -> Shape? {
    switch geometry {
    case .point(let position):
      return position.isOnEarth ? .point(steps([position])) : nil
    case .lines(let lines):
      let kept = lines.map { steps($0.positions) }.filter { $0.count >= 4 }
      return kept.isEmpty ? nil : .lines(kept)
    case .polygons(let polygons):
      let kept = polygons.compactMap(rings)
      return kept.isEmpty ? nil : .polygons(kept)
    }
  }

  /// Rings without their last corner, which is the first; those of fewer than three corners are left out.
  private static func rings(_ polygon: Polygon) -> [[Int32]]? {
    let rings = ([polygon.exterior] + polygon.holes).map { ring in
      var steps = steps(ring.positions)
      while steps.count > 2, steps.prefix(2) == steps.suffix(2) { steps.removeLast(2) }
      return steps
    }
    guard let exterior = rings.first, exterior.count >= 6 else { return nil }
    return [exterior] + rings.dropFirst().filter { $0.count >= 6 }
  }

  /// Each position different from the one before it; those not on the Earth are left out.
  private static func steps(_ positions: [Position]) -> [Int32] {
    var steps: [Int32] = []
    steps.reserveCapacity(positions.count * 2)
    for position in positions where position.isOnEarth {
      let x = Int32((position.longitude * Double(perDegree)).rounded())
      let y = Int32((position.latitude * Double(perDegree)).rounded())
      if steps.count >= 2, steps[steps.count - 2] == x, steps[steps.count - 1] == y { continue }
      steps.append(x)
      steps.append(y)
    }
    return steps
  }

  // MARK: Leaving out corners

  private func simplified(_ shape: Shape) -> Shape {
    guard tolerance > 0 else { return shape }
    switch shape {
    case .point: return shape
    case .lines(let lines): return .lines(lines.map { thinned($0, isRing: false) })
    case .polygons(let polygons):
      return .polygons(polygons.map { $0.map { thinned($0, isRing: true) } })
    }
  }

  /// Several rounds, since neighbours are never left out in the same one.
  private func thinned(_ steps: [Int32], isRing: Bool) -> [Int32] {
    var steps = steps
    for _ in 0..<6 {
      let next = thinnedOnce(steps, isRing: isRing)
      if next.count == steps.count || (isRing && next.count < 8) { return steps }
      steps = next
    }
    return steps
  }

  private func thinnedOnce(_ steps: [Int32], isRing: Bool) -> [Int32] {
    let count = steps.count / 2
    guard count > (isRing ? 4 : 2) else { return steps }
    let ranks = (0..<count).map { rank($0, steps, count, isRing: isRing) }
    var kept: [Int32] = []
    kept.reserveCapacity(steps.count)
    for index in 0..<count {
      let before = ranks[(index + count - 1) % count]
      let after = ranks[(index + 1) % count]
      if let own = ranks[index], own > (before ?? 0), own > (after ?? 0) { continue }
      kept.append(steps[2 * index])
      kept.append(steps[2 * index + 1])
    }
    return kept
  }

  /// Nil for a corner that has to stay; else a number that depends on where it lies and nothing else.
  private func rank(_ index: Int, _ steps: [Int32], _ count: Int, isRing: Bool) -> UInt64? {
    if !isRing, index == 0 || index == count - 1 { return nil }
    func corner(_ index: Int) -> (x: Double, y: Double) {
      let index = (index + count) % count
      return (Double(steps[2 * index]) * squeeze, Double(steps[2 * index + 1]))
    }
    let (a, b, corner) = (corner(index - 1), corner(index + 1), corner(index))
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let length = (dx * dx + dy * dy).squareRoot()
    let off =
      length > 0
      ? abs(dx * (corner.y - a.y) - dy * (corner.x - a.x)) / length
      : ((corner.x - a.x) * (corner.x - a.x) + (corner.y - a.y) * (corner.y - a.y)).squareRoot()
    guard off <= tolerance else { return nil }
    let x = UInt64(UInt32(bitPattern: steps[2 * index]))
    let y = UInt64(UInt32(bitPattern: steps[2 * index + 1]))
    // SplitMix64's mixing of the position (Steele, Lea and Flood 2014), so that no direction is preferred.
    var mixed = (x << 32 | y) &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return (mixed ^ (mixed >> 31)) | 1
  }
}

extension WebMapShapes.Shape {
  /// The first position and then the steps from one to the next, in brackets.
  func append(to text: inout [UInt8]) {
    switch self {
    case .point(let numbers): Self.append(numbers, to: &text)
    case .lines(let lines): Self.append(lines, to: &text) { Self.append($0, to: &$1) }
    case .polygons(let polygons):
      Self.append(polygons, to: &text) { rings, text in
        Self.append(rings, to: &text) { Self.append($0, to: &$1) }
      }
    }
  }

  private static func append(_ numbers: [Int32], to text: inout [UInt8]) {
    text.add("[")
    var (x, y): (Int32, Int32) = (0, 0)
    for index in stride(from: 0, to: numbers.count, by: 2) {
      if index > 0 { text.add(",") }
      text.add(String(numbers[index] - x))
      text.add(",")
      text.add(String(numbers[index + 1] - y))
      (x, y) = (numbers[index], numbers[index + 1])
    }
    text.add("]")
  }

  private static func append<Part>(
    _ parts: [Part], to text: inout [UInt8], _ write: (Part, inout [UInt8]) -> Void
  ) {
    text.add("[")
    for (index, part) in parts.enumerated() {
      if index > 0 { text.add(",") }
      write(part, &text)
    }
    text.add("]")
  }
}
