import FrontlineReports
import Testing

@testable import FrontlineEvaluation

struct GoldReportTests {
  private func error(_ json: String) -> String {
    do {
      _ = try GoldReport(json: Array(json.utf8), file: "a.json")
      return ""
    } catch { return "\(error)" }
  }

  @Test func `a gold file keeps what is compared`() throws {
    let gold = try InventedExtractions.gold("two")
    #expect(gold.id == "two")
    #expect(gold.published == Day(iso: "2031-05-12"))
    #expect(gold.mentions.map(\.count) == [3, 1])
    #expect(gold.claims.map(\.control) == ["contested", "contested", "south"])
    #expect(gold.claims[0].nearKilometres == 100)
    #expect(gold.claims[2].alsoAt.count == 1)
  }

  @Test func `what is wrong in a gold file is named with where it stands`() {
    let remedy = "\n    see the format in the README, section 'How good is it?'"
    #expect(error(#"{"id": "a"}"#) == "a.json: error: the file has no 'published' [gold]" + remedy)
    #expect(
      error(#"{"id": "a", "published": "soon", "mentions": [], "claims": []}"#)
        == "a.json: error: published: 'soon' is not a day written YYYY-MM-DD [gold]" + remedy)
    #expect(
      error(#"{"id": "a", "published": "2031-05-10", "mentions": [{"text": "X"}], "claims": []}"#)
        == "a.json: error: mentions[0] has no 'place' [gold]" + remedy)
  }
}
