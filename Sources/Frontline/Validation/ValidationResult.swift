public import FrontlineValidation

/// A file that was checked, and what was found.
public struct ValidationResult: Sendable {
  /// As the person named it; `-` for standard input.
  public var file: String
  public var report: ValidationReport

  public init(file: String, report: ValidationReport) {
    self.file = file
    self.report = report
  }
}

/// How findings are told.
public enum ValidationFormat: String, CaseIterable, Sendable {
  case human, json, junit
}

/// What was asked of the files, for the record.
public struct ValidationRequest: Sendable {
  public var level: KMLValidator.Level
  public var allowsGX: Bool
  /// Whether files without a fault are passed over in silence.
  public var isQuiet: Bool

  public init(level: KMLValidator.Level, allowsGX: Bool, isQuiet: Bool = false) {
    self.level = level
    self.allowsGX = allowsGX
    self.isQuiet = isQuiet
  }
}

extension [ValidationResult] {
  /// All results in a format for programs; for people there is ``ValidationResult/text(_:)``.
  public func written(as format: ValidationFormat, _ request: ValidationRequest) -> String {
    switch format {
    case .human: map { $0.text(request) }.joined()
    case .json: json(request).written(indent: 1) + "\n"
    case .junit: junit(request)
    }
  }

  func count(_ verdict: ValidationReport.Verdict) -> Int { count { $0.report.verdict == verdict } }
}

extension ValidationResult {
  /// One line a finding: `file:line: error: <element>: message [check]`, or `file: valid`.
  public func text(_ request: ValidationRequest) -> String {
    var lines: [String] = []
    if let reason = report.reason { lines.append("\(file): cannot judge: \(reason)") }
    for fault in report.faults where fault.severity == .error || !request.isQuiet {
      lines.append("\(file):\(fault)")
    }
    for omission in report.omitted {
      lines.append("\(file): and \(omission.count) more of the last kind [\(omission.check)]")
    }
    if report.verdict == .valid, !request.isQuiet { lines.append("\(file): valid") }
    return lines.map { $0 + "\n" }.joined()
  }
}
