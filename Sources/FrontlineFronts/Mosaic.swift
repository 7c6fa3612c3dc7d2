public import FrontlineGeometry
public import FrontlineTopology

/// The places of a theatre turned into neighbouring pieces of land: made once, coloured per date.
///
/// Every place gets the land that is nearer to it than to any other place, as far as the reach and
/// the box allow. The pieces tile: they never overlap, leave no gap within reach, and share their
/// vertices exactly. All vertices lie on a grid of 1e-6 degree, which is what files carry, so that
/// rounding on writing cannot spoil a shape.
///
/// Nearness is measured in the plane that touches the Earth in the middle of the box (`LocalPlane`).
/// The reach is a circle of 24 corners there, so up to 0.86 % short between corners.
///
/// Places that share a position, or lie so close together that one has no land on the grid, share a
/// cell: the one whose id sorts first owns it, the others are its guests.
public struct Mosaic: Sendable {
  /// A place that may get land.
  public struct Site: Hashable, Sendable {
    public var placeID: String
    public var position: Position

    public init(placeID: String, position: Position) {
      self.placeID = placeID
      self.position = position
    }
  }

  /// The land of one place, shared with its guests.
  public struct Cell: Hashable, Sendable {
    /// The owner first, then its guests, sorted.
    public var placeIDs: [String]
    /// Usually one; more where reach and box cut the land in pieces. Normalised.
    public var polygons: [Polygon]

    public init(placeIDs: [String], polygons: [Polygon]) {
      self.placeIDs = placeIDs
      self.polygons = polygons
    }
  }

  /// In the order of the owners' ids.
  public let cells: [Cell]
  let tiling: Tiling
  /// For each face of the tiling, the index of its cell.
  let cellOfFace: [Int]

  /// Cuts the land in reach of some places into one cell a place.
  ///
  /// - Parameters:
  ///   - sites: In any order. Places outside the box are left out; of two with one id, the western
  ///     one counts.
  ///   - reachKilometres: How far a place speaks for the land around it; infinite for all the box.
  ///   - box: The edge of the map.
  /// - Throws: ``TopologyError`` if the reach is negative or not a number, if the box is not on
  ///   Earth or has no width, or if GEOS fails.
  /// - Complexity: O(*n*²) with a small constant; 1,200 places take some 90 ms.
  public init(sites: [Site], reachKilometres: Double, box: BoundingBox) throws(TopologyError) {
    guard reachKilometres >= 0 else { throw .badReach(reachKilometres) }
    guard box.isOnEarth else { throw .badBox(box) }
    let plane = LocalPlane(of: box)
    let sites = Mosaic.accepted(sites, in: box)
    let points = sites.map { plane.point(at: $0.position) }
    let reach = reachKilometres * 1000

    var lines = ReachOutline(of: points, metres: reach).arcs.map {
      LineString($0.map(plane.position(at:)))
    }
    lines.append(LineString(Polygon(box).exterior.positions))
    lines += try Topology.voronoiEdges(of: sites.map(\.position), inside: box, in: plane)

    var polygons: [Polygon] = []
    var owners: [Int] = []
    for face in try Topology.faces(between: lines, snappedToDegrees: GridPoint.step)
    where box.contains(face.interior) {
      guard let site = points.nearest(to: plane.point(at: face.interior)),
        Mosaic.isWithinReach(face.polygon, of: points[site], metres: reach, in: plane)
      else { continue }
      polygons.append(face.polygon)
      owners.append(site)
    }
    try self.init(sites: sites, points: points, polygons: polygons, owners: owners)
  }

  private init(
    sites: [Site], points: [LocalPlane.Point], polygons: [Polygon], owners: [Int]
  ) throws(TopologyError) {
    let owning = Set(owners).sorted()
    var cellOfSite: [Int: Int] = [:]
    for (cell, site) in owning.enumerated() { cellOfSite[site] = cell }
    tiling = try Tiling(polygons)
    cellOfFace = owners.compactMap { cellOfSite[$0] }
    var placeIDs = owning.map { [sites[$0].placeID] }
    let landed = owning.map { points[$0] }
    for site in sites.indices where cellOfSite[site] == nil {
      guard let host = landed.nearest(to: points[site]) else { continue }
      placeIDs[host].append(sites[site].placeID)
    }
    let regions = try tiling.regions(labels: cellOfFace)
    var cells = placeIDs.map { Cell(placeIDs: $0, polygons: []) }
    for region in regions.all { cells[region.label].polygons.append(region.polygon) }
    self.cells = cells.map { Cell(placeIDs: $0.placeIDs, polygons: $0.polygons.normalised) }
  }

  /// Whether a face is land, not a hole in the mosaic: all its corners are in reach of its site.
  ///
  /// A point inside would not do: it may lie in reach while most of a hole does not.
  private static func isWithinReach(
    _ face: Polygon, of site: LocalPlane.Point, metres reach: Double, in plane: LocalPlane
  ) -> Bool {
    // Corners on the outline were moved to the grid, by less than one step either way.
    let furthest = reach + 1.5 * GridPoint.step * LocalPlane.metresPerDegreeNorth
    return face.exterior.positions.allSatisfy {
      plane.point(at: $0).squaredDistance(to: site) <= furthest * furthest
    }
  }

  /// The sites inside the box, one an id, sorted by id.
  private static func accepted(_ sites: [Site], in box: BoundingBox) -> [Site] {
    let inside = sites.filter { box.contains($0.position) }
      .sorted { ($0.placeID, $0.position) < ($1.placeID, $1.position) }
    var accepted: [Site] = []
    for site in inside where accepted.last?.placeID != site.placeID { accepted.append(site) }
    return accepted
  }
}

extension [LocalPlane.Point] {
  /// The index of the nearest point, the first of equals; nil if there are none.
  func nearest(to point: LocalPlane.Point) -> Int? {
    var nearest: Int?
    var smallest = Double.infinity
    for (index, candidate) in enumerated() {
      let distance = candidate.squaredDistance(to: point)
      if distance < smallest { (nearest, smallest) = (index, distance) }
    }
    return nearest
  }
}

extension TopologyError {
  fileprivate static func badReach(_ kilometres: Double) -> TopologyError {
    TopologyError(
      operation: "cut land into cells", reason: "the reach is \(kilometres) km; expected 0 or more")
  }

  fileprivate static func badBox(_ box: BoundingBox) -> TopologyError {
    TopologyError(
      operation: "cut land into cells",
      reason: "the box runs from \(box.west) to \(box.east) degrees east and \(box.south) to "
        + "\(box.north) north; expected west < east within ±180, south < north within ±90")
  }
}
