internal import FrontlineGeometry
internal import FrontlineTopology

/// Checks of shapes.
extension KMLCheck {
  static let ofGeometries: [KMLCheck] = [
    .every(
      3, "level-1/Geometry-Coordinates", "coordinates are tuples of decimals on the Earth",
      [.coordinates]
    ) { $0.coordinates.fault },
    .every(
      12, "level-1/Geometry-Extrude", "what is extruded does not lie on the ground", [.extrude],
      extrude),
    .every(
      13, "level-1/Geometry-Tessellate", "what is tessellated lies on the ground", [.tessellate],
      tessellate),
    .every(14, "level-1/Point", "a Point has one tuple", [.coordinates]) { tuples($0, of: .point) },
    .every(15, "level-1/LineString", "a LineString has two tuples or more", [.coordinates]) {
      tuples($0, of: .lineString)
    },
    .every(
      16, "level-1/LinearRing-ControlPoints", "a ring has four tuples or more and is closed",
      [.coordinates], closedRing),
    .whole(
      17, "level-1/PolygonBoundary", "a Polygon has an outer boundary with the inner ones in it",
      [.polygon], polygonBoundary),
    .every(
      43, "level-2/Coordinates-altitudeMode", "what does not lie on the ground has heights",
      [.coordinates, .location], heights),
    .every(
      48, "level-2/LinearRingInPolygon", "a ring leaves it to its Polygon how it lies",
      [.linearRing], ringInPolygon),
    .whole(
      66, "level-2/MultiGeometry", "a MultiGeometry has two parts or more", [.multiGeometry],
      multiGeometry),
    .whole(
      69, "level-3/PolygonRings", "rings of a Polygon do not cross", [.polygon], crossingRings),
    .whole(
      70, "level-3/SimpleLinearRing", "a ring does not cross itself", [.linearRing], simpleRing),
  ]

  /// As in OGC's suite, the mode may stand anywhere in the shape, as in the ring of a polygon.
  @Sendable private static func extrude(_ node: KMLNode) -> String? {
    guard ["1", "true"].contains(node.text), let shape = node.parent, shape.isClamped,
      (shape.descendants(.altitudeMode).first?.text ?? "clampToGround") == "clampToGround"
    else { return nil }
    return "<\(shape.word)> is extruded, but its altitudeMode is clampToGround or missing"
  }

  @Sendable private static func tessellate(_ node: KMLNode) -> String? {
    guard ["1", "true"].contains(node.text), let shape = node.parent,
      let mode = shape.child(.altitudeMode)?.rawText, mode != "clampToGround"
    else { return nil }
    return "<\(shape.word)> is tessellated, but its altitudeMode '\(mode)' takes it off the ground"
  }

  private static func tuples(_ node: KMLNode, of shape: KMLName) -> String? {
    guard node.parent?.name == shape else { return nil }
    let count = node.coordinates.count
    switch shape {
    // That there is none is for the check of coordinates to say.
    case .point: return count <= 1 ? nil : "a <Point> has one tuple, this one has \(count)"
    default:
      return count >= 2 ? nil : "a <LineString> has two tuples or more, this one has \(count)"
    }
  }

  @Sendable private static func closedRing(_ node: KMLNode) -> String? {
    guard node.parent?.name == .linearRing else { return nil }
    let ring = node.coordinates
    guard ring.count >= 4 else {
      return "a <LinearRing> has four tuples or more, this one has \(ring.count)"
    }
    return ring.first == ring.last
      ? nil : "the ring begins at '\(ring.first)' and ends at '\(ring.last)', written differently"
  }

  @Sendable private static func polygonBoundary(_ node: KMLNode) -> String? {
    guard !node.descendants(.outerBoundaryIs).isEmpty else { return "it has no <outerBoundaryIs>" }
    let nodes = node.descendants(.linearRing)
    guard nodes.count > 1 else { return nil }
    let rings = nodes.compactMap(\.ring)
    guard rings.count == nodes.count, let outer = rings.first else {
      return "whether its inner rings lie within the outer one cannot be told, as one is not closed"
    }
    for (ring, inner) in zip(rings, nodes).dropFirst() where !isWithin(ring, outer) {
      return "its inner ring in line \(inner.line) does not lie within the outer one"
    }
    return nil
  }

  private static func isWithin(_ ring: Ring, _ outer: Ring) -> Bool {
    do { return try Topology.isWithin(ring, outer) } catch { return false }
  }

  @Sendable private static func heights(_ node: KMLNode) -> String? {
    guard let shape = node.parent, !shape.isClamped else { return nil }
    if node.name == .location { return node.missing(.altitude) }
    let coordinates = node.coordinates
    let odd = coordinates.flat.map { "'\($0)' has no height" } ?? coordinates.fault
    return odd.map { "\($0), but the altitudeMode is '\(shape.altitudeMode)'" }
  }

  @Sendable private static func ringInPolygon(_ node: KMLNode) -> String? {
    guard node.hasAncestor(.polygon) else { return nil }
    let own = [KMLName.extrude, .tessellate, .altitudeMode].first(where: node.has)
    return own.map { "it has <\($0.rawValue)>, which belongs in its <Polygon>" }
  }

  @Sendable private static func multiGeometry(_ node: KMLNode) -> String? {
    let count =
      node.countOfKMLChildren
      + (node.tree.allowsGX
        ? node.children(.gxTrack).count + node.children(.gxMultiTrack).count : 0)
    return count > 1
      ? nil
      : "it has \(count == 1 ? "one part" : "no parts"); a single shape needs no <MultiGeometry>"
  }

  /// Rings may touch at single points; each by itself is for the next check.
  @Sendable private static func crossingRings(_ node: KMLNode) -> String? {
    let rings = node.descendants(.linearRing).compactMap(\.ring)
    guard rings.count > 1, rings.allSatisfy(isSimple) else { return nil }
    let polygon = Polygon(exterior: rings[0], holes: Array(rings.dropFirst()))
    guard let fault = try? Topology.fault(in: [polygon]), fault.reason.contains("elf-intersection")
    else { return nil }
    let place = fault.position.map { " at \($0.longitude),\($0.latitude)" } ?? ""
    return "two of its rings cross or share an edge\(place)"
  }

  @Sendable private static func simpleRing(_ node: KMLNode) -> String? {
    guard let ring = node.ring, !isSimple(ring) else { return nil }
    return "the ring crosses or touches itself"
  }

  /// What GEOS cannot tell counts as simple.
  private static func isSimple(_ ring: Ring) -> Bool {
    do { return try Topology.isSimple(ring) } catch { return true }
  }
}

extension KMLNode {
  /// What a `coordinates` element holds.
  var coordinates: KMLCoordinates { tree.coordinates(of: index) }

  /// The closed ring of a `LinearRing`; nil if it is none.
  fileprivate var ring: Ring? {
    guard let coordinates = child(.coordinates)?.coordinates, coordinates.isReadable,
      coordinates.positions.count >= 4, coordinates.positions.first == coordinates.positions.last
    else { return nil }
    return Ring(coordinates.positions)
  }
}
