import FrontlineClaims
import FrontlineGeometry
import FrontlineLayers
import FrontlineReports

@testable import FrontlinePictures

/// Two parties on an island: one holds its west, the other its east, a strip between them is contested.
enum InventedDay {
  static let day = Day(number: 18_870)
  static let box = BoundingBox(west: 10, south: 40, east: 12, north: 41)

  static var theatre: PictureTheatre {
    var theatre = PictureTheatre(
      title: "Island & sea", view: "Assessed", meaning: "What is inferred.",
      parties: [
        Party(id: "west", name: "Westerners", colour: "#0040c0"),
        Party(id: "east", name: "Easterners", colour: "#c00000"),
      ], box: box)
    theatre.references = [
      .init(name: "Harbour", position: Position(longitude: 11.6, latitude: 40.2), kind: .town)
    ]
    theatre.credits = "Invented."
    return theatre
  }

  /// - Parameter border: The longitude where the west ends; the contested strip is a tenth of a degree wide.
  static func layers(border: Double = 11) -> [Layer] {
    let shift = 0.1
    return [
      layer(
        .controlAreas,
        [
          (area(10.2, border), ["status": .text("held"), "party": .text("west")]),
          (
            area(border, border + shift),
            ["status": .text("contested"), "parties": .text("east west")]
          ),
          (area(border + shift, 11.8), ["status": .text("held"), "party": .text("east")]),
        ]),
      layer(
        .frontLines,
        [
          (
            .lines([line(border, 40.1, border, 40.9)]),
            [
              "kind": .text("line"), "party_a": .text("east"), "party_b": .text("west"),
              "left_party": .text("west"),
            ]
          )
        ]),
      layer(
        .frontSymbols,
        [
          (
            .lines([line(11.4, 40.4, 11.3, 40.4)]),
            [
              "kind": .text("arrow"), "attacker": .text("east"), "solidity": .text("claimed"),
            ]
          )
        ]),
      layer(
        .places,
        [
          (
            .point(Position(longitude: 10.5, latitude: 40.5)),
            [
              "name": .text("Ford"), "status": .text("held"), "party": .text("west"),
              "reports": .integer(2),
            ]
          )
        ]),
    ]
  }

  static func pictures(
    borders: [Double] = [11], width: Int = 1200, isWhole: Bool = true
  ) throws -> MapPictures {
    try MapPictures(
      theatre,
      days: borders.enumerated().map {
        PictureDay(day: Day(number: 18_870 + $0.offset), layers: layers(border: $0.element))
      }, width: width, isWhole: isWhole)
  }

  private static func area(_ west: Double, _ east: Double) -> Geometry {
    .polygons([Polygon(BoundingBox(west: west, south: 40.1, east: east, north: 40.9))])
  }

  private static func line(
    _ west: Double, _ south: Double, _ east: Double, _ north: Double
  ) -> LineString {
    LineString([
      Position(longitude: west, latitude: south), Position(longitude: east, latitude: north),
    ])
  }

  private static func layer(
    _ schema: LayerSchema, _ features: [(Geometry, [String: PropertyValue])]
  ) -> Layer {
    Layer(
      name: schema.name, columns: schema.columns,
      features: features.enumerated().map { index, feature in
        Feature(
          id: "\(schema.name)-\(index)", geometry: feature.0,
          values: schema.columns.map { feature.1[$0.name] ?? .null })
      })
  }
}
