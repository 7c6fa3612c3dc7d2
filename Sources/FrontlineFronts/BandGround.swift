internal import FrontlineControl
internal import FrontlineGeometry

/// Who holds which ground, to tell where a front may run.
struct BandGround {
  /// By face; -1 for unknown.
  private let labels: [Int]
  private let held: [(label: Int, points: [EqualAreaPlane.Point])]
  private let plane: EqualAreaPlane
  /// Kilometres.
  private let farthest: Double

  init(_ labels: [Int], _ regions: Regions, _ inference: ControlModel.Inference) {
    let plane = inference.field.ground.plane
    self.labels = labels
    self.plane = plane
    farthest = 2 * inference.reachKilometres
    held = regions.all.map { region in
      (region.label, region.polygon.exterior.positions.map(plane.point(at:)))
    }
  }

  /// Whether a line is drawn in a part of a band, or may run in the blank ground beside it: where the other side's ground
  /// is no farther than both sides' evidence reaches. Beyond that nothing says where a line would be.
  func hasFront(in part: Int, of band: Regions) -> Bool {
    let inside = Set(labels.indices.lazy.filter { band.ofFace[$0] == part }.map { labels[$0] })
      .subtracting([-1])
    guard inside.count == 1, let own = inside.first else { return inside.count > 1 }
    let rim = band.all[part].polygon.exterior.positions.map(plane.point(at:))
    return held.contains { $0.label != own && isNear(rim, $0.points) }
  }

  /// Whether corners of two outlines are near each other.
  private func isNear(_ one: [EqualAreaPlane.Point], _ other: [EqualAreaPlane.Point]) -> Bool {
    guard let box = Box(one)?.grown(by: farthest) else { return false }
    let close = other.filter(box.contains)
    return close.contains { point in
      one.contains {
        let (east, north) = ($0.east - point.east, $0.north - point.north)
        return east * east + north * north <= farthest * farthest
      }
    }
  }

  /// In kilometres on the plane.
  private struct Box {
    var low, high: EqualAreaPlane.Point

    init?(_ points: [EqualAreaPlane.Point]) {
      guard let first = points.first else { return nil }
      (low, high) = (first, first)
      for point in points {
        low.east = min(low.east, point.east)
        low.north = min(low.north, point.north)
        high.east = max(high.east, point.east)
        high.north = max(high.north, point.north)
      }
    }

    func grown(by margin: Double) -> Box {
      var box = self
      box.low.east -= margin
      box.low.north -= margin
      box.high.east += margin
      box.high.north += margin
      return box
    }

    func contains(_ point: EqualAreaPlane.Point) -> Bool {
      (low.east...high.east).contains(point.east) && (low.north...high.north).contains(point.north)
    }
  }
}
