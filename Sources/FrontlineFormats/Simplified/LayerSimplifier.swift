import FrontlineGeometry
public import FrontlineLayers

/// Simplifies the layers of a day.
public enum LayerSimplifier {
  /// Layers with fewer corners. What areas and lines of one view share stays shared; points, symbols and values stay as
  /// they are, so `area_km2` and `length_km` are those of the full shapes.
  ///
  /// - Parameter metres: How far a corner that is left out may lie from what is drawn; not positive: nothing is changed.
  public static func simplified(_ layers: [Layer], metres: Double) -> [Layer] {
    guard metres > 0 else { return layers }
    let bands = LayerSchema.uncertainty.name
    var groups: [String: [[Position]]] = [:]
    for layer in layers where isSimplified(layer) {
      for feature in layer.features {
        groups[key(feature, in: layer, bands: bands), default: []] += paths(feature.geometry)
      }
    }
    let borders = groups.mapValues { SharedBorders($0, metres: metres) }
    return layers.map { layer in
      guard isSimplified(layer) else { return layer }
      var layer = layer
      for index in layer.features.indices {
        guard let known = borders[key(layer.features[index], in: layer, bands: bands)] else {
          continue
        }
        layer.features[index].geometry = simplified(layer.features[index].geometry, known)
      }
      return layer
    }
  }

  /// A symbol is as small as it can be.
  private static func isSimplified(_ layer: Layer) -> Bool {
    layer.name != LayerSchema.frontSymbols.name
  }

  /// Bands run across borders.
  private static func key(_ feature: Feature, in layer: Layer, bands: String) -> String {
    let view = if case .text(let view) = layer.value("view", of: feature) { view } else { "" }
    return layer.name == bands ? "\(bands) \(feature.id)" : view
  }

  private static func paths(_ geometry: Geometry) -> [[Position]] {
    switch geometry {
    case .point: []
    case .lines(let lines): lines.map(\.positions)
    case .polygons(let polygons):
      polygons.flatMap { ([$0.exterior] + $0.holes).map(\.positions) }
    }
  }

  private static func simplified(_ geometry: Geometry, _ borders: SharedBorders) -> Geometry {
    switch geometry {
    case .point: geometry
    case .lines(let lines): .lines(lines.map { LineString(borders.path($0.positions)) })
    case .polygons(let polygons):
      .polygons(
        polygons.map { polygon in
          Polygon(
            exterior: Ring(borders.path(polygon.exterior.positions)),
            holes: polygon.holes.map { Ring(borders.path($0.positions)) })
        })
    }
  }
}
