public import FrontlineGeometry
public import FrontlineLayers

/// What is in the layers of many days, as far as their styles and what is opened on depend on it.
public struct QGISTables: Sendable {
  private struct Found {
    var shape: QGISMap.Table.Shape
    var views: Set<String> = []
    var classes: Set<String> = []
    var box: BoundingBox?
  }

  private var found: [String: Found] = [:]
  /// Ids of the places on the maps.
  public private(set) var places: Set<String> = []

  public init() {}

  public init(_ layers: [Layer]) {
    for layer in layers { add(layer) }
  }

  private mutating func add(_ layer: Layer) {
    guard let first = layer.features.first else { return }
    var table = Found(shape: QGISMap.Table.Shape(first.geometry))
    var corners: [Position] = []
    for feature in layer.features {
      if let view = layer.text("view", of: feature) { table.views.insert(view) }
      if let name = layer.drawnClass(of: feature) { table.classes.insert(name) }
      if layer.name == LayerSchema.places.name, let id = layer.text("place_id", of: feature) {
        places.insert(id)
      }
      corners += feature.geometry.corners
    }
    table.box = BoundingBox(corners)
    found[layer.name] = table
  }

  /// Takes in what is in other days' layers.
  public mutating func merge(_ other: QGISTables) {
    places.formUnion(other.places)
    found.merge(other.found) { old, new in
      var both = old
      both.views.formUnion(new.views)
      both.classes.formUnion(new.classes)
      both.box = BoundingBox((old.box?.corners ?? []) + (new.box?.corners ?? []))
      return both
    }
  }

  /// Those that have features, in the order of the schemas.
  public var tables: [QGISMap.Table] { LayerSchema.all.compactMap { table($0.name) } }

  public func table(_ name: String) -> QGISMap.Table? {
    found[name].map {
      QGISMap.Table(
        name: name, shape: $0.shape, views: Self.sorted($0.views), classes: Self.sorted($0.classes))
    }
  }

  /// What is opened on: the fronts and the places they are about, with some land round them; else anything.
  public var extent: BoundingBox? {
    let fronts = [LayerSchema.frontLines, LayerSchema.frontSymbols, LayerSchema.places]
    let rest = [LayerSchema.controlAreas, LayerSchema.claims]
    let box =
      BoundingBox(fronts.flatMap { found[$0.name]?.box?.corners ?? [] })
      ?? rest.lazy.compactMap { found[$0.name]?.box }.first
    guard let box else { return nil }
    let width = max(0.02, (box.east - box.west) * 0.08)
    let height = max(0.02, (box.north - box.south) * 0.08)
    return BoundingBox(
      west: max(-180, box.west - width), south: max(-90, box.south - height),
      east: min(180, box.east + width), north: min(90, box.north + height))
  }

  /// By their bytes, so that no locale has a say.
  private static func sorted(_ texts: Set<String>) -> [String] {
    texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

extension Layer {
  fileprivate func text(_ column: String, of feature: Feature) -> String? {
    guard case .text(let text) = value(column, of: feature) else { return nil }
    return text
  }

  /// By which a feature is told apart from others when it is drawn.
  fileprivate func drawnClass(of feature: Feature) -> String? {
    let status = text("status", of: feature)
    return switch name {
    case LayerSchema.controlAreas.name:
      text(status == "contested" ? "parties" : "party", of: feature)
    case LayerSchema.frontLines.name: text("kind", of: feature)
    case LayerSchema.frontSymbols.name:
      [text("kind", of: feature), text("solidity", of: feature)].compactMap { $0 }
        .joined(separator: " ")
    case LayerSchema.places.name: status == "held" ? text("party", of: feature) : status
    case LayerSchema.claims.name: text("claimant", of: feature)
    default: nil
    }
  }
}

extension QGISMap.Table.Shape {
  fileprivate init(_ geometry: Geometry) {
    self =
      switch geometry {
      case .point: .point
      case .lines: .line
      case .polygons: .polygon
      }
  }
}

extension Geometry {
  /// Of its box.
  fileprivate var corners: [Position] {
    switch self {
    case .point(let position): [position]
    case .lines(let lines): BoundingBox(lines.lazy.flatMap(\.positions))?.corners ?? []
    case .polygons(let polygons):
      BoundingBox(polygons.lazy.flatMap(\.exterior.positions))?.corners ?? []
    }
  }
}

extension BoundingBox {
  fileprivate var corners: [Position] {
    [Position(longitude: west, latitude: south), Position(longitude: east, latitude: north)]
  }
}
