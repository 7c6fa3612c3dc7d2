internal import Foundation
internal import FrontlineGeometry
internal import FrontlineReports

extension SimulatedWar {
  private static let origin = Position(longitude: 20, latitude: 45)
  private static let firstDay = Day(number: 20_000)
  private static let two = ["amber", "basalt"]

  private static func truth(
    _ halfWidth: Double, _ halfHeight: Double, _ sides: [SimulatedTruth.Side]
  ) -> SimulatedTruth {
    SimulatedTruth(
      origin: origin, firstDay: firstDay, halfWidth: halfWidth, halfHeight: halfHeight,
      sides: sides)
  }

  /// The first of two parties in a region, the second in the rest.
  private static func sides(_ region: SimulatedRegion) -> [SimulatedTruth.Side] {
    [.init(two[0], region), .init(two[1], region.inverse)]
  }

  /// Two parties on a wavy front from north to south that creeps east for half a year.
  ///
  /// - Parameter speed: Of the front, km a day; it differs along the front by half as much again.
  public static func slow(
    seed: Int, places: Int = 2500, speed: Double = 0.05, reporting: SimulatedReporting? = nil
  ) -> SimulatedWar {
    let front = SimulatedRegion.west { north, day in
      12 * sin(north / 35) + 7 * sin(north / 13 + 1) + 2 * sin(north / 5 + 2)
        + speed * (day - 90) * (1 + 0.5 * sin(north / 50))
    }
    return SimulatedWar(
      name: "slow", parties: two,
      places: points(places, halfWidth: 120, halfHeight: 130, seed: seed), lasting: 180,
      truth: truth(120, 130, sides(front)), reporting: reporting ?? .partisan(two), seed: seed)
  }

  /// A front of which one party holds nine parts in ten of the reports, and over-claims.
  public static func oneSided(seed: Int, places: Int = 2500) -> SimulatedWar {
    let reporting = SimulatedReporting(
      amount: .perPlaceAndDay(0.0087),
      sources: [
        .partisan("amber-staff", of: "amber", share: 0.6),
        .partisan("amber-channel", of: "amber", share: 0.3, error: 0.9),
        .partisan("basalt-staff", of: "basalt", share: 0.05),
        .independent("wire-agency", share: 0.05),
      ], reportsPerCapture: 1)
    var war = slow(seed: seed, places: places, reporting: reporting)
    war.name = "one-sided"
    return war.reported(reporting, seed: seed)
  }

  /// An offensive on a broad axis: it starts on the third day and goes on for ten.
  ///
  /// - Parameter speed: Of its spearhead, km a day.
  public static func fast(
    seed: Int, places: Int = 1500, speed: Double = 20, reporting: SimulatedReporting? = nil
  ) -> SimulatedWar {
    let front = SimulatedRegion.west { north, day in
      let advance = speed * min(max(day - 2, 0), 10)
      return -100 + 6 * sin(north / 20) + advance * exp(-(north / 110) * (north / 110))
    }
    return SimulatedWar(
      name: "fast", parties: two,
      places: points(places, halfWidth: 180, halfHeight: 120, seed: seed), lasting: 16,
      truth: truth(180, 120, sides(front)),
      reporting: reporting
        ?? SimulatedReporting(
          amount: .perPlaceAndDay(0.05),
          sources: [
            .partisan("amber-staff", of: "amber", share: 0.4, early: 2, denial: 3, delay: 0...1),
            .partisan("basalt-staff", of: "basalt", share: 0.4, early: 2, denial: 3, delay: 0...1),
            .independent("wire-agency", share: 0.2, delay: 0...1),
          ], reportsPerCapture: 0.5),
      seed: seed)
  }

  /// The middle of the pocket that ``encirclement(seed:places:reporting:)`` cuts off.
  static let pocket = SimulatedPoint(0, 0)
  /// The middle of the small one that stays.
  static let standingPocket = SimulatedPoint(60, -55)

  /// A salient is cut off on day 30, and the pocket of 12 km is gone on day 80; another, of 5 km,
  /// stays.
  public static func encirclement(
    seed: Int, places: Int = 1600, reporting: SimulatedReporting? = nil
  ) -> SimulatedWar {
    let mainland = SimulatedRegion.west { north, day in
      -35 + 4 * sin(north / 15) - 0.05 * day
    }
    let neck = SimulatedRegion.near(
      { _ in SimulatedPath([SimulatedPoint(-50, 0), pocket]) },
      within: { day in 9 * (1 - day / 30) })
    let kessel = SimulatedRegion.disc(at: pocket) { day in min(12, 12 * (80 - day) / 50) }
    let standing = SimulatedRegion.disc(at: standingPocket) { _ in 5 }
    return SimulatedWar(
      name: "encirclement", parties: two,
      places: points(places, halfWidth: 100, halfHeight: 100, seed: seed), lasting: 110,
      truth: truth(
        100, 100, sides(mainland.union(neck).union(kessel).union(standing))),
      reporting: reporting ?? .partisan(two, perPlaceAndDay: 0.015), seed: seed)
  }

  /// Parties whose sectors meet in one point, which drifts east.
  ///
  /// - Parameter parties: Two to five.
  public static func sectors(
    seed: Int, places: Int = 1500, parties count: Int = 3, reporting: SimulatedReporting? = nil
  ) -> SimulatedWar {
    let names = Array(["amber", "basalt", "cobalt", "dune", "ember"].prefix(count))
    let scale = 1 / sin(Double.pi / Double(count))
    let sides = names.enumerated().map { index, name in
      let middle = 2 * Double.pi * Double(index) / Double(count) + 0.3
      return SimulatedTruth.Side(
        name,
        SimulatedRegion { point, day in
          let (east, north) = (point.east - 0.1 * (day - 60), point.north)
          let turn = middle + 0.15 * sin((east * east + north * north).squareRoot() / 25)
          return scale * (east * cos(turn) + north * sin(turn))
        })
    }
    return SimulatedWar(
      name: "sectors-\(count)", parties: names,
      places: points(places, halfWidth: 100, halfHeight: 100, seed: seed), lasting: 120,
      truth: truth(100, 100, sides), reporting: reporting ?? .partisan(names), seed: seed)
  }

  public static func threeParties(seed: Int, places: Int = 1500) -> SimulatedWar {
    sectors(seed: seed, places: places)
  }

  public static func fiveParties(seed: Int, places: Int = 1500) -> SimulatedWar {
    sectors(seed: seed, places: places, parties: 5)
  }

  /// A river that nobody crosses, with a party on either bank. The towns lie 1 to 15 km from it:
  /// few near it, and fewer near it on the eastern bank.
  public static func river(
    seed: Int, places: Int = 300, reporting: SimulatedReporting? = nil
  ) -> SimulatedWar {
    let bed: @Sendable (Double, Double) -> Double = { north, _ in
      10 * sin(north / 16) + 3 * sin(north / 6 + 1)
    }
    let west = SimulatedRegion.west(of: bed)
    let spread = points(
      places, halfWidth: 32, halfHeight: 100, spacing: 0.4, seed: seed, area: 28 * 200
    ) { point in
      let bank = west.depth(point, 0)
      guard (1...15).contains(abs(bank)) else { return 0 }
      return bank > 0 ? bank / 15 : bank * bank / 225
    }
    let course = SimulatedPath(
      stride(from: -100.0, through: 100, by: 0.5).map { SimulatedPoint(bed($0, 0), $0) })
    return SimulatedWar(
      name: "river", parties: two, places: spread, lasting: 120,
      truth: truth(32, 100, sides(west)), reporting: reporting ?? .partisan(two), seed: seed,
      barriers: [course])
  }
}
