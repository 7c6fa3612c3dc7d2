import FrontlineTestSupport
import Testing

@testable import FrontlineControl

@Suite struct `The nearest nodes` {
  /// All distances, sorted, ties by index.
  private func slowly(
    _ coordinates: [Double], _ dimensions: Int, _ limit: Int, _ point: [Double]
  ) -> [(Int32, Double)] {
    let count = coordinates.count / dimensions
    return (0..<count).map { index in
      let square = (0..<dimensions).reduce(0.0) { sum, axis in
        let difference = coordinates[index * dimensions + axis] - point[axis]
        return sum + difference * difference
      }
      return (Int32(index), square)
    }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(limit).map { $0 }
  }

  @Test(arguments: 0..<60)
  func `are those of a search through all, ties by index`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let dimensions = random.number(2...5)
    let count = random.number(0...120)
    // Every other seed lays them on a coarse grid, where many are equally far or on one spot.
    let isOnGrid = seed % 2 == 1
    func coordinate(_ scale: Double) -> Double {
      isOnGrid
        ? Double(random.number(0...4)) * scale / 4 : Double.random(in: 0...scale, using: &random)
    }
    // Some sets are long and thin, so that boxes are as well.
    let scales = (0..<dimensions).map { $0 == 1 && seed % 3 == 0 ? 0.5 : $0 > 1 ? 40.0 : 100.0 }
    let coordinates = (0..<count).flatMap { _ in scales.map(coordinate) }
    let nodes = NearestNodes(
      coordinates: coordinates, dimensions: dimensions, ids: (0..<count).map(Int32.init))
    #expect(nodes.count == count)
    for _ in 0..<40 {
      let isFar = random.number(0...3) == 0
      let point = scales.map {
        coordinate($0) + (isFar ? $0 * 3 - $0 * Double(random.number(0...6)) : 0)
      }
      let limit = random.number(1...30)
      var found = NearestNodes.Found(capacity: limit)
      nodes.nearest(limit, to: point, into: &found)
      let expected = slowly(coordinates, dimensions, limit, point)
      #expect(Array(found.indices[0..<found.count]) == expected.map(\.0))
      #expect(Array(found.squares[0..<found.count]) == expected.map(\.1))
    }
  }

  @Test func `are found again in the same memory`() {
    let nodes = NearestNodes(coordinates: [0, 0, 3, 4], dimensions: 2, ids: [0, 1])
    var found = NearestNodes.Found(capacity: 5)
    nodes.nearest(5, to: [0, 0], into: &found)
    #expect(found.count == 2 && found.squares[0..<2] == [0, 25])
    nodes.nearest(1, to: [3, 4], into: &found)
    #expect(found.count == 1 && found.indices[0] == 1 && found.squares[0] == 0)
  }
}
