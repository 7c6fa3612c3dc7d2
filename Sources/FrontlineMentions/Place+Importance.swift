internal import FrontlineGazetteer
internal import FrontlineGeometry

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

extension Place {
  /// How likely a bare name means this place among its namesakes: by its class, countries before their
  /// capitals, units and capitals before hamlets, and for settlements by the number of people.
  ///
  /// A settlement of 1,000 people counts 1, and 1.3 more for each power of ten above that, up to just under
  /// a capital: from about 200,000 people a town comes before the first-order unit of its name, which is how
  /// reports use bare names. A seat keeps what its rank gives it, and 0.3 a power of ten on top.
  var importance: Double {
    guard featureClass == "P", let population, population > 1000 else { return rankImportance }
    let powers = log10(Double(population) / 1000)
    return min(5.4, max(rankImportance + 0.3 * powers, 1 + 1.3 * powers))
  }

  private var rankImportance: Double {
    switch featureCode {
    case "PCLI", "CONT": 6
    case "PPLC": 5
    case "ADM1": 4
    case "PPLA": 3.5
    case "ADM2": 3
    case "PPLA2", "ADM3": 2.5
    case "PPL", "PPLX", "PPLL", "PPLF": 1
    case "PPLH", "PPLQ", "PPLW", "ADM1H", "ADM2H": 0.5
    default: featureClass == "P" ? 1 : 2
    }
  }

  /// `PPL`, or `PPL of 12000 people`.
  var kindAndPeople: String {
    guard featureClass == "P", let population, population > 1000 else { return featureCode }
    return "\(featureCode) of \(population) people"
  }
}

extension Place {
  /// Whether the place, or any of its extent or radius if it is a unit, lies in a box.
  func touches(_ box: BoundingBox) -> Bool {
    if box.contains(position) { return true }
    if let extent {
      return extent.west <= box.east && box.west <= extent.east && extent.south <= box.north
        && box.south <= extent.north
    }
    guard isAdministrativeUnit, let radiusKilometres else { return false }
    let nearest = Position(
      longitude: min(max(position.longitude, box.west), box.east),
      latitude: min(max(position.latitude, box.south), box.north))
    return greatCircleDistance(from: position, to: nearest) <= radiusKilometres * 1000
  }
}
