public import FrontlineControl
internal import FrontlineGeometry
public import FrontlineTopology

/// Draws areas, front lines and bands from a field.
///
/// All lines along which anything changes are put together, cut where they cross, and moved to a grid of
/// 1e-6 degree, which is what files carry. Each face between them is then asked what it is. So areas
/// never overlap, and lines are edges of the areas on both sides.
public struct FrontMap: Sendable {
  private let frame: MapFrame
  private let opposed: @Sendable (String, String) -> Bool

  /// Corners that lie within this of the line without them are left out, kilometres.
  private static let simplification = 0.03
  /// Parts of a party's area smaller than this, square kilometres, need a place of their own that is sure.
  private static let leastIsland = 50.0
  /// Slivers below this go to their neighbour, square kilometres.
  private static let leastPart = 0.05

  /// - Parameter opposed: Whether two parties, by id, fight each other; asked in both orders.
  public init(frame: MapFrame, opposed: @escaping @Sendable (String, String) -> Bool) {
    self.frame = frame
    self.opposed = opposed
  }

  /// - Throws: ``TopologyError`` if GEOS fails, or a region cannot be outlined, which would be a fault here.
  public func fronts(
    of inference: ControlModel.Inference
  ) throws(TopologyError) -> Fronts {
    let statuses = Statuses(inference)
    let faces = try self.faces(of: inference, statuses)
    var labels = faces.map(\.label)
    let tiling = try Tiling(faces.map(\.polygon))
    var regions = try tiling.regions(labels: labels)
    for _ in 0..<3 {
      guard relabel(&labels, regions, tiling, inference, statuses) else { break }
      regions = try tiling.regions(labels: labels)
    }
    return Fronts(
      asOf: inference.control.asOf, view: inference.control.view,
      areas: areas(regions, statuses, inference),
      lines: lines(tiling, regions, statuses, inference),
      bands: FrontMap.hasBands(inference)
        ? try bands(faces, tiling, BandGround(labels, regions, inference)) : [])
  }
}

// MARK: Faces

/// The states a map can show, by label.
struct Statuses {
  /// First one a party, by id; then those of contested places.
  private(set) var all: [PlaceControl.Status]
  /// Contested places: where, how far round, and what label.
  private(set) var contested:
    [(place: PlaceControl, point: EqualAreaPlane.Point, radius: Double, label: Int)] = []

  init(_ inference: ControlModel.Inference) {
    all = inference.parties.map { .held(party: $0) }
    let plane = inference.field.ground.plane
    for place in inference.control.places where place.status.isContested {
      let point = plane.point(at: place.position)
      let radius = min(
        Statuses.contestedRadius.upperBound,
        max(Statuses.contestedRadius.lowerBound, 0.6 * inference.field.halfGap(at: point)))
      let label = all.firstIndex(of: place.status) ?? all.count
      if label == all.count { all.append(place.status) }
      contested.append((place, point, radius, label))
    }
  }

  /// How far round a contested place the land is contested, kilometres: not quite a third of the way to the next.
  private static let contestedRadius = 0.8...3.0

  /// The label of the contested place nearest to a point, if the point lies in its land.
  func contested(at point: EqualAreaPlane.Point) -> Int? {
    var nearest: (square: Double, label: Int)?
    for place in contested {
      let square = place.point.squaredDistance(to: point)
      guard square < place.radius * place.radius, square < nearest?.square ?? .infinity
      else { continue }
      nearest = (square, place.label)
    }
    return nearest?.label
  }

  /// The contested places that a region is the land of: those inside, or the nearest if none is, as where the
  /// edge of the map or another contested place cuts the land in two.
  func contested(of region: Regions.Region, in plane: EqualAreaPlane) -> [PlaceControl] {
    let alike = contested.filter { $0.label == region.label }
    let inside = alike.filter { region.polygon.contains($0.place.position) }
    guard inside.isEmpty, let corner = region.polygon.exterior.positions.first else {
      return inside.map(\.place)
    }
    let point = plane.point(at: corner)
    let nearest = alike.min {
      $0.point.squaredDistance(to: point) < $1.point.squaredDistance(to: point)
    }
    return nearest.map { [$0.place] } ?? []
  }
}

extension FrontMap {
  struct LabelledFace {
    var polygon: Polygon
    /// Of ``Statuses/all``; -1 for unknown.
    var label: Int
    /// How many bands the face lies outside of: 0 for inside all.
    var band: Int
  }

  private func faces(
    of inference: ControlModel.Inference, _ statuses: Statuses
  ) throws(TopologyError) -> [LabelledFace] {
    let field = inference.field
    let plane = field.ground.plane
    let levels = BandLevel.deviations.map { $0 * field.sigma }
    guard !field.isEmpty || !statuses.contested.isEmpty else { return [] }
    let (low, high) = extent(in: plane)
    let step = field.gridKilometres
    let grid = FieldGrid(
      field, west: low.east - 2 * step, south: low.north - 2 * step, east: high.east + 2 * step,
      north: high.north + 2 * step, step: step)
    var lines = Contours(of: grid, bands: FrontMap.hasBands(inference) ? levels : []).lines.map {
      LineString($0.simplified(kilometres: FrontMap.simplification).map(plane.position(at:)))
    }
    lines += statuses.contested.map { circle($0.point, $0.radius, plane) }
    lines += field.ground.barriers
    // Front lines are cut in corners only, which areas share: so there must be enough of them.
    lines = lines.map { $0.divided(intoKilometres: FrontLine.longestKilometres / 4) }
    lines += frame.lines
    let reader = FaceReader(grid, field, statuses, levels)
    var faces: [LabelledFace] = []
    for face in try Topology.faces(between: lines, snappedToDegrees: GridPoint.step)
    where frame.contains(face.interior) {
      let (label, band) = reader.read(at: plane.point(at: face.interior))
      faces.append(LabelledFace(polygon: face.polygon, label: label, band: band))
    }
    return faces
  }

  /// Doubt is known of the recommended field alone.
  private static func hasBands(_ inference: ControlModel.Inference) -> Bool {
    !inference.control.view.isClaimed && inference.field.method == .kriging
  }

  /// The corners of a box in the plane that holds the frame.
  private func extent(
    in plane: EqualAreaPlane
  ) -> (EqualAreaPlane.Point, EqualAreaPlane.Point) {
    let box = BoundingBox(frame.land.flatMap(\.exterior.positions)) ?? frame.box
    var points: [EqualAreaPlane.Point] = []
    for step in 0...16 {
      let share = Double(step) / 16
      let longitude = box.west + share * (box.east - box.west)
      let latitude = box.south + share * (box.north - box.south)
      points += [
        Position(longitude: longitude, latitude: box.south),
        Position(longitude: longitude, latitude: box.north),
        Position(longitude: box.west, latitude: latitude),
        Position(longitude: box.east, latitude: latitude),
      ].map(plane.point(at:))
    }
    let (easts, norths) = (points.map(\.east), points.map(\.north))
    return (
      .init(east: easts.min() ?? 0, north: norths.min() ?? 0),
      .init(east: easts.max() ?? 0, north: norths.max() ?? 0)
    )
  }

  private func circle(
    _ centre: EqualAreaPlane.Point, _ radius: Double, _ plane: EqualAreaPlane
  ) -> LineString {
    let corners = 32
    return LineString(
      (0...corners).map { corner in
        let angle = 2 * Double.pi * Double(corner % corners) / Double(corners)
        return plane.position(
          at: .init(
            east: centre.east + radius * cosine(angle), north: centre.north + radius * sine(angle)))
      })
  }
}

/// Says what a point of a map is.
private struct FaceReader {
  private let grid: FieldGrid
  private let field: ControlField
  private let statuses: Statuses
  private let levels: [Double]
  private let scratch: ControlField.Scratch

  init(_ grid: FieldGrid, _ field: ControlField, _ statuses: Statuses, _ levels: [Double]) {
    self.grid = grid
    self.field = field
    self.statuses = statuses
    self.levels = levels
    scratch = field.scratch()
  }

  func read(at point: EqualAreaPlane.Point) -> (label: Int, band: Int) {
    let sample = field.sample(at: point, with: scratch)
    let isKnown = sample.top >= 0 && scratch.reach[sample.top] > 0
    let band = isKnown ? levels.firstIndex { sample.tau <= $0 } ?? levels.count : levels.count
    if let contested = statuses.contested(at: point) { return (contested, band) }
    return (isKnown ? sample.top : -1, band)
  }
}

extension View {
  var isClaimed: Bool {
    if case .claimed = self { true } else { false }
  }
}

// MARK: Islands

extension FrontMap {
  /// Gives parts that are too small to stand by themselves to the neighbour with the longest common border.
  ///
  /// - Returns: Whether anything changed.
  private func relabel(
    _ labels: inout [Int], _ regions: Regions, _ tiling: Tiling,
    _ inference: ControlModel.Inference, _ statuses: Statuses
  ) -> Bool {
    let plane = inference.field.ground.plane
    let areas = regions.all.map(\.polygon.areaSquareKilometres)
    // Those are compared as what they are, specks and all.
    let isBaseline =
      inference.field.method != .kriging && !inference.control.view.isClaimed
    let isWeak = regions.all.indices.map { index in
      let region = regions.all[index]
      if areas[index] < FrontMap.leastPart { return true }
      guard !isBaseline, areas[index] < FrontMap.leastIsland,
        region.label < inference.parties.count
      else { return false }
      return !inference.field.supports(region.label) {
        region.polygon.contains(plane.position(at: $0))
      }
    }
    guard isWeak.contains(true) else { return false }
    var borders: [Int: [Int: Double]] = [:]
    for half in tiling.origin.indices {
      let left = tiling.leftFace[half]
      guard left >= 0, regions.ofFace[left] >= 0, isWeak[regions.ofFace[left]] else { continue }
      let right = tiling.rightFace(of: half)
      let across = right < 0 ? -1 : regions.ofFace[right]
      guard across != regions.ofFace[left] else { continue }
      // What lies off the map is no neighbour.
      guard right >= 0 else { continue }
      borders[regions.ofFace[left], default: [:]][across, default: 0] += greatCircleDistance(
        from: tiling.vertices[tiling.origin[half]], to: tiling.vertices[tiling.end(of: half)])
    }
    var newLabel: [Int: Int] = [:]
    for (region, neighbours) in borders {
      guard
        let (best, _) = neighbours.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })
      else { continue }
      // An island in unknown land that is not a sliver stays: it is all there is.
      if best < 0, areas[region] >= FrontMap.leastPart { continue }
      if best >= 0, isWeak[best], areas[best] < areas[region] { continue }
      newLabel[region] = best < 0 ? -1 : regions.all[best].label
    }
    var hasChanged = false
    for face in labels.indices where regions.ofFace[face] >= 0 {
      guard let label = newLabel[regions.ofFace[face]], label != labels[face] else { continue }
      labels[face] = label
      hasChanged = true
    }
    return hasChanged
  }
}

// MARK: Areas and bands

extension FrontMap {
  private func areas(
    _ regions: Regions, _ statuses: Statuses, _ inference: ControlModel.Inference
  ) -> [ControlArea] {
    var held: [ControlArea] = []
    var contested: [ControlArea] = []
    let places = Dictionary(grouping: inference.control.places, by: \.status)
    for (label, status) in statuses.all.enumerated() {
      let members = regions.all.filter { $0.label == label }
      guard !members.isEmpty else { continue }
      if status.isContested {
        contested += members.map { region in
          ControlArea(
            status: status, polygons: [region.polygon],
            places: statuses.contested(of: region, in: inference.field.ground.plane))
        }
      } else {
        held.append(
          ControlArea(
            status: status, polygons: members.map(\.polygon).normalised,
            places: places[status] ?? []))
      }
    }
    return held + contested.sorted { $0.outline.lexicographicallyPrecedes($1.outline) }
  }

  private func bands(
    _ faces: [LabelledFace], _ tiling: Tiling, _ ground: BandGround
  ) throws(TopologyError) -> [Band] {
    var bands: [Band] = []
    for (index, level) in BandLevel.all.enumerated() {
      let labels = faces.map { $0.band <= index ? 0 : -1 }
      guard labels.contains(0) else { continue }
      let regions = try tiling.regions(labels: labels)
      let polygons = regions.all.indices.filter {
        regions.all[$0].polygon.areaSquareKilometres >= FrontMap.leastPart
          && ground.hasFront(in: $0, of: regions)
      }.map { regions.all[$0].polygon }.normalised
      guard !polygons.isEmpty else { continue }
      bands.append(
        Band(
          level: level, polygons: polygons,
          areaSquareKilometres: polygons.reduce(0) { $0 + $1.areaSquareKilometres }))
    }
    return bands
  }
}

extension ControlArea {
  fileprivate init(status: PlaceControl.Status, polygons: [Polygon], places: [PlaceControl]) {
    let sum = places.reduce(0) { $0 + $1.probability }
    self.init(
      status: status, polygons: polygons,
      areaSquareKilometres: polygons.reduce(0) { $0 + $1.areaSquareKilometres },
      probability: places.isEmpty ? 0 : sum / Double(places.count),
      places: places.map(\.placeID).sorted(), claims: Set(places.flatMap(\.claims)).sorted())
  }

  fileprivate var outline: [Position] { polygons.first?.exterior.positions ?? [] }
}

// MARK: Lines

extension FrontMap {
  private func lines(
    _ tiling: Tiling, _ regions: Regions, _ statuses: Statuses,
    _ inference: ControlModel.Inference
  ) -> [FrontLine] {
    let keys = BorderKeys(tiling, regions, statuses: statuses.all, opposed: opposed)
    let borders = tiling.borders(
      keys: keys.ofHalf, keyCount: keys.all.count, successor: regions.successor)
    var lines: [FrontLine] = []
    let scratch = inference.field.scratch()
    for (index, borders) in borders.enumerated() where !borders.isEmpty {
      let key = keys.all[index]
      let holder = statuses.all[key.holder].parties[0]
      let fought = key.contested.map {
        statuses.contested(of: regions.all[$0], in: inference.field.ground.plane)
      }
      let names = Set((fought ?? []).map(\.name)).sorted()
      let shapes = borders.map(tiling.orientedLine)
      for shape in shapes {
        for piece in shape.pieces(ofKilometres: FrontLine.longestKilometres) {
          for opponent in keys.opponents[index] {
            lines.append(
              line(
                piece, kind: key.contested == nil ? .line : .contestedEdge, holder: holder,
                opponent: opponent, names: names, inference, scratch))
          }
        }
      }
    }
    return lines.sorted { $0.precedes($1) }
  }

  private func line(
    _ piece: LineString, kind: FrontLine.Kind, holder: String, opponent: String, names: [String],
    _ inference: ControlModel.Inference, _ scratch: ControlField.Scratch
  ) -> FrontLine {
    let field = inference.field
    let middle = piece.middle
    let near = [holder, opponent].map { inference.evidence(for: $0, near: middle, limit: 3) }
    let point = field.ground.plane.point(at: middle)
    let halfWidth = field.halfWidth(
      at: point, between: [holder, opponent].compactMap { inference.parties.firstIndex(of: $0) },
      deviations: BandLevel.deviations[1], with: scratch)
    let all = near.flatMap { $0 }
    let probabilities = near.map { side in
      side.isEmpty ? 0 : side.reduce(0) { $0 + $1.probability } / Double(side.count)
    }
    return FrontLine(
      kind: kind, partyA: min(holder, opponent), partyB: max(holder, opponent), left: holder,
      contestedPlaces: names, lines: [piece], lengthKilometres: piece.lengthKilometres,
      probability: probabilities.reduce(1, *), halfWidthKilometres: halfWidth,
      newest: all.map(\.lastDay).max(), places: Set(all.map(\.placeID)).sorted(),
      claims: Set(all.flatMap(\.claims)).sorted())
  }
}

extension FrontLine {
  /// From west to east; lines of one shape by kind and parties.
  fileprivate func precedes(_ other: FrontLine) -> Bool {
    for (line, another) in zip(lines, other.lines) where line != another {
      return line.positions.lexicographicallyPrecedes(another.positions)
    }
    return (kind.rawValue, partyA, partyB) < (other.kind.rawValue, other.partyA, other.partyB)
  }
}
