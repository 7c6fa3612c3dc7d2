/// What one of OGC's abstract tests came to in one file.
public struct CheckResult: Hashable, Sendable {
  public enum Verdict: String, Hashable, Sendable {
    case pass, fail
    /// The test was not made: it is of a higher level, or the document could not be read to its end.
    case skipped
  }

  public var check: CheckID
  /// 1 must hold, 2 should, 3 is good to have.
  public var level: Int
  public var verdict: Verdict
  /// False where a reference was not followed, since it leads to a network or into another archive.
  public var isComplete: Bool
  /// What OGC's executable suite says of the same document by its source, where it has no network; nil where it has no
  /// such test.
  public var suite: Verdict?
}

extension ValidationReport {
  /// What each of the 77 tests came to, by number; none for what is not KML.
  ///
  /// A wrong root does not stop the other tests: they look at what is of KML's namespace, as OGC's suite does.
  ///
  /// - Parameter level: The level that was asked for.
  public func results(at level: KMLValidator.Level) -> [CheckResult] {
    guard kind == .kml || kind == .kmz else { return [] }
    let failed = numbers(of: .error)
    let noted = numbers(of: .note)
    let isRead = reason == nil && !faults.contains { Self.stopsReading($0.check) }
    var results = KMLValidator.checks.map { check in
      let number = check.id.number ?? 0
      let isMade = isRead && (check.level <= level.rawValue || number <= 2)
      let isFailed = failed.contains(number) || number == 2 && isMalformed
      return CheckResult(
        check: check.id, level: check.level,
        verdict: isFailed ? .fail : isMade ? .pass : .skipped,
        isComplete: !noted.contains(number))
    }
    let hasDeprecated = results.contains {
      Self.deprecated.contains($0.check.number ?? 0) && $0.verdict == .fail
    }
    for index in results.indices {
      results[index].suite = Self.suite(results[index], hasDeprecated: hasDeprecated)
    }
    return results
  }

  private func numbers(of severity: ValidationFault.Severity) -> Set<Int> {
    Set(faults.filter { $0.severity == severity }.compactMap(\.check.number))
  }

  /// A document that is not well-formed is not valid by any schema.
  private var isMalformed: Bool { faults.contains { $0.check == .wellFormed } }

  private static func stopsReading(_ check: CheckID) -> Bool {
    check == .doctype || check == .wellFormed || ["kmz/zip", "kmz/size"].contains(check.name)
  }

  /// Those of the deprecated elements that OGC's suite reports, in one test for all: its rule for `Url` never applies,
  /// since an earlier one takes every `NetworkLink`.
  private static let deprecated: Set<Int> = [71, 72, 76]

  /// Where the suite departs from the text of its tests; that it fails where it cannot fetch is in it too.
  private static func suite(_ result: CheckResult, hasDeprecated: Bool) -> CheckResult.Verdict? {
    switch result.check.number ?? 0 {
    case 23, 69, 70, 73, 74, 75: nil
    case _ where result.verdict == .skipped: .skipped
    case 18: .pass
    case 71, 72, 76, 77: hasDeprecated ? .fail : .pass
    default: result.isComplete ? result.verdict : .fail
    }
  }
}
