import Frontline
import FrontlineValidation
import Testing

struct ValidationResultTests {
  private static let fault = ValidationFault(
    line: 3, element: "Point", check: CheckID("level-1/Point", number: 14),
    message: "a \"Point\" & <more>")
  private static let results = [
    ValidationResult(file: "good.kml", report: ValidationReport(kind: .kml)),
    ValidationResult(
      file: "bad.kmz",
      report: ValidationReport(
        kind: .kmz,
        faults: [
          ValidationFault(member: "doc.kml", line: 0, check: CheckID("kmz/first"), message: "late"),
          fault,
          ValidationFault(
            .note, line: 9, check: CheckID("level-1/Icon-href", number: 18), message: "a note"),
        ], omitted: [.init(check: fault.check, count: 7)])),
    ValidationResult(
      file: "none.kml", report: ValidationReport(kind: nil, reason: "there is no such file")),
  ]

  @Test func `people get a line a finding, the file first and the check last`() {
    let request = ValidationRequest(level: .thorough, allowsGX: false)
    #expect(
      Self.results.written(as: .human, request) == """
        good.kml: valid
        bad.kmz:doc.kml:0: error: late [kmz/first]
        bad.kmz:3: error: <Point>: a "Point" & <more> [ATC 14 level-1/Point]
        bad.kmz:9: note: a note [ATC 18 level-1/Icon-href]
        bad.kmz: and 7 more of the last kind [ATC 14 level-1/Point]
        none.kml: cannot judge: there is no such file

        """)
    let quiet = ValidationRequest(level: .thorough, allowsGX: false, isQuiet: true)
    #expect(Self.results[0].text(quiet) == "")
    #expect(!Self.results[1].text(quiet).contains("note"))
  }

  @Test func `programs get JSON`() {
    let request = ValidationRequest(level: .required, allowsGX: true)
    let bad = Self.results[1...].map { $0 }
    // Of the 77 checks of a file only the first is spelled out here.
    let written = bad.written(as: .json, request)
      .replacing(/("checks": \[\n +\{[^}]*\})(,\n +\{[^}]*\})+/) { "\($0.1) …" }
    #expect(
      written == """
        {
         "level": 1,
         "gx": true,
         "files": [
          {
           "file": "bad.kmz",
           "kind": "kmz",
           "verdict": "invalid",
           "reason": null,
           "schema": "pass",
           "messages": [
            {
             "severity": "error",
             "member": "doc.kml",
             "line": null,
             "element": null,
             "check": "kmz/first",
             "atc": null,
             "uri": null,
             "message": "late"
            },
            {
             "severity": "error",
             "member": null,
             "line": 3,
             "element": "Point",
             "check": "level-1/Point",
             "atc": 14,
             "uri": "http://www.opengis.net/kml/2.2/atc/level-1/Point",
             "message": "a \\"Point\\" & <more>"
            },
            {
             "severity": "note",
             "member": null,
             "line": 9,
             "element": null,
             "check": "level-1/Icon-href",
             "atc": 18,
             "uri": "http://www.opengis.net/kml/2.2/atc/level-1/Icon-href",
             "message": "a note"
            }
           ],
           "omitted": [
            {
             "check": "level-1/Point",
             "count": 7
            }
           ],
           "checks": [
            {
             "atc": 1,
             "check": "level-1/RootElement",
             "uri": "http://www.opengis.net/kml/2.2/atc/level-1/RootElement",
             "level": 1,
             "verdict": "pass",
             "complete": true,
             "ogc_suite": "pass"
            } …
           ]
          },
          {
           "file": "none.kml",
           "kind": null,
           "verdict": "cannot-judge",
           "reason": "there is no such file",
           "schema": null,
           "messages": [],
           "omitted": [],
           "checks": []
          }
         ],
         "summary": {
          "valid": 0,
          "invalid": 1,
          "cannot_judge": 1
         }
        }

        """)
  }

  @Test func `build servers get JUnit, a case for each check`() {
    let request = ValidationRequest(level: .required, allowsGX: false)
    let lines = Self.results.written(as: .junit, request).split(separator: "\n").map(String.init)
    let checks = KMLValidator.checks.count { $0.level == 1 }
    #expect(checks == 41)
    #expect(
      lines[1]
        == "<testsuites name=\"frontline validate\" tests=\"\(2 * checks + 2)\" failures=\"2\" errors=\"1\">"
    )
    #expect(lines[2] == "  <testsuite name=\"good.kml\" tests=\"41\" failures=\"0\" errors=\"0\">")
    #expect(lines[3] == "    <testcase classname=\"level-1\" name=\"RootElement\"/>")
    #expect(
      lines.contains(
        "    <testcase classname=\"level-1\" name=\"Point\"><failure message=\"a &quot;Point&quot; &amp; &lt;more&gt;\">3: error: &lt;Point&gt;: a &quot;Point&quot; &amp; &lt;more&gt; [ATC 14 level-1/Point]</failure></testcase>"
      ))
    #expect(
      lines.contains(
        "    <testcase classname=\"file\" name=\"can be judged\"><error message=\"there is no such file\"/></testcase>"
      ))
    #expect(lines.last == "</testsuites>")
  }
}
