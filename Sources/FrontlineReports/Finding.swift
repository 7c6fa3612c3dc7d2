/// Something odd in the data that did not stop the work: what, where, and what to do about it.
public struct Finding: Hashable, Sendable {
  public enum Severity: String, Sendable, Comparable {
    case note, warning, error

    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// Short, stable and hyphenated, such as `ambiguous-toponym`.
  public var code: String
  public var severity: Severity
  /// One sentence: what is wrong, with the offending value in quotes.
  public var message: String
  /// One sentence: what to do.
  public var remedy: String
  public var file: String?
  /// 1-based.
  public var line: Int?
  /// 1-based, in Unicode scalars.
  public var column: Int?
  /// The line of text the finding is about, for a person to see.
  public var excerpt: String?
  /// The Unicode scalars of `excerpt` that the finding is about, from 0; nil if it is about the whole line.
  public var marked: Range<Int>?

  public init(
    code: String, severity: Severity = .warning, message: String, remedy: String,
    file: String? = nil, line: Int? = nil, column: Int? = nil, excerpt: String? = nil,
    marked: Range<Int>? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.remedy = remedy
    self.file = file
    self.line = line
    self.column = column
    self.excerpt = excerpt
    self.marked = marked
  }
}

extension Finding: CustomStringConvertible {
  /// `file:line:column: warning: message [code]`, then the excerpt with `^~~~` under the marked span, then
  /// the remedy, both indented by four.
  public var description: String {
    var text = "\(location)\(severity.rawValue): \(message) [\(code)]"
    if let excerpt {
      text += "\n    \(excerpt)"
      if let marked, let caret = Finding.caretLine(under: marked, of: excerpt) {
        text += "\n    \(caret)"
      }
    }
    return remedy.isEmpty ? text : text + "\n    \(remedy)"
  }

  private var location: String {
    guard let file else { return "" }
    var place = file
    if let line { place += ":\(line)" }
    if line != nil, let column { place += ":\(column)" }
    return place + ": "
  }

  /// Blanks up to the span, then `^~~~` as wide as it is on a terminal; nil for a span outside the excerpt.
  static func caretLine(under marked: Range<Int>, of excerpt: String) -> String? {
    let scalars = Array(excerpt.unicodeScalars)
    guard marked.upperBound <= scalars.count, marked.lowerBound >= 0 else { return nil }
    var line = ""
    for scalar in scalars[..<marked.lowerBound] {
      line += scalar == "\t" ? "\t" : String(repeating: " ", count: columns(of: scalar))
    }
    let width = scalars[marked].reduce(0) { $0 + columns(of: $1) }
    return line + "^" + String(repeating: "~", count: max(0, width - 1))
  }

  /// How many columns of a terminal a scalar fills: none for marks, two for East Asian wide letters.
  private static func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    // The main wide blocks of UAX #11: Hangul Jamo, CJK, Hangul syllables, full-width forms.
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF00...0xFF60,
      0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
