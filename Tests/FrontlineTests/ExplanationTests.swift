import Frontline
import FrontlineClaims
import FrontlineControl
import FrontlineGazetteer
import FrontlineGeometry
import FrontlineReports
import FrontlineTestSupport
import Testing

/// North holds the west of the invented country and South the east, by places a few kilometres apart.
@Suite struct `An explanation` {
  private static let day = Day(number: 22_410)

  /// Ten places west of 10.5 and ten east of it, in two rows.
  private static let places: [Place] = (0..<20).map { index in
    Place(
      id: "p\(index)", name: "Town \(index)", featureClass: "P", featureCode: "PPL",
      position: Position(
        longitude: 10 + 0.1 * Double(index / 2) + 0.05, latitude: index % 2 == 0 ? 50 : 50.1))
  }

  private static func claim(
    _ place: Int, _ party: String, ago days: Int = 3, _ event: Claim.Event = .holds,
    by claimant: Claim.Claimant = .independent, hedge: Claim.Hedge = .asserted,
    reportedAgo: Int? = nil, report: String = "r0"
  ) -> Claim {
    var claim = Claim.invented(
      event, at: "p\(place)", actor: party, against: nil, on: day.advanced(by: -days),
      reported: day.advanced(by: -(reportedAgo ?? days)), by: claimant, hedge: hedge,
      report: report,
      id: "c\(place)-\(party)-\(days)-\(report)")
    claim.placeName = places[place].name
    claim.position = places[place].position
    claim.provenance.sentence = "Word of \(claim.id)."
    return claim
  }

  private static let front = (0..<20).map { claim($0, $0 < 10 ? "north" : "south") }

  private func explain(
    _ claims: [Claim], place: Int?, at position: Position? = nil, view: View = .assessed
  ) async throws -> Explanation {
    let theatre = Theatre(
      id: "talvania", title: "Talvania",
      box: BoundingBox(west: 9, south: 49.5, east: 14, north: 50.6),
      parties: InventedTheatre.two.parties)
    let reports = ["r0", "r1", "r2", "r3", "r4", "r5"]
    let pipeline = Pipeline(
      theatre: theatre, gazetteer: Gazetteer(places: Self.places, names: []),
      ground: MapGround(publishers: Dictionary(uniqueKeysWithValues: reports.map { ($0, $0) })))
    let made = try await pipeline.maps(
      of: claims, options: BuildOptions(days: [Self.day], views: [view]))
    let id = place.map { Self.places[$0].id }
    return Explanation(
      of: .init(
        name: place.map { Self.places[$0].name } ?? "a point",
        position: try #require(position ?? place.map { Self.places[$0].position }), placeID: id),
      on: Self.day, maps: made.maps[0], claims: made.claims, theatre: theatre,
      areas: id.map { [$0] } ?? [], knownBy: Self.day)
  }

  @Test func `of a place names the nearest of either side, and the line between them`() async throws
  {
    let answer = try await explain(Self.front, place: 8).answers[0]
    #expect(answer.status == .held(party: "north"))
    #expect(answer.drawn == nil)
    let line = try #require(answer.line)
    // Half way to the next place, which lies 0.1 degrees east: 7.1 km.
    #expect((2.0...5.2).contains(line.kilometres))
    #expect(line.parties == ["north", "south"] && line.newest == Self.day.advanced(by: -3))
    #expect(answer.sides.map(\.party) == ["north", "south"])
    #expect(answer.sides[1].places.map(\.placeID).contains("p10"))
    #expect(answer.claims.first?.claim.id == "c8-north-3-r0")
    #expect(answer.claims.first?.near == nil)
    #expect(answer.outvoted.isEmpty)
  }

  @Test func `says of a claim that its neighbours contradict that they do`() async throws {
    let odd = Self.front + [Self.claim(2, "south", ago: 1, by: .party("south"), report: "r1")]
    let answer = try await explain(odd.filter { $0.id != "c2-north-3-r0" }, place: 2).answers[0]
    #expect(answer.status == .held(party: "north"))
    #expect(answer.outvoted.map(\.claim.id) == ["c2-south-1-r1"])
    #expect(answer.outvoted[0].reasons.contains("the places round it contradict it"))
  }

  @Test func `says of an older claim and of hearsay why they did not prevail`() async throws {
    let claims =
      Self.front + [
        Self.claim(2, "south", ago: 40, report: "r1"),
        Self.claim(2, "south", ago: 3, by: .thirdParty, hedge: .unverified, report: "r2"),
      ]
    let answer = try await explain(claims, place: 2).answers[0]
    let reasons = Dictionary(
      uniqueKeysWithValues: answer.outvoted.map { ($0.claim.id, $0.reasons) })
    #expect(reasons["c2-south-40-r1"]?.first == "older by 37 days than what says otherwise")
    #expect(reasons["c2-south-3-r2"]?.contains("unverified") == true)
  }

  @Test func `says how little a source's second word adds`() async throws {
    let claims = Self.front + [4, 2].map { Self.claim(2, "south", ago: $0, report: "r1") }
    let answer = try await explain(claims, place: 2).answers[0]
    let again = try #require(
      (answer.outvoted + answer.claims).first { $0.claim.id == "c2-south-2-r1" })
    let weighed = try #require(again.weighed)
    // Two days after: 1 - exp(-2/30).
    #expect(abs(weighed.novelty - 0.0645) < 0.0001)
  }

  @Test func `of a point tells what the map shows there, not at the nearest place`() async throws {
    let near = Position(longitude: 10.42, latitude: 50.05)
    let answer = try await explain(Self.front, place: nil, at: near).answers[0]
    #expect(answer.status == .held(party: "north"))
    #expect(answer.own == nil)
    #expect(answer.probability > 0.5 && answer.probability < 1)
    #expect(Set(answer.claims.map(\.near)).isSuperset(of: ["Town 8", "Town 10"]))
    let far = Position(longitude: 13.5, latitude: 50.05)
    let blank = try await explain(Self.front, place: nil, at: far)
    #expect(blank.answers[0].status == .unknown)
    #expect(
      blank.written(parties: []).hasPrefix(
        "a point on \(Self.day)\n\nassessed: unknown: no evidence within reach, which is "))
  }

  @Test func `leaves out what was reported later, and says so`() async throws {
    let late = Self.front + [Self.claim(2, "south", ago: 2, reportedAgo: -4, report: "r1")]
    let explanation = try await explain(late, place: 2)
    #expect(explanation.unheard.map(\.claim.id) == ["c2-south-2-r1"])
    #expect(
      explanation.unheard[0].reason
        == "it was reported on \(Self.day.advanced(by: 4)), after the last day the map may know of")
  }

  @Test func `of what a party claims says that the latest word stands`() async throws {
    let claims = [
      Self.claim(2, "north", ago: 9, by: .party("north"), report: "r1"),
      Self.claim(2, "south", ago: 2, by: .party("north"), report: "r2"),
    ]
    let answer = try await explain(claims, place: 2, view: .claimed(party: "north")).answers[0]
    #expect(answer.status == .held(party: "south"))
    #expect(answer.isLatestWord)
    #expect(answer.outvoted.map(\.claim.id) == ["c2-north-9-r1"])
    #expect(answer.outvoted[0].reasons == ["older by 7 days than what says otherwise"])
  }

  @Test func `is cut to so many claims a view, and says how many are left`() async throws {
    let many = Self.front + (0..<5).map { Self.claim(2, "north", ago: 10 + $0, report: "r\($0)") }
    let explanation = try await explain(many, place: 2)
    let count = explanation.answers[0].claims.count
    let cut = explanation.written(parties: [], limit: 3)
    #expect(count > 8)
    #expect(cut.contains("\n  … and \(count - 3) more (--all shows them)\n"))
    #expect(!explanation.written(parties: [], limit: nil).contains("--all"))
  }

  @Test func `as JSON leaves nothing out`() async throws {
    let explanation = try await explain(Self.front, place: 8)
    let text = explanation.json(gazetteer: Gazetteer(places: [], names: [])).written()
    for evidence in explanation.answers[0].claims {
      #expect(text.contains("\"id\":\"\(evidence.claim.id)\""))
    }
    #expect(text.contains("\"status\":\"held\",\"parties\":[\"north\"]"))
  }
}
