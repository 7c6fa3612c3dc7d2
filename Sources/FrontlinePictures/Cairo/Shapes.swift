/// A point of a page: right and down from its upper left corner.
struct PagePoint: Hashable, Sendable {
  var x: Double
  var y: Double

  static func + (left: PagePoint, right: PagePoint) -> PagePoint {
    PagePoint(x: left.x + right.x, y: left.y + right.y)
  }
  static func - (left: PagePoint, right: PagePoint) -> PagePoint {
    PagePoint(x: left.x - right.x, y: left.y - right.y)
  }
  static func * (left: PagePoint, factor: Double) -> PagePoint {
    PagePoint(x: left.x * factor, y: left.y * factor)
  }

  var length: Double { (x * x + y * y).squareRoot() }
}

/// A box of a page.
struct PageBox: Hashable, Sendable {
  var left: Double
  var top: Double
  var width: Double
  var height: Double

  var right: Double { left + width }
  var bottom: Double { top + height }
  var middle: PagePoint { PagePoint(x: left + width / 2, y: top + height / 2) }

  func overlaps(_ other: PageBox) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  func contains(_ other: PageBox) -> Bool {
    left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
  }

  func contains(_ point: PagePoint) -> Bool {
    (left...right).contains(point.x) && (top...bottom).contains(point.y)
  }

  /// Smaller by a margin on each side; larger if that is negative.
  func inset(_ margin: Double) -> PageBox {
    PageBox(
      left: left + margin, top: top + margin, width: width - 2 * margin,
      height: height - 2 * margin)
  }
}

/// Lines and rings on a page.
struct PagePath: Hashable, Sendable {
  enum Step: Hashable, Sendable {
    case move(PagePoint)
    case line(PagePoint)
    /// A cubic Bézier curve: two control points and its end.
    case curve(PagePoint, PagePoint, PagePoint)
    case circle(PagePoint, radius: Double)
    case close
  }

  var steps: [Step] = []

  static func rectangle(_ box: PageBox) -> PagePath {
    polygon([
      PagePoint(x: box.left, y: box.top), PagePoint(x: box.right, y: box.top),
      PagePoint(x: box.right, y: box.bottom), PagePoint(x: box.left, y: box.bottom),
    ])
  }

  static func polygon(_ points: [PagePoint]) -> PagePath {
    var path = PagePath()
    path.add(points, isRing: true)
    return path
  }

  static func line(_ points: [PagePoint]) -> PagePath {
    var path = PagePath()
    path.add(points, isRing: false)
    return path
  }

  static func circle(_ centre: PagePoint, radius: Double) -> PagePath {
    PagePath(steps: [.circle(centre, radius: radius)])
  }

  mutating func add(_ points: [PagePoint], isRing: Bool) {
    guard let first = points.first else { return }
    steps.append(.move(first))
    steps += points.dropFirst().map { .line($0) }
    if isRing { steps.append(.close) }
  }
}

/// A colour with how much it covers, each part 0 to 1.
struct Ink: Hashable, Sendable {
  var red: Double
  var green: Double
  var blue: Double
  var alpha = 1.0

  /// - Parameter hex: `#rrggbb`; grey for anything else.
  init(_ hex: String, alpha: Double = 1) {
    let isHex = hex.utf8.count == 7 && hex.hasPrefix("#")
    let digits = (isHex ? UInt32(hex.dropFirst(), radix: 16) : nil) ?? 0x9E9E9E
    red = Double(digits >> 16 & 255) / 255
    green = Double(digits >> 8 & 255) / 255
    blue = Double(digits & 255) / 255
    self.alpha = alpha
  }

  func covering(_ alpha: Double) -> Ink {
    var ink = self
    ink.alpha = alpha
    return ink
  }

  /// Nearer to black by a share, so that words in it can be read.
  func darker(_ share: Double) -> Ink {
    var ink = self
    ink.red *= 1 - share
    ink.green *= 1 - share
    ink.blue *= 1 - share
    return ink
  }
}

/// How a line is drawn.
struct Pen: Hashable, Sendable {
  var ink: Ink
  var width: Double
  /// Lengths of strokes and gaps; empty for a line without gaps.
  var dashes: [Double] = []
  var isRound = true
}

/// A size and weight of the system's sans-serif letters.
struct Font: Hashable, Sendable {
  var size: Double
  var isBold = false
  var isItalic = false
}
