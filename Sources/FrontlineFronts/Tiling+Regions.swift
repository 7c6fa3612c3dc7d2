internal import FrontlineGeometry
internal import FrontlineTopology

/// The faces of a tiling, joined across the edges between faces of one label.
struct Regions {
  /// Faces that hang together by edges (a common corner is not enough).
  struct Region {
    let label: Int
    /// Normalised and valid; holes and outline may touch in single vertices.
    let polygon: Polygon
  }

  let all: [Region]
  /// By face: the index of its region, or `Tiling.outside`.
  let ofFace: [Int]
  /// By half-edge on the rim of the region to its left: the next one along that rim. Else -1.
  let successor: [Int]
}

extension Tiling {
  /// Joins faces that have the same label.
  ///
  /// - Parameter labels: By face; 0 or more, or -1 for a face that belongs to no region.
  /// - Throws: ``TopologyError`` if the faces do not tile, so that a region has no outline.
  /// - Complexity: O(*n*) in the number of edges.
  func regions(labels: [Int]) throws(TopologyError) -> Regions {
    let ofFace = components(labels: labels)
    let successor = rims(ofFace)
    var regionLabels: [Int] = []
    for (face, region) in ofFace.enumerated() where region == regionLabels.count {
      regionLabels.append(labels[face])
    }
    var rings = Array(repeating: [Ring](), count: regionLabels.count)
    var done = Array(repeating: false, count: origin.count)
    var scratch = Array(repeating: -1, count: vertices.count)
    for half in origin.indices where successor[half] >= 0 && !done[half] {
      rings[ofFace[leftFace[half]]] += tracedRings(from: half, successor, &done, &scratch)
    }
    var all: [Regions.Region] = []
    for (label, rings) in zip(regionLabels, rings) {
      all.append(Regions.Region(label: label, polygon: try polygon(of: rings)))
    }
    return Regions(all: all, ofFace: ofFace, successor: successor)
  }

  /// By face: which connected set of equally labelled faces it is in, counted in the order of faces.
  private func components(labels: [Int]) -> [Int] {
    var parent = Array(labels.indices)
    func root(_ face: Int) -> Int {
      var face = face
      while parent[face] != face {
        parent[face] = parent[parent[face]]
        face = parent[face]
      }
      return face
    }
    for half in stride(from: 0, to: origin.count, by: 2) {
      let (left, right) = (leftFace[half], leftFace[half + 1])
      guard left >= 0, right >= 0, labels[left] >= 0, labels[left] == labels[right]
      else { continue }
      let (one, other) = (root(left), root(right))
      parent[max(one, other)] = min(one, other)
    }
    var number = Array(repeating: Tiling.outside, count: labels.count)
    var count = 0
    for face in labels.indices where labels[face] >= 0 {
      let first = root(face)
      if first == face {
        number[face] = count
        count += 1
      } else {
        number[face] = number[first]
      }
    }
    return number
  }

  /// By half-edge: the next along the rim of the region to its left, or -1 where there is no rim.
  ///
  /// At a vertex the walk turns clockwise from where it came, through the region itself, to the
  /// first edge that ends it. So two parts of a region that only touch there stay apart.
  private func rims(_ regionOfFace: [Int]) -> [Int] {
    func region(_ face: Int) -> Int { face < 0 ? Tiling.outside : regionOfFace[face] }
    let isRim = origin.indices.map { half in
      let left = region(leftFace[half])
      return left >= 0 && left != region(leftFace[half ^ 1])
    }
    return origin.indices.map { half in
      guard isRim[half] else { return -1 }
      var next = clockwise[half ^ 1]
      while !isRim[next] { next = clockwise[next] }
      return next
    }
  }

  /// The rings of one walk along a rim: where it meets a vertex again, a ring is cut off, because
  /// a valid ring does not touch itself.
  private func tracedRings(
    from first: Int, _ successor: [Int], _ done: inout [Bool], _ placeInWalk: inout [Int]
  ) -> [Ring] {
    var rings: [Ring] = []
    var walk: [Int] = []
    var half = first
    repeat {
      done[half] = true
      let vertex = origin[half]
      if placeInWalk[vertex] >= 0 {
        rings.append(ring(walk[placeInWalk[vertex]...]))
        for passed in walk[(placeInWalk[vertex] + 1)...] { placeInWalk[passed] = -1 }
        walk.removeSubrange((placeInWalk[vertex] + 1)...)
      } else {
        placeInWalk[vertex] = walk.count
        walk.append(vertex)
      }
      half = successor[half]
    } while half != first
    for passed in walk { placeInWalk[passed] = -1 }
    return rings + [ring(walk[...])]
  }

  private func ring(_ walk: ArraySlice<Int>) -> Ring {
    Ring(walk.map { vertices[$0] } + walk.prefix(1).map { vertices[$0] })
  }

  /// A connected region has one outline, which is the ring that runs counter-clockwise.
  private func polygon(of rings: [Ring]) throws(TopologyError) -> Polygon {
    let outlines = rings.filter(\.isCounterClockwise)
    guard outlines.count == 1, let outline = outlines.first else {
      throw TopologyError(
        operation: "join cells", reason: "a region has \(outlines.count) outlines; expected 1")
    }
    return Polygon(exterior: outline, holes: rings.filter { !$0.isCounterClockwise }).normalised
  }
}
