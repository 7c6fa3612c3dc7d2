/// One thing found in a file that was checked.
public struct ValidationFault: Hashable, Sendable {
  public enum Severity: String, Hashable, Sendable {
    case error
    /// What could not be checked, or no rule forbids; does not make a file invalid.
    case note
  }

  public var severity: Severity
  /// The file inside an archive; nil outside of one.
  public var member: String?
  /// 1-based; 0 where there is no one line.
  public var line: Int
  /// The element or JSON member concerned.
  public var element: String?
  public var check: CheckID
  /// One sentence without a full stop, offending values in quotes.
  public var message: String

  public init(
    _ severity: Severity = .error, member: String? = nil, line: Int, element: String? = nil,
    check: CheckID, message: String
  ) {
    self.severity = severity
    self.member = member
    self.line = line
    self.element = element
    self.check = check
    self.message = message
  }
}

extension ValidationFault: CustomStringConvertible {
  /// `line: error: <element>: message [check]`, what stands after the file's name and a colon.
  public var description: String {
    let isTag = !check.name.hasPrefix("rfc7946/")
    let at = element.map { isTag ? "<\($0)>: " : "\($0): " } ?? ""
    let inside = member.map { "\($0):" } ?? ""
    return "\(inside)\(line): \(severity.rawValue): \(at)\(message) [\(check)]"
  }
}

/// Which rule was broken.
public struct CheckID: Hashable, Sendable, CustomStringConvertible {
  /// Short and stable: `level-1/Point`, `rfc7946/winding`, `kmz/path`, `doctype`.
  public var name: String
  /// The number of the abstract test case of OGC 07-134r2; nil for all other rules.
  public var number: Int?

  public init(_ name: String, number: Int? = nil) {
    self.name = name
    self.number = number
  }

  /// The identifier that OGC gives the abstract test case; nil for all other rules.
  public var uri: String? { number.map { _ in "http://www.opengis.net/kml/2.2/atc/" + name } }

  /// `ATC 14 level-1/Point`, or the name alone.
  public var description: String { number.map { "ATC \($0) \(name)" } ?? name }
}

extension CheckID {
  static let doctype = CheckID("doctype")
  static let wellFormed = CheckID("well-formed")
}

/// What was found in one file.
public struct ValidationReport: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    case kml, kmz, geojson
  }

  public enum Verdict: String, Hashable, Sendable {
    case valid, invalid
    /// Never taken for valid.
    case cannotJudge = "cannot-judge"
  }

  /// Nil where that could not be told.
  public var kind: Kind?
  /// Errors and notes in the order of lines, at most ``mostPerCheck`` of one check.
  public var faults: [ValidationFault]
  /// How many more faults of a check there were, by the check's name, sorted.
  public var omitted: [Omission]
  /// Why the file cannot be judged; nil if it can.
  public var reason: String?

  public struct Omission: Hashable, Sendable {
    public var check: CheckID
    public var count: Int

    public init(check: CheckID, count: Int) {
      self.check = check
      self.count = count
    }
  }

  public static let mostPerCheck = 100

  public init(
    kind: Kind?, faults: [ValidationFault] = [], omitted: [Omission] = [], reason: String? = nil
  ) {
    self.kind = kind
    self.faults = faults
    self.omitted = omitted
    self.reason = reason
  }

  /// - Parameter faults: Any number, in any order.
  init(kind: Kind, all faults: [ValidationFault]) {
    var counts: [CheckID: Int] = [:]
    var kept: [ValidationFault] = []
    for fault in faults {
      counts[fault.check, default: 0] += 1
      if counts[fault.check, default: 0] <= Self.mostPerCheck { kept.append(fault) }
    }
    let sorted = kept.enumerated().sorted {
      ($0.element.member ?? "", $0.element.line, $0.offset)
        < ($1.element.member ?? "", $1.element.line, $1.offset)
    }
    let more = counts.filter { $0.value > Self.mostPerCheck }.map {
      Omission(check: $0.key, count: $0.value - Self.mostPerCheck)
    }
    self.init(
      kind: kind, faults: sorted.map(\.element),
      omitted: more.sorted { $0.check.name < $1.check.name })
  }

  static func cannotJudge(_ kind: Kind?, _ reason: String) -> ValidationReport {
    ValidationReport(kind: kind, reason: reason)
  }

  public var verdict: Verdict {
    if reason != nil { return .cannotJudge }
    return faults.contains { $0.severity == .error } ? .invalid : .valid
  }
}
