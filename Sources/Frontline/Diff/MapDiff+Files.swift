internal import FrontlineClaims
internal import FrontlineFormats
internal import FrontlineFronts
internal import FrontlineGeometry
public import FrontlineLayers
public import FrontlineReports

// MARK: A table

extension MapDiff {
  public static let columns = [
    "kind", "view", "from_day", "to_day", "party", "party_from", "party_to", "km2", "low_km2",
    "high_km2", "place_id", "name", "status_from", "status_to", "probability_from",
    "probability_to", "claims", "claim_day", "reported", "source", "sentence", "report",
  ]

  /// One table of everything: rows of the kind `won`, `lost`, `net`, `appeared` and `faded` by holder, `area` by piece of ground, `place` by
  /// place that changed, `claim` by claim that one of these names in `claims`. Cells that a kind does not have are empty.
  public var table: CommaTable {
    let rows =
      balances.flatMap { balance in
        [("won", balance.won), ("lost", balance.lost), ("net", balance.net)].map { kind, range in
          cells(kind, ["party": balance.holder.text].merging(cells(range)) { $1 })
        }
          + [("appeared", balance.appeared), ("faded", balance.faded)].map { kind, area in
            cells(kind, ["party": balance.holder.text, "km2": decimal(area)])
          }
      } + changes.map { cells("area", cells($0)) } + places.map { cells("place", cells($0)) }
      + claims.map { cells("claim", MapDiff.cells($0)) }
    return CommaTable(columns: MapDiff.columns, rows: rows)
  }

  private func cells(_ kind: String, _ own: [String: String]) -> CommaTable.Row {
    let shared = [
      "kind": kind, "view": view, "from_day": from.description, "to_day": to.description,
    ]
    return .init(line: 0, cells: MapDiff.columns.map { shared[$0] ?? own[$0] ?? "" })
  }

  private func cells(_ range: AreaRange) -> [String: String] {
    [
      "km2": decimal(range.median), "low_km2": decimal(range.low), "high_km2": decimal(range.high),
    ]
  }

  private func cells(_ change: Change) -> [String: String] {
    [
      "party_from": change.from.text, "party_to": change.to.text,
      "place_id": change.places.joined(separator: " "),
      "claims": change.claims.joined(separator: " "),
    ].merging(cells(change.area)) { $1 }
  }

  private func cells(_ place: PlaceChange) -> [String: String] {
    [
      "party_from": place.from.party ?? "", "party_to": place.to.party ?? "",
      "place_id": place.placeID, "name": place.name, "status_from": place.from.status,
      "status_to": place.to.status,
      "probability_from": DecimalText.string(place.from.probability, decimals: 3) ?? "",
      "probability_to": DecimalText.string(place.to.probability, decimals: 3) ?? "",
      "claims": place.claims.joined(separator: " "),
    ]
  }

  private static func cells(_ claim: Claim) -> [String: String] {
    [
      "party": claim.actor ?? "", "place_id": claim.placeID, "name": claim.placeName,
      "claims": claim.id, "claim_day": claim.valid.lowerBound.description,
      "reported": claim.reported.description, "source": source(of: claim),
      "sentence": claim.provenance.sentence, "report": claim.provenance.report,
    ]
  }
}

// MARK: A layer

extension MapDiff {
  public static let schema = LayerSchema(
    name: "changes", shape: "Polygon",
    meaning: "Ground that went from one holder to another between two days.",
    columns: [
      PropertyColumn("valid_from", .dateTime, unit: "UTC", meaning: "The first day, 00:00:00"),
      PropertyColumn("valid_to", .dateTime, unit: "UTC", meaning: "The second day, 23:59:59"),
      PropertyColumn("period", .text, meaning: "Both days, ISO 8601, joined by `/`"),
      PropertyColumn(
        "view", .text,
        meaning: "Whose answer: `assessed`, `claimed:` and a party's id, `independent`"),
      PropertyColumn(
        "status", .text, meaning: "`held` if a party has it now, else `contested` or `unknown`"),
      PropertyColumn("party", .text, meaning: "Id of the party that has it now"),
      PropertyColumn(
        "party_from", .text, meaning: "Id of the party that had it, `contested` or `unknown`"),
      PropertyColumn(
        "party_to", .text, meaning: "Id of the party that has it now, `contested` or `unknown`"),
      PropertyColumn("area_km2", .number, unit: "km²", decimals: 1, meaning: "Geodesic area"),
      PropertyColumn(
        "area_low_km2", .number, unit: "km²", decimals: 1,
        meaning: "One time in ten it is smaller than this"),
      PropertyColumn(
        "area_high_km2", .number, unit: "km²", decimals: 1,
        meaning: "One time in ten it is larger than this"),
      PropertyColumn(
        "places", .text, meaning: "Names of the places in it that changed, joined by `; `"),
      PropertyColumn("place_ids", .text, meaning: "Their ids, joined by a space"),
      PropertyColumn(
        "claims", .text,
        meaning: "Ids of the claims of the period behind it, joined by a space"),
      PropertyColumn("reports", .integer, meaning: "How many reports the claims come from"),
      PropertyColumn("summary", .text, meaning: "All this in a sentence"),
    ])

  /// The ground that changed, the largest piece first.
  public var layer: Layer {
    let byID = Dictionary(claims.map { ($0.id, $0) }) { first, _ in first }
    let features = changes.enumerated().map { index, change in
      let reports = Set(change.claims.compactMap { byID[$0]?.provenance.report })
      let names = places.filter { change.places.contains($0.placeID) }.map(\.name)
      let (status, party) = Self.state(change.to)
      return Feature(
        id: "change-\(index + 1)", geometry: .polygons([change.polygon]),
        values: [
          .time("\(from)T00:00:00Z"), .time("\(to)T23:59:59Z"), .text("\(from)/\(to)"),
          .text(view), .text(status), party.map { .text($0) } ?? .null,
          .text(change.from.text), .text(change.to.text), .number(change.area.median),
          .number(change.area.low), .number(change.area.high), joined(names, "; "),
          joined(change.places, " "), joined(change.claims, " "), .integer(reports.count),
          .text(summary(change, places: names, reports: reports.count)),
        ])
    }
    return Layer(name: Self.schema.name, columns: Self.schema.columns, features: features)
  }

  /// The layer as GeoJSON.
  public var geoJSON: [UInt8] { GeoJSONWriter.bytes(layer) }

  private static func state(_ holder: Holder) -> (status: String, party: String?) {
    switch holder {
    case .party(let id): ("held", id)
    case .contested, .unknown: (holder.text, nil)
    }
  }

  private func joined(_ texts: [String], _ separator: String) -> PropertyValue {
    texts.isEmpty ? .null : .text(texts.joined(separator: separator))
  }

  private func summary(_ change: Change, places: [String], reports: Int) -> String {
    let claims = change.claims.count
    let behind =
      claims == 0
      ? "no claim of the period speaks of it"
      : "\(claims) claim\(claims == 1 ? "" : "s") in \(reports) report\(reports == 1 ? "" : "s")"
    return "From \(name(change.from)) to \(name(change.to)) between \(from) and \(to): "
      + "\(decimal(change.area.median)) km²\(range(change.area))"
      + (places.isEmpty ? "" : ", with \(places.joined(separator: ", "))") + "; \(behind)."
  }
}
