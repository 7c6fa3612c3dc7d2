internal import FrontlineClaims
internal import FrontlineGeometry
public import FrontlineReports

extension SimulatedWar {
  /// The war as the files that `frontline` and a scorer read.
  public struct Case: Hashable, Sendable {
    /// `claim_id, place_name, lat, lon, valid_date, reported_date, status, party, asserted_by, source,
    /// confidence`, status being held, contested, captured or lost.
    public var claims: String
    /// `name, lat, lon`.
    public var places: String
    /// GeoJSON: a polygon of `kind` theatre, and for every day and party one of `kind` control.
    public var truth: String
  }

  /// - Parameters:
  ///   - days: Those whose truth is told.
  ///   - step: Of the grid the truth is drawn on, km.
  public func written(truthOn days: [Day], step: Double = 0.5) -> Case {
    Case(claims: claimTable, places: placeTable, truth: truthText(days, step))
  }

  private var claimTable: String {
    let head =
      "claim_id,place_name,lat,lon,valid_date,reported_date,status,party,asserted_by,source,"
      + "confidence\n"
    return claims.reduce(into: head) { text, claim in
      let (status, party) = Self.words(claim)
      let cells = [
        claim.id, claim.placeName, "\(claim.position?.latitude ?? 0)",
        "\(claim.position?.longitude ?? 0)", "\(claim.valid.lowerBound)", "\(claim.reported)",
        status, party, "\(claim.claimant)", claim.provenance.report, "0.8",
      ]
      text += cells.joined(separator: ",") + "\n"
    }
  }

  private static func words(_ claim: Claim) -> (status: String, party: String) {
    guard case .held(let holder) = claim.controlAfter else { return ("contested", "") }
    return switch claim.event {
    case .captured, .recaptured: ("captured", holder)
    case .withdrew: ("lost", claim.actor ?? "")
    default: ("held", holder)
    }
  }

  private var placeTable: String {
    places.reduce(into: "name,lat,lon\n") {
      $0 += "\($1.name),\($1.position.latitude),\($1.position.longitude)\n"
    }
  }

  private func truthText(_ days: [Day], _ step: Double) -> String {
    var features = [feature("\"kind\":\"theatre\"", [theatre])]
    for day in days {
      for party in parties {
        let area = truth.area(of: party.id, on: day, step: step)
        guard !area.isEmpty else { continue }
        features.append(
          feature(
            "\"kind\":\"control\",\"party\":\"\(party.id)\",\"date\":\"\(day)\"", area))
      }
    }
    return "{\"type\":\"FeatureCollection\",\"features\":[\n"
      + features.joined(separator: ",\n") + "\n]}\n"
  }

  private func feature(_ properties: String, _ polygons: [Polygon]) -> String {
    let areas = polygons.map { polygon in
      let rings = ([polygon.exterior] + polygon.holes).map { ring in
        let positions = ring.positions.map {
          "[\(Self.rounded($0.longitude)),\(Self.rounded($0.latitude))]"
        }
        return "[" + positions.joined(separator: ",") + "]"
      }
      return "[" + rings.joined(separator: ",") + "]"
    }
    return "{\"type\":\"Feature\",\"properties\":{\(properties)},\"geometry\":"
      + "{\"type\":\"MultiPolygon\",\"coordinates\":[" + areas.joined(separator: ",") + "]}}"
  }

  private static func rounded(_ degrees: Double) -> Double {
    (degrees * 1_000_000).rounded() / 1_000_000
  }
}
