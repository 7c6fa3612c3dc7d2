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

  public init(
    code: String, severity: Severity = .warning, message: String, remedy: String,
    file: String? = nil, line: Int? = nil, column: Int? = nil, excerpt: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.remedy = remedy
    self.file = file
    self.line = line
    self.column = column
    self.excerpt = excerpt
  }
}

extension Finding: CustomStringConvertible {
  /// `file:line:column: warning: message [code]`, then the excerpt and the remedy, indented.
  public var description: String {
    var place = file.map { $0 } ?? ""
    if let line { place += ":\(line)" }
    if let column { place += ":\(column)" }
    if !place.isEmpty { place += ": " }
    var text = "\(place)\(severity.rawValue): \(message) [\(code)]"
    if let excerpt { text += "\n    \(excerpt)" }
    return text + "\n    \(remedy)"
  }
}
