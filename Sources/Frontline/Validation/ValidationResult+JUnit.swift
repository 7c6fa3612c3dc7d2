internal import FrontlineFormats
internal import FrontlineValidation

extension [ValidationResult] {
  /// JUnit's XML as build servers read it: a suite for each file, in it a case for each check that was made.
  func junit(_ request: ValidationRequest) -> String {
    let suites = map { $0.suite(request) }
    let failures = suites.reduce(0) { $0 + $1.failures }
    let tests = suites.reduce(0) { $0 + $1.tests }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text +=
      "<testsuites name=\"frontline validate\" tests=\"\(tests)\" failures=\"\(failures)\""
      + " errors=\"\(count(.cannotJudge))\">\n"
    text += suites.map(\.xml).joined()
    return text + "</testsuites>\n"
  }
}

/// One file as JUnit has it.
private struct JUnitSuite {
  var xml: String
  var tests: Int
  var failures: Int
}

extension ValidationResult {
  fileprivate func suite(_ request: ValidationRequest) -> JUnitSuite {
    let name = XMLText.escaped(file)
    if let reason = report.reason {
      let xml =
        "  <testsuite name=\"\(name)\" tests=\"1\" failures=\"0\" errors=\"1\">\n"
        + "    <testcase classname=\"file\" name=\"can be judged\">"
        + "<error message=\"\(XMLText.escaped(reason))\"/></testcase>\n  </testsuite>\n"
      return JUnitSuite(xml: xml, tests: 1, failures: 0)
    }
    let errors = Dictionary(grouping: report.faults.filter { $0.severity == .error }, by: \.check)
    let made = Self.checks(of: report.kind ?? .kml, request)
    let checks = made + errors.keys.filter { !made.contains($0) }.sorted { $0.name < $1.name }
    var xml =
      "  <testsuite name=\"\(name)\" tests=\"\(checks.count)\" failures=\"\(errors.count)\""
      + " errors=\"0\">\n"
    for check in checks { xml += Self.testCase(check, errors[check] ?? []) }
    return JUnitSuite(
      xml: xml + "  </testsuite>\n", tests: checks.count, failures: errors.count)
  }

  /// The checks that were made of a file; further ones are listed where they failed.
  private static func checks(
    of kind: ValidationReport.Kind, _ request: ValidationRequest
  ) -> [CheckID] {
    if kind == .geojson { return GeoJSONValidator.checks.map(\.id) }
    return KMLValidator.checks.filter {
      $0.level <= request.level.rawValue || $0.id.number ?? 0 <= 2
    }.map(\.id)
  }

  private static func testCase(_ check: CheckID, _ faults: [ValidationFault]) -> String {
    let parts = check.name.split(separator: "/", maxSplits: 1).map(String.init)
    let group = parts.count == 2 ? parts[0] : "file"
    let open =
      "    <testcase classname=\"\(XMLText.escaped(group))\" name=\"\(XMLText.escaped(parts[parts.count - 1]))\""
    guard let first = faults.first else { return open + "/>\n" }
    let lines = faults.map { XMLText.escaped($0.description) }.joined(separator: "\n")
    return open
      + "><failure message=\"\(XMLText.escaped(first.message))\">\(lines)</failure></testcase>\n"
  }
}
