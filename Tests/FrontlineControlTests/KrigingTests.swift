import FrontlineTestSupport
import Testing

@testable import FrontlineControl

@Suite struct `Kriging weights` {
  /// Points in a plane with a nugget each, and the distances between them.
  private struct Case {
    var points: [(Double, Double)]
    var nuggets: [Double]
    var place: (Double, Double)

    init(seed: Int) {
      var random = SeededGenerator(seed: seed)
      func number(_ high: Double) -> Double { .random(in: 0...high, using: &random) }
      points = (0..<random.number(1...24)).map { _ in (number(50), number(50)) }
      nuggets = points.map { _ in 0.1 + number(4) }
      place = (number(50), number(50))
    }

    func distance(_ one: (Double, Double), _ other: (Double, Double)) -> Double {
      let (east, north) = (one.0 - other.0, one.1 - other.1)
      return (east * east + north * north).squareRoot()
    }

    /// Of a linear variogram, with a constant that makes it positive.
    func covariance(_ one: Int, _ other: Int) -> Double {
      300 - distance(points[one], points[other]) + (one == other ? nuggets[one] : 0)
    }
  }

  /// Weights of the full system with a multiplier, by elimination with pivots.
  private func slowly(_ matrix: [[Double]], _ side: [Double]) -> [Double] {
    let count = side.count
    var rows = (0..<count).map { matrix[$0] + [1, side[$0]] }
    rows.append(Array(repeating: 1, count: count) + [0, 1])
    for column in 0...count {
      let pivot = (column...count).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
      rows.swapAt(column, pivot)
      for row in 0...count where row != column {
        let share = rows[row][column] / rows[column][column]
        for place in column...count + 1 { rows[row][place] -= share * rows[column][place] }
      }
    }
    return (0..<count).map { rows[$0][count + 1] / rows[$0][$0] }
  }

  @Test(arguments: 0..<60)
  func `are those of the full system solved by elimination, and sum to one`(seed: Int) {
    let given = Case(seed: seed)
    let count = given.points.count
    let kriging = Kriging(capacity: 24)
    let isSolved = kriging.solve(
      count, covariance: given.covariance, variance: { given.covariance($0, $0) },
      target: { 300 - given.distance(given.points[$0], given.place) })
    #expect(isSolved)
    let found = (0..<count).map { kriging.weights[$0] }
    let matrix = (0..<count).map { row in (0..<count).map { given.covariance(row, $0) } }
    let expected = slowly(
      matrix, given.points.map { 300 - given.distance($0, given.place) })
    #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 1e-8 })
    #expect(abs(found.reduce(0, +) - 1) < 1e-9)
  }

  @Test(arguments: 0..<60)
  func `that leave one out are those of a system without it`(seed: Int) {
    let given = Case(seed: seed)
    let count = given.points.count
    let kriging = Kriging(capacity: 24)
    var random = SeededGenerator(seed: seed + 1000)
    let values = given.points.map { _ in Double.random(in: -1...1, using: &random) }
    for left in 0..<count {
      let isSolved = kriging.leaveOut(
        left, of: count, covariance: given.covariance, variance: { given.covariance($0, $0) })
      #expect(isSolved == (count > 1))
      guard isSolved else { continue }
      let sum = (0..<count).reduce(0) { $0 + kriging.weights[$1] * values[$1] }
      let rest = (0..<count).filter { $0 != left }
      let weights = slowly(
        rest.map { row in rest.map { given.covariance(row, $0) } },
        rest.map { given.covariance($0, left) })
      let expected = zip(weights, rest).reduce(0) { $0 + $1.0 * values[$1.1] }
      #expect(abs(values[left] - sum - expected) < 1e-7)
    }
  }

  @Test func `are all the same where there is no solution`() {
    let kriging = Kriging(capacity: 4)
    let isSolved = kriging.solve(
      4, covariance: { _, _ in 1 }, variance: { _ in 0 }, target: { _ in 1 })
    #expect(!isSolved)
    #expect((0..<4).map { kriging.weights[$0] } == [0.25, 0.25, 0.25, 0.25])
  }
}
