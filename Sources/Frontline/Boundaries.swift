public import FrontlineGeometry
internal import FrontlineReports
internal import FrontlineTopology

/// What a theatre's file of polygons says: where the map ends, and what named areas look like.
public struct Boundaries: Hashable, Sendable {
  /// Valid, disjoint, from west to east; empty where the file clips nothing.
  public var theatre: [Polygon]
  /// By the id of the place, each valid and disjoint.
  public var outlines: [String: [Polygon]]

  public init(theatre: [Polygon] = [], outlines: [String: [Polygon]] = [:]) {
    self.theatre = theatre
    self.outlines = outlines
  }

  /// The property that names the place whose outline a feature is.
  private static let placeKey = "place_id"

  /// Polygons of the kind `theatre` clip the map; where there are none, all that outline no place.
  static func read(_ shapes: ShapeFile) -> (boundaries: Boundaries, findings: [Finding]) {
    var work = Assembly(file: shapes.file, findings: shapes.findings)
    let areas = work.areas(shapes.shapes)
    let outlining = areas.filter { $0.properties[placeKey]?.isEmpty == false }
    let others = areas.filter { $0.properties[placeKey]?.isEmpty ?? true }
    let marked = others.filter { $0.properties["kind"] == "theatre" }
    var boundaries = Boundaries()
    boundaries.theatre = work.joined(marked.isEmpty ? others : marked)
    for (place, areas) in Dictionary(grouping: outlining, by: { $0.properties[placeKey] ?? "" })
      .sorted(by: { $0.key < $1.key })
    {
      let joined = work.joined(areas)
      if !joined.isEmpty { boundaries.outlines[place] = joined }
    }
    if !marked.isEmpty { work.ignored(others.filter { $0.properties["kind"] != "theatre" }) }
    return (boundaries, work.findings)
  }
}

/// Makes valid areas out of what was drawn, and tells what it had to do.
private struct Assembly {
  struct Area {
    var label: String
    var properties: [String: String]
    var polygons: [Polygon]
  }

  var file: String
  var findings: [Finding]

  mutating func areas(_ shapes: [ShapeFile.Shape]) -> [Area] {
    var areas: [Area] = []
    for shape in shapes {
      guard case .polygons(let polygons) = shape.geometry else {
        add(
          "not-an-area", "\(shape.label) is no polygon, so it was left out",
          "draw the area's outline as a polygon")
        continue
      }
      areas.append(Area(label: shape.label, properties: shape.properties, polygons: polygons))
    }
    return areas
  }

  /// The area that any of them covers: neighbours may share borders and overlap.
  mutating func joined(_ areas: [Area]) -> [Polygon] {
    let valid = areas.flatMap { area in area.polygons.flatMap { repaired($0, of: area) } }
    do {
      return try Topology.union(valid)
    } catch {
      let labels = areas.map(\.label).joined(separator: ", ")
      add("unusable-shape", "\(labels) cannot be joined: \(error)", "draw them anew")
      return []
    }
  }

  private mutating func repaired(_ polygon: Polygon, of area: Area) -> [Polygon] {
    do {
      guard let fault = try Topology.fault(in: [polygon]) else { return [polygon] }
      let at = fault.position.map { " at \($0.longitude), \($0.latitude)" } ?? ""
      add(
        "repaired-area",
        "\(area.label) is no valid polygon (\(fault.reason)\(at)), so it was mended",
        "look whether the map's edge is where it should be, and mend the file")
      return try Topology.repaired(polygon)
    } catch {
      add(
        "unusable-shape", "\(area.label) cannot be read as an area: \(error)", "draw it anew")
      return []
    }
  }

  /// One finding for each kind of feature that says nothing of where the theatre ends.
  mutating func ignored(_ areas: [Area]) {
    let byKind = Dictionary(grouping: areas) { $0.properties["kind"] ?? "" }
    for (kind, areas) in byKind.sorted(by: { $0.key < $1.key }) {
      let what = kind.isEmpty ? "no kind" : "the kind '\(kind)'"
      let features = areas.count == 1 ? "1 feature" : "\(areas.count) features"
      add(
        "ignored-shape", "\(features) of \(what) were not used",
        "the features of the kind 'theatre' clip the map; give others a place_id to outline a place",
        .note)
    }
  }

  private mutating func add(
    _ code: String, _ message: String, _ remedy: String, _ severity: Finding.Severity = .warning
  ) {
    findings.append(
      Finding(code: code, severity: severity, message: message, remedy: remedy, file: file))
  }
}
