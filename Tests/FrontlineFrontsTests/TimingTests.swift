import Foundation
import FrontlineControl
import FrontlineFronts
import FrontlineGeometry
import FrontlineReports
import Testing

/// Prints times when asked to: `FRONTLINE_TIMINGS=1 swift test -c release --filter Timing`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["FRONTLINE_TIMINGS"] != nil), .serialized)
struct `Timing of fronts` {
  @Test(arguments: [150, 1200, 5000], [true, false])
  func `for lands of three sizes`(count: Int, isMixed: Bool) throws {
    var invented = InventedLand(seed: 2 * count, count: count)
    invented.reachKilometres = 15
    if !isMixed { invented.map.divide() }
    let clock = ContinuousClock()
    var mosaic = try invented.mosaic()
    let cutting = try (0..<5).map { _ in try clock.measure { mosaic = try invented.mosaic() } }
    var fronts = try mosaic.fronts(of: invented.map, opposed: fights)
    let colouring = try (0..<200).map { _ in
      try clock.measure { fronts = try mosaic.fronts(of: invented.map, opposed: fights) }
    }
    print(
      "\(count) places, \(isMixed ? "statuses by lot" : "two sides"):",
      "mosaic \(cutting.sorted()[2]), fronts \(colouring.sorted()[100]),",
      "\(fronts.areas.count) areas, \(fronts.lines.count) lines")
    #expect(mosaic.cells.count == count)
  }
}

extension ControlMap {
  /// Gives the west to one party and the east to its opponent, with a strip of contested land between.
  fileprivate mutating func divide() {
    for index in places.indices {
      switch places[index].position.longitude {
      case ..<69.45: places[index].status = .held(party: "blue")
      case ..<69.55: places[index].status = .contested(parties: ["blue", "red"])
      default: places[index].status = .held(party: "red")
      }
    }
  }
}
