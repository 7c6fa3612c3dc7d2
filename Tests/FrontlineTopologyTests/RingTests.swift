import FrontlineGeometry
import FrontlineTopology
import Testing

struct RingTests {
  private func ring(_ corners: (Double, Double)...) -> Ring {
    Ring((corners + [corners[0]]).map { Position(longitude: $0.0, latitude: $0.1) })
  }

  @Test func `a ring that crosses or touches itself is not simple`() throws {
    #expect(try Topology.isSimple(ring((0, 0), (4, 0), (4, 4), (0, 4))))
    #expect(try !Topology.isSimple(ring((0, 0), (4, 4), (4, 0), (0, 4))))
    #expect(try !Topology.isSimple(ring((0, 0), (4, 0), (2, 2), (4, 4), (0, 4), (2, 2))))
    #expect(try Topology.isSimple(ring((0, 0), (0, 0), (4, 0), (4, 4))), "a corner may be repeated")
  }

  @Test func `a ring lies within another if no part is outside and not all is on the edge`() throws
  {
    let outer = ring((0, 0), (4, 0), (4, 4), (0, 4))
    #expect(try Topology.isWithin(ring((1, 1), (2, 1), (2, 2)), outer))
    #expect(try Topology.isWithin(ring((0, 0), (2, 1), (2, 2)), outer), "it may touch the edge")
    #expect(try !Topology.isWithin(ring((1, 1), (5, 1), (2, 2)), outer))
    #expect(try !Topology.isWithin(ring((5, 5), (6, 5), (6, 6)), outer))
    #expect(try !Topology.isWithin(outer, outer))
  }

  @Test func `what is not closed is an error`() {
    let open = Ring([Position(longitude: 0, latitude: 0), Position(longitude: .nan, latitude: 1)])
    #expect(throws: TopologyError.self) { try Topology.isSimple(open) }
  }
}
