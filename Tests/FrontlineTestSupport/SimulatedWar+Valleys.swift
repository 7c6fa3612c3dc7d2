internal import Foundation
internal import FrontlineGeometry
internal import FrontlineReports

extension SimulatedWar {
  /// Four valleys of a mountain country, from their mouths up. The first two belong to one party;
  /// the third is the second party's; in the fourth, which leads from the second party's plain to
  /// the first's pass, the second party comes up.
  static let valleys = [
    SimulatedPath([
      SimulatedPoint(-40, -20), SimulatedPoint(-22, -8), SimulatedPoint(-4, 2),
      SimulatedPoint(14, 16), SimulatedPoint(36, 28),
    ]),
    SimulatedPath([SimulatedPoint(-4, 2), SimulatedPoint(-14, 16), SimulatedPoint(-18, 36)]),
    SimulatedPath([
      SimulatedPoint(-46, -42), SimulatedPoint(-20, -40), SimulatedPoint(10, -36),
      SimulatedPoint(44, -38),
    ]),
    SimulatedPath([SimulatedPoint(10, -36), SimulatedPoint(16, -18), SimulatedPoint(14, 16)]),
  ]

  /// How far up the fourth valley the second party stands, km from its mouth.
  static func ascent(_ day: Double) -> Double { 22 + min(max(day - 3, 0), 6) }

  /// Thirty places in four valleys, sixty claims in twelve days; nobody holds the mountains. Four of
  /// the places are the mouths and passes where the parties meet, and are fought over.
  public static func thirtyPlaces(seed: Int, claims: Int = 60) -> SimulatedWar {
    let last = valleys[3].length
    // A quarter of a kilometre apart, so that the parts need not be cut again for every point.
    let cuts = (0...24).map { valleys[3].part(0...(ascent(0) + Double($0) / 4)) }
    let rests = (0...24).map { valleys[3].part((ascent(0) + Double($0) / 4)...last) }
    @Sendable func cut(_ day: Double) -> Int { Int(((ascent(day) - ascent(0)) * 4).rounded()) }
    let width: @Sendable (Double) -> Double = { _ in 6 }
    let amber = SimulatedRegion.near({ _ in valleys[0] }, within: width)
      .union(.near({ _ in valleys[1] }, within: width))
      .union(.near({ day in rests[cut(day)] }, within: width))
    let basalt = SimulatedRegion.near({ _ in valleys[2] }, within: width)
      .union(.near({ day in cuts[cut(day)] }, within: width))
    return SimulatedWar(
      name: "thirty-places", parties: ["amber", "basalt"], places: valleyPlaces(seed: seed),
      lasting: 12,
      truth: SimulatedTruth(
        origin: Position(longitude: 20, latitude: 45), firstDay: Day(number: 20_000),
        halfWidth: 60, halfHeight: 60,
        sides: [.init("amber", amber), .init("basalt", basalt)]),
      reporting: SimulatedReporting(
        amount: .total(claims), hasBaseline: false,
        sources: [
          .partisan("amber-voice", of: "amber", share: 0.45, early: 3, denial: 3, delay: 0...1),
          .partisan("basalt-voice", of: "basalt", share: 0.35, early: 3, denial: 3, delay: 0...1),
          .independent("wire-agency", share: 0.2, delay: 0...1),
        ], contestedShare: 0.8, contestedReach: 2.5),
      seed: seed, corridors: valleys)
  }

  /// Ten, four, nine and seven places, along the valleys and up to 0.6 km off them.
  private static func valleyPlaces(seed: Int) -> [SimulatedPoint] {
    var random = SeededGenerator(seed: seed)
    return zip(valleys, [10, 4, 9, 7]).flatMap { valley, count in
      (0..<count).map { index in
        let along = (Double(index) + 0.5 + random.between(-0.2, 0.2)) / Double(count)
        let place = valley.point(along: along * valley.length)
        return SimulatedPoint(
          place.east + random.between(-0.6, 0.6), place.north + random.between(-0.6, 0.6))
      }
    }
  }
}
