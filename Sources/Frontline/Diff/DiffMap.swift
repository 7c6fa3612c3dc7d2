internal import FrontlineFormats
internal import FrontlineGeometry
internal import FrontlineLayers
internal import FrontlineReports

/// One day's map in one view, read back from its layers.
struct DiffMap: Sendable {
  struct Line: Sendable {
    var lines: [LineString]
    /// Nil at the edge of contested ground, which is drawn by rule.
    var halfWidth: Double?
    var claims: [String]
  }

  var day: Day
  var areas: [MapDiff.Holder: [Polygon]]
  /// A contested edge that several parties share is there once.
  var lines: [Line]
  /// By id.
  var places: [String: (place: MapDiff.PlaceChange, state: MapDiff.State)]
}

extension DiffMap {
  /// - Throws: ``FileError`` or `GeoJSONError`.
  init(_ day: Day, view: String, of folder: OutputFolder, _ manifest: Manifest) throws {
    func features(_ schema: LayerSchema) throws -> [Row] {
      let path = "\(day)/\(schema.name).geojson"
      // A layer with nothing on a day has no file.
      guard manifest.files.contains(path) else { return [] }
      let layer = try GeoJSONReader.layer(
        try File.read(folder.path + "/" + path), schema: schema.columns, name: schema.name)
      return layer.features.map { Row(layer: layer, feature: $0) }.filter {
        $0.text("view") == view
      }
    }
    self.day = day
    areas = [:]
    for row in try features(LayerSchema.controlAreas) {
      areas[row.state.holder, default: []] += row.polygons
    }
    lines = []
    var seen: Set<[LineString]> = []
    for row in try features(LayerSchema.frontLines) {
      guard case .lines(let lines) = row.feature.geometry else { continue }
      if seen.insert(lines).inserted {
        self.lines.append(
          Line(
            lines: lines, halfWidth: row.text("kind") == "line" ? row.number("half_width_km") : nil,
            claims: row.claims))
      } else if let index = self.lines.firstIndex(where: { $0.lines == lines }) {
        self.lines[index].claims += row.claims
      }
    }
    places = [:]
    for row in try features(LayerSchema.places) {
      guard case .point(let position) = row.feature.geometry, let id = row.text("place_id")
      else { continue }
      let place = MapDiff.PlaceChange(
        placeID: id, name: row.text("name") ?? id, position: position, from: row.state,
        to: row.state, claims: row.claims)
      places[id] = (place, row.state)
    }
  }

  /// A feature with the columns of its layer.
  private struct Row {
    var layer: Layer
    var feature: Feature

    func text(_ column: String) -> String? {
      if case .text(let text) = layer.value(column, of: feature) { text } else { nil }
    }

    func number(_ column: String) -> Double {
      if case .number(let number) = layer.value(column, of: feature) { number } else { 0 }
    }

    var claims: [String] {
      (text("claims") ?? "").split(separator: " ").map(String.init)
    }

    var polygons: [Polygon] {
      if case .polygons(let polygons) = feature.geometry { polygons } else { [] }
    }

    var state: MapDiff.State {
      MapDiff.State(
        status: text("status") ?? "unknown", party: text("party"),
        probability: number("probability"))
    }
  }
}
