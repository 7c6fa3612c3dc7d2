/// Plain ways to draw a field, to compare with: each place by its latest claim, nothing learned.
///
/// They write shares of votes, 0…1, where the recommended field has signed distances; so the party with most
/// votes is on top, and nearly every point looks as if it were near a line, which is safe: no square of a
/// grid is passed over.
extension ControlField {
  private static let voters = 5

  /// The five nearest places vote; of parties with as many votes, the nearer comes first.
  func vote(_ scratch: Scratch) {
    clear(scratch)
    let voters = min(ControlField.voters, scratch.neighbours.count)
    for slot in 0..<voters {
      let party = Int(nodes.tops[Int(scratch.neighbours.indices[slot])])
      scratch.phi[party] += (1 - 1e-6 * Double(slot)) / Double(voters)
    }
  }

  /// Sibson's weights: a new place at the point would take its cell from those of its neighbours, and each
  /// counts by what it loses.
  ///
  /// Measured on a lattice of rays through the new cell, in the plane: barriers do not bend it.
  /// R. Sibson, "A brief description of natural neighbour interpolation" (1981).
  func shareOut(at place: UnsafePointer<Double>, _ scratch: Scratch) {
    clear(scratch)
    let count = scratch.neighbours.count
    let around = (0..<count).map { slot in
      let node = Int(scratch.neighbours.indices[slot])
      let east = nodes.coordinates[node * nodes.dimensions] - place[0]
      let north = nodes.coordinates[node * nodes.dimensions + 1] - place[1]
      return Neighbour(
        east: east, north: north, square: east * east + north * north,
        party: Int(nodes.tops[node]))
    }
    let nearest = around.min { $0.square < $1.square }
    guard let nearest, nearest.square > 1e-12 else {
      if let nearest { scratch.phi[nearest.party] = 1 }
      return
    }
    let farthest = around.reduce(0) { max($0, $1.square) }.squareRoot()
    var sum = 0.0
    for ray in ControlField.rays {
      // The cell ends half way to the neighbour that is met first; where there is none, with those known.
      var length = farthest
      for one in around {
        let along = one.east * ray.east + one.north * ray.north
        if along > 0 { length = min(length, one.square / (2 * along)) }
      }
      for ring in ControlField.rings {
        let (east, north) = (ray.east * length * ring, ray.north * length * ring)
        var owner = nearest
        var least = Double.infinity
        for one in around {
          let (x, y) = (one.east - east, one.north - north)
          let square = x * x + y * y
          if square < least { (least, owner) = (square, one) }
        }
        scratch.phi[owner.party] += length * length
        sum += length * length
      }
    }
    for party in 0..<partyCount where scratch.isPresent[party] { scratch.phi[party] /= sum }
  }

  /// What the votes at the point looked at last say as probabilities.
  func votes(_ scratch: Scratch) -> [Double] {
    let votes = (0..<partyCount).map { scratch.isPresent[$0] ? max(0, scratch.phi[$0]) : 0 }
    let sum = votes.reduce(0, +)
    return sum > 0 ? votes.map { $0 / sum } : votes
  }

  private struct Neighbour {
    var east: Double
    var north: Double
    var square: Double
    var party: Int
  }

  private func clear(_ scratch: Scratch) {
    for party in 0..<partyCount where scratch.isPresent[party] { scratch.phi[party] = 0 }
  }

  private static let rays = (0..<32).map { index in
    let angle = 2 * Double.pi * (Double(index) + 0.5) / 32
    return (east: cosine(angle), north: sine(angle))
  }

  /// Where along a ray the middles of eight rings of equal area lie, as shares of its length.
  private static let rings = (0..<8).map { ((Double($0) + 0.5) / 8).squareRoot() }
}
