import FrontlineClaims
import FrontlineControl
import FrontlineFormats
import FrontlineFronts
import FrontlineGazetteer
import FrontlineGeometry
import FrontlineLayers
import FrontlineReports

/// Two parties on one river: the blue one upstream, the red one downstream, a ford between.
enum InventedTheatre {
  static let day = Day(number: 20_000)

  static let parties = [
    Party(id: "blue", name: "Blue River Front", colour: "#1f78b4"),
    Party(id: "red", name: "Reds", aliases: ["the Reds"], colour: "#E31A1C"),
  ]

  static let gazetteer = Gazetteer(
    places: [
      place("upper", "Upper Mill", 10.05, 50.05, .a),
      place("ford", "The \"Ford\" & <Bridge>", 10.15, 50.05, .d),
      place("lower", "Lower Mill", 10.25, 50.05, .b),
      place("hut", "Shepherd's Hut", 10.05, 50.3, .c),
    ], names: [])

  static let claims = [
    claim(
      "c-1", place: "ford", event: .fighting, actor: "red", against: "blue", after: .contested,
      figures: [
        Claim.Figure(kind: .killed, party: "red", low: 40, high: nil),
        Claim.Figure(kind: .wounded, party: nil, low: 3, high: 5),
      ], sentence: "Fighting at the ford ]]> went on & on; \"40\" <dead>."),
    claim(
      "c-2", place: "upper", event: .holds, actor: "blue", against: nil,
      after: .held(party: "blue"), figures: [], sentence: "Blue holds Upper Mill."),
  ]

  static let builder = LayerBuilder(parties: parties, gazetteer: gazetteer, claims: claims)

  static func layers(on day: Day = day) -> [Layer] {
    let views: [View] = [.assessed, .claimed(party: "red"), .independent]
    let fronts = views.map { Fronts(asOf: day, view: $0, areas: areas, lines: lines) }
    let maps = views.map { ControlMap(asOf: day, view: $0, places: places) }
    return [
      builder.controlAreas(fronts, on: day), builder.frontLines(fronts, on: day),
      builder.places(maps, on: day), builder.claims(claims, on: day),
    ]
  }

  static func document(on day: Day = day, time: KMLDocument.Time = .none) -> KMLDocument {
    KMLDocument(
      title: "A ford & two mills, \(day)", author: "The <mapmakers>",
      link: "https://example.org/?a=1&b=2", layers: layers(on: day), parties: parties, time: time)
  }

  static func square(_ west: Double, _ south: Double, _ size: Double) -> Ring {
    let (east, north) = (west + size, south + size)
    return ring([(west, south), (east, south), (east, north), (west, north), (west, south)])
  }

  static func ring(_ corners: [(Double, Double)]) -> Ring {
    Ring(corners.map { Position(longitude: $0.0, latitude: $0.1) })
  }

  private static let areas = [
    ControlArea(
      status: .held(party: "blue"),
      polygons: [
        Polygon(exterior: square(10, 50, 0.1), holes: [square(10.02, 50.02, 0.01)]),
        Polygon(exterior: square(9.8, 50, 0.05)),
      ], areaSquareKilometres: 79.5678, probability: 0.8215, places: ["upper"], claims: ["c-2"]),
    ControlArea(
      status: .contested(parties: ["blue", "red"]),
      polygons: [Polygon(exterior: square(10.1, 50, 0.1))], areaSquareKilometres: 79.04,
      probability: 0.6, places: ["ford"], claims: ["c-1"]),
    ControlArea(
      status: .held(party: "red"), polygons: [Polygon(exterior: square(10.2, 50, 0.1))],
      areaSquareKilometres: 79.04, probability: 0.7, places: ["lower"], claims: []),
  ]

  private static let lines = [
    FrontLine(
      kind: .contestedEdge, partyA: "blue", partyB: "red", left: "blue",
      contestedPlaces: ["Ford", "Weir"],
      lines: [LineString(Array(square(10.1, 50, 0.1).positions.suffix(2)))],
      lengthKilometres: 11.1234,
      probability: 0.71, halfWidthKilometres: 1.25, newest: Day(number: 19_000),
      places: ["ford", "upper"], claims: ["c-1", "c-2", "prior-1"]),
    FrontLine(
      kind: .line, partyA: "blue", partyB: "red", left: "red", contestedPlaces: [],
      lines: [
        LineString(Array(square(10.2, 50, 0.1).positions.suffix(2))),
        LineString(Array(square(9.8, 50, 0.05).positions.prefix(2))),
      ], lengthKilometres: 14.7, probability: 0.65, halfWidthKilometres: 2.5, newest: nil,
      places: ["lower", "upper"], claims: ["c-2"]),
  ]

  private static let places = [
    control("ford", .contested(parties: ["blue", "red"]), 0.6, claims: ["c-1"], by: "ford"),
    control("hut", .unknown, 0, claims: [], by: nil),
    control("lower", .held(party: "red"), 0.7, claims: [], by: "lower"),
    control("upper", .held(party: "blue"), 0.8215, claims: ["c-2"], by: "upper"),
  ]

  private static func place(
    _ id: String, _ name: String, _ longitude: Double, _ latitude: Double,
    _ confidence: Place.Confidence
  ) -> Place {
    Place(
      id: id, name: name, featureClass: "P", featureCode: "PPL", admin1: "Valley",
      position: Position(longitude: longitude, latitude: latitude), confidence: confidence)
  }

  private static func control(
    _ id: String, _ status: PlaceControl.Status, _ probability: Double, claims: [String],
    by decider: String?
  ) -> PlaceControl {
    let place = gazetteer.place(id: id)
    return PlaceControl(
      placeID: id, name: place?.name ?? id, position: place?.position ?? origin, status: status,
      probability: probability, claims: claims, decidedBy: decider)
  }

  private static func claim(
    _ id: String, place: String, event: Claim.Event, actor: String?, against: String?,
    after: Claim.ControlAfter, figures: [Claim.Figure], sentence: String
  ) -> Claim {
    let site = gazetteer.place(id: place)
    return Claim(
      id: id, placeID: place, placeName: site?.name ?? place, position: site?.position ?? origin,
      event: event, actor: actor, against: against, controlAfter: after,
      valid: day..<day.advanced(by: 3), precision: .day, dateBasis: "on Tuesday",
      reported: day.advanced(by: 1), claimant: .party("red"), speaker: "a spokesman",
      hedge: .claimed, figures: figures,
      provenance: Claim.Provenance(
        report: "report-\(id)", sentence: sentence, sentenceRange: 0..<1, placeRange: 0..<1,
        rule: "rule"))
  }

  private static let origin = Position(longitude: 0, latitude: 0)
}
