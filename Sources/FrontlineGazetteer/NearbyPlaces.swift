public import FrontlineGeometry

/// A place and how far away it is.
public struct NearPlace: Hashable, Sendable {
  public var place: Place
  /// Great circle distance.
  public var kilometres: Double

  public init(place: Place, kilometres: Double) {
    self.place = place
    self.kilometres = kilometres
  }
}

extension Gazetteer {
  /// The places nearest to a position, the nearest first; equals in table order.
  ///
  /// For more than a few questions, ask a ``GazetteerIndex``, which does not look at every place.
  public func nearest(to position: Position, count: Int = 1) -> [NearPlace] {
    NearbyPlaces(places).nearest(to: position, count: count) { _ in true }
  }
}

/// Places from south to north, so that a search can stop where the latitude alone is too far off.
struct NearbyPlaces: Sendable {
  private let places: [Place]
  /// Indices of places, by latitude.
  private let northward: [Int]

  init(_ places: [Place]) {
    self.places = places
    northward = places.indices.sorted {
      (places[$0].position.latitude, $0) < (places[$1].position.latitude, $1)
    }
  }

  func nearest(to position: Position, count: Int, where condition: (Place) -> Bool) -> [NearPlace] {
    guard count > 0 else { return [] }
    var best: [(kilometres: Double, index: Int)] = []
    var above = firstIndex(fromLatitude: position.latitude)
    var below = above - 1
    while let (index, gap) = next(position.latitude, &below, &above) {
      // A place is at least as far away as its parallel is.
      if best.count == count, let last = best.last,
        gap * LocalPlane.metresPerDegreeNorth / 1000 > last.kilometres
      {
        break
      }
      let place = places[index]
      guard condition(place) else { continue }
      let entry = (
        kilometres: greatCircleDistance(from: position, to: place.position) / 1000, index: index
      )
      let slot = best.firstIndex { entry < $0 } ?? best.count
      if slot < count {
        best.insert(entry, at: slot)
        if best.count > count { best.removeLast() }
      }
    }
    return best.map { NearPlace(place: places[$0.index], kilometres: $0.kilometres) }
  }

  /// The place next in latitude on either side, and the difference in degrees; nil when there is none left.
  private func next(_ latitude: Double, _ below: inout Int, _ above: inout Int) -> (
    Int, gap: Double
  )? {
    let up =
      above < northward.count ? places[northward[above]].position.latitude - latitude : .infinity
    let down = below >= 0 ? latitude - places[northward[below]].position.latitude : .infinity
    if up <= down, above < northward.count {
      above += 1
      return (northward[above - 1], up)
    }
    guard below >= 0 else { return nil }
    below -= 1
    return (northward[below + 1], down)
  }

  private func firstIndex(fromLatitude latitude: Double) -> Int {
    var low = 0
    var high = northward.count
    while low < high {
      let middle = (low + high) / 2
      if places[northward[middle]].position.latitude < latitude {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
