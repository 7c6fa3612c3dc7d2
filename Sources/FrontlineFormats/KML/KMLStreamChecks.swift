internal import FrontlineXML

/// The tests of ``KMLChecks`` while a document is read: quick, but without an explanation.
///
/// Where ``isClean`` says yes, the document passes them all, has the right root, and its ids are unique. A no may be
/// for something that the slower tests find harmless.
final class KMLStreamChecks: XMLVisitor {
  private enum Kind {
    case other, coordinates, point, line, ring, timeSpan, timeStamp, begin, end, when, styleURL
  }

  private static let namespace: StaticString = "http://www.opengis.net/kml/2.2"

  private var isRefused = false
  private var open: [Kind] = []
  private var text: [UInt8] = []
  private var isCollecting = false
  private var begin: [UInt8]?
  private var end: [UInt8]?
  private var hasWhen = false
  /// Of ids, their hashes: two that share one by chance are left to the slower tests.
  private var ids: Set<Int> = []
  /// The ids that styles have, and those asked for.
  private var styles: Set<[UInt8]> = []
  private var references: Set<[UInt8]> = []
  private var lastReference: [UInt8] = []

  /// To be asked once the document is read.
  var isClean: Bool { !isRefused && references.isSubset(of: styles) }

  func open(
    _ name: UnsafePointer<UInt8>, in namespace: UnsafePointer<UInt8>?, attributes: XMLAttributes
  ) {
    let isKML = namespace?.isName(Self.namespace) ?? false
    if open.isEmpty, !isKML || !name.isName("kml") { isRefused = true }
    if let id = attributes.bytes("id") { add(id, isStyle: isKML && Self.isStyle(name)) }
    let kind = isKML ? Self.kind(name) : .other
    isCollecting = false
    switch kind {
    case .coordinates, .begin, .end, .when, .styleURL:
      isCollecting = true
      text.removeAll(keepingCapacity: true)
    case .timeSpan: (begin, end) = (nil, nil)
    case .timeStamp: hasWhen = false
    case .other, .point, .line, .ring: break
    }
    open.append(kind)
  }

  func add(_ text: UnsafeBufferPointer<UInt8>) {
    if isCollecting { self.text.append(contentsOf: text) }
  }

  func close() {
    guard let kind = open.popLast() else { return }
    isCollecting = false
    switch kind {
    case .coordinates: checkCoordinates(of: open.last ?? .other)
    case .begin: begin = text
    case .end: end = text
    case .when: hasWhen = true
    case .timeSpan: checkSpan()
    case .timeStamp: if !hasWhen { isRefused = true }
    case .styleURL: addReference()
    case .other, .point, .line, .ring: break
    }
  }

  private func add(_ id: UnsafeBufferPointer<UInt8>, isStyle: Bool) {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(id))
    if !ids.insert(hasher.finalize()).inserted { isRefused = true }
    if isStyle { styles.insert(Array(id)) }
  }

  private func addReference() {
    guard text.first == UInt8(ascii: "#"), text != lastReference else { return }
    lastReference = text
    references.insert(Array(text.dropFirst()))
  }

  private static func isStyle(_ name: UnsafePointer<UInt8>) -> Bool {
    name[0] == UInt8(ascii: "S") && (name.isName("Style") || name.isName("StyleMap"))
  }

  /// By the first letter, since most elements are of no concern.
  private static func kind(_ name: UnsafePointer<UInt8>) -> Kind {
    switch name[0] {
    case UInt8(ascii: "c"): name.isName("coordinates") ? .coordinates : .other
    case UInt8(ascii: "P"): name.isName("Point") ? .point : .other
    case UInt8(ascii: "L"):
      name.isName("LineString") ? .line : name.isName("LinearRing") ? .ring : .other
    case UInt8(ascii: "T"):
      name.isName("TimeSpan") ? .timeSpan : name.isName("TimeStamp") ? .timeStamp : .other
    case UInt8(ascii: "b"): name.isName("begin") ? .begin : .other
    case UInt8(ascii: "e"): name.isName("end") ? .end : .other
    case UInt8(ascii: "w"): name.isName("when") ? .when : .other
    case UInt8(ascii: "s"): name.isName("styleUrl") ? .styleURL : .other
    default: .other
    }
  }

  // MARK: Coordinates

  private func checkCoordinates(of parent: Kind) {
    var count = 0
    var first: Range<Int>?
    var last: Range<Int>?
    var index = 0
    while true {
      while index < text.count, Self.isSpace(text[index]) { index += 1 }
      guard index < text.count else { break }
      let start = index
      while index < text.count, !Self.isSpace(text[index]) { index += 1 }
      guard isTuple(start..<index) else {
        isRefused = true
        return
      }
      count += 1
      first = first ?? start..<index
      last = start..<index
    }
    switch parent {
    case .point: if count != 1 { isRefused = true }
    case .line: if count < 2 { isRefused = true }
    case .ring:
      guard count >= 4, let first, let last, text[first] == text[last] else {
        isRefused = true
        return
      }
    default: break
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }

  /// Whether the bytes are two or three plain decimals on the Earth; other forms of numbers are left to the
  /// slower tests.
  private func isTuple(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    for (part, limit) in [180, 90, Int.max].enumerated() {
      guard let whole = readDecimal(&index, range.upperBound) else { return false }
      // 180.5 has the whole part 180 and is too large: the limit itself is left to the slower tests.
      guard whole < limit else { return false }
      if index == range.upperBound { return part >= 1 }
      guard text[index] == UInt8(ascii: ",") else { return false }
      index += 1
    }
    return false
  }

  /// The whole part of digits with perhaps a sign before and a fraction after; nil for anything else.
  private func readDecimal(_ index: inout Int, _ end: Int) -> Int? {
    if index < end, text[index] == UInt8(ascii: "-") { index += 1 }
    let start = index
    var whole = 0
    while index < end, index - start < 9, let digit = Self.digit(text[index]) {
      whole = whole * 10 + digit
      index += 1
    }
    guard index > start else { return nil }
    guard index < end, text[index] == UInt8(ascii: ".") else { return whole }
    index += 1
    let fraction = index
    while index < end, Self.digit(text[index]) != nil { index += 1 }
    return index > fraction ? whole : nil
  }

  private static func digit(_ byte: UInt8) -> Int? {
    byte >= 0x30 && byte <= 0x39 ? Int(byte - 0x30) : nil
  }

  // MARK: Times

  /// A begin or an end; with both, in the same form of an instant in UTC, the begin earlier letter by letter.
  private func checkSpan() {
    guard begin != nil || end != nil else {
      isRefused = true
      return
    }
    guard let begin, let end else { return }
    let isPlain =
      begin.count == 20 && end.count == 20 && begin[19] == UInt8(ascii: "Z")
      && end[19] == UInt8(ascii: "Z") && begin[10] == end[10]
    if !isPlain || !begin.lexicographicallyPrecedes(end) { isRefused = true }
  }
}
