import Foundation
import FrontlineClaims
import FrontlineReports
import FrontlineTestSupport

@testable import Frontline
@testable import FrontlineEvaluation
@testable import FrontlineMentions

/// Two golds of the invented country beside these tests, and what a faulty program might have read.
enum InventedExtractions {
  static let parties = InventedTheatre.two.parties

  static func gold(_ id: String) throws -> GoldReport {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golds/\(id).json")
    return try GoldReport(json: Array(Data(contentsOf: file)), file: "\(id).json")
  }

  static func score(_ id: String, _ extraction: ReportExtraction) throws -> ReportScore {
    ReportScore(
      gold: try gold(id), extraction, gazetteer: InventedPlaces.gazetteer, parties: parties)
  }

  static let one = extraction(
    claims: [
      claim(.recaptured, "xx-harven", .held(party: "north"), 8, .party("north")),
      claim(.fighting, "xx-selna", .contested, 10, .thirdParty),
      claim(.fighting, "xx-selna", .contested, 5, .independent),
      claim(.deniedCapture, "xx-ustra-valley", .held(party: "south"), 12, .party("south")),
      claim(.entered, "xx-dovra", .contested, 10, .party("north")),
      claim(.withdrew, "xx-dovra", .unknown, 9, .independent),
      claim(.holds, "xx-pelin", .held(party: "north"), 10, .party("north")),
      claim(.holds, "xx-pelin", .held(party: "north"), 10, .party("north")),
    ],
    mentions: [
      ("Ustra", "xx-ustra-valley"), ("the Ustra valley", "xx-ustra-valley"),
      ("Harven", "xx-harven"), ("Selna", "xx-marvik"), ("Westrin", "xx-westrin"), ("Lion", nil),
      ("Talvania", "xx-talgrad"), ("Nowhere", nil),
    ])

  static let two = extraction(
    claims: [
      claim(.fighting, "xx-novy-mir", .contested, 10, .independent),
      claim(.fighting, "xx-novy-mir", .contested, 8, .independent),
      claim(.fighting, "xx-novy-mir-lindar", .contested, 11, .independent),
      claim(.captured, "xx-talgrad", .held(party: "south"), 12, .independent),
    ],
    mentions: [
      ("Novy Mir", "xx-novy-mir"), ("Novymir", "xx-novy-mir-lindar"), ("Orvik", "xx-orvik"),
      ("Orvik", "xx-orvik"),
    ])

  static func claim(
    _ event: Claim.Event, _ place: String, _ control: Claim.ControlAfter, _ day: Int,
    _ claimant: Claim.Claimant
  ) -> Claim {
    let actor: String? = if case .held(let party) = control { party } else { nil }
    return Claim.invented(
      event, at: place, actor: actor, against: nil, control: control,
      on: Day(iso: "2031-05-01")!.advanced(by: day - 1), by: claimant)
  }

  static func mention(_ text: String, _ place: String?, at start: Int = 0) -> Mention {
    Mention(
      text: text, range: start..<start + text.unicodeScalars.count, tokens: 0..<1, sentence: 0,
      use: .literal, typeWord: nil,
      resolution: place.map { Resolution(placeID: $0, candidates: []) })
  }

  private static func extraction(
    claims: [Claim], mentions: [(String, String?)]
  ) -> ReportExtraction {
    let report = Report(
      id: "report", published: Day(iso: "2031-05-10")!, publishedBasis: "test", text: "")
    return ReportExtraction(
      report: report, mentions: mentions.map { mention($0, $1) }, claims: claims, findings: [])
  }
}
