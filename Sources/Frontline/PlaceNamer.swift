internal import FrontlineClaims
internal import FrontlineControl
internal import FrontlineFronts
internal import FrontlineGazetteer

/// Keeps to the places that reports name: the gazetteer's other places carry the areas, but a map that
/// named them would say more than anybody has said.
struct PlaceNamer: Sendable {
  private let claims: [String: Claim]
  private let named: Set<String>
  private let gazetteer: Gazetteer

  init(_ claims: [Claim], gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    self.claims = Dictionary(claims.map { ($0.id, $0) }) { first, _ in first }
    named = Set(claims.map(\.placeID))
  }

  /// The states of the places that a claim is about.
  func reported(_ map: ControlMap) -> ControlMap {
    ControlMap(
      asOf: map.asOf, view: map.view, places: map.places.filter { named.contains($0.placeID) })
  }

  /// Contested edges named by the places their fighting was reported from, unit or village, instead of
  /// by every village inside.
  func named(_ fronts: Fronts) -> Fronts {
    var fronts = fronts
    for index in fronts.lines.indices where fronts.lines[index].kind == .contestedEdge {
      let reported = fronts.lines[index].claims.compactMap { claims[$0] }
        .filter { $0.controlAfter == .contested || $0.event == .attackRepelled }
      // A unit whose villages are fought over is not itself among them; other villages may be elsewhere.
      let inside = Set(fronts.lines[index].contestedPlaces)
      let names = Set(
        reported.filter { inside.contains($0.placeName) || isArea($0) }.map(name))
      if !names.isEmpty { fronts.lines[index].contestedPlaces = names.sorted() }
    }
    return fronts
  }

  /// The place's name; one whose position is only inferred says so wherever it stands.
  private func name(_ claim: Claim) -> String {
    let isInferred = gazetteer.place(id: claim.placeID)?.confidence == .d
    return claim.placeName + (isInferred ? " (position inferred)" : "")
  }

  /// A district, a valley: something that fighting in it makes contested as a whole.
  private func isArea(_ claim: Claim) -> Bool {
    guard claim.controlAfter == .contested, let place = gazetteer.place(id: claim.placeID) else {
      return false
    }
    return place.isAdministrativeUnit && !["ADM1", "PCLI"].contains(place.featureCode)
  }
}
