/// Weights of ordinary kriging, solved by Cholesky decomposition in memory that is used again.
///
/// Not `Sendable`: one a thread.
final class Kriging {
  private let capacity: Int
  private let matrix: UnsafeMutablePointer<Double>
  private let ones: UnsafeMutablePointer<Double>
  private let side: UnsafeMutablePointer<Double>
  /// The result of the last solution.
  let weights: UnsafeMutablePointer<Double>

  init(capacity: Int) {
    self.capacity = capacity
    matrix = .allocate(capacity: capacity * capacity)
    ones = .allocate(capacity: capacity)
    side = .allocate(capacity: capacity)
    weights = .allocate(capacity: capacity)
  }

  deinit {
    matrix.deallocate()
    ones.deallocate()
    side.deallocate()
    weights.deallocate()
  }

  /// Solves for the weights of `count` points, which sum to 1.
  ///
  /// - Parameters:
  ///   - covariance: Of two points; asked for `row > column` only.
  ///   - variance: Of a point with itself, its nugget included.
  ///   - target: Of a point and the place asked for.
  /// - Returns: Whether it could; if not, the weights are all the same.
  @inline(__always)
  func solve(
    _ count: Int, covariance: (Int, Int) -> Double, variance: (Int) -> Double,
    target: (Int) -> Double
  ) -> Bool {
    for row in 0..<count {
      for column in 0..<row { matrix[row * capacity + column] = covariance(row, column) }
      matrix[row * capacity + row] = variance(row)
      side[row] = target(row)
      ones[row] = 1
    }
    guard decompose(count) else {
      for row in 0..<count { weights[row] = 1 / Double(count) }
      return false
    }
    substitute(count, side)
    substitute(count, ones)
    let sums = (0..<count).reduce((side: 0.0, ones: 0.0)) {
      ($0.side + side[$1], $0.ones + ones[$1])
    }
    let multiplier = (sums.side - 1) / sums.ones
    for row in 0..<count { weights[row] = side[row] - multiplier * ones[row] }
    return true
  }

  /// The sum of the first weights' sizes: 1 if none is below 0.
  func size(_ count: Int) -> Double {
    (0..<count).reduce(0) { $0 + abs(weights[$1]) }
  }

  /// Sets the weights by the inverse of squared distances.
  func weigh(byDistance found: NearestNodes.Found) {
    let shares = (0..<found.count).map { 1 / (0.01 + found.squares[$0]) }
    let sum = shares.reduce(0, +)
    for (index, share) in shares.enumerated() { weights[index] = share / sum }
  }

  /// What a point's value is when only the others speak for it.
  ///
  /// For the matrix *A* of ordinary kriging, `y - (A⁻¹y)ᵢ / (A⁻¹)ᵢᵢ` (Dubrule 1983); here the row *i* of
  /// *A*⁻¹ over its diagonal element, so that the answer for values *y* is `yᵢ - Σ weights·y`.
  @inline(__always)
  func leaveOut(
    _ left: Int, of count: Int, covariance: (Int, Int) -> Double, variance: (Int) -> Double
  ) -> Bool {
    for row in 0..<count {
      for column in 0..<row { matrix[row * capacity + column] = covariance(row, column) }
      matrix[row * capacity + row] = variance(row)
      side[row] = row == left ? 1 : 0
      ones[row] = 1
    }
    guard count > 1, decompose(count) else { return false }
    substitute(count, side)
    substitute(count, ones)
    let sums = (0..<count).reduce((side: 0.0, ones: 0.0)) {
      ($0.side + side[$1], $0.ones + ones[$1])
    }
    let multiplier = sums.side / sums.ones
    for row in 0..<count { weights[row] = side[row] - multiplier * ones[row] }
    let own = weights[left]
    guard own != 0 else { return false }
    for row in 0..<count { weights[row] /= own }
    return true
  }

  /// In place, the lower triangle; false if the matrix is not positive definite.
  private func decompose(_ count: Int) -> Bool {
    for row in 0..<count {
      let rowStart = matrix + row * capacity
      for column in 0...row {
        let columnStart = matrix + column * capacity
        var sum = rowStart[column]
        for index in 0..<column { sum -= rowStart[index] * columnStart[index] }
        if column == row {
          guard sum > 1e-12 else { return false }
          rowStart[row] = sum.squareRoot()
        } else {
          rowStart[column] = sum / columnStart[column]
        }
      }
    }
    return true
  }

  /// Solves for one right side, in place.
  private func substitute(_ count: Int, _ vector: UnsafeMutablePointer<Double>) {
    for row in 0..<count {
      var sum = vector[row]
      let rowStart = matrix + row * capacity
      for column in 0..<row { sum -= rowStart[column] * vector[column] }
      vector[row] = sum / rowStart[row]
    }
    for row in stride(from: count - 1, through: 0, by: -1) {
      var sum = vector[row]
      for below in (row + 1)..<max(row + 1, count) {
        sum -= matrix[below * capacity + row] * vector[below]
      }
      vector[row] = sum / matrix[row * capacity + row]
    }
  }
}
