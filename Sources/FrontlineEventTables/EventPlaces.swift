public import FrontlineClaims
public import FrontlineGazetteer
internal import FrontlineGeometry

/// Gives rows of a data set a place of the gazetteer, or one of their own at their coordinates.
///
/// A row whose position is only known to lie in a unit speaks for that unit, not for the town at whose
/// coordinates the data set puts it.
struct EventPlaces: Sendable {
  struct Wanted: Hashable, Sendable {
    var location: String
    var admin1: String
    var admin2: String
    var country: String
    var position: Position
    var reach: EventMap.Reach
  }

  struct Found: Hashable, Sendable {
    var id: String
    var name: String
    var position: Position
    /// The unit that contains a place of its own; nil for places of the gazetteer.
    var within: String?
  }

  private let index: GazetteerIndex
  private let dataset: String

  init(_ index: GazetteerIndex, dataset: String) {
    self.index = index
    self.dataset = dataset
  }

  /// A place whose distance from the coordinates is at most this is the same spot, whatever its name.
  private static let sameSpotKilometres = 0.3

  func place(_ wanted: Wanted) -> Found {
    let listed: Place?
    switch wanted.reach.kind {
    case .place: listed = settlement(wanted)
    case .district: listed = unit(wanted.admin2, in: wanted, codes: ["ADM2", "ADM3"])
    case .province: listed = unit(wanted.admin1, in: wanted, codes: ["ADM1"])
    case .country:
      listed = unit(wanted.country, in: wanted, codes: ["PCLI", "PCL", "TERR", "PCLD"])
    case .around: listed = nil
    }
    if let listed { return Found(id: listed.id, name: listed.name, position: listed.position) }
    return Found(
      id: ownID(wanted), name: wanted.location, position: wanted.position, within: container(wanted)
    )
  }

  private func settlement(_ wanted: Wanted) -> Place? {
    let reach = wanted.reach.kilometres
    let named = index.lookup(wanted.location).first { match in
      !match.place.isAdministrativeUnit
        && distance(match.place, wanted) <= max(reach, match.place.radiusKilometres ?? 0)
    }
    if let named { return named.place }
    return index.nearest(to: wanted.position) { $0.featureClass == "P" || $0.featureClass == "S" }
      .first { $0.kilometres <= Self.sameSpotKilometres }?.place
  }

  private func unit(_ name: String, in wanted: Wanted, codes: [String]) -> Place? {
    guard !name.isEmpty else { return nil }
    return index.lookup(name).first { match in
      match.place.isAdministrativeUnit && codes.contains(match.place.featureCode)
        && isNear(match.place, wanted)
    }?.place
  }

  /// Units of the same name lie in other countries too.
  private func isNear(_ unit: Place, _ wanted: Wanted) -> Bool {
    if let extent = unit.extent { return extent.contains(wanted.position) }
    return distance(unit, wanted)
      <= max(unit.radiusKilometres ?? 0, wanted.reach.kilometres) * 2
  }

  private func container(_ wanted: Wanted) -> String? {
    let district = EventMap.Reach(kind: .district, kilometres: 100)
    var wide = wanted
    wide.reach = district
    let isSmall = wanted.reach.kind == .place || wanted.reach.kind == .around
    if isSmall, wanted.reach.kilometres <= 15,
      let unit = unit(wanted.admin2, in: wide, codes: ["ADM2", "ADM3"])
    {
      return unit.id
    }
    wide.reach.kilometres = 300
    if let unit = unit(wanted.admin1, in: wide, codes: ["ADM1"]) { return unit.id }
    wide.reach.kilometres = 3000
    return unit(wanted.country, in: wide, codes: ["PCLI", "PCL", "TERR", "PCLD"])?.id
  }

  private func distance(_ place: Place, _ wanted: Wanted) -> Double {
    greatCircleDistance(from: place.position, to: wanted.position) / 1000
  }

  /// `acled-novy-mir-n50.300-e9.950`.
  private func ownID(_ wanted: Wanted) -> String {
    OwnPlaceID.make(
      dataset, name: wanted.location,
      detail: wanted.reach.kind == .place ? nil : "\(Int(wanted.reach.kilometres))km",
      at: wanted.position)
  }
}

extension Gazetteer {
  /// The places that claims bring with them because the gazetteer does not have them, by id.
  ///
  /// One whose position is known within 15 km is a settlement; a wider one is an area, which speaks for the places in
  /// it. Its unit is the one the claim names, or that of the nearest settlement within 30 km.
  public func ownPlaces(of claims: [Claim]) -> [Place] {
    var own: [String: Place] = [:]
    let missing = claims.filter { place(id: $0.placeID) == nil }
    guard !missing.isEmpty else { return [] }
    let index = GazetteerIndex(Gazetteer(places: places, names: []))
    for claim in missing where own[claim.placeID] == nil {
      guard let position = claim.position else { continue }
      let near = index.nearest(to: position) { $0.featureClass == "P" }.first
      let parent = near.flatMap { $0.kilometres <= 30 ? $0.place.parent : nil }
      own[claim.placeID] = Place(ownOf: claim, at: position, parent: claim.coding?.within ?? parent)
    }
    return own.values.sorted { $0.id < $1.id }
  }
}

extension Place {
  fileprivate init(ownOf claim: Claim, at position: Position, parent: String?) {
    let radius = claim.coding?.radiusKilometres
    let isArea = (radius ?? 0) > 15
    let source = claim.coding?.dataset ?? "claims.csv"
    self.init(
      id: claim.placeID, name: claim.placeName, featureClass: isArea ? "L" : "P",
      featureCode: isArea ? "RGN" : "PPL", admin1: claim.coding?.cell("admin1") ?? "",
      admin2: claim.coding?.cell("admin2") ?? "", parent: parent, position: position,
      radiusKilometres: radius, source: source, confidence: .b,
      note: "not in the gazetteer; placed by \(source)")
  }
}
