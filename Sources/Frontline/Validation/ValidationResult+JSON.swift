internal import FrontlineValidation

extension [ValidationResult] {
  /// `{"level", "gx", "files": [{"file", "kind", "verdict", "reason", "schema", "messages", "omitted", "checks"}],
  /// "summary"}`, the files in the order they were named.
  ///
  /// `schema` is the verdict of ATC 2 by itself. `checks` has all 77 tests: `{"atc", "check", "uri", "level", "verdict",
  /// "complete", "ogc_suite"}`, the verdicts being `pass`, `fail` or `skipped`.
  func json(_ request: ValidationRequest) -> JSONValue {
    .object([
      ("level", .integer(request.level.rawValue)),
      ("gx", .flag(request.allowsGX)),
      ("files", .list(map { $0.json(request.level) })),
      (
        "summary",
        .object([
          ("valid", .integer(count(.valid))), ("invalid", .integer(count(.invalid))),
          ("cannot_judge", .integer(count(.cannotJudge))),
        ])
      ),
    ])
  }
}

extension ValidationResult {
  fileprivate func json(_ level: KMLValidator.Level) -> JSONValue {
    let results = report.results(at: level)
    let schema = results.first { $0.check.number == 2 }?.verdict.rawValue
    return .object([
      ("file", .text(file)), ("kind", .optional(report.kind?.rawValue)),
      ("verdict", .text(report.verdict.rawValue)), ("reason", .optional(report.reason)),
      ("schema", .optional(schema)),
      ("messages", .list(report.faults.map(\.json))),
      (
        "omitted",
        .list(
          report.omitted.map {
            .object([("check", .text($0.check.name)), ("count", .integer($0.count))])
          })
      ),
      (
        "checks",
        .list(
          results.map {
            .object([
              ("atc", .optional($0.check.number)), ("check", .text($0.check.name)),
              ("uri", .optional($0.check.uri)), ("level", .integer($0.level)),
              ("verdict", .text($0.verdict.rawValue)), ("complete", .flag($0.isComplete)),
              ("ogc_suite", .optional($0.suite?.rawValue)),
            ])
          })
      ),
    ])
  }
}

extension ValidationFault {
  fileprivate var json: JSONValue {
    .object([
      ("severity", .text(severity.rawValue)), ("member", .optional(member)),
      ("line", line > 0 ? .integer(line) : .null), ("element", .optional(element)),
      ("check", .text(check.name)), ("atc", .optional(check.number)), ("uri", .optional(check.uri)),
      ("message", .text(message)),
    ])
  }
}
