extension Ring {
  /// Twice the area inside the ring in square degrees, positive if it runs counter-clockwise.
  ///
  /// Only the sign and comparisons mean anything; for an area on the ground see
  /// ``signedAreaSquareKilometres``.
  public var planarDoubleArea: Double {
    guard let origin = positions.first else { return 0 }
    var sum = 0.0
    for (start, end) in zip(positions, positions.dropFirst()) {
      sum +=
        (start.longitude - origin.longitude) * (end.latitude - origin.latitude)
        - (end.longitude - origin.longitude) * (start.latitude - origin.latitude)
    }
    return sum
  }

  public var isCounterClockwise: Bool { planarDoubleArea > 0 }

  public var reversed: Ring { Ring(positions.reversed()) }

  /// The same closed ring, begun at its westernmost (then southernmost) position.
  public var startingInTheWest: Ring {
    guard positions.count > 1, let start = positions.dropLast().indices.min(by: isFurtherWest)
    else { return self }
    return Ring(Array(positions[start..<(positions.count - 1)]) + positions[...start])
  }

  private func isFurtherWest(_ left: Int, _ right: Int) -> Bool {
    positions[left] < positions[right]
  }

  fileprivate func wound(counterClockwise: Bool) -> Ring {
    isCounterClockwise == counterClockwise ? self : reversed
  }
}

extension Polygon {
  /// The same polygon in one form only: wound as RFC 7946, 3.1.6 asks (outer ring
  /// counter-clockwise, holes clockwise), every ring begun in the west, holes from west to east.
  public var normalised: Polygon {
    Polygon(
      exterior: exterior.wound(counterClockwise: true).startingInTheWest,
      holes: holes.map { $0.wound(counterClockwise: false).startingInTheWest }
        .sorted { $0.positions.lexicographicallyPrecedes($1.positions) })
  }
}

extension Sequence<Polygon> {
  /// Every polygon in its one form, from west to east.
  public var normalised: [Polygon] {
    map(\.normalised).sorted {
      $0.exterior.positions.lexicographicallyPrecedes($1.exterior.positions)
    }
  }
}
