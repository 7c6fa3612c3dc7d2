import FrontlineClaims
import FrontlineControl
import FrontlineFronts
import FrontlineGeometry
import FrontlineReports
import FrontlineTestSupport

typealias Point = EqualAreaPlane.Point

/// The middle of everything invented here, at 35° N.
let plane = EqualAreaPlane(origin: Position(longitude: 69.5, latitude: 35.5))

/// The last day of what is invented here.
let today = Day(number: 18_872)

/// Places and what is said of them, in kilometres east and north of the middle.
struct InventedLand {
  struct Town {
    var point: Point
    /// Who is said to hold it; nobody says anything of the others.
    var holder: String?
    var isFoughtOver = false
    var daysAgo = 0
  }

  var towns: [Town] = []
  var parties = ["blue", "red"]
  var halfWidth = 30.0
  var halfHeight = 30.0
  /// Corners of the theatre's outline, with its holes.
  var land: [Polygon] = []
  var barriers: [Barrier] = []
  var reachKilometres: Double? = 12
  var gridKilometres: Double? = 2

  /// Towns of a grid, each held as a function says.
  init(every step: Double = 6, halfWidth: Double = 30, holder: (Point) -> String?) {
    self.halfWidth = halfWidth
    halfHeight = halfWidth
    for north in stride(from: -halfWidth + step / 2, to: halfWidth, by: step) {
      for east in stride(from: -halfWidth + step / 2, to: halfWidth, by: step) {
        let point = Point(east: east, north: north)
        towns.append(Town(point: point, holder: holder(point)))
      }
    }
  }

  /// Parts held by parties at war, a few of them wrongly told of, with fights and silent places; by lot.
  init(seed: Int) {
    var random = SeededGenerator(seed: seed)
    func number(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &random) }
    parties = Array(["blue", "green", "red", "teal", "white"].prefix(random.number(2...5)))
    let hearts = parties.flatMap { party in
      (0...random.number(0...1)).map { _ in
        (party, Point(east: number(-30...30), north: number(-30...30)))
      }
    }
    for _ in 0..<random.number(0...70) {
      let point = Point(east: number(-34...34), north: number(-34...34))
      let nearest = hearts.min { $0.1.squaredDistance(to: point) < $1.1.squaredDistance(to: point) }
      var town = Town(point: point, holder: nearest?.0, daysAgo: random.number(0...60))
      if random.number(0...12) == 0 { town.holder = random.pick(parties) }
      if random.number(0...9) == 0 { town.holder = nil }
      town.isFoughtOver = random.number(0...11) == 0
      if town.isFoughtOver { town.daysAgo = 0 }
      towns.append(town)
    }
    reachKilometres = random.pick([4, 9, 15, nil])
    gridKilometres = random.pick([2, 3])
    if random.number(0...3) == 0 {
      land = [ring(0, 0, 26, corners: 14, hole: (3, -4, 7))]
    }
    if random.number(0...3) == 0 {
      barriers = [
        Barrier(
          name: "river",
          line: line([(number(-20...20), -35), (number(-10...10), 3), (number(-20...20), 35)]))
      ]
    }
  }

  var box: BoundingBox {
    let west = plane.position(at: Point(east: -halfWidth, north: 0)).longitude
    let south = plane.position(at: Point(east: 0, north: -halfHeight)).latitude
    return BoundingBox(
      west: west, south: south, east: 2 * plane.origin.longitude - west,
      north: 2 * plane.origin.latitude - south)
  }

  var frame: MapFrame { MapFrame(box: box, land: land) }

  var sites: [ControlSite] {
    towns.indices.map { index in
      ControlSite(
        placeID: id(index), name: "Town \(index)", position: plane.position(at: towns[index].point),
        areas: [.init(id: id(index), level: .place)])
    }
  }

  func id(_ town: Int) -> String { "p\(1000 + town)" }

  var claims: [Claim] {
    towns.indices.flatMap { index -> [Claim] in
      let town = towns[index]
      let day = today.advanced(by: -town.daysAgo)
      var claims: [Claim] = []
      if let holder = town.holder {
        for source in ["agency", "witness"] {
          claims.append(
            .invented(
              .holds, at: id(index), actor: holder, against: nil, on: day, report: source,
              id: "c\(1000 + index)-\(source)"))
        }
      }
      if town.isFoughtOver {
        let other = parties.first { $0 != town.holder }
        claims.append(
          .invented(
            .fighting, at: id(index), actor: town.holder, against: other, on: day,
            report: "agency", id: "f\(1000 + index)"))
      }
      return claims
    }
  }

  var setting: ControlModel.Setting {
    var setting = ControlModel.Setting(
      sites: sites, parties: parties,
      opponents: Dictionary(
        uniqueKeysWithValues: parties.map { party in (party, Set(parties).subtracting([party])) }),
      ground: Ground(plane: plane, barriers: barriers))
    setting.reachKilometres = reachKilometres
    setting.parameters.gridKilometres = gridKilometres
    return setting
  }

  func inference(
    _ claims: [Claim]? = nil, on day: Day = today, view: View = .assessed, knownBy: Day? = nil
  ) -> ControlModel.Inference {
    ControlModel(setting, claims: claims ?? self.claims)
      .infer(asOf: day, view: view, knownBy: knownBy)
  }

  func fronts(
    _ claims: [Claim]? = nil, on day: Day = today, view: View = .assessed, knownBy: Day? = nil,
    opposed: @escaping @Sendable (String, String) -> Bool = { $0 != $1 }
  ) throws -> Fronts {
    try FrontMap(frame: frame, opposed: opposed).fronts(
      of: inference(claims, on: day, view: view, knownBy: knownBy))
  }
}

func line(_ corners: [(Double, Double)]) -> LineString {
  LineString(corners.map { plane.position(at: Point(east: $0.0, north: $0.1)) })
}

/// A regular polygon, with a square hole if asked: its middle and half its side.
func ring(
  _ east: Double, _ north: Double, _ radius: Double, corners: Int,
  hole: (Double, Double, Double)? = nil
) -> Polygon {
  let outline = (0...corners).map { corner in
    // By the chord: no trigonometry is needed for a rough circle.
    let turn = Double(corner % corners) / Double(corners) * 4
    let (side, share) = (Int(turn), turn - Double(Int(turn)))
    let (from, to) = (
      [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)][side % 4],
      [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)][(side + 1) % 4]
    )
    let (x, y) = (
      from.0 * (1 - share) + to.0 * share, from.1 * (1 - share) + to.1 * share
    )
    let size = (x * x + y * y).squareRoot()
    return (east + radius * x / size, north + radius * y / size)
  }
  let holes = hole.map { (x, y, half) in
    [
      Ring(
        line([
          (x - half, y - half), (x - half, y + half), (x + half, y + half), (x + half, y - half),
          (x - half, y - half),
        ]).positions)
    ]
  }
  return Polygon(exterior: Ring(line(outline).positions), holes: holes ?? []).normalised
}
