import FrontlineControl
import FrontlineFronts
import FrontlineGeometry
import FrontlineReports
import FrontlineTestSupport
import Testing

@Suite struct AreaRangeTests {
  /// The width of a standard deviation, so that numbers are round.
  private let deviation = 1.281_551_565_544_6

  private func stretch(_ length: Double, deviations: Double = 1) -> ErrorStretch {
    ErrorStretch(lengthKilometres: length, halfWidthKilometres: deviations * deviation)
  }

  private func isClose(_ one: Double, _ other: Double) -> Bool {
    abs(one - other) < 1e-9 * max(1, abs(other))
  }

  @Test func `a long line errs by the square root of its length`() {
    let correlated = 4 * deviation
    let once = ErrorStretch.variance(of: [stretch(100)])
    #expect(isClose(once, 100 * correlated))
    #expect(isClose(ErrorStretch.variance(of: [stretch(400)]), 4 * once))
  }

  @Test func `pieces make no difference`() {
    let whole = ErrorStretch.variance(of: [stretch(100)])
    let pieces = ErrorStretch.variance(of: Array(repeating: stretch(2), count: 50))
    #expect(isClose(whole, pieces))
  }

  @Test func `a line shorter than its error reaches errs as one`() {
    #expect(isClose(ErrorStretch.variance(of: [stretch(3)]), 9))
    #expect(isClose(ErrorStretch.variance(of: [stretch(1), stretch(2)]), 9))
  }

  @Test func `twice the width is eight times the variance, since errors reach farther too`() {
    let narrow = ErrorStretch.variance(of: [stretch(100)])
    #expect(isClose(ErrorStretch.variance(of: [stretch(100, deviations: 2)]), 8 * narrow))
  }

  @Test func `a range is as wide as four fifths of the errors, and no area is below nothing`() {
    let range = AreaRange(100, variance: 25)
    #expect(isClose(range.low, 100 - 5 * deviation) && isClose(range.high, 100 + 5 * deviation))
    #expect(AreaRange(1, variance: 25).low == 0)
    #expect(
      AreaRange(-1, variance: 0, canBeNegative: true) == AreaRange(median: -1, low: -1, high: -1))
    #expect(ErrorStretch.variance(of: []) == 0)
  }

  /// Held against lines that err as the formula supposes: stretches of equal error, drawn by lot.
  @Test func `four areas in five lie in the range`() {
    var random = SeededGenerator(seed: 7)
    let (length, reach) = (200.0, 4 * deviation)
    let range = AreaRange(1000, variance: ErrorStretch.variance(of: [stretch(length)]))
    let inside = (0..<4000).count { _ in
      var area = 1000.0
      // The first stretch begins somewhere before the line does.
      var start = -Double.random(in: 0..<reach, using: &random)
      while start < length {
        let shared = min(length, start + reach) - max(0, start)
        area += shared * normal(&random)
        start += reach
      }
      return range.low <= area && area <= range.high
    }
    #expect((0.77...0.83).contains(Double(inside) / 4000))
  }

  private func normal(_ random: inout SeededGenerator) -> Double {
    (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0..<1, using: &random) }
  }

  @Test func `a party's area errs with the lines that bound it`() {
    func line(
      _ kind: FrontLine.Kind, _ a: String, _ b: String, left: String, length: Double,
      at longitude: Double
    ) -> FrontLine {
      FrontLine(
        kind: kind, partyA: a, partyB: b, left: left, contestedPlaces: [],
        lines: [
          LineString([
            Position(longitude: longitude, latitude: 35),
            Position(longitude: longitude, latitude: 36),
          ])
        ], lengthKilometres: length, probability: 0.9, halfWidthKilometres: deviation, newest: nil,
        places: [], claims: [])
    }
    func area(_ party: String, _ size: Double) -> ControlArea {
      ControlArea(
        status: .held(party: party), polygons: [], areaSquareKilometres: size, probability: 1,
        places: [], claims: [])
    }
    let fronts = Fronts(
      asOf: Day(number: 0), view: .assessed,
      areas: [
        area("blue", 500), area("red", 700),
        ControlArea(
          status: .contested(parties: ["blue", "red"]), polygons: [], areaSquareKilometres: 12,
          probability: 0.5, places: [], claims: []),
      ],
      lines: [
        line(.line, "blue", "red", left: "red", length: 100, at: 69),
        line(.contestedEdge, "blue", "red", left: "blue", length: 40, at: 70),
        // The same edge again, for a third party in the contested ground.
        line(.contestedEdge, "blue", "green", left: "blue", length: 40, at: 70),
        line(.line, "green", "red", left: "red", length: 60, at: 71),
      ])
    let unit = 4 * deviation
    let common = ErrorStretch.commonShare
    #expect(fronts.lineKilometres == 200)
    // The edge of contested ground does not err: whose the ground is does.
    let blue = fronts.areaRange(of: "blue")
    #expect(fronts.area(of: "blue") == 500 && blue.median == 506)
    let ofLine = 100 * unit + 100 * common * 100 * common
    #expect(isClose(blue.high, AreaRange(506, variance: ofLine + 12).high))
    let red = AreaRange(706, variance: 160 * unit + 160 * common * 160 * common + 12)
    #expect(isClose(fronts.areaRange(of: "red").high, red.high))
    #expect(fronts.areaRange(of: "yellow") == AreaRange(median: 0, low: 0, high: 0))
  }

  @Test func `what all of a line errs together does not shrink with its length`() {
    let common = ErrorStretch.commonVariance(of: [stretch(100)])
    #expect(isClose(common, 100 * 100 * ErrorStretch.commonShare * ErrorStretch.commonShare))
    #expect(isClose(ErrorStretch.commonVariance(of: [stretch(50), stretch(50)]), common))
  }
}
