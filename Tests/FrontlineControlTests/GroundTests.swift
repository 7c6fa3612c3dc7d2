import FrontlineGeometry
import FrontlineTestSupport
import Testing

@testable import FrontlineControl

private let plane = EqualAreaPlane(origin: Position(longitude: 20, latitude: 45))

private func line(_ corners: (Double, Double)...) -> LineString {
  LineString(corners.map { plane.position(at: .init(east: $0.0, north: $0.1)) })
}

@Suite struct `Ground with a barrier` {
  private let ground = Ground(
    plane: plane,
    barriers: [Barrier(name: "river", line: line((0, -20), (0, 20)), strengthKilometres: 30)])

  private func height(_ east: Double, _ north: Double, in ground: Ground? = nil) -> Double {
    var place = [0.0, 0, 0]
    (ground ?? self.ground).locate(.init(east: east, north: north), into: &place)
    #expect(place[0] == east && place[1] == north)
    return place[2]
  }

  @Test func `jumps by its strength from one bank to the other`() {
    for north in [-18.0, -5, 0, 11] {
      let jump = abs(height(0.001, north) - height(-0.001, north))
      #expect(abs(jump - 30) < 0.05)
    }
  }

  @Test func `changes little from place to place on one bank`() {
    for north in stride(from: -30.0, through: 30, by: 1) {
      for east in stride(from: 4.0, through: 40, by: 1) {
        #expect(abs(height(east, north) - height(east + 0.1, north)) < 0.5)
        #expect(abs(height(-east, north) - height(-east, north + 0.1)) < 0.5)
      }
    }
  }

  @Test func `is smooth round its end, and gone in line with it`() {
    // Up the eastern bank, over the northern end, and down the western bank.
    let steps = 200
    var heights: [Double] = []
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      let (east, north): (Double, Double) =
        share < 0.25
        ? (4, 16 + 32 * share)
        : share < 0.75 ? (4 - 16 * (share - 0.25), 24) : (-4, 24 - 32 * (share - 0.75))
      heights.append(height(east, north))
    }
    let leaps = zip(heights, heights.dropFirst()).map { abs($0 - $1) }
    #expect(leaps.max()! < 1)
    #expect(abs(height(0, 25)) < 1e-9 && abs(height(0, -25)) < 1e-9)
    #expect(abs(height(3, 200)) < 1)
  }

  @Test(arguments: 0..<30)
  func `jumps by its strength wherever a winding line is crossed, and nowhere else`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    var corners: [(Double, Double)] = []
    for step in 0...8 {
      corners.append((Double.random(in: -6...6, using: &random), Double(step) * 5 - 20))
    }
    let river = LineString(
      corners.map { plane.position(at: .init(east: $0.0, north: $0.1)) })
    let ground = Ground(
      plane: plane, barriers: [Barrier(name: "river", line: river, strengthKilometres: 40)])
    for (start, end) in zip(corners, corners.dropFirst()) {
      for share in [0.3, 0.5, 0.8] {
        let east = start.0 + share * (end.0 - start.0)
        let north = start.1 + share * (end.1 - start.1)
        let jump = abs(
          height(east + 1e-3, north, in: ground) - height(east - 1e-3, north, in: ground))
        #expect(abs(jump - 40) < 0.1)
        // Along the bank nothing leaps.
        #expect(
          abs(height(east + 1, north, in: ground) - height(east + 1.01, north, in: ground)) < 1)
      }
    }
    // From afar on one side round to the other without a crossing: no leap, whatever the turns.
    let walk = (0...100).map { step in
      height(-50 + Double(step), 25 + 0.1 * Double(step), in: ground)
    }
    #expect(zip(walk, walk.dropFirst()).allSatisfy { abs($0 - $1) < 5 })
  }

  @Test func `without strength or length is none`() {
    let ground = Ground(
      plane: plane,
      barriers: [
        Barrier(name: "ditch", line: line((0, 0), (0, 5)), strengthKilometres: 0),
        Barrier(name: "post", line: line((0, 0)), strengthKilometres: 5),
      ])
    #expect(ground.dimensions == 2)
  }
}

@Suite struct `Roads` {
  /// An H: two roads of 10 km, 6 km apart, joined by a lane half way.
  private let roads = RoadNetwork(
    [
      Corridor(name: "west", line: line((0, 0), (0, 10)), speed: 1),
      Corridor(name: "east", line: line((6, 0), (6, 10)), speed: 1),
      Corridor(name: "lane", line: line((0, 5), (6, 5)), speed: 2),
      Corridor(name: "island", line: line((40, 0), (40, 3)), speed: 3),
      Corridor(name: "nowhere", line: line((0, 0), (9, 9)), speed: 0),
    ], in: plane)!

  private func distance(_ start: (Double, Double), _ end: (Double, Double)) -> Double? {
    guard let from = roads.access(from: .init(east: start.0, north: start.1)),
      let to = roads.access(from: .init(east: end.0, north: end.1))
    else { return nil }
    return roads.distances(from: from)[to.vertex] + to.kilometres
  }

  @Test(arguments: [
    ((0.0, 0.0), (0.0, 10.0), 10.0),
    ((0, 0), (6, 0), 13),  // 5 up, 3 for the fast lane, 5 down
    ((0, 5), (6, 5), 3), ((2, 0), (6, 10), 15), ((40, 0), (40, 3), 1),
  ])
  func `are as long as the shortest way on them`(
    start: (Double, Double), end: (Double, Double), expected: Double
  ) throws {
    let found = try #require(distance(start, end))
    #expect(abs(found - expected) < 1e-6)
  }

  @Test func `lead nowhere else`() {
    #expect(distance((0, 0), (40, 0)) == .infinity)
    #expect(distance((0, 0), (81, 0)) == nil)
    #expect(RoadNetwork([], in: plane) == nil)
  }

  @Test(arguments: 0..<20)
  func `are as short one way as the other, and no detour is shorter`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    func point() -> (Double, Double) {
      (Double.random(in: 0...20, using: &random), Double.random(in: 0...20, using: &random))
    }
    let corridors = (0..<random.number(1...5)).map { index in
      let corners = (0...random.number(1...3)).map { _ in point() }
      return Corridor(
        name: "\(index)",
        line: LineString(corners.map { plane.position(at: .init(east: $0.0, north: $0.1)) }),
        speed: Double.random(in: 1...4, using: &random))
    }
    guard let roads = RoadNetwork(corridors, in: plane) else { return }
    let all = roads.distances(from: .init(vertex: 0, kilometres: 0))
    #expect(all[0] == 0)
    for vertex in stride(from: 0, to: all.count, by: 7) {
      let back = roads.distances(from: .init(vertex: vertex, kilometres: 0))
      #expect(all[vertex] == back[0] || abs(all[vertex] - back[0]) < 1e-9)
      for (there, further) in zip(all, back) where all[vertex] < .infinity {
        #expect(there <= all[vertex] + further + 1e-9)
      }
    }
  }
}
