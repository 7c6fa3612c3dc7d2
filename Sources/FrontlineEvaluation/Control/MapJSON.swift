internal import Foundation
internal import FrontlineGeometry
internal import FrontlineReports

/// GeoJSON as it stands in a file of features.
struct MapJSON: Decodable {
  var type: String?
  var features: [FeatureJSON]?

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Key.self)
    type = try members.decodeIfPresent(String.self, forKey: .type)
    features = try members.decodeIfPresent([FeatureJSON].self, forKey: .features)
    if features == nil, type == "Feature" { features = [try FeatureJSON(from: decoder)] }
  }

  private enum Key: CodingKey { case type, features }
}

struct FeatureJSON: Decodable {
  var properties: PropertiesJSON?
  var geometry: GeometryJSON?

  /// Nil if it has no shape.
  func read() throws -> MapFeature? {
    guard let shape = try geometry?.shape() else { return nil }
    let day = try properties?.date.map { text in
      guard let day = Day(iso: String(text.prefix(10))) else { throw MapFault.day(text) }
      return day
    }
    return MapFeature(
      kind: kind(of: shape), day: day, holder: properties?.holder ?? .unstated,
      level: properties?.level?.text, view: properties?.view, status: properties?.status,
      probability: properties?.probability, partyProbabilities: properties?.partyProbabilities,
      geometry: shape)
  }

  private func kind(of shape: Geometry) -> MapFeature.Kind? {
    if let name = properties?.kind, !name.isEmpty { return MapFeature.Kind(rawValue: name) }
    return switch shape {
    case .polygons: .control
    case .lines: .front
    case .point: .place
    }
  }
}

struct PropertiesJSON: Decodable {
  var kind: String?
  var date: String?
  var holder: MapFeature.Holder
  var level: NumberOrText?
  var view: String?
  var status: String?
  var probability: Double?
  var partyProbabilities: String?

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Key.self)
    kind = try members.decodeIfPresent(String.self, forKey: .kind)
    date = try members.decodeIfPresent(String.self, forKey: .date)
    let party = try members.decodeIfPresent(String.self, forKey: .party)
    holder = party.map { .party($0) } ?? (members.contains(.party) ? .nobody : .unstated)
    level = try members.decodeIfPresent(NumberOrText.self, forKey: .level)
    view = try? members.decodeIfPresent(String.self, forKey: .view)
    status = try? members.decodeIfPresent(String.self, forKey: .status)
    probability = try? members.decodeIfPresent(Double.self, forKey: .probability)
    partyProbabilities = try? members.decodeIfPresent(String.self, forKey: .partyProbabilities)
  }

  private enum Key: String, CodingKey {
    case kind, date, party, level, view, status, probability
    case partyProbabilities = "party_probabilities"
  }
}

/// A value that some write as a number and some in quotes.
struct NumberOrText: Decodable {
  var text: String

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let whole = try? value.decode(Int.self) {
      text = String(whole)
    } else if let number = try? value.decode(Double.self) {
      text = number.description
    } else {
      text = try value.decode(String.self)
    }
  }
}

/// A geometry; collections and kinds that RFC 7946 does not know have no shape.
enum GeometryJSON: Decodable {
  case point([Double])
  case lines([[[Double]]])
  case polygons([[[[Double]]]])
  case other

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Key.self)
    func coordinates<Value: Decodable>(_: Value.Type) throws -> Value {
      try members.decode(Value.self, forKey: .coordinates)
    }
    self =
      switch try members.decode(String.self, forKey: .type) {
      case "Point": .point(try coordinates([Double].self))
      case "LineString": .lines([try coordinates([[Double]].self)])
      case "MultiLineString": .lines(try coordinates([[[Double]]].self))
      case "Polygon": .polygons([try coordinates([[[Double]]].self)])
      case "MultiPolygon": .polygons(try coordinates([[[[Double]]]].self))
      default: .other
      }
  }

  func shape() throws -> Geometry? {
    switch self {
    case .point(let numbers): .point(try position(numbers))
    case .lines(let lines):
      .lines(try lines.map { LineString(try positions($0, atLeast: 2, of: "line")) })
    case .polygons(let polygons): .polygons(try polygons.compactMap(polygon))
    case .other: nil
    }
  }

  private func polygon(_ rings: [[[Double]]]) throws -> Polygon? {
    var read: [Ring] = []
    for ring in rings {
      var positions = try positions(ring, atLeast: 3, of: "ring")
      if let first = positions.first, positions.last != first { positions.append(first) }
      read.append(Ring(positions))
    }
    return read.first.map { Polygon(exterior: $0, holes: Array(read.dropFirst())) }
  }

  private func positions(
    _ pairs: [[Double]], atLeast least: Int, of shape: String
  ) throws -> [Position] {
    guard pairs.count >= least else { throw MapFault.corners(pairs.count, of: least, in: shape) }
    return try pairs.map(position)
  }

  private func position(_ numbers: [Double]) throws -> Position {
    guard numbers.count >= 2 else { throw MapFault.position(numbers) }
    let position = Position(longitude: numbers[0], latitude: numbers[1])
    guard position.isOnEarth else { throw MapFault.position(numbers) }
    return position
  }

  private enum Key: CodingKey { case type, coordinates }
}
