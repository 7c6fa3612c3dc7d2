import Foundation
import Frontline
import FrontlineClaims
import FrontlineControl
import FrontlineEventTables
import FrontlineGazetteer
import FrontlineGeometry
import FrontlineReports
import FrontlineTestSupport
import Testing

@Suite struct `Coded claims` {
  @Test func `about a place the gazetteer lacks put it on the map`() async throws {
    let claim = coded(.captured, by: "south", at: "acled-zell", longitude: 10.2, latitude: 50.3)
    let places = try await places(of: [claim])
    #expect(places["acled-zell"]?.status == .held(party: "south"))
    #expect(places["acled-zell"]?.decidedBy == "acled-zell")
    // It lies in a district of the gazetteer, whose prior control it starts from.
    #expect(
      try await self.places(of: [], with: [claim])["acled-zell"]?.status == .held(party: "north"))
  }

  @Test func `whose position is only known within a province speak for the places in it`()
    async throws
  {
    let claim = coded(
      .captured, by: "south", at: "acled-hills", longitude: 10.1, latitude: 50.25, radius: 100)
    let places = try await places(of: [claim], hasPrior: false)
    #expect(places["acled-hills"] == nil)
    for id in ["xx-dovra", "xx-marvik", "xx-pelin"] {
      #expect(places[id]?.decidedBy == "acled-hills", "\(id)")
      #expect(places[id]?.status == .held(party: "south"), "\(id)")
    }
    let near = coded(.captured, by: "south", at: "xx-dovra", longitude: 10.1, latitude: 50.25)
    let direct = try await self.places(of: [near], hasPrior: false)
    let (wide, sure) = (places["xx-dovra"]?.probability ?? 1, direct["xx-dovra"]?.probability ?? 0)
    #expect(wide < sure)
    #expect(direct["xx-marvik"]?.status == .unknown)
  }

  @Test func `of fighting somewhere in a province make no single place contested`() async throws {
    let claim = coded(
      .fighting, by: "south", at: "acled-hills", longitude: 10.1, latitude: 50.25, radius: 100)
    let places = try await places(of: [claim])
    #expect(places["xx-dovra"]?.status == .held(party: "north"))
  }

  @Test func `are as good as those of reports by the same kind of claimant`() async throws {
    let claim = coded(.captured, by: "south", at: "xx-dovra", longitude: 10.1, latitude: 50.25)
    var read = claim
    read.coding = nil
    let coded = try await places(of: [claim])
    let same = try await places(of: [read])
    #expect(coded == same)
  }

  // MARK: The theatre's folder

  @Test func `of a theatre's claims csv are read beside its reports`() async throws {
    let folder = try folder(
      claims:
        "place,event,actor,date\nDovra,captured,south,2031-05-12\nNowhere,captured,south,2031-05-12\n",
      feed: """
        <rss version="2.0"><channel><title>Courier</title><item><guid>1</guid><title>News</title>
        <pubDate>Tue, 13 May 2031 20:00:00 GMT</pubDate>
        <description>Northern forces recaptured Dovra.</description></item></channel></rss>
        """)
    defer { try? FileManager.default.removeItem(at: folder) }
    let loaded = try TheatreFolder.load(folder.path)
    let claims = await loaded.claims().corrected.claims
    #expect(claims.map(\.event) == [.recaptured, .captured])
    // 20:00 in Greenwich is the next day in Kabul.
    #expect(claims.map(\.reported.description) == ["2031-05-14", "2031-05-12"])
    #expect(claims.map(\.provenance.report) == [loaded.reports[0].id, "\(folder.path)/claims.csv"])
    #expect(loaded.findings.map(\.code) == ["damaged-feed", "bad-cell"])
    #expect(
      loaded.inputs.suffix(2).map { $0.split(separator: "/").last } == ["feed.xml", "claims.csv"])
  }

  @Test func `that cannot be read at all do not stop the theatre`() throws {
    let folder = try folder(claims: "a,b\n1,2\n", feed: "<rss><channel/></rss>")
    defer { try? FileManager.default.removeItem(at: folder) }
    let loaded = try TheatreFolder.load(folder.path)
    #expect(loaded.codedClaims == [])
    #expect(loaded.findings.map(\.code) == ["damaged-feed", "missing-columns"])
  }

  @Test func `imported again replace themselves and nothing else`() throws {
    let folder = try folder(
      claims: "place,event,actor,date,colour\nDovra,captured,south,2031-05-12,red\n",
      feed: "<rss><channel/></rss>")
    defer { try? FileManager.default.removeItem(at: folder) }
    let loaded = try TheatreFolder.load(folder.path)
    let path = folder.path + "/claims.csv"
    let made = try ACLEDTable.claims(
      CommaTable(
        Array(
          """
          event_id_cnty,event_date,event_type,sub_event_type,actor1,actor2,location,latitude,longitude
          A1,2031-05-13,Battles,Armed clash,Northern Army,Southern Front,Selna,50.52,10.38
          A2,2031-05-13,Battles,Armed clash,Northern Army,Southern Front,Zell,50.6,10.38
          """.utf8)), file: "acled.csv", parties: loaded.theatre.parties,
      index: GazetteerIndex(loaded.gazetteer))
    let first = try ClaimsFile.bytes(adding: made, to: path, loaded)
    #expect(first.kept == 1)
    try File.write(first.bytes, to: path)
    let second = try ClaimsFile.bytes(adding: made, to: path, loaded)
    #expect(second.kept == 1)
    #expect(second.bytes == first.bytes)
    let table = CommaTable(second.bytes)
    #expect(table.columns.last == "colour")
    #expect(table.rows.map { $0.cells.last } == ["red", "", ""])
    let again = try TheatreFolder.load(folder.path)
    #expect(
      again.codedClaims.map(\.placeID) == ["xx-dovra", "xx-selna", "acled-zell-n50.600-e10.380"])
    #expect(again.mapGazetteer.place(id: "acled-zell-n50.600-e10.380")?.parent == "xx-tolmen")
    #expect(again.gazetteer.place(id: "acled-zell-n50.600-e10.380") == nil)
  }

  // MARK: Parts

  private static let day = Day(iso: "2031-05-12")!

  private func coded(
    _ event: Claim.Event, by party: String, at place: String, longitude: Double, latitude: Double,
    radius: Double = 10
  ) -> Claim {
    var claim = Claim.invented(
      event, at: place, actor: party, against: nil, on: Self.day, by: .thirdParty)
    claim.position = .init(longitude: longitude, latitude: latitude)
    claim.coding = .init(
      dataset: "acled", row: place, radiusKilometres: radius,
      within: radius > 15 ? "xx-oldmark" : nil)
    return claim
  }

  private func places(
    of claims: [Claim], with others: [Claim] = [], hasPrior: Bool = true
  ) async throws -> [String: PlaceControl] {
    let theatre = Theatre(
      id: "talvania", title: "Talvania", box: InventedPlaces.box,
      parties: InventedTheatre.two.parties,
      prior: hasPrior
        ? [.init(place: "xx-oldmark", party: "north", since: nil, source: "a treaty")] : [])
    let gazetteer = InventedPlaces.gazetteer
    let own = gazetteer.ownPlaces(of: claims + others)
    let pipeline = Pipeline(
      theatre: theatre, gazetteer: gazetteer,
      mapGazetteer: Gazetteer(places: gazetteer.places + own, names: gazetteer.names))
    let maps = try await pipeline.maps(
      of: claims, options: BuildOptions(days: [Self.day], views: [.assessed])
    ).maps
    return Dictionary(uniqueKeysWithValues: maps[0][0].control.places.map { ($0.placeID, $0) })
  }

  /// A theatre of the invented country in a folder of its own, with a feed that is damaged beside the given one.
  private func folder(claims: String, feed: String) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "frontline-coded-\(UUID().uuidString)")
    let columns =
      ["id", "name", "feature_class", "feature_code", "country", "admin1", "admin2"]
      + ["parent", "latitude", "longitude", "radius_km", "west", "south", "east", "north"]
      + ["source", "confidence", "note"]
    let places = InventedPlaces.places.map { place in
      [
        place.id, place.name, place.featureClass, place.featureCode, "XX", "", "",
        place.parent ?? "",
      ]
        + ["\(place.position.latitude)", "\(place.position.longitude)"]
        + [place.radiusKilometres.map { "\($0)" } ?? "", "", "", "", "", "invented", "B", ""]
    }
    let rows = ([columns] + places).map { $0.joined(separator: "\t") + "\n" }.joined()
    let files = [
      "theatre.yaml": """
      id: talvania
      time_zone: Asia/Kabul
      gazetteers: [places]
      parties:
        - { id: north, name: Northern Army, aliases: [northern forces], opposed_to: [south] }
        - { id: south, name: Southern Front, opposed_to: [north] }
      """,
      "places/places.tsv": rows, "places/names.tsv": "place_id\tname\tlanguage\tscript\tkind\n",
      "reports/feed.xml": feed, "reports/broken.rss": "<rss><channel>", "claims.csv": claims,
    ]
    for (name, text) in files {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return folder
  }
}
