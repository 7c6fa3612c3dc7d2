/// A JSON value and the line it begins in. Arrays of numbers, which a map is full of, are kept small.
struct JSONTree: Sendable {
  enum Value: Sendable {
    case null
    case bool
    case number(Double)
    case string(String)
    case array([JSONTree])
    /// An array of numbers and nothing else, at least one.
    case numbers([Double])
    case object([(key: String, value: JSONTree)])
  }

  let line: Int
  let value: Value

  /// The first member of an object with a name; nil without one, or if this is no object.
  subscript(_ key: String) -> JSONTree? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.key == key }?.value
  }

  var string: String? {
    guard case .string(let text) = value else { return nil }
    return text
  }

  var isNull: Bool {
    if case .null = value { true } else { false }
  }

  var isObject: Bool {
    if case .object = value { true } else { false }
  }

  /// What kind of value it is, for a message.
  var kind: String {
    switch value {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .array(let items): items.isEmpty ? "an empty array" : "an array"
    case .numbers: "an array of numbers"
    case .object: "an object"
    }
  }
}

extension JSONTree {
  /// The kind; of an array, what it holds that is no number.
  var kindOfItems: String {
    guard case .array(let items) = value else { return kind }
    let odd = items.first { item in
      if case .number = item.value { false } else { true }
    }
    return odd.map { "an array with \($0.kind)" } ?? kind
  }
}

/// Where JSON ends to be JSON.
struct JSONSyntaxError: Error, Hashable {
  var line: Int
  var message: String
}

/// Reads JSON strictly (RFC 8259), and notes keys that an object has twice.
struct JSONParser {
  struct Repetition: Hashable {
    var line: Int
    var key: String
  }

  private(set) var repetitions: [Repetition] = []
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var line = 1
  private var depth = 0
  /// Deeper nesting is no map; it would only serve to use up the stack.
  private static let mostDepth = 200

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The one value that the text is.
  mutating func parse() throws(JSONSyntaxError) -> JSONTree {
    let value = try parseValue()
    skipSpace()
    guard index == bytes.count else { throw error("there is text after the end of the JSON") }
    return value
  }

  private func error(_ message: String) -> JSONSyntaxError {
    JSONSyntaxError(line: line, message: message)
  }

  private mutating func skipSpace() {
    while index < bytes.count, bytes[index].isXMLSpace {
      if bytes[index] == 0x0A { line += 1 }
      index += 1
    }
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    index += 1
    return true
  }

  private mutating func parseValue() throws(JSONSyntaxError) -> JSONTree {
    skipSpace()
    let start = line
    switch next {
    case UInt8(ascii: "{"): return JSONTree(line: start, value: try parseObject())
    case UInt8(ascii: "["): return JSONTree(line: start, value: try parseArray())
    case UInt8(ascii: "\""): return JSONTree(line: start, value: .string(try parseString()))
    case UInt8(ascii: "t"): return try parseWord("true", .bool)
    case UInt8(ascii: "f"): return try parseWord("false", .bool)
    case UInt8(ascii: "n"): return try parseWord("null", .null)
    case nil: throw error("the JSON breaks off")
    default: return JSONTree(line: start, value: .number(try parseNumber()))
    }
  }

  private mutating func parseWord(
    _ word: String, _ value: JSONTree.Value
  ) throws(JSONSyntaxError) -> JSONTree {
    guard bytes[index...].starts(with: word.utf8) else { throw unexpected() }
    index += word.utf8.count
    return JSONTree(line: line, value: value)
  }

  private func unexpected() -> JSONSyntaxError {
    let text = String(decoding: bytes[index...].prefix(20).prefix { $0 > 0x20 }, as: UTF8.self)
    return error("'\(text)' is no JSON value")
  }

  private mutating func enter() throws(JSONSyntaxError) {
    index += 1
    depth += 1
    if depth > Self.mostDepth { throw error("the JSON is nested deeper than \(Self.mostDepth)") }
    skipSpace()
  }

  private mutating func parseObject() throws(JSONSyntaxError) -> JSONTree.Value {
    try enter()
    defer { depth -= 1 }
    var members: [(key: String, value: JSONTree)] = []
    var keys: Set<String> = []
    if take(UInt8(ascii: "}")) { return .object([]) }
    while true {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw error("a member's name in quotes is missing") }
      let (start, key) = (line, try parseString())
      if !keys.insert(key).inserted {
        repetitions.append(Repetition(line: start, key: key))
      }
      skipSpace()
      guard take(UInt8(ascii: ":")) else {
        throw error("after the name '\(key)' a colon is missing")
      }
      members.append((key, try parseValue()))
      skipSpace()
      if take(UInt8(ascii: "}")) { return .object(members) }
      guard take(UInt8(ascii: ",")) else { throw error("between two members a comma is missing") }
    }
  }

  private mutating func parseArray() throws(JSONSyntaxError) -> JSONTree.Value {
    try enter()
    defer { depth -= 1 }
    if take(UInt8(ascii: "]")) { return .array([]) }
    var items: [JSONTree] = []
    var numbers: [Double] = []
    while true {
      skipSpace()
      if items.isEmpty, let byte = next, byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte) {
        numbers.append(try parseNumber())
      } else {
        items += numbers.map { JSONTree(line: line, value: .number($0)) }
        numbers = []
        items.append(try parseValue())
      }
      skipSpace()
      if take(UInt8(ascii: "]")) { return items.isEmpty ? .numbers(numbers) : .array(items) }
      guard take(UInt8(ascii: ",")) else { throw error("between two items a comma is missing") }
    }
  }

  /// `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`
  private mutating func parseNumber() throws(JSONSyntaxError) -> Double {
    let start = index
    _ = take(UInt8(ascii: "-"))
    let first = next
    let whole = skipDigits()
    guard whole > 0 else {
      index = start
      throw unexpected()
    }
    if first == 0x30 && whole > 1 { throw error("a number begins with a zero too many") }
    if take(UInt8(ascii: ".")), skipDigits() == 0 { throw error("a number ends in a point") }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      if skipDigits() == 0 { throw error("a number ends in an e") }
    }
    return Double(String(decoding: bytes[start..<index], as: UTF8.self)) ?? .infinity
  }

  private mutating func skipDigits() -> Int {
    let start = index
    while let byte = next, (0x30...0x39).contains(byte) { index += 1 }
    return index - start
  }

  private mutating func parseString() throws(JSONSyntaxError) -> String {
    index += 1
    let start = index
    while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      index += 1
    }
    var text = Array(bytes[start..<index])
    while let byte = next {
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += try parseEscape().utf8
      case 0..<0x20:
        throw error("a string holds a line break or control character; write it as \\n")
      default: text.append(byte)
      }
    }
    throw error("a string has no end")
  }

  private mutating func parseEscape() throws(JSONSyntaxError) -> String {
    guard let byte = next else { throw error("a string has no end") }
    index += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      return String(UnicodeScalar(byte))
    case UInt8(ascii: "u"): return try parseUnicode()
    default: throw error("a string holds a backslash that stands for nothing")
    }
  }

  /// Four hexadecimal digits, or twice that for a pair of surrogates.
  private mutating func parseUnicode() throws(JSONSyntaxError) -> String {
    let high = try parseHex()
    guard (0xD800..<0xDC00).contains(high) else {
      return UnicodeScalar(high).map { String($0) } ?? "\u{FFFD}"
    }
    guard bytes[index...].starts(with: "\\u".utf8) else { return "\u{FFFD}" }
    index += 2
    let low = try parseHex()
    guard (0xDC00..<0xE000).contains(low) else { return "\u{FFFD}" }
    let value = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
    return UnicodeScalar(value).map { String($0) } ?? "\u{FFFD}"
  }

  private mutating func parseHex() throws(JSONSyntaxError) -> UInt32 {
    let digits = String(decoding: bytes[index...].prefix(4), as: UTF8.self)
    guard digits.count == 4, digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16)
    else { throw error("after \\u there are not four hexadecimal digits") }
    index += 4
    return value
  }
}
