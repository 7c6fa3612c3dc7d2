import Frontline
import FrontlineClaims
import FrontlineControl
import FrontlineFronts
import FrontlineGazetteer
import FrontlineGeometry
import FrontlineReports
import FrontlineTestSupport
import Testing

@Suite struct `The pipeline` {
  @Test func `reads the same claims in parallel and one by one, in the order of the reports`() async
  {
    let serial = await pipeline.extract(Self.reports, isParallel: false)
    let parallel = await pipeline.extract(Self.reports, isParallel: true)
    #expect(serial.claims == parallel.claims)
    #expect(serial.findings == parallel.findings)
    #expect(serial.claims.map(\.provenance.report) == ["a", "b", "b", "c"])
  }

  @Test func `draws the same maps in parallel and one by one`() async throws {
    let claims = await pipeline.extract(Self.reports).claims
    let serial = try await pipeline.maps(of: claims, options: options(isParallel: false))
    let parallel = try await pipeline.maps(of: claims, options: options(isParallel: true))
    #expect(drawn(serial.maps) == drawn(parallel.maps))
    #expect(serial.maps.map { $0.map(\.control.asOf) } == Self.days.map { [$0, $0, $0, $0] })
    #expect(serial.maps[0].map(\.control.view) == pipeline.allViews())
  }

  @Test(arguments: 0..<20)
  func `draws the same maps whatever the order of the claims`(seed: Int) async throws {
    var random = SeededGenerator(seed: seed)
    let claims = await pipeline.extract(Self.reports).claims
    let maps = try await pipeline.maps(of: claims, options: options()).maps
    let shuffled = try await pipeline.maps(of: random.shuffled(claims), options: options()).maps
    #expect(drawn(shuffled) == drawn(maps))
  }

  @Test func `draws the same maps when a report is given twice`() async throws {
    let copies = Self.reports.map { report in
      var copy = report
      copy.id += "-copy"
      return copy
    }
    let once = await pipeline.extract(Self.reports).claims
    let twice = await pipeline.extract(Self.reports + copies).claims
    #expect(twice.count == 2 * once.count)
    let maps = try await pipeline.maps(of: once, options: options()).maps
    let same = try await pipeline.maps(of: twice, options: options()).maps
    #expect(states(same) == states(maps))
  }

  @Test func `follows a town from hand to hand`() async throws {
    let claims = await pipeline.extract(Self.reports).claims
    // Of the attack on the third day a report of the fourth tells.
    let maps = try await pipeline.maps(
      of: claims,
      options: BuildOptions(days: Self.days, views: [.assessed], knowledge: .hindsight)
    ).maps
    let states = maps.map { $0[0].control.places.first { $0.placeID == "xx-dovra" }?.status }
    #expect(
      states == [
        .held(party: "north"), .held(party: "south"), .contested(parties: ["north", "south"]),
        .held(party: "north"),
      ])
  }

  @Test func `says which place of prior control no gazetteer has`() async throws {
    var theatre = Self.theatre
    theatre.prior = [.init(place: "xx-nowhere", party: "north", since: nil, source: "")]
    let pipeline = Pipeline(theatre: theatre, gazetteer: InventedPlaces.gazetteer)
    let result = try await pipeline.maps(of: [], options: options())
    #expect(
      result.findings.map(\.description) == [
        """
        warning: prior control names the place 'xx-nowhere', which no gazetteer has [unknown-prior-place]
            use an id from the place tables: 'frontline places NAME' shows them
        """
      ])
  }

  @Test func `says that there is nothing to map`() async throws {
    var theatre = Self.theatre
    theatre.box = nil
    let pipeline = Pipeline(theatre: theatre, gazetteer: InventedPlaces.gazetteer)
    let result = try await pipeline.maps(of: [], options: options())
    #expect(drawn(result.maps) == Self.days.map { _ in [] })
    #expect(
      result.findings.map(\.description) == [
        """
        warning: no claim names a place, and the theatre has no box [nothing-to-map]
            add reports, or a 'box' to theatre.yaml
        """
      ])
  }

  @Test func `explains a place down to the sentences`() async throws {
    let claims = await pipeline.extract(Self.reports).claims
    let maps = try await pipeline.maps(
      of: claims,
      options: BuildOptions(days: [Self.days[1]], views: [.assessed, .independent])
    ).maps
    let dovra = try #require(InventedPlaces.gazetteer.place(id: "xx-dovra"))
    let explanation = Explanation(
      of: .init(name: "Dovra", position: dovra.position, placeID: "xx-dovra"), on: Self.days[1],
      maps: maps[0], claims: claims, theatre: Self.theatre,
      areas: ["xx-dovra", "xx-harven", "xx-oldmark", "xx"], knownBy: Self.days[1])
    let ids = claims.map(\.id)
    let text = explanation.written(parties: Self.theatre.parties)
    #expect(text.hasPrefix("Dovra on 2031-05-12\n\nassessed: held by Southern Front, belief "))
    for line in [
      "  \(ids[0])  2031-05-12  Dovra: captured by south, says north (Aldo Renn), claimed",
      "      “Southern forces captured Dovra on Monday, Aldo Renn said.”",
      "  prior control by Northern Army since 2031-05-11: a treaty",
      "  \(ids[1])  2031-05-13  Dovra: attack by north, says independent, asserted",
      "      not counted: it is about a later day",
    ] {
      #expect(text.split(separator: "\n").map(String.init).contains(line))
    }
  }

  // MARK: The theatre

  private let pipeline = Pipeline(theatre: theatre, gazetteer: InventedPlaces.gazetteer)

  private static let theatre = Theatre(
    id: "talvania", title: "Talvania", box: InventedPlaces.box,
    parties: InventedTheatre.two.parties,
    prior: [
      .init(place: "xx-oldmark", party: "north", since: Day(iso: "2031-05-11"), source: "a treaty")
    ])

  private static let days = ["2031-05-11", "2031-05-12", "2031-05-13", "2031-05-17"].map {
    Day(iso: $0)!
  }

  private static let reports = [
    report("a", "2031-05-12", "Southern forces captured Dovra on Monday, Aldo Renn said."),
    report(
      "b", "2031-05-14",
      "Northern troops attacked Dovra on Tuesday. Southern fighters entered Novy Mir."),
    report("c", "2031-05-17", "Northern forces recaptured Dovra, residents said."),
  ]

  private static func report(_ id: String, _ day: String, _ text: String) -> Report {
    Report(id: id, published: Day(iso: day)!, publishedBasis: "test", text: text)
  }

  private func options(isParallel: Bool = true) -> BuildOptions {
    BuildOptions(days: Self.days, views: pipeline.allViews(), isParallel: isParallel)
  }

  private struct Drawn: Hashable {
    var control: ControlMap
    var fronts: Fronts
  }

  private func drawn(_ maps: [[DayMap]]) -> [[Drawn]] {
    maps.map { $0.map { Drawn(control: $0.control, fronts: $0.fronts) } }
  }

  private func states(_ maps: [[DayMap]]) -> [[PlaceControl.Status]] {
    maps.flatMap { $0 }.map { $0.control.places.map(\.status) }
  }
}
