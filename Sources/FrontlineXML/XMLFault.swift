/// What libxml2 finds wrong with a document, or with a schema.
public struct XMLFault: Hashable, Sendable {
  /// 1-based; 0 where libxml2 knows no line.
  public var line: Int
  /// The element concerned, without its namespace; nil where there is none.
  public var element: String?
  /// One line, without the line break libxml2 ends its messages with.
  public var message: String
  /// Whether libxml2 calls it a warning only.
  public var isWarning: Bool

  public init(line: Int, element: String? = nil, message: String, isWarning: Bool = false) {
    self.line = line
    self.element = element
    self.message = message
    self.isWarning = isWarning
  }
}

/// A schema or a page that libxml2 can do nothing with.
public struct XMLError: Error, Hashable, Sendable, CustomStringConvertible {
  public var what: String
  public var faults: [XMLFault]
  /// Whether the document was refused for its document type declaration, unread from there on.
  public var isDoctype: Bool

  public init(what: String, faults: [XMLFault] = [], isDoctype: Bool = false) {
    self.what = what
    self.faults = faults
    self.isDoctype = isDoctype
  }

  public var description: String {
    let first = faults.first { !$0.isWarning } ?? faults.first
    return first.map { "\(what): line \($0.line): \($0.message)" } ?? what
  }
}
