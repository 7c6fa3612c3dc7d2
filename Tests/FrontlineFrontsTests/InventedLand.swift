import FrontlineControl
import FrontlineFronts
import FrontlineGeometry
import FrontlineReports
import FrontlineTopology

/// SplitMix64: the same numbers for the same seed, everywhere.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A box of one degree at 35° N in which everything invented here lies.
let land = BoundingBox(west: 69, south: 35, east: 70, north: 36)

func site(_ id: String, _ longitude: Double, _ latitude: Double) -> Mosaic.Site {
  Mosaic.Site(placeID: id, position: Position(longitude: longitude, latitude: latitude))
}

func state(
  _ site: Mosaic.Site, _ status: PlaceControl.Status, probability: Double = 0.8,
  claims: [String]? = nil
) -> PlaceControl {
  PlaceControl(
    placeID: site.placeID, name: site.placeID.uppercased(), position: site.position,
    status: status, probability: status == .unknown ? 0 : probability,
    claims: claims ?? ["claim-\(site.placeID)"])
}

func controlMap(_ places: [PlaceControl]) -> ControlMap {
  ControlMap(
    asOf: Day(number: 18_872), view: .assessed, places: places.sorted { $0.placeID < $1.placeID })
}

/// Red fights blue and green; blue and green do not fight.
func fights(_ one: String, _ other: String) -> Bool { one == "red" && other != "red" }

/// Places and their states, drawn by lot. Odd seeds put the places on a coarse grid, so that many
/// lie in line, on one circle or on one spot, and cells meet in corners.
struct InventedLand {
  var sites: [Mosaic.Site] = []
  var map: ControlMap
  var reachKilometres: Double

  init(seed: Int, count: Int? = nil) {
    var generator = SeededGenerator(state: UInt64(seed))
    let isOnGrid = seed % 2 == 1
    var places: [PlaceControl] = []
    for index in 0..<(count ?? Int.random(in: 0...60, using: &generator)) {
      func degrees(_ range: ClosedRange<Double>) -> Double {
        isOnGrid
          ? range.lowerBound + Double(Int.random(in: 1...8, using: &generator)) / 9
          : Double.random(in: range, using: &generator)
      }
      let place = site("p\(1000 + index)", degrees(69...70), degrees(35...36))
      sites.append(place)
      places.append(
        state(
          place, InventedLand.status(&generator),
          probability: Double(Int.random(in: 5...9, using: &generator)) / 10))
    }
    map = controlMap(places)
    reachKilometres = [4, 9, 15, .infinity].randomElement(using: &generator)!
  }

  static func status(_ generator: inout SeededGenerator) -> PlaceControl.Status {
    switch Int.random(in: 0..<10, using: &generator) {
    case 0..<3: .held(party: "red")
    case 3..<5: .held(party: "blue")
    case 5: .held(party: "green")
    case 6..<8: .contested(parties: ["blue", "red"])
    case 8: .contested(parties: ["green", "red"])
    default: .unknown
    }
  }

  func mosaic() throws -> Mosaic {
    try Mosaic(sites: sites, reachKilometres: reachKilometres, box: land)
  }
}
