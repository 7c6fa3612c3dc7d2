internal import FrontlineValidation

extension [ValidationResult] {
  /// `{"level", "gx", "files": [{"file", "kind", "verdict", "reason", "messages", "omitted"}], "summary"}`, the files in
  /// the order they were named.
  func json(_ request: ValidationRequest) -> JSONValue {
    .object([
      ("level", .integer(request.level.rawValue)),
      ("gx", .flag(request.allowsGX)),
      ("files", .list(map(\.json))),
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
  fileprivate var json: JSONValue {
    .object([
      ("file", .text(file)), ("kind", .optional(report.kind?.rawValue)),
      ("verdict", .text(report.verdict.rawValue)), ("reason", .optional(report.reason)),
      ("messages", .list(report.faults.map(\.json))),
      (
        "omitted",
        .list(
          report.omitted.map {
            .object([("check", .text($0.check.name)), ("count", .integer($0.count))])
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
