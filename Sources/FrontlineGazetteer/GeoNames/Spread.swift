import Foundation
import FrontlineGeometry

/// Where places lie together: their middle on the sphere and how far they spread round it.
struct Spread {
  private var x = 0.0
  private var y = 0.0
  private var z = 0.0
  private(set) var positions: [Position] = []

  mutating func add(_ position: Position) {
    let (longitude, latitude) = (position.longitude * .pi / 180, position.latitude * .pi / 180)
    x += cos(latitude) * cos(longitude)
    y += cos(latitude) * sin(longitude)
    z += sin(latitude)
    positions.append(position)
  }

  /// The mean of the places as vectors, so that the antimeridian is no border; five decimals.
  var centroid: Position? {
    guard !positions.isEmpty, x * x + y * y + z * z > 0 else { return nil }
    func degrees(_ radians: Double) -> Double { (radians * 180 / .pi * 1e5).rounded() / 1e5 }
    return Position(
      longitude: degrees(atan2(y, x)), latitude: degrees(atan2(z, (x * x + y * y).squareRoot())))
  }

  /// The radius in km of the disc over which evenly strewn places would have the same mean square distance
  /// from the middle (√2 times its root), at least `least`; one decimal.
  func radius(atLeast least: Double) -> Double {
    guard let centre = centroid else { return least }
    let squares = positions.reduce(0) { sum, position in
      let kilometres = greatCircleDistance(from: centre, to: position) / 1000
      return sum + kilometres * kilometres
    }
    let radius = (2 * squares / Double(positions.count)).squareRoot()
    return max(least, (radius * 10).rounded() / 10)
  }
}
