internal import FrontlineClaims
internal import FrontlineFronts
internal import FrontlineGeometry
public import FrontlineReports
internal import FrontlineTopology

extension OutputFolder {
  /// What changed between two days that the folder has maps of.
  ///
  /// Claims are told with their sentences, which come from the theatre the folder was built from. Responsible is a
  /// claim about a day after the first and up to the second, or reported in that time, that was weighed for a place
  /// that changed or for a piece of line along ground that changed.
  ///
  /// - Returns: The changes, and a finding `theatre-changed` if the theatre makes other claims now than when built.
  /// - Throws: ``MapDiffError`` for days or a view that were not built; ``FileError``.
  public func diff(
    from first: Day, to second: Day, view: String
  ) async throws -> (MapDiff, findings: [Finding]) {
    let manifest = try readManifest()
    try check(first, second, view, manifest)
    let before = try DiffMap(first, view: view, of: self, manifest)
    let after = try DiffMap(second, view: view, of: self, manifest)
    let read = await (try TheatreFolder.load(manifest.theatre)).claims()
    let claims = read.corrected.claims
    let diff = try MapDiff(
      before, after, view: view, theatre: manifest.title,
      parties: read.theatre.theatre.parties,
      claims: claims.filter { $0.isNew(after: first, by: second) })
    return (diff, ClaimExport.findings(claims.count { $0.position != nil }, manifest))
  }

  private func check(_ first: Day, _ second: Day, _ view: String, _ manifest: Manifest) throws {
    guard first < second else { throw MapDiffError.order(first, second, in: path) }
    for day in [first, second] where !manifest.days.contains(day) {
      throw MapDiffError.notBuilt(day, of: manifest.days, in: path)
    }
    guard manifest.views.contains(view) else {
      throw MapDiffError.noView(view, of: manifest.views, in: path)
    }
    guard manifest.files.contains(where: { $0.hasSuffix(".geojson") }) else {
      throw MapDiffError.noLayers(in: path)
    }
  }
}

extension Claim {
  fileprivate func isNew(after first: Day, by second: Day) -> Bool {
    let period = first.advanced(by: 1)...second
    return period.contains(valid.lowerBound) || period.contains(reported)
  }
}

extension MapDiff {
  /// - Parameter claims: Those of the period.
  init(
    _ before: DiffMap, _ after: DiffMap, view: String, theatre: String, parties: [Party],
    claims: [Claim]
  ) throws(TopologyError) {
    self.theatre = theatre
    self.view = view
    (from, to) = (before.day, after.day)
    names = Dictionary(parties.map { ($0.id, $0.name) }) { first, _ in first }
    let byID = Dictionary(claims.map { ($0.id, $0) }) { first, _ in first }
    places = MapDiff.places(before, after, byID)
    let all = try MapDiff.pieces(before, after)
    let large = all.filter { $0.area >= MapDiff.leastChange }
    slivers = (
      all.count - large.count,
      all.lazy.filter { $0.area < MapDiff.leastChange }.reduce(0) { $0 + $1.area }
    )
    let borders = try Borders(before, after, large)
    changes = []
    for (index, piece) in large.enumerated() {
      let inside = try borders.placesInside(index, places)
      let names = Set(inside.map(\.placeID))
      // What speaks of the places themselves comes before what speaks of land round them, the newest first.
      let (direct, other) = inside.flatMap(\.claims).newestFirst(byID)
        .parted { names.contains(byID[$0]?.placeID ?? "") }
      let round = borders.claims[index].newestFirst(byID)
      changes.append(
        Change(
          from: piece.from, to: piece.to, polygon: piece.polygon,
          area: AreaRange(piece.area, variance: borders.variance(of: [index])),
          places: inside.map(\.placeID).sorted(), claims: (direct + other + round).eachOnce))
    }
    let (moved, ofReach) = changes.parted { !$0.isOfReach }
    changes = moved + ofReach
    balances = MapDiff.balances(all, large, borders)
    let named = Set(changes.flatMap(\.claims) + places.flatMap(\.claims))
    self.claims = claims.filter { named.contains($0.id) }.sorted {
      ($0.valid.lowerBound, $0.reported, $0.id) < ($1.valid.lowerBound, $1.reported, $1.id)
    }
  }

  /// Ground that changed, of one piece.
  struct Piece {
    var from: Holder
    var to: Holder
    var polygon: Polygon
    var area: Double
  }

  /// The largest first; those of no area are left out.
  private static func pieces(
    _ before: DiffMap, _ after: DiffMap
  ) throws(TopologyError) -> [Piece] {
    var pieces: [Piece] = []
    func add(_ polygons: [Polygon], _ from: Holder, _ to: Holder) {
      pieces += polygons.map {
        Piece(from: from, to: to, polygon: $0, area: $0.areaSquareKilometres)
      }
    }
    let (old, new) = (
      before.areas.sorted { $0.key < $1.key }, after.areas.sorted { $0.key < $1.key }
    )
    for (from, areas) in old {
      for (to, others) in new where from != to {
        add(try Topology.intersection(areas, others), from, to)
      }
      add(try Topology.difference(areas, new.flatMap(\.value)), from, .unknown)
    }
    for (to, areas) in new {
      add(try Topology.difference(areas, old.flatMap(\.value)), .unknown, to)
    }
    return pieces.filter { $0.area > 1e-6 }.sorted {
      ($0.area, $1.from, $1.to) > ($1.area, $0.from, $0.to)
    }
  }

  private static func balances(
    _ all: [Piece], _ large: [Piece], _ borders: Borders
  ) -> [Balance] {
    let holders = Set(all.flatMap { [$0.from, $0.to] }).subtracting([.unknown]).sorted()
    return holders.map { holder in
      func sum(_ counts: (Piece) -> Bool) -> Double {
        all.reduce(0) { counts($1) ? $0 + $1.area : $0 }
      }
      func range(
        _ area: Double, canBeNegative: Bool = false, _ counts: (Piece) -> Bool
      ) -> AreaRange {
        AreaRange(
          area, variance: borders.variance(of: large.indices.filter { counts(large[$0]) }),
          canBeNegative: canBeNegative)
      }
      let won: (Piece) -> Bool = { $0.to == holder && $0.from != .unknown }
      let lost: (Piece) -> Bool = { $0.from == holder && $0.to != .unknown }
      return Balance(
        holder: holder, won: range(sum(won), won), lost: range(sum(lost), lost),
        net: range(sum(won) - sum(lost), canBeNegative: true) { won($0) || lost($0) },
        appeared: sum { $0.to == holder && $0.from == .unknown },
        faded: sum { $0.from == holder && $0.to == .unknown })
    }
  }

  private static func places(
    _ before: DiffMap, _ after: DiffMap, _ claims: [String: Claim]
  ) -> [PlaceChange] {
    after.places.compactMap { id, now -> PlaceChange? in
      guard let old = before.places[id]?.state,
        (old.status, old.party) != (now.state.status, now.state.party)
      else { return nil }
      var change = now.place
      change.from = old
      change.claims = change.claims.newestFirst(claims)
      let (direct, other) = change.claims.parted { claims[$0]?.placeID == id }
      change.claims = direct + other
      return change
    }.sorted { ($0.name, $0.placeID) < ($1.name, $1.placeID) }
  }
}

/// The lines of both days along pieces of changed ground.
struct Borders {
  /// By piece: ids of the claims that hold the lines along it.
  private(set) var claims: [[String]] = []
  private var before: [[ErrorStretch]] = []
  private var after: [[ErrorStretch]] = []
  private var shapes: [PlanarArea] = []
  private let plane: EqualAreaPlane

  /// Lines within this many kilometres of a piece bound it: more than rounding moves them.
  private static let tolerance = 0.02

  init(
    _ old: DiffMap, _ new: DiffMap, _ pieces: [MapDiff.Piece]
  ) throws(TopologyError) {
    let corners = pieces.lazy.flatMap(\.polygon.exterior.positions)
    plane = EqualAreaPlane(
      of: BoundingBox(corners) ?? BoundingBox(west: 0, south: 0, east: 0, north: 0))
    let (oldLines, newLines) = (old.lines.map(BoxedLine.init), new.lines.map(BoxedLine.init))
    for piece in pieces {
      let shape = try PlanarArea([piece.polygon], in: plane).buffer(kilometres: Borders.tolerance)
      let first = try along(shape, piece.polygon, oldLines)
      let second = try along(shape, piece.polygon, newLines)
      shapes.append(shape)
      before.append(first.stretches)
      after.append(second.stretches)
      claims.append((second.claims + first.claims).eachOnce)
    }
  }

  private struct BoxedLine {
    var line: DiffMap.Line
    var box: BoundingBox?

    init(_ line: DiffMap.Line) {
      self.line = line
      box = BoundingBox(line.lines.lazy.flatMap(\.positions))
    }
  }

  private func along(
    _ shape: PlanarArea, _ polygon: Polygon, _ lines: [BoxedLine]
  ) throws(TopologyError) -> (stretches: [ErrorStretch], claims: [String]) {
    guard let box = BoundingBox(polygon.exterior.positions) else { return ([], []) }
    var stretches: [ErrorStretch] = []
    var claims: [String] = []
    for item in lines where item.box.map({ $0.meets(box) }) ?? false {
      let shared = try PlanarLines(item.line.lines, in: plane).intersection(shape).kilometres
      // A line that only ends at the piece does not bound it.
      guard shared > 2 * Borders.tolerance else { continue }
      if let halfWidth = item.line.halfWidth {
        stretches.append(ErrorStretch(lengthKilometres: shared, halfWidthKilometres: halfWidth))
      }
      claims += item.line.claims
    }
    return (stretches, claims)
  }

  /// Of the sum of some pieces' areas, km⁴: both days' lines along them err independently.
  func variance(of pieces: [Int]) -> Double {
    ErrorStretch.variance(of: pieces.flatMap { before[$0] })
      + ErrorStretch.variance(of: pieces.flatMap { after[$0] })
  }

  func placesInside(
    _ piece: Int, _ places: [MapDiff.PlaceChange]
  ) throws(TopologyError) -> [MapDiff.PlaceChange] {
    let inside = try shapes[piece].covers(places.map { plane.point(at: $0.position) })
    return zip(places, inside).filter(\.1).map(\.0)
  }
}

extension BoundingBox {
  /// Whether the boxes have a point in common, give or take a little.
  fileprivate func meets(_ other: BoundingBox) -> Bool {
    let slack = 0.001
    return west <= other.east + slack && other.west <= east + slack
      && south <= other.north + slack && other.south <= north + slack
  }
}

extension [String] {
  /// Each text once, where it comes first.
  fileprivate var eachOnce: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }

  /// Ids of claims, those that are known, the newest first.
  fileprivate func newestFirst(_ claims: [String: Claim]) -> [String] {
    Set(self).compactMap { claims[$0] }.sorted {
      ($0.valid.lowerBound, $0.reported, $0.id) > ($1.valid.lowerBound, $1.reported, $1.id)
    }.map(\.id)
  }
}

extension Array {
  /// The elements that fulfil a condition, and the others, each in their order.
  fileprivate func parted(_ isFirst: (Element) -> Bool) -> (first: [Element], others: [Element]) {
    (filter(isFirst), filter { !isFirst($0) })
  }
}
