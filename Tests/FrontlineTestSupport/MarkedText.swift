/// A text whose place names are marked with what they mean.
///
/// `⟦Novy Mir|place:xx-novy-mir⟧` is the place itself, `⟦Dovra|other⟧` a name used otherwise, and
/// `⟦Dovra|unresolved⟧` the place itself with no place linked to it.
public struct MarkedText: Hashable, Sendable {
  public enum Meaning: Hashable, Sendable {
    case place(String)
    case other
    case unresolved
  }

  public struct Span: Hashable, Sendable, CustomStringConvertible {
    public var text: String
    /// In the Unicode scalars of the text without its marks.
    public var range: Range<Int>
    public var meaning: Meaning

    public init(text: String, range: Range<Int>, meaning: Meaning) {
      self.text = text
      self.range = range
      self.meaning = meaning
    }

    public var description: String {
      switch meaning {
      case .place(let id): "\(range.lowerBound) ⟦\(text)|place:\(id)⟧"
      case .other: "\(range.lowerBound) ⟦\(text)|other⟧"
      case .unresolved: "\(range.lowerBound) ⟦\(text)|unresolved⟧"
      }
    }
  }

  /// A mark that cannot be read, in words.
  public struct Fault: Error, CustomStringConvertible {
    public var description: String
  }

  /// Without the marks.
  public var text = ""
  /// In text order.
  public var spans: [Span] = []

  public init(_ marked: String) throws {
    var rest = Substring(marked)
    var length = 0
    while let open = rest.firstIndex(of: "⟦") {
      text += rest[..<open]
      length += rest[..<open].unicodeScalars.count
      let inside = rest[rest.index(after: open)...]
      guard let close = inside.firstIndex(of: "⟧"), let bar = inside[..<close].lastIndex(of: "|")
      else { throw Fault(description: "'\(rest[open...].prefix(40))' is no ⟦text|meaning⟧") }
      let name = String(inside[..<bar])
      let count = name.unicodeScalars.count
      spans.append(
        Span(
          text: name, range: length..<(length + count),
          meaning: try Self.meaning(inside[inside.index(after: bar)..<close])))
      text += name
      length += count
      rest = inside[inside.index(after: close)...]
    }
    text += rest
  }

  private static func meaning(_ word: Substring) throws -> Meaning {
    if word == "other" { return .other }
    if word == "unresolved" { return .unresolved }
    guard word.hasPrefix("place:") else {
      throw Fault(description: "'\(word)' is not place:<id>, other or unresolved")
    }
    return .place(String(word.dropFirst("place:".count)))
  }
}
