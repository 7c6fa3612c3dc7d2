internal import FrontlineGeometry
internal import FrontlineLayers

/// The features of a day's layers, as they are drawn.
struct DayMap: Sendable {
  struct Area: Hashable, Sendable {
    var polygons: [Polygon]
    /// Who holds it; nil for a contested one.
    var party: String?
    /// Who fights over it.
    var parties: [String]
  }

  struct Band: Hashable, Sendable {
    var polygons: [Polygon]
    /// The chance that the line runs inside.
    var level: Double
  }

  struct Front: Hashable, Sendable {
    var lines: [LineString]
    /// A border between two parties, not the edge of what is contested.
    var isBorder: Bool
    var left: String
    var right: String
  }

  struct Symbol: Hashable, Sendable {
    var lines: [LineString]
    var kind: String
    var attacker: String?
    /// Told by sources independent of each other.
    var isReported: Bool
  }

  struct NamedPlace: Hashable, Sendable {
    var name: String
    var position: Position
    var status: String
    var party: String?
    var reports: Int
  }

  var held: [Area] = []
  var contested: [Area] = []
  /// The widest first.
  var bands: [Band] = []
  var fronts: [Front] = []
  var symbols: [Symbol] = []
  /// The most important first.
  var places: [NamedPlace] = []

  init(_ layers: [Layer]) {
    for layer in layers {
      for feature in layer.features { add(Reading(layer: layer, feature: feature)) }
    }
    bands.sort { $0.level > $1.level }
    places.sort { ($0.rank, $0.name, $0.position) < ($1.rank, $1.name, $1.position) }
  }

  private mutating func add(_ reading: Reading) {
    switch (reading.layer.name, reading.feature.geometry) {
    case ("control_areas", .polygons(let polygons)):
      let area = Area(
        polygons: polygons, party: reading.text("party"), parties: reading.words("parties"))
      if reading.text("status") == "contested" { contested.append(area) } else { held.append(area) }
    case ("uncertainty", .polygons(let polygons)):
      bands.append(Band(polygons: polygons, level: reading.number("level")))
    case ("front_lines", .lines(let lines)):
      let (first, second) = (reading.text("party_a") ?? "", reading.text("party_b") ?? "")
      let left = reading.text("left_party") ?? first
      fronts.append(
        Front(
          lines: lines, isBorder: reading.text("kind") == "line", left: left,
          right: left == first ? second : first))
    case ("front_symbols", .lines(let lines)):
      symbols.append(
        Symbol(
          lines: lines, kind: reading.text("kind") ?? "", attacker: reading.text("attacker"),
          isReported: reading.text("solidity") == "reported"))
    case ("places", .point(let position)):
      places.append(
        NamedPlace(
          name: reading.text("name") ?? "", position: position,
          status: reading.text("status") ?? "unknown", party: reading.text("party"),
          reports: Int(reading.number("reports"))))
    default: break
    }
  }

  /// Where something happens: what a picture has to show.
  var ground: [Position] {
    (fronts.flatMap(\.lines) + symbols.flatMap(\.lines)).flatMap(\.positions)
      + places.map(\.position)
  }
}

extension DayMap.NamedPlace {
  /// What is fought over first, then what is held, each by how many reports speak of it.
  fileprivate var rank: Double {
    let first = status == "contested" ? 0.0 : status == "held" ? 1 : 2
    return first - Double(min(reports, 99)) / 100
  }
}

/// One feature's values.
private struct Reading {
  let layer: Layer
  let feature: Feature

  func text(_ column: String) -> String? {
    guard case .text(let text) = layer.value(column, of: feature) else { return nil }
    return text.isEmpty ? nil : text
  }

  func words(_ column: String) -> [String] {
    text(column)?.split(separator: " ").map(String.init) ?? []
  }

  func number(_ column: String) -> Double {
    switch layer.value(column, of: feature) {
    case .number(let number): number
    case .integer(let number): Double(number)
    default: 0
    }
  }
}
