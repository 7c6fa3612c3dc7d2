import FrontlineValidation
import Testing

/// What each of the 77 tests came to, as programs read it.
struct CheckResultTests {
  private struct Found {
    var ours: [Int: CheckResult.Verdict] = [:]
    var suite: [Int: CheckResult.Verdict] = [:]
    var incomplete: [Int] = []
  }

  private func found(_ text: String, level: KMLValidator.Level = .thorough) throws -> Found {
    let report = try KMLValidator(level: level).validate(Array(text.utf8))
    let results = report.results(at: level)
    #expect(results.map(\.check.number) == Array(1...77))
    var found = Found()
    for result in results {
      let number = result.check.number ?? 0
      found.ours[number] = result.verdict
      found.suite[number] = result.suite
      if !result.isComplete { found.incomplete.append(number) }
    }
    return found
  }

  private func numbers(
    _ verdict: CheckResult.Verdict, _ all: [Int: CheckResult.Verdict]
  ) -> [Int] {
    all.filter { $0.value == verdict }.keys.sorted()
  }

  private static let point = "<Point><coordinates>1,2</coordinates></Point>"

  @Test func `a fault fails its check and no other`() throws {
    let result = try found(
      "<kml xmlns='http://www.opengis.net/kml/2.2'><Placemark><TimeStamp/>\(Self.point)</Placemark></kml>"
    )
    #expect(numbers(.fail, result.ours) == [5, 21])
    #expect(numbers(.pass, result.ours).count == 75)
    #expect(numbers(.fail, result.suite) == [5, 21])
  }

  @Test func `a wrong root does not stop the other checks`() throws {
    let result = try found("<kml xmlns='http://earth.google.com/kml/2.0'><Placemark/></kml>")
    #expect(numbers(.fail, result.ours) == [1, 2, 45])
    #expect(numbers(.skipped, result.ours) == [])
  }

  @Test func `higher levels are skipped, the root and the schema never`() throws {
    let text = "<kml xmlns='http://www.opengis.net/kml/2.2'><Placemark/></kml>"
    #expect(numbers(.skipped, try found(text, level: .required).ours) == Array(42...77))
    #expect(numbers(.skipped, try found(text, level: .schemaOnly).ours) == Array(3...77))
    #expect(numbers(.fail, try found(text).ours) == [21, 67])
  }

  @Test func `what cannot be read to its end skips what was not looked at`() throws {
    let torn = try found("<kml xmlns='http://www.opengis.net/kml/2.2'><Placemark></kml>")
    #expect(numbers(.fail, torn.ours) == [2])
    #expect(numbers(.skipped, torn.ours).count == 76)
    let refused = try found("<!DOCTYPE kml><kml xmlns='http://www.opengis.net/kml/2.2'/>")
    #expect(numbers(.skipped, refused.ours) == Array(1...77))
    #expect(numbers(.skipped, refused.suite).count == 71)
  }

  @Test func `what a network would have to tell passes, but not completely`() throws {
    let result = try found(
      """
      <kml xmlns='http://www.opengis.net/kml/2.2'><NetworkLink><Link><href>http://example.org/a.kml\
      </href></Link></NetworkLink></kml>
      """)
    #expect(result.incomplete == [10])
    #expect(numbers(.fail, result.ours) == [])
    #expect(numbers(.fail, result.suite) == [10])
  }

  @Test func `the suite has one test for what is deprecated, and some gaps`() throws {
    func document(_ inside: String) -> String {
      "<kml xmlns='http://www.opengis.net/kml/2.2'>\(inside)</kml>"
    }
    let snippet = try found(document("<Placemark><Snippet>s</Snippet>\(Self.point)</Placemark>"))
    #expect(numbers(.fail, snippet.ours) == [76])
    #expect(numbers(.fail, snippet.suite) == [71, 72, 76, 77])
    let url = try found(
      document("<NetworkLink><Url><href>http://example.org/a.kml</href></Url></NetworkLink>"))
    #expect(numbers(.fail, url.ours) == [77])
    #expect(numbers(.fail, url.suite) == [])
    #expect(Set(1...77).subtracting(url.suite.keys) == [23, 69, 70, 73, 74, 75])
  }

  @Test func `other formats have no such checks`() {
    #expect(GeoJSONValidator().validate(Array("[]".utf8)).results(at: .thorough).isEmpty)
  }
}
