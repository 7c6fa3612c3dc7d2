/// Rows of a tab separated text, as ranges of its bytes: no quoting, one row a line.
///
/// Blank lines and lines that start with `#` are passed over; CR LF, a byte order mark and blanks round
/// cells are harmless.
struct TabReader {
  private let bytes: [UInt8]
  private var next = 0
  private var lineStart = 0
  /// The line of the row, 1-based.
  private(set) var line = 0
  /// The cells of the row, without blanks round them.
  private(set) var cells: [Range<Int>] = []

  init(_ text: String) {
    self.init(Array(text.utf8))
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { next = 3 }
  }

  /// Goes to the next row; false at the end.
  mutating func readRow() -> Bool {
    while next < bytes.count {
      line += 1
      lineStart = next
      splitLine()
      let isBlank = cells.allSatisfy { $0.isEmpty }
      if !isBlank, bytes[lineStart] != 0x23 { return true }
    }
    return false
  }

  func text(_ cell: Int) -> String {
    String(decoding: bytes[cells[cell]], as: UTF8.self)
  }

  func bytes(_ cell: Int) -> ArraySlice<UInt8> {
    bytes[cells[cell]]
  }

  /// The number in a cell: an optional sign, digits, and an optional point with digits. Nil for anything else.
  func number(_ cell: Int) -> Double? {
    var rest = bytes[cells[cell]]
    let isNegative = rest.first == 0x2D
    if isNegative || rest.first == 0x2B { rest.removeFirst() }
    var digits = 0
    var decimals = 0
    var value: UInt64 = 0
    var hasPoint = false
    for byte in rest {
      if byte == 0x2E, !hasPoint {
        hasPoint = true
      } else if (0x30...0x39).contains(byte) {
        digits += 1
        if hasPoint { decimals += 1 }
        if digits <= 18 { value = value * 10 + UInt64(byte - 0x30) }
      } else {
        return nil
      }
    }
    guard digits > 0 else { return nil }
    // Exact up to 2^53 over a power of ten that a Double holds exactly; longer numbers take the slow way,
    // which like this one knows no locale.
    guard digits <= 15 else { return Double(text(cell)) }
    let magnitude = Double(value) / TabReader.powersOfTen[decimals]
    return isNegative ? -magnitude : magnitude
  }

  /// The column of a cell in its line, 1-based, in Unicode scalars.
  func column(_ cell: Int) -> Int {
    bytes[lineStart..<cells[cell].lowerBound].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  private mutating func splitLine() {
    cells.removeAll(keepingCapacity: true)
    var start = next
    while next < bytes.count, bytes[next] != 0x0A {
      if bytes[next] == 0x09 {
        cells.append(trimmed(start..<next))
        start = next + 1
      }
      next += 1
    }
    cells.append(trimmed(start..<next))
    next += 1
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, bytes[lower] == 0x20 { lower += 1 }
    while upper > lower, bytes[upper - 1] == 0x20 || bytes[upper - 1] == 0x0D { upper -= 1 }
    return lower..<upper
  }
}
