internal import FrontlineControl
internal import FrontlineGeometry

/// A field looked at on the corners of a square grid, only where something may change.
///
/// Blocks of the grid are looked at first. Where their corners agree and are farther from any change than
/// the block is wide, nothing can change inside, because signed distances grow no faster than the
/// way. All other squares are looked at, and then every neighbour that a line leads into, so that no line ends
/// inside the grid.
struct FieldGrid {
  /// Kilometres between corners.
  let step: Double
  let west: Double
  let south: Double
  /// Numbers of corners.
  let columns: Int
  let rows: Int
  let parties: Int

  /// By corner: where its values are, or -1.
  private var slots: [Int32]
  private(set) var tops: [Int32] = []
  private(set) var nexts: [Int32] = []
  /// At most `tauLimit`.
  private(set) var taus: [Double] = []
  /// `parties` a slot, kilometres.
  private(set) var phis: [Double] = []
  private(set) var reaches: [Double] = []
  /// Squares, by their south-western corner, in which a line may run; ascending.
  private(set) var squares: [Int] = []

  private let field: ControlField
  private let scratch: ControlField.Scratch
  /// Squares a block is wide: blocks are looked at first, then their quarters.
  private static let block = 4
  static let tauLimit = 1.5
  /// Beyond this no band is near: tau grows to 1 far behind the line.
  private static let farthest = 0.85

  init(
    _ field: ControlField, west: Double, south: Double, east: Double, north: Double, step: Double
  ) {
    self.field = field
    self.step = step
    self.west = west
    self.south = south
    parties = field.partyCount
    let block = FieldGrid.block
    columns = (Int(((east - west) / step).rounded(.up)) / block + 1) * block + 1
    rows = (Int(((north - south) / step).rounded(.up)) / block + 1) * block + 1
    slots = Array(repeating: -1, count: columns * rows)
    scratch = field.scratch()
    guard !field.isEmpty else { return }
    var isQueued = Array(repeating: false, count: columns * rows)
    var queue: [Int] = []
    func enqueue(_ square: Int) {
      guard !isQueued[square] else { return }
      isQueued[square] = true
      queue.append(square)
    }
    for row in stride(from: 0, to: rows - 1, by: block) {
      for column in stride(from: 0, to: columns - 1, by: block)
      where mayChange(column, row, block) {
        for y in stride(from: row, to: row + block, by: block / 2) {
          for x in stride(from: column, to: column + block, by: block / 2)
          where mayChange(x, y, block / 2) {
            for square in [y * columns + x, (y + 1) * columns + x] {
              enqueue(square)
              enqueue(square + 1)
            }
          }
        }
      }
    }
    var next = 0
    while next < queue.count {
      let square = queue[next]
      next += 1
      let corners = self.corners(of: square).map { look($0) }
      let (column, row) = (square % columns, square / columns)
      if row > 0, changes(corners[0], corners[1]) { enqueue(square - columns) }
      if row < rows - 2, changes(corners[3], corners[2]) { enqueue(square + columns) }
      if column > 0, changes(corners[0], corners[3]) { enqueue(square - 1) }
      if column < columns - 2, changes(corners[1], corners[2]) { enqueue(square + 1) }
    }
    squares = queue.sorted()
  }

  func point(_ corner: Int) -> EqualAreaPlane.Point {
    EqualAreaPlane.Point(
      east: west + Double(corner % columns) * step, north: south + Double(corner / columns) * step)
  }

  /// South-west, south-east, north-east, north-west.
  func corners(of square: Int) -> [Int] {
    [square, square + 1, square + columns + 1, square + columns]
  }

  /// Where a corner's values are; nil if it was never looked at.
  func slot(of corner: Int) -> Int? {
    slots[corner] < 0 ? nil : Int(slots[corner])
  }

  /// The square a point lies in; nil outside the grid.
  func square(at point: EqualAreaPlane.Point) -> Int? {
    let column = Int(((point.east - west) / step).rounded(.down))
    let row = Int(((point.north - south) / step).rounded(.down))
    guard (0..<columns - 1).contains(column), (0..<rows - 1).contains(row) else { return nil }
    return row * columns + column
  }

  private mutating func look(_ corner: Int) -> Int {
    if slots[corner] >= 0 { return Int(slots[corner]) }
    let sample = field.sample(at: point(corner), with: scratch)
    let slot = tops.count
    slots[corner] = Int32(slot)
    tops.append(Int32(sample.top))
    nexts.append(Int32(sample.next))
    taus.append(min(FieldGrid.tauLimit, sample.tau))
    phis += scratch.phi
    reaches += scratch.reach
    return slot
  }

  private mutating func mayChange(_ column: Int, _ row: Int, _ block: Int) -> Bool {
    let corner = row * columns + column
    let slots = [
      corner, corner + block, corner + block * columns, corner + block * columns + block,
    ]
    .map { look($0) }
    let width = Double(block) * step * 2.0.squareRoot()
    for slot in slots {
      guard tops[slot] == tops[slots[0]] else { return true }
      let top = Int(tops[slot])
      let reach = reaches[slot * parties + top]
      if abs(reach) < width { return true }
      // Nothing is drawn where nothing is known, however near the line would be.
      if reach > -width {
        let rival = Int(nexts[slot])
        let margin =
          rival < 0
          ? .infinity : (phis[slot * parties + top] - phis[slot * parties + rival]) / 2
        if margin < width || taus[slot] < FieldGrid.farthest { return true }
      }
    }
    return false
  }

  /// Whether a line crosses the side between two corners.
  private func changes(_ one: Int, _ other: Int) -> Bool {
    let (top, another) = (Int(tops[one]), Int(tops[other]))
    if top != another { return true }
    let band = BandLevel.widest
    if (taus[one] - band) * (taus[other] - band) < 0 { return true }
    return reaches[one * parties + top] * reaches[other * parties + top] < 0
  }
}

/// The shares of certainty that bands are drawn for.
public enum BandLevel {
  /// Chance that the line runs inside the band, the narrowest first.
  public static let all = [0.5, 0.8, 0.95]

  /// How many standard deviations either way hold that share of a normal distribution.
  static let deviations = [0.674_489_75, 1.281_551_57, 1.959_963_98]

  /// The greatest tau of any band, for the default sigma and all near it.
  static let widest = 0.75
}
