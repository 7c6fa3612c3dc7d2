/// What one of OGC's abstract tests came to in one file.
public enum CheckVerdict: String, Hashable, Sendable {
  case pass, fail
  /// No fault was found, but not all could be looked at: a reference leads to a network.
  case notJudged = "not-judged"
  /// The test was not made: it is of a higher level, or the document could not be read to its end.
  case skipped
}

extension ValidationReport {
  /// What each of the 77 tests came to, by number; none for what is not KML.
  ///
  /// A wrong root does not stop the other tests: they look at what is of KML's namespace, as OGC's suite does.
  ///
  /// - Parameter level: The level that was asked for.
  public func verdicts(
    at level: KMLValidator.Level
  ) -> [(check: CheckID, level: Int, verdict: CheckVerdict, suite: CheckVerdict?)] {
    guard kind == .kml || kind == .kmz else { return [] }
    let failed = numbers(of: .error)
    let noted = numbers(of: .note)
    let isRead = reason == nil && !faults.contains { Self.stopsReading($0.check) }
    let made = KMLValidator.checks.map { check in
      let number = check.id.number ?? 0
      let isMade = isRead && (check.level <= level.rawValue || number <= 2)
      let verdict: CheckVerdict =
        if failed.contains(number) || number == 2 && isMalformed {
          .fail
        } else if !isMade {
          .skipped
        } else {
          noted.contains(number) ? .notJudged : .pass
        }
      return (check.id, check.level, verdict)
    }
    let deprecated = made.contains { Self.deprecated.contains($0.0.number ?? 0) && $0.2 == .fail }
    return made.map { id, level, verdict in
      (id, level, verdict, Self.suite(id.number ?? 0, verdict, deprecated))
    }
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

  /// What OGC's executable suite says by its source where it departs from the text of its tests; nil where it has no
  /// test. Of references to a network it says what it finds there, which cannot be told.
  private static func suite(
    _ number: Int, _ verdict: CheckVerdict, _ hasDeprecated: Bool
  ) -> CheckVerdict? {
    switch number {
    case 23, 69, 70, 73, 74, 75: nil
    case _ where verdict == .skipped: .skipped
    case 18: .pass
    case 71, 72, 76, 77: hasDeprecated ? .fail : .pass
    default: verdict
    }
  }
}
