internal import FrontlineGeometry

/// What stands in a `coordinates` element, read in one pass over its bytes, since a ring may have a million tuples.
struct KMLCoordinates {
  private(set) var count = 0
  /// The first and the last tuple as written; empty if there is none.
  private(set) var first = ""
  private(set) var last = ""
  /// What is wrong with the first tuple that is wrong.
  private(set) var fault: String?
  /// Whether all tuples could be read, be they on the Earth or not.
  private(set) var isReadable = true
  /// The first tuple without a height.
  private(set) var flat: String?
  /// Longitudes and latitudes; empty if not asked for.
  private(set) var positions: [Position] = []

  init(of node: KMLNode, keepsPositions: Bool = false) {
    self = node.tree.withText(of: node.index) { KMLCoordinates($0, keepsPositions: keepsPositions) }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, keepsPositions: Bool) {
    var index = 0
    var ends = (first: 0..<0, last: 0..<0)
    while true {
      while index < bytes.count, bytes[index].isXMLSpace { index += 1 }
      guard index < bytes.count else { break }
      let start = index
      while index < bytes.count, !bytes[index].isXMLSpace { index += 1 }
      count += 1
      if count == 1 { ends.first = start..<index }
      ends.last = start..<index
      read(UnsafeBufferPointer(rebasing: bytes[start..<index]), keepsPositions)
    }
    first = String(decoding: Self.withoutCommas(bytes[ends.first]), as: UTF8.self)
    last = String(decoding: Self.withoutCommas(bytes[ends.last]), as: UTF8.self)
    if count == 0 { fault = "it holds no tuple" }
  }

  /// OGC's suite passes over commas at the end of a tuple, as viewers do.
  private static func withoutCommas(
    _ tuple: Slice<UnsafeBufferPointer<UInt8>>
  ) -> UnsafeBufferPointer<UInt8> {
    var tuple = tuple
    while tuple.last == UInt8(ascii: ",") { tuple.removeLast() }
    return UnsafeBufferPointer(rebasing: tuple)
  }

  /// `longitude,latitude` or `longitude,latitude,altitude`, in decimals.
  private mutating func read(_ whole: UnsafeBufferPointer<UInt8>, _ keepsPositions: Bool) {
    let tuple = Self.withoutCommas(whole[...])
    var numbers: (Double, Double) = (0, 0)
    var parts = 0
    var start = 0
    while start <= tuple.count {
      var end = start
      while end < tuple.count, tuple[end] != UInt8(ascii: ",") { end += 1 }
      guard parts < 3, let number = Self.decimal(UnsafeBufferPointer(rebasing: tuple[start..<end]))
      else {
        isReadable = false
        return note(whole, Self.notATuple)
      }
      if parts == 0 { numbers.0 = number }
      if parts == 1 { numbers.1 = number }
      parts += 1
      start = end + 1
    }
    guard parts >= 2 else {
      isReadable = false
      return note(whole, Self.notATuple)
    }
    if parts == 2, flat == nil { flat = String(decoding: tuple, as: UTF8.self) }
    // In single precision, as OGC's suite has it: what rounding puts past the date line is no fault.
    if abs(Float(numbers.0)) > 180 { note(whole, Self.farEast) }
    if abs(Float(numbers.1)) > 90 { note(whole, Self.farNorth) }
    if keepsPositions { positions.append(Position(longitude: numbers.0, latitude: numbers.1)) }
  }

  private mutating func note(_ tuple: UnsafeBufferPointer<UInt8>, _ words: String) {
    if fault == nil { fault = "'\(String(decoding: tuple.prefix(80), as: UTF8.self))' \(words)" }
  }

  private static let notATuple =
    "is not longitude,latitude or longitude,latitude,altitude in decimals without a space between"
  private static let farEast = "has a longitude that is not within -180 and 180"
  private static let farNorth =
    "has a latitude that is not within -90 and 90; the longitude comes first"

  /// Digits, perhaps with a sign, a point and an exponent, which programs write for what is almost zero; no `NaN`.
  static func decimal(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    var value = 0.0
    var unit = 1.0
    var digits = 0
    var sawPoint = false
    for (offset, byte) in text.enumerated() {
      switch byte {
      case 0x30...0x39:
        value = value * 10 + Double(byte - 0x30)
        digits += 1
        if sawPoint { unit *= 10 }
      case UInt8(ascii: ".") where !sawPoint: sawPoint = true
      case UInt8(ascii: "+") where offset == 0, UInt8(ascii: "-") where offset == 0: break
      case UInt8(ascii: "e") where digits > 0, UInt8(ascii: "E") where digits > 0:
        return scientific(text, exponent: text[(offset + 1)...])
      default: return nil
      }
    }
    guard digits > 0 else { return nil }
    if digits > 300 { return Double(String(decoding: text, as: UTF8.self)) }
    return text.first == UInt8(ascii: "-") ? -value / unit : value / unit
  }

  private static func scientific(
    _ text: UnsafeBufferPointer<UInt8>, exponent: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Double? {
    let isSigned = exponent.first == UInt8(ascii: "-") || exponent.first == UInt8(ascii: "+")
    let digits = exponent.dropFirst(isSigned ? 1 : 0)
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Double(String(decoding: text, as: UTF8.self))
  }
}
